/** What --fix, --fix-dry-run and --interactive do with a file once it is linted. */
import type { FileConfig } from "./config.js";
import { unifiedDiff } from "./diff.js";
import { encode } from "./encode.js";
import { fixText } from "./fix.js";
import type { Format } from "./formats.js";
import { createAsker } from "./interactive.js";
import { type CliFinding, type LintedFile, textLinter, withMark } from "./lint-file.js";
import { Misuse } from "./misuse.js";
import { type Decoded, readBytes } from "./read.js";
import { replaceFile } from "./write-file.js";

export interface FixJob {
  readonly file: LintedFile;
  readonly bytes: Uint8Array;
  /** Absolute, or `-`. */
  readonly path: string;
  readonly config: FileConfig;
  readonly select: (findings: readonly CliFinding[]) => readonly CliFinding[];
}

export interface Fixer {
  /** @returns the file as it is after fixing */
  run(job: FixJob): Promise<LintedFile>;
  /** The user has had enough. */
  readonly done: boolean;
  close(): void;
}

type FixableFormat = Exclude<Format, "docx">;

export function createFixer(mode: "fix" | "dry-run" | "interactive", color: boolean): Fixer {
  const asker = mode === "interactive" ? createAsker(color) : undefined;
  let fixes = 0;
  let files = 0;

  async function run(job: FixJob): Promise<LintedFile> {
    const { file, path, bytes, config, select } = job;
    const { decoded, format, path: shown } = file;
    if (!decoded || format === "docx") {
      if (file.findings.some(({ expected }) => expected.length > 0)) {
        process.stderr.write(`xindaya: ${shown}: Word documents are not mended; the report gives their paragraphs\n`);
      }
      return file;
    }
    const lint = await textLinter(format as FixableFormat, config);
    const text = asker
      ? await asker.ask(shown, decoded.text, select(lint(decoded.text).findings), format)
      : fixText(decoded.text, format, lint, (finding) => select([finding]).length > 0).text;
    const changed = text !== decoded.text;
    if (mode === "dry-run") {
      if (changed) process.stdout.write(await unifiedDiff(shown, decoded.text, text, color));
      if (changed) files++;
      return file;
    }
    if (changed) files++;
    const after = { ...decoded, text };
    if (path === "-") process.stdout.write(encode(after));
    else if (changed) {
      const replacement = bytesOf(after, decoded, bytes, shown);
      if (Buffer.compare(readBytes(path, shown), bytes) !== 0) {
        throw new Misuse(`${shown}: has changed since it was read, so it was left as it is`);
      }
      replaceFile(path, shown, replacement);
    }
    if (!changed) return file;
    const { findings, words } = lint(text);
    fixes += Math.max(0, file.findings.length - findings.length);
    return { ...file, decoded: after, words, ...withMark(after, findings) };
  }

  return {
    run,
    get done() {
      return asker?.done === true;
    },
    close() {
      asker?.close();
      const did =
        mode === "dry-run" ? "would be changed" : `changed, ${fixes} ${fixes === 1 ? "finding" : "findings"} fewer`;
      process.stderr.write(`xindaya: ${files} ${files === 1 ? "file" : "files"} ${did}\n`);
    },
  };
}

/** Writes only in an encoding that gives back what was read, byte for byte. */
function bytesOf(after: Decoded, before: Decoded, bytes: Uint8Array, shown: string): Buffer {
  if (before.encoding === "gb18030" && !encode(before).equals(bytes)) {
    throw new Misuse(`${shown}: its GB18030 cannot be written back byte for byte, so it was left; convert it to UTF-8`);
  }
  return encode(after);
}

/** Linting one input: bytes, text, prose, findings. */
import type { Finding, Place, Point } from "../finding.js";
import { FormatError } from "../formats/format-error.js";
import type { Settings } from "../options.js";
import { run } from "../run.js";
import type { Projection } from "../text/projection.js";
import type { FileConfig } from "./config.js";
import { withLoaded } from "./extra-rules.js";
import { docxReader, type Format, formatOf, type Reading, textReader } from "./formats.js";
import { Misuse } from "./misuse.js";
import { type Decoded, decode } from "./read.js";

/** A finding with its place in a structured file. */
export interface CliFinding extends Finding {
  /** A key path (`menu.items[2]`), or a paragraph of a Word document. */
  readonly label?: string;
}

/** A file linted. */
export interface FileResult {
  /** As the user would write it. */
  readonly path: string;
  readonly format: Format;
  /** The text that offsets count in: the file's own, or what was drawn out of a Word document. */
  readonly source: string;
  readonly findings: readonly CliFinding[];
  readonly words: number;
}

/** A text that can be linted again after a change. */
export interface LintedText {
  readonly findings: readonly CliFinding[];
  readonly words: number;
}

const settled = new WeakMap<FileConfig, Promise<Settings>>();

/** Settings of a configuration, with every rule of theirs loaded. */
export function settingsOf(config: FileConfig): Promise<Settings> {
  let settings = settled.get(config);
  if (!settings) {
    settings = withLoaded(config.settings.rules).then((rules) => ({ ...config.settings, rules }));
    settled.set(config, settings);
  }
  return settings;
}

/** @returns a function that lints a text of this format, without its byte order mark */
export async function textLinter(
  format: Exclude<Format, "docx">,
  config: FileConfig,
): Promise<(text: string) => LintedText> {
  const [read, settings] = await Promise.all([textReader(format), settingsOf(config)]);
  return (text) => lintReading(read(text), settings);
}

function lintReading({ projection, labelAt }: Reading, settings: Settings): LintedText {
  const found = run(projection, settings);
  const findings = labelAt ? found.map((finding) => labelled(finding, labelAt(finding.start))) : found;
  return { findings, words: countWords(projection) };
}

function labelled(finding: Finding, label: string | undefined): CliFinding {
  return label === undefined ? finding : { ...finding, label };
}

/** Runs of characters between white space that hold a letter or a figure. */
export function countWords({ text }: Pick<Projection, "text">): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) inWord = false;
    else if (!inWord && isAlphanumeric(code)) {
      inWord = true;
      count++;
    }
  }
  return count;
}

function isAlphanumeric(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f) && code !== 0xfffc;
}

export interface LintedFile extends FileResult {
  /** What the text was read from; `undefined` for a Word document. */
  readonly decoded: Decoded | undefined;
}

/**
 * @param path absolute, or a name for standard input; its ending says how the bytes are read
 * @throws Misuse when the bytes are not what the name says
 */
export async function lintBytes(
  bytes: Uint8Array,
  path: string,
  shown: string,
  config: FileConfig,
): Promise<LintedFile> {
  const format = formatOf(path);
  try {
    if (format === "docx") {
      const reading = (await docxReader())(bytes);
      const linted = lintReading(reading, await settingsOf(config));
      return { path: shown, format, source: reading.projection.source, decoded: undefined, ...linted };
    }
    const decoded = decode(bytes, shown);
    const { findings, words } = (await textLinter(format, config))(decoded.text);
    return { path: shown, format, words, decoded, ...withMark(decoded, findings) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Misuse(`${shown}${lineOf(error, bytes, shown)}: ${error.message}`);
  }
}

function lineOf({ offset }: FormatError, bytes: Uint8Array, shown: string): string {
  if (offset === undefined) return "";
  return `:${decode(bytes, shown).text.slice(0, offset).split("\n").length}`;
}

/** Offsets count a byte order mark as the file's first character; lines and columns do not, as editors do not. */
export function withMark(
  { text, bom }: Decoded,
  findings: readonly CliFinding[],
): Pick<FileResult, "source" | "findings"> {
  if (!bom) return { source: text, findings };
  const later = (point: Point): Point => ({ ...point, offset: point.offset + 1 });
  const shift = ({ start, end }: Place): Place => ({ start: later(start), end: later(end) });
  return {
    source: `\ufeff${text}`,
    findings: findings.map((finding) => ({
      ...finding,
      start: finding.start + 1,
      end: finding.end + 1,
      place: shift(finding.place),
      ...(finding.related && { related: finding.related.map((item) => ({ ...item, place: shift(item.place) })) }),
    })),
  };
}

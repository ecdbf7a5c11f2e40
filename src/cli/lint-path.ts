/** From a path to a linted file: its configuration, its bytes, its findings. Threads do this apart, the main thread in turn. */
import { resolve } from "node:path";
import type { Cache } from "./cache.js";
import type { ConfigFinder, FileConfig } from "./config.js";
import { formatOf } from "./formats.js";
import { shownPath } from "./inputs.js";
import { type LintedFile, lintBytes, withMark } from "./lint-file.js";
import { Misuse } from "./misuse.js";
import { decode, readBytes, readStdin } from "./read.js";

export interface PathSetting {
  readonly cwd: string;
  readonly configs: ConfigFinder;
  readonly stdinFilename: string | undefined;
  readonly cache?: Cache | undefined;
}

/** What came of a path. */
export type Outcome =
  | { readonly path: string; readonly shown: string; readonly kind: "ignored" }
  | { readonly path: string; readonly shown: string; readonly kind: "failed"; readonly message: string }
  | {
      readonly path: string;
      readonly shown: string;
      readonly kind: "linted";
      readonly file: LintedFile;
      /** What it was read from and by, for whoever mends it; threads do not hand it on. */
      readonly origin?: { readonly bytes: Uint8Array; readonly config: FileConfig };
    };

/** @param path absolute, or `-` */
export async function lintPath(path: string, { cwd, configs, stdinFilename, cache }: PathSetting): Promise<Outcome> {
  const shown = path === "-" ? (stdinFilename ?? "<stdin>") : shownPath(path, cwd);
  const name = path === "-" ? resolve(cwd, stdinFilename ?? "stdin.txt") : path;
  try {
    const config = await configs.find(name);
    if (!config) return { path, shown, kind: "ignored" };
    const bytes = path === "-" ? await readStdin(shown) : readBytes(path, shown);
    const file = await lintCached(bytes, name, shown, config, cache);
    return { path, shown, kind: "linted", file, origin: { bytes, config } };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return { path, shown, kind: "failed", message: error.message };
  }
}

async function lintCached(
  bytes: Uint8Array,
  name: string,
  shown: string,
  config: FileConfig,
  cache: Cache | undefined,
): Promise<LintedFile> {
  const format = formatOf(name);
  // the text of a Word document has to be drawn out anyway
  if (!cache || format === "docx") return await lintBytes(bytes, name, shown, config);
  const key = cache.key(bytes, format, config.key);
  const kept = cache.get(key);
  if (kept) {
    const decoded = decode(bytes, shown);
    return { path: shown, format, decoded, ...kept, source: withMark(decoded, []).source };
  }
  const file = await lintBytes(bytes, name, shown, config);
  cache.set(key, file);
  return file;
}

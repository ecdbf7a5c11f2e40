/** Linting a string. */
import type { Finding } from "./finding.js";
import { readHtml } from "./formats/html.js";
import { readMarkdown } from "./formats/markdown.js";
import { readPlain } from "./formats/plain.js";
import { rules } from "./generated/rules.js";
import { incrementalLinter } from "./incremental.js";
import { type Options, OptionsError, resolveOptions, type Settings } from "./options.js";
import { run } from "./run.js";
import { standardTermbase } from "./termbase/standard.js";
import type { Projection } from "./text/projection.js";

/** Formats that the package itself reads. */
export type Format = "text" | "markdown" | "html";

export interface LintOptions extends Options {
  /** How to read the text (default: `"text"`). */
  readonly format?: Format | null | undefined;
}

const readers: Readonly<Record<Format, (source: string) => Projection>> = {
  text: readPlain,
  markdown: readMarkdown,
  html: readHtml,
};

const resolved = new WeakMap<object, Settings>();
let defaults: Settings | undefined;

/** Checks options and readies terms; once for each options object. */
export function settingsFor(options: Readonly<Options> | null | undefined): Settings {
  if (!options) {
    defaults ??= resolveOptions(undefined, rules, [standardTermbase()]);
    return defaults;
  }
  const settings = resolved.get(options) ?? resolveOptions(options, rules, [standardTermbase()]);
  resolved.set(options, settings);
  return settings;
}

/** What the options say of reading and of rules. */
function prepare(options: Readonly<LintOptions> | null | undefined): {
  read: (source: string) => Projection;
  settings: Settings;
} {
  const { format = "text", ...rest } = options ?? {};
  const read = Object.hasOwn(readers, format ?? "text") ? readers[format ?? "text"] : undefined;
  if (!read) {
    throw new OptionsError("format", `there is no format "${String(format)}"; use ${Object.keys(readers).join(", ")}`);
  }
  return { read, settings: options ? cachedSettings(options, rest) : settingsFor(undefined) };
}

/**
 * Lints a text.
 *
 * @param text the whole document; offsets in findings are UTF-16 code units of it
 * @returns findings in order of place
 * @throws OptionsError for an option, rule or level that does not exist, and for faulty terms
 */
export function lint(text: string, options?: Readonly<LintOptions> | null): Finding[] {
  if (typeof text !== "string") throw new TypeError("lint() takes the text as a string");
  const { read, settings } = prepare(options);
  return run(read(text), settings);
}

/**
 * Makes a linter for one text that is being edited: called with the whole text after each edit, it finds what `lint`
 * finds, and looks again only at the paragraphs that the edit touched.
 *
 * @throws OptionsError as `lint` does
 */
export function createLinter(options?: Readonly<LintOptions> | null): (text: string) => Finding[] {
  const { read, settings } = prepare(options);
  const lintAgain = incrementalLinter(settings);
  return (text) => lintAgain(read(text));
}

/** Settings by the caller's own object, so that linting many texts with it compiles its terms once. */
function cachedSettings(options: object, rest: Options): Settings {
  let settings = resolved.get(options);
  if (!settings) {
    settings = settingsFor(rest);
    resolved.set(options, settings);
  }
  return settings;
}

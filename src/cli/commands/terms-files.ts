/** Files of terms for the command line. */
import { compileTerms, type TermEntry } from "../../termbase/compile.js";
import {
  ExchangeError,
  type ExchangeFormat,
  lineOf,
  type ReadOptions,
  readTermFile,
  toCsv,
  toJson,
  toMarkdown,
  toTbx,
  toTsv,
  toUtx,
  toYaml,
} from "../../termbase/exchange/index.js";
import { Misuse } from "../misuse.js";
import { decode, readBytes } from "../read.js";
import { rules } from "../rules.js";

/** Formats to write, by the endings of file names. */
const endings: Readonly<Record<string, ExchangeFormat>> = {
  tbx: "tbx",
  csv: "csv",
  tsv: "tsv",
  utx: "utx",
  json: "json",
  yml: "yaml",
  yaml: "yaml",
  md: "markdown",
  markdown: "markdown",
};

export const exportFormats = ["tbx", "csv", "tsv", "utx", "json", "yaml", "markdown"] as const;

/** @returns the format that a file name stands for */
export function formatOfName(name: string): ExchangeFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

const schema = "https://raw.githubusercontent.com/xindaya/xindaya/main/schema/terms.schema.json";

/** @param title for formats that have one */
export async function writeTerms(
  entries: readonly TermEntry[],
  format: ExchangeFormat,
  title: string,
): Promise<string> {
  switch (format) {
    case "tbx":
      return toTbx(entries, { title });
    case "csv":
      // spreadsheets take a file without the mark for something else than UTF-8
      return `\ufeff${toCsv(entries)}`;
    case "tsv":
      return toTsv(entries);
    case "utx":
      return toUtx(entries, { date: new Date().toISOString().replace(/\.\d+Z$/, "Z") });
    case "json":
      return toJson(entries);
    case "yaml":
      return `# yaml-language-server: $schema=${schema}\n${await toYaml(entries)}`;
    case "markdown":
      return toMarkdown(entries, { title });
  }
}

/**
 * Reads a file of terms by the ending of its name.
 *
 * @param shown its name in messages
 * @throws Misuse with file, line and remedy
 */
export async function readTerms(path: string, shown: string, options: ReadOptions = {}): Promise<TermEntry[]> {
  const { text } = decode(readBytes(path, shown), shown);
  try {
    return await readTermFile(path, text, options);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new Misuse(`${shown}:${error.line}: ${error.problem}`);
  }
}

/** Faults of entries, `line: sentence` each. */
export function faultsIn(entries: readonly TermEntry[]): { readonly line: number; readonly message: string }[] {
  const { faults } = compileTerms(entries, { rules: rules.map(({ id }) => id) });
  return faults.map(({ entry, message }) => ({ line: lineOf(entries[entry] as TermEntry) ?? 1, message }));
}

/**
 * Terms of a file that a configuration names.
 *
 * @throws Misuse with file, line and remedy for a file that cannot be read and for faulty entries
 */
export async function projectTerms(path: string, shown: string): Promise<TermEntry[]> {
  const entries = await readTerms(path, shown);
  const [fault] = faultsIn(entries);
  if (fault) throw new Misuse(`${shown}:${fault.line}: ${fault.message}`);
  return entries;
}

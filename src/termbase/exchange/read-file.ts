/** Files of terms by the ending of their names. */
import type { TermEntry } from "../compile.js";
import { entriesOfItems, fromJson, notAList } from "./json.js";
import { checkSize, ExchangeError, type ReadOptions, withoutMark } from "./read.js";
import { fromCsv, fromTsv } from "./table.js";
import { fromTbx } from "./tbx-read.js";
import { fromUtx } from "./utx.js";

type Reader = (text: string, options: ReadOptions) => TermEntry[] | Promise<TermEntry[]>;

const readers: Readonly<Record<string, Reader>> = {
  yml: fromYaml,
  yaml: fromYaml,
  json: fromJson,
  jsonc: fromJson,
  csv: fromCsv,
  tsv: fromTsv,
  tab: fromTsv,
  utx: fromUtx,
  tbx: fromTbx,
  xml: fromTbx,
};

/** Endings of files that `readTermFile` reads. */
export const termFileEndings: readonly string[] = Object.keys(readers);

/**
 * @param path its ending says the format
 * @param text the file, decoded
 * @returns entries; `lineOf` knows where each stands
 * @throws ExchangeError with line and remedy
 */
export async function readTermFile(path: string, text: string, options: ReadOptions = {}): Promise<TermEntry[]> {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!reader) {
    throw new ExchangeError(
      1,
      `a file of terms ends in ${termFileEndings.map((name) => `.${name}`).join(", ")}; name it so`,
    );
  }
  return await reader(text, options);
}

async function fromYaml(text: string, options: ReadOptions): Promise<TermEntry[]> {
  checkSize(text);
  const { isMap, isSeq, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(withoutMark(text), { lineCounter: lines, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const said = error.message.split("\n", 1)[0]?.split(" at line ", 1)[0] ?? "";
    throw new ExchangeError(error.linePos?.[0].line ?? 1, `is not YAML: ${said}`);
  }
  const top = document.contents;
  const list = isMap(top) ? top.get("terms", true) : top;
  if (!isSeq(list)) throw new ExchangeError(1, notAList);
  const values = list.toJS(document, { maxAliasCount: 1000 }) as unknown[];
  const items = list.items.map((node, at) => {
    const range = (node as { readonly range?: readonly number[] | null }).range;
    return { line: range ? lines.linePos(range[0] as number).line : 1, value: values[at] };
  });
  return entriesOfItems(items, options);
}

/** Entries as YAML, in the order and shape of docs/termbase.md. */
export async function toYaml(entries: readonly TermEntry[]): Promise<string> {
  const [{ stringify }, { compact }] = await Promise.all([import("yaml"), import("./read.js")]);
  return stringify(entries.map(compact), { lineWidth: 120, aliasDuplicateObjects: false });
}

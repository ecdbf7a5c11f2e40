/** Terms as tables: CSV and TSV, a row a concept; and tables of other tools, a row a term. */
import { nearest } from "../../options.js";
import type { TermEntry } from "../compile.js";
import { type Row, readList, readRows, writeList, writeRow } from "./cells.js";
import {
  checkSize,
  compact,
  ExchangeError,
  entriesFrom,
  type ReadConcept,
  type ReadOptions,
  type ReadTerm,
  type Status,
  statusOf,
  withoutMark,
} from "./read.js";
import { sourceOf, sourceText } from "./source-text.js";

const columns = [
  "zh",
  "pinyin",
  "preferred",
  "admitted",
  "deprecated",
  "conditional",
  "standing",
  "definition",
  "note",
  "field",
  "rule",
  "sources",
] as const;
type Column = (typeof columns)[number] | "status" | "id";

function cellOf(entry: TermEntry, column: (typeof columns)[number]): string {
  const { deprecated = [] } = entry;
  switch (column) {
    case "admitted":
      return writeList(entry.admitted ?? []);
    case "deprecated":
      return writeList(deprecated.filter((item) => typeof item === "string" || item.when === undefined).map(phraseOf));
    case "conditional":
      return writeList(deprecated.filter((item) => typeof item !== "string" && item.when !== undefined).map(phraseOf));
    case "sources":
      return writeList((entry.sources ?? []).map(sourceText));
    default:
      return entry[column] ?? "";
  }
}

function phraseOf(item: string | { readonly phrase: string }): string {
  return typeof item === "string" ? item : item.phrase;
}

function toTable(entries: readonly TermEntry[], delimiter: string): string {
  const rows = entries.map(compact).map((entry) => columns.map((column) => cellOf(entry, column)));
  return [columns, ...rows].map((row) => `${writeRow(row, delimiter)}\r\n`).join("");
}

/**
 * Terms as comma-separated values, a row a concept, lists between bars (`one | two`). Phrases that are wrong under a
 * condition only stand in a column of their own, `conditional`, which `fromCsv` passes over: a table cannot say the
 * condition. Examples, `parts` and `compose` are left out too; `losses` says what it comes to.
 */
export function toCsv(entries: readonly TermEntry[]): string {
  return toTable(entries, ",");
}

/** As `toCsv`, with tabs. */
export function toTsv(entries: readonly TermEntry[]): string {
  return toTable(entries, "\t");
}

/** What tools call their columns. */
const synonyms: Readonly<Record<Column, string>> = {
  zh: "zh zh-cn zh-hans chinese src source_term source_text 中文",
  pinyin: "pinyin src:pinyin 拼音",
  preferred:
    "preferred en en-us en-gb english tgt target target_term target_text translation standard standard_english term 英文",
  admitted: "admitted also_fine alternatives synonyms",
  deprecated: "deprecated flagged forbidden avoid",
  conditional: "conditional",
  status: "status term_status administrativestatus",
  field: "field subject_field subjectfield domain",
  standing: "standing",
  definition: "definition meaning",
  note: "note notes comment comments tgt:comment",
  sources: "sources reference references",
  rule: "rule",
  id: "concept_id",
};

const columnNames: ReadonlyMap<string, Column> = new Map(
  (Object.entries(synonyms) as [Column, string][]).flatMap(([column, names]) =>
    names.split(" ").map((name): [string, Column] => [name, column]),
  ),
);

/** Columns of a table by place; `undefined` for those that say nothing here. */
export type Layout = readonly (Column | undefined)[];

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "_");
}

const han = /\p{Script=Han}/u;

/** @throws ExchangeError for a header without Chinese or English, or with a name that is nearly right */
export function layoutOf({ line, cells }: Row): Layout {
  const keys = cells.map(keyOf);
  const layout = keys.map((key) => columnNames.get(key));
  // "source" is the Chinese where no other column is, and where the standard stands else
  const source = keys.indexOf("source");
  if (source >= 0) layout[source] = layout.includes("zh") ? "sources" : "zh";
  for (const [at, key] of keys.entries()) {
    // a short name is near to too many
    const near = layout[at] === undefined && key.length > 4 ? nearest(key, columns) : undefined;
    if (near) throw new ExchangeError(line, `no column is called "${cells[at]}"; did you mean "${near}"?`);
  }
  const missing = (["zh", "preferred"] as const).find((column) => !layout.includes(column));
  if (missing) {
    const what = missing === "zh" ? "Chinese" : "English";
    throw new ExchangeError(
      line,
      `the header names no column for the ${what}; call it "${missing}" (others: ${columns.join(", ")})`,
    );
  }
  return layout;
}

function fromTable(text: string, delimiter: string, options: ReadOptions): TermEntry[] {
  checkSize(text);
  const rows = readRows(withoutMark(text), delimiter);
  const [head] = rows;
  if (!head) return [];
  // a glossary without a header: one column has Chinese, the other not
  const [first = "", second = ""] = head.cells;
  if (
    head.cells.length > 1 &&
    han.test(first) !== han.test(second) &&
    !head.cells.some((cell) => columnNames.has(keyOf(cell)))
  ) {
    const layout: Layout = han.test(first) ? ["zh", "preferred", "note"] : ["preferred", "zh", "note"];
    return entriesFrom(
      rows.map((row) => conceptFrom(row, layout)),
      options,
    );
  }
  const layout = layoutOf(head);
  return entriesFrom(
    rows.slice(1).map((row) => conceptFrom(row, layout)),
    options,
  );
}

/** @throws ExchangeError for a row that does not fit its header */
export function conceptFrom({ line, cells }: Row, layout: Layout): ReadConcept {
  const extra = cells.slice(layout.length).find((cell) => cell.trim() !== "");
  if (extra !== undefined) {
    throw new ExchangeError(
      line,
      `has ${cells.length} cells, the header ${layout.length}; put a cell that holds the separator in quotes`,
    );
  }
  const values: Partial<Record<Column, string>> = {};
  for (const [at, column] of layout.entries()) {
    const cell = cells[at]?.trim();
    if (column && cell) values[column] ??= cell;
  }
  const { zh, pinyin, preferred, admitted, deprecated, definition, field, rule, note, sources, standing } = values;
  if (standing !== undefined && standing !== "official" && standing !== "common") {
    throw new ExchangeError(line, `standing is official or common, not "${standing}"`);
  }
  const status = statusOf(values.status);
  const list = (cell: string | undefined, as: Status): ReadTerm[] =>
    cell === undefined ? [] : readList(cell).map((item) => ({ text: item, status: as }));
  const main: ReadTerm[] =
    preferred === undefined
      ? []
      : [{ text: preferred, status: status ?? (layout.includes("status") ? undefined : "preferred") }];
  return {
    line,
    name: preferred === undefined ? "the row" : `"${preferred}"`,
    zh: zh === undefined ? [] : [zh],
    english: [...main, ...list(admitted, "admitted"), ...list(deprecated, "deprecated")],
    notes: note === undefined ? [] : [note],
    sources: sources === undefined ? [] : readList(sources).map(sourceOf),
    rest: { pinyin, standing, definition, field, rule },
  };
}

/**
 * Entries of comma-separated values: ours, or a glossary of another tool. The header says which column is which (zh,
 * preferred; Chinese, English; source, target; with `status`, a row a term). Without one, the column with Chinese is told
 * by its characters.
 *
 * @throws ExchangeError with the line
 */
export function fromCsv(text: string, options: ReadOptions = {}): TermEntry[] {
  const [first = ""] = text.split(/[\r\n]/, 1);
  // spreadsheets write semicolons where the comma is the decimal mark
  const semicolons = !first.includes(",") && !first.includes('"') && first.includes(";");
  return fromTable(text, semicolons ? ";" : ",", options);
}

/** As `fromCsv`, with tabs. */
export function fromTsv(text: string, options: ReadOptions = {}): TermEntry[] {
  return fromTable(text, "\t", options);
}

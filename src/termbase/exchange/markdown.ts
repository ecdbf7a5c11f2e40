/** Terms as a Markdown table, to read. */
import type { PhraseEntry, TermEntry } from "../compile.js";
import type { Source } from "../types.js";
import { compact } from "./read.js";

export interface MarkdownOptions {
  /** A heading over the table; none when left out. */
  readonly title?: string | undefined;
  /** Flagged phrases shown of an entry at most (default: all). */
  readonly mostFlagged?: number | undefined;
}

/** Text in a cell: what Markdown would take for a mark is escaped, a line break is a space. */
export function cellText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_~[\]<>|]/g, "\\$&");
}

function sourceCell({ title, publisher, year, url }: Source): string {
  const name = cellText([publisher || title, year].filter((part) => part !== undefined && part !== "").join(" "));
  if (url === undefined || !/^https?:\/\//.test(url)) return name;
  return `[${name}](<${url.replace(/[<>\s|]/g, encodeURIComponent)}> "${cellText(title).replace(/"/g, "&quot;")}")`;
}

function flaggedCell(deprecated: readonly (string | PhraseEntry)[], most: number): string {
  const shown = deprecated.slice(0, most).map((item) => {
    const { phrase, when } = typeof item === "string" ? { phrase: item, when: undefined } : item;
    // the notation's mark for "just so" tells a reader nothing
    const text = cellText(phrase.replace(/^= /, ""));
    return when === undefined ? text : `${text} †`;
  });
  const more = deprecated.length - shown.length;
  return shown.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

const head = ["Chinese", "pinyin", "standard English", "also fine", "flagged", "source"];

/** What the dagger of the table says; `undefined` when there is none. */
export const daggerNote =
  "† flagged only where its condition holds: in quotation marks, near certain words and the like.";

/** A row a concept: Chinese, pinyin, standard (in bold when official), also fine, flagged, source. */
export function toMarkdown(
  entries: readonly TermEntry[],
  { title, mostFlagged = Infinity }: MarkdownOptions = {},
): string {
  const rows = entries.map(compact).map((entry) => {
    const { zh, pinyin = "", preferred, admitted = [], deprecated = [], standing, sources = [] } = entry;
    const given = sources.filter((source): source is Source => typeof source !== "string");
    // one with an address can be looked at
    const source = given.find(({ url }) => url !== undefined) ?? given[0];
    const standard = standing === "official" ? `**${cellText(preferred)}**` : cellText(preferred);
    return [
      cellText(zh),
      cellText(pinyin),
      standard,
      admitted.map(cellText).join("; "),
      flaggedCell(deprecated, mostFlagged),
      source ? sourceCell(source) : "",
    ];
  });
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const hasDagger = rows.some((cells) => cells[4]?.includes(" †"));
  const parts = [
    ...(title === undefined ? [] : [`# ${title}`]),
    table.join("\n"),
    `Bold: official, a source has it; the rest is common among translators.${hasDagger ? ` ${daggerNote}` : ""}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** UTX 1.20, the tab-separated glossary format of the Asia-Pacific Association for Machine Translation: a row a term. */
import type { TermEntry } from "../compile.js";
import type { Row } from "./cells.js";
import { checkSize, compact, ExchangeError, entriesFrom, type ReadOptions, withoutMark } from "./read.js";
import { conceptFrom, type Layout, layoutOf } from "./table.js";

export interface UtxOptions {
  /** When it was made, as ISO 8601 has it; left out of the header when not given. */
  readonly date?: string | undefined;
}

/** UTX has no quotation marks: a tab or a line break in a cell would end it. */
function cell(text: string | undefined): string {
  return (text ?? "").replace(/[\t\r\n]+/g, " ");
}

/**
 * Terms as UTX, from Chinese to English. Preferred is `approved`, admitted `provisional`, deprecated `forbidden`. Left out,
 * as UTX cannot say them: phrases that are wrong under a condition only, examples, standing, sources, rules.
 */
export function toUtx(entries: readonly TermEntry[], { date }: UtxOptions = {}): string {
  const head = [
    "#UTX 1.20",
    "zh-CN/en-US",
    ...(date === undefined ? [] : [date]),
    "copyright: the xindaya contributors",
    "license: MIT",
  ];
  const rows = entries.map(compact).flatMap((entry, index) => {
    const { zh, pinyin, preferred, admitted = [], deprecated = [], field, definition, note } = entry;
    const row = (english: string, status: string, about: readonly (string | undefined)[]) =>
      // UTX writes "-" for a part of speech that is not known
      [zh, english, "-", status, `c${index + 1}`, ...about].map(cell).join("\t");
    const wrong = deprecated.filter((item) => typeof item === "string" || item.when === undefined);
    return [
      row(preferred, "approved", [pinyin, field, definition, note]),
      ...admitted.map((text) => row(text, "provisional", ["", "", "", ""])),
      ...wrong.map((item) => row(typeof item === "string" ? item : item.phrase, "forbidden", ["", "", "", ""])),
    ];
  });
  const columns = "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tsrc:pinyin\tdomain\tdefinition\ttgt:comment";
  return `${[head.join("; "), columns, ...rows].join("\n")}\n`;
}

/**
 * Entries of a UTX file (1.x), either way round: English to Chinese is turned. A term without a status is as good as approved.
 *
 * @throws ExchangeError with the line
 */
export function fromUtx(text: string, options: ReadOptions = {}): TermEntry[] {
  checkSize(text);
  const lines = withoutMark(text).split(/\r\n|\n|\r/);
  const head = /^#UTX[^;]*;\s*([A-Za-z-]+)\s*\/\s*([A-Za-z-]+)/.exec(lines[0] ?? "");
  if (!head) throw new ExchangeError(1, 'must begin as UTX does: "#UTX 1.20; zh-CN/en-US; …"');
  const languages = [head[1] as string, head[2] as string].map((name) =>
    /^zh/i.test(name) ? "zh" : /^en/i.test(name) ? "en" : name,
  );
  if ([...languages].sort().join() !== "en,zh") {
    throw new ExchangeError(1, `is from ${head[1]} to ${head[2]}; only Chinese and English can be used`);
  }
  const isTurned = languages[0] === "en";
  let layout: Layout | undefined;
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith("#")) {
      if (!layout && /^#\s*(?:src|term:)/i.test(line)) layout = columnsOf(line, at + 1, isTurned);
    } else if (line.trim() !== "") rows.push({ line: at + 1, cells: line.split("\t") });
  }
  if (!layout)
    throw new ExchangeError(
      Math.min(2, lines.length),
      'names no columns; a line such as "#src<tab>tgt<tab>src:pos" must come before the terms',
    );
  const known = layout;
  return entriesFrom(
    rows.map((row) => conceptFrom(row, known)),
    options,
  );
}

function columnsOf(written: string, line: number, isTurned: boolean): Layout {
  const cells = written
    .slice(1)
    .split("\t")
    .map((name) =>
      name
        .trim()
        .replace(/^term:zh.*$/i, "zh")
        .replace(/^term:en.*$/i, "preferred"),
    )
    .map((name) =>
      isTurned ? name.replace(/^(src|tgt)$/i, (side) => (side.toLowerCase() === "src" ? "tgt" : "src")) : name,
    );
  return layoutOf({ line, cells });
}

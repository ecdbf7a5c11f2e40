/**
 * Tables as RFC 4180 has them, with the line of each row: the libraries that read them either need Node or cannot say on
 * which line of the file a row stands once a cell holds line breaks.
 */
import { ExchangeError } from "./read.js";

export interface Row {
  /** Where the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * @param delimiter one character
 * @returns rows that have any text; cells keep their white space
 * @throws ExchangeError for a quotation mark that is never closed, or that has text after it
 */
export function readRows(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const first = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      let cell: string;
      if (text.charAt(at) === '"') {
        const opened = line;
        let end = text.indexOf('"', at + 1);
        while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
        if (end < 0)
          throw new ExchangeError(opened, "opens a quotation mark that nothing closes; close it, or write it twice");
        const written = text.slice(at + 1, end);
        cell = written.replace(/""/g, '"');
        line += written.split("\n").length - 1;
        at = end + 1;
        const next = text.charAt(at);
        if (next !== "" && next !== delimiter && next !== "\n" && next !== "\r") {
          throw new ExchangeError(
            line,
            'has text after a closing quotation mark; write a quotation mark inside a cell twice: ""',
          );
        }
      } else {
        const start = at;
        while (
          at < text.length &&
          text.charAt(at) !== delimiter &&
          text.charAt(at) !== "\n" &&
          text.charAt(at) !== "\r"
        )
          at++;
        cell = text.slice(start, at);
      }
      cells.push(cell);
      more = text.charAt(at) === delimiter;
      if (more) at++;
    }
    if (text.charAt(at) === "\r") at++;
    if (text.charAt(at) === "\n") at++;
    line++;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: first, cells });
  }
  return rows;
}

/** What a spreadsheet would take for a formula; a space before it makes it text, and readers trim it off. */
const formula = /^[=+\-@]/;

export function writeRow(cells: readonly string[], delimiter: string): string {
  return cells
    .map((text) => {
      const cell = formula.test(text) ? ` ${text}` : text;
      const quote = cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell);
      return quote ? `"${cell.replace(/"/g, '""')}"` : cell;
    })
    .join(delimiter);
}

/** A list in one cell: `one | two`. A bar inside an item is written `\|`, a backslash before one `\\`. */
export function writeList(items: readonly string[]): string {
  const written = items.map((item) => item.replace(/[\\|]/g, "\\$&"));
  // an item that has another mark of lists in it needs the bar to say that it is one
  const alone = written.length === 1 && /[;\r\n\\]/.test(written[0] as string);
  return written.join(" | ") + (alone ? " |" : "");
}

/** A list in one cell: items between bars; where there is none, between line breaks, or else semicolons. */
export function readList(cell: string): string[] {
  const items = cell.includes("|") ? splitAtBars(cell) : cell.split(/[\r\n]/.test(cell) ? /[\r\n]+/ : ";");
  return items.map((item) => item.trim()).filter(Boolean);
}

function splitAtBars(cell: string): string[] {
  const items: string[] = [];
  let item = "";
  for (let at = 0; at < cell.length; at++) {
    const mark = cell.charAt(at);
    if (mark === "|") {
      items.push(item);
      item = "";
    } else if (mark === "\\" && /[\\|]/.test(cell.charAt(at + 1))) item += cell.charAt(++at);
    else item += mark;
  }
  return [...items, item];
}

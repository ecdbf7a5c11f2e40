/** A document as the parts of spelling share it: where words stand, what is covered, how a finding is told. */
import type { Report } from "../finding.js";
import { type Document, Flag, has, Kind } from "../text/document.js";
import type { Tokens } from "../text/tokens.js";

/** Reports of words that are wrong because no dictionary has them; names and broken words are wrong whatever one says. */
export const byDictionary = new WeakSet<Report>();

export interface Page {
  readonly text: string;
  readonly tokens: Tokens;
  /** A finding has token `at` already. */
  isCovered(at: number): boolean;
  /** The characters of the tokens from `from` up to `to`. */
  written(from: number, to: number): string;
  /** What stands between token `at` and the next. */
  gap(at: number): string;
  /** Both tokens are words of one sentence. */
  together(a: number, b: number): boolean;
  /** Reports the tokens from `from` up to `to`. */
  tell(from: number, to: number, what: Omit<Report, "start" | "end">): void;
  /** The same, for a word that no dictionary has. */
  tellUnknown(at: number, what: Omit<Report, "start" | "end">): void;
}

export function createPage({ text, tokens }: Document, report: (report: Report) => void): Page {
  const { start, end, kind, sentence, count } = tokens;
  const covered = new Set<number>();

  function make(from: number, to: number, what: Omit<Report, "start" | "end">): Report {
    for (let at = from; at < to; at++) covered.add(at);
    return { start: start[from] as number, end: end[to - 1] as number, ...what };
  }

  return {
    text,
    tokens,
    isCovered: (at) => covered.has(at),
    written: (from, to) => text.slice(start[from], end[to - 1]),
    gap: (at) => text.slice(end[at], start[at + 1]),
    together: (a, b) =>
      a >= 0 &&
      b >= 0 &&
      a < count &&
      b < count &&
      sentence[a] === sentence[b] &&
      kind[a] === Kind.word &&
      kind[b] === Kind.word,
    tell: (from, to, what) => report(make(from, to, what)),
    tellUnknown(at, what) {
      const made = make(at, at + 1, what);
      byDictionary.add(made);
      report(made);
    },
  };
}

const curly = /[\u2018\u2019\u201B\u02BC\uFF07]/g;
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const accents = /[\u0300-\u036f]/g;

/** Straight apostrophes, no soft hyphens, no ligatures. */
export function plain(raw: string): string {
  return raw.normalize("NFKC").replace(invisible, "").replace(curly, "'");
}

export function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(accents, "");
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Puts the capitals of `like` on `word`. */
export function inCaseOf(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
  return like.charAt(0) === like.charAt(0).toLowerCase() ? word : capitalized(word);
}

/** Characters that hold a word in code, a path, an address or a handle. */
const codeMarks = new Set("_@#/\\$=<>{}|~^+*`&%:.0123456789\uFFFC".split(""));

/** Token `at` is part of code, a path, an address or a handle. */
export function inCode({ text, tokens: { start, end } }: Page, at: number): boolean {
  const from = start[at] as number;
  const to = end[at] as number;
  if (from > 0 && codeMarks.has(text.charAt(from - 1))) return true;
  const after = text.charAt(to);
  if (!codeMarks.has(after)) return false;
  // a stop or colon that ends a clause is no mark of code
  return !((after === "." || after === ":") && !/[\p{L}\p{N}_/]/u.test(text.charAt(to + 1)));
}

/** A hyphen joins token `at` to the one before or after. */
export function isHyphened({ tokens }: Page, at: number): boolean {
  return has(tokens, at, Flag.hyphened) || has(tokens, at + 1, Flag.hyphened);
}

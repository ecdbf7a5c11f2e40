/** What the readers of string catalogues (JSON, YAML) share: which values are prose, and what in them is not. */
import type { ProjectionBuilder } from "../text/projection.js";
import { objectReplacement } from "./document.js";

/** Placeholders, ICU message syntax and tags: nothing a translator wrote as words. */
const apparatus =
  /\{\{[^{}]{0,200}\}\}|[$#%]?\{[\w.,:\s-]{0,100}\}|\{\s{0,5}\w{1,60}\s{0,5},\s{0,5}(?:plural|select|selectordinal)\s{0,5},|(?:zero|one|two|few|many|other|=\d{1,6})\s{0,5}\{|%(?:\d\$)?(?:\(\w{1,60}\))?[sdifx@]\b|[{}]|<\/?[A-Za-z][^<>]{0,300}>/g;

const letters = /\p{L}/u;
/** A single word, as a button has it. */
const word = /^\p{L}[\p{L}'’-]*[.!?…:]?$/u;
const han = /\p{Script=Han}/u;

/** False for what programs read: addresses, paths, identifiers, colours, dates. */
export function isProse(value: string): boolean {
  const text = value.trim();
  if (!letters.test(text)) return false;
  return /\s/.test(text) || word.test(text) || han.test(text);
}

/** One stretch of a value: `text` is what `source.slice(start, end)` stands for. */
export interface ValuePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes one value as a block, placeholders as U+FFFC, tags as nothing.
 *
 * @param pieces the value's text in order; a piece is verbatim when it is as long as its source
 */
export function writeValue(builder: ProjectionBuilder, label: string, pieces: readonly ValuePiece[]): void {
  const value = pieces.map(({ text }) => text).join("");
  if (!isProse(value)) return;
  const hidden = [...value.matchAll(apparatus)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stand: match[0].startsWith("<") ? "" : objectReplacement,
  }));
  builder.open("value", label);
  let at = 0;
  let next = 0;
  for (const { text, start, end } of pieces) {
    const verbatim = text.length === end - start;
    let from = 0;
    while (from < text.length) {
      const range = hidden[next];
      const offset = at + from;
      if (!range || range.start >= at + text.length) {
        write(from, text.length);
        break;
      }
      if (range.start > offset) {
        write(from, range.start - at);
        from = range.start - at;
      }
      const to = Math.min(range.end - at, text.length);
      // a placeholder that goes on in the next piece is written once, where it begins
      if (range.start >= at) builder.replace(range.stand, verbatim ? start + from : start, verbatim ? start + to : end);
      from = to;
      if (range.end <= at + to) next++;
    }
    at += text.length;

    function write(first: number, last: number): void {
      if (verbatim) builder.replace(text.slice(first, last), start + first, start + last);
      else builder.replace(text.slice(first, last), start, end);
    }
  }
}

/** `menu.items[2].title`; keys that are no words stand in brackets and quotes. */
export function keyPath(path: readonly (string | number)[]): string {
  return path
    .map((key, at) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[\p{L}\p{N}_$-]+$/u.test(key)) return `[${JSON.stringify(key)}]`;
      return at === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Look-up: concepts by Chinese, pinyin or English. */
import { createDocument } from "../text/document.js";
import { fold } from "../text/fold.js";
import { bases, singulars } from "../text/inflect.js";
import { standardTermbase } from "./standard.js";
import { matchTerms, type Termbase } from "./termbase.js";
import type { Concept } from "./types.js";

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** Pinyin with its tones, but without spaces, apostrophes or numbers. */
function tonedKey(pinyin: string): string {
  return pinyin
    .normalize("NFD")
    .toLowerCase()
    .replace(/u\u0308|u:|v/g, "u")
    .replace(/[\s'’\-1-5·,，]/g, "");
}

/** Pinyin without tones, spaces, apostrophes or numbers: `niú bízi`, `niu2bi2zi5` and `niubizi` alike. */
export function pinyinKey(pinyin: string): string {
  return tonedKey(pinyin).replace(toneMarks, "");
}

/** English as look-up compares it: folded words with a space between. */
function englishKey(text: string, foldWord: (word: string) => string): string {
  return text
    .replace(/^(?:to|the|a|an|=) /i, "")
    .replace(/[“”"‘’'()]/g, "")
    .replace(/[.,;:!?]$/, "")
    .split(/[\s-]+/)
    .map(foldWord)
    .join(" ")
    .trim();
}

function chineseKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”"‘’'《》「」\s]/g, "");
}

const han = /\p{Script=Han}/u;

/** English as lines of one text, a rendering a line and a space before each word, so that one run of `indexOf` sees all. */
interface Lines {
  readonly text: string;
  /** Where each line begins. */
  readonly start: Int32Array;
  readonly concept: Int32Array;
  /** 0 for preferred, 1 for admitted, 2 for deprecated. */
  readonly kind: Uint8Array;
}

/** Keys of all concepts; those of a script are made when a query in it comes. */
interface Index {
  readonly concepts: readonly Concept[];
  readonly zh: () => readonly string[];
  readonly pinyin: () => readonly string[];
  readonly toned: () => readonly string[];
  readonly english: () => Lines;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function linesOf(keys: readonly { readonly key: string; readonly concept: number; readonly kind: number }[]): Lines {
  const start = new Int32Array(keys.length);
  let at = 0;
  for (const [line, { key }] of keys.entries()) {
    start[line] = at;
    at += key.length + 1;
  }
  return {
    text: keys.map(({ key }) => `${key}\n`).join(""),
    start,
    concept: Int32Array.from(keys, ({ concept }) => concept),
    kind: Uint8Array.from(keys, ({ kind }) => kind),
  };
}

function englishLines(concepts: readonly Concept[]): Lines {
  const folded = new Map<string, string>();
  const foldOnce = (word: string): string => {
    let form = folded.get(word);
    if (form === undefined) {
      form = fold(word);
      folded.set(word, form);
    }
    return form;
  };
  return linesOf(
    concepts.flatMap(({ preferred, admitted, deprecated }, concept) => {
      const line = (kind: number) => (text: string) => ({ key: ` ${englishKey(text, foldOnce)}`, concept, kind });
      return [line(0)(preferred), ...admitted.map(line(1)), ...deprecated.map(line(2))];
    }),
  );
}

const indexes = new WeakMap<Termbase, Index>();

function indexOf(termbase: Termbase): Index | undefined {
  const known = indexes.get(termbase);
  if (known) return known;
  const concepts = Array.from({ length: termbase.size }, (_, at) => termbase.details(at)).filter(
    (concept) => concept !== undefined,
  );
  // definitions may be loaded later
  if (concepts.length === 0) return undefined;
  const index: Index = {
    concepts,
    zh: once(() => concepts.map(({ zh }) => chineseKey(zh))),
    pinyin: once(() => concepts.map(({ pinyin }) => pinyinKey(pinyin))),
    toned: once(() => concepts.map(({ pinyin }) => tonedKey(pinyin))),
    english: once(() => englishLines(concepts)),
  };
  indexes.set(termbase, index);
  return index;
}

/** How a line answers a key: it is the same, begins with it, has it as whole words, or in a word's beginning. */
const Rank = { same: 0, begins: 1, holds: 2, part: 3 } as const;
const kinds = 3;

/** Calls `found` for every line that has the key, once. */
function search({ text, start }: Lines, key: string, found: (line: number, rank: number) => void): void {
  let line = 0;
  for (let at = text.indexOf(key); at >= 0; ) {
    line = lineAt(start, at, line);
    const end = at + key.length;
    const first = at === start[line];
    const after = text.charAt(end);
    const whole = after === "\n" || after === " ";
    found(line, first ? (after === "\n" ? Rank.same : Rank.begins) : whole ? Rank.holds : Rank.part);
    at = text.indexOf(key, text.indexOf("\n", end));
  }
}

/** The line that holds an offset, at or after `from`. */
function lineAt(start: Int32Array, offset: number, from: number): number {
  let low = from;
  let high = start.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Concepts one of whose phrases the query is, in any inflection and by any alternative of the notation. */
function matched(query: string, termbase: Termbase): number[] {
  const blocks = [{ kind: "paragraph" as const, start: 0, end: query.length }];
  const document = createDocument({ source: query, text: query, blocks, map: undefined }, { policy: true });
  return matchTerms(document, termbase)
    .filter(({ from, to }) => from === 0 && to === document.tokens.count)
    .map(({ phrase }) => phrase.concept);
}

/**
 * Concepts that a query names, best first: the very term, then those that begin with it, then those that hold it; right
 * English before wrong.
 *
 * @param query Chinese (牛鼻子), pinyin with or without tones (niú bízi, niubizi), or English, right or wrong, in any case
 * and inflection
 * @param termbases default: the package's own
 */
export function findTerms(query: string, termbases: readonly Termbase[] = [standardTermbase()]): Concept[] {
  const found: { concept: Concept; score: number }[] = [];
  for (const termbase of termbases) {
    const index = indexOf(termbase);
    if (!index) continue;
    const scores = han.test(query) ? byChinese(query, index) : byLatin(query, index, termbase);
    for (const [concept, score] of scores) found.push({ concept: index.concepts[concept] as Concept, score });
  }
  return found
    .sort((a, b) => a.score - b.score || a.concept.zh.length - b.concept.zh.length)
    .map(({ concept }) => concept);
}

type Scores = Map<number, number>;

function byChinese(query: string, { zh }: Index): Scores {
  const key = chineseKey(query);
  const scores: Scores = new Map();
  for (const [concept, text] of zh().entries()) {
    const at = text.indexOf(key);
    if (at < 0) continue;
    const rank = at > 0 ? Rank.holds : text === key ? Rank.same : Rank.begins;
    scores.set(concept, rank * kinds);
  }
  return scores;
}

function byLatin(query: string, index: Index, termbase: Termbase): Scores {
  const { english, concepts } = index;
  const scores: Scores = new Map();
  const score = (concept: number, value: number) => {
    const known = scores.get(concept);
    if (known === undefined || value < known) scores.set(concept, value);
  };
  const lookUp = (key: string) => {
    if (key === "") return;
    const lines = english();
    search(lines, ` ${key}`, (line, rank) => {
      score(lines.concept[line] as number, rank * kinds + (lines.kind[line] as number));
    });
  };
  const key = englishKey(query.trim(), fold);
  lookUp(key);
  // matches name concepts by their places in the termbase
  if (key !== "" && concepts.length === termbase.size) {
    for (const concept of matched(query.trim(), termbase)) score(concept, Rank.same * kinds + 2);
  }
  bySound(query, index, score);
  // phrases whose condition does not hold of the query alone are matched by nothing: look for their base forms
  if (scores.size === 0) for (const base of baseKeys(key)) lookUp(base);
  return scores;
}

/** The key with its first word as a verb's base form, or its last as a singular. */
function baseKeys(key: string): string[] {
  const words = key.split(" ");
  const last = words.length - 1;
  return [
    ...bases(words[0] as string).map((base) => words.with(0, base)),
    ...singulars(words[last] as string).map((base) => words.with(last, base)),
  ].map((list) => list.join(" "));
}

function bySound(query: string, { pinyin, toned }: Index, score: (concept: number, value: number) => void): void {
  const sound = pinyinKey(query);
  if (sound.length < 2) return;
  const tones = tonedKey(query);
  for (const [concept, text] of pinyin().entries()) {
    // pinyin inside other pinyin is chance; only a whole term or its beginning counts
    if (!text.startsWith(sound)) continue;
    const rank = text === sound ? Rank.same : Rank.begins;
    const otherTones = tones !== sound && !toned()[concept]?.startsWith(tones);
    score(concept, (otherTones ? rank + 1 : rank) * kinds);
  }
}

/**
 * A word list as one string, searched where it lies: words in order of their code units, sixteen a block, each written
 * as how many letters it shares with the word before, the letters that follow, and one mark for what is known of it.
 * Loading it costs nothing; a look-up is a binary search over blocks. The build writes it (scripts/compile-spelling.ts).
 */

export type Dialect = "american" | "british";

/** What is known of a word. */
export interface WordFacts {
  /** 0 for the thousands of commonest words, 3 for most; 4 for rare ones, which are likelier slips where a common word is near. */
  readonly rank: number;
  /** The one dialect it belongs to, if not to both. */
  readonly dialect: Dialect | undefined;
  /** It stands in a rendering of the termbase. */
  readonly term: boolean;
}

/** Marks: ASCII that no word holds and no string needs to escape. Place = rank + 4 × dialect + 12 × term; the last is for rare words. */
const marks = "!#$%&()*+,-./:;<=>?@[]^_|";
const rareMark = 24;
const dialects: readonly (Dialect | undefined)[] = [undefined, "american", "british"];
const blockSize = 16;

const isMark = new Uint8Array(128);
for (let at = 0; at < marks.length; at++) isMark[marks.charCodeAt(at)] = 1;

function markOf({ rank, dialect, term }: WordFacts): string {
  return marks.charAt(rank === 4 ? rareMark : rank + 4 * dialects.indexOf(dialect) + (term ? 12 : 0));
}

function factsOf(mark: number): WordFacts {
  const at = marks.indexOf(String.fromCharCode(mark));
  if (at === rareMark) return { rank: 4, dialect: undefined, term: false };
  return { rank: at & 3, dialect: dialects[(at % 12) >> 2], term: at >= 12 };
}

/**
 * @param words letters and apostrophes only, no word twice
 * @returns the packed list
 */
export function packWords(words: ReadonlyMap<string, WordFacts>): string {
  const sorted = [...words.keys()].sort((a, b) => (a < b ? -1 : 1));
  let packed = "";
  let before = "";
  for (const [at, word] of sorted.entries()) {
    let shared = 0;
    if (at % blockSize === 0) packed += "\n";
    else while (shared < 60 && shared < word.length && word.charAt(shared) === before.charAt(shared)) shared++;
    packed += String.fromCharCode(48 + shared) + word.slice(shared) + markOf(words.get(word) as WordFacts);
    before = word;
  }
  return packed;
}

export interface WordList {
  /** @returns what is known of exactly this spelling, or `undefined` */
  find(word: string): WordFacts | undefined;
  /** Calls `each` with every word that begins with the letter. */
  scan(letter: string, each: (word: string, facts: WordFacts) => void): void;
}

/** After so many look-ups (a long text, many misspellings) the words are laid out in a map. */
const patience = 30_000;

/** @param packed what `packWords` made */
export function readWords(packed: string): WordList {
  let asked = 0;
  let all: Map<string, number> | undefined;

  /** Start of the block that would hold the word, or -1. */
  function blockOf(word: string): number {
    let low = 0;
    let high = packed.length;
    // invariant: the block at `low` begins at or before the word
    while (low < high) {
      const start = packed.lastIndexOf("\n", (low + high) >> 1);
      if (start <= low) {
        const next = packed.indexOf("\n", low + 1);
        if (next < 0 || next >= high || headAfter(next, word)) break;
        low = next;
      } else if (headAfter(start, word)) high = start;
      else low = start;
    }
    return packed.length === 0 ? -1 : low;
  }

  /** True when the first word of the block at `start` comes after `word`. */
  function headAfter(start: number, word: string): boolean {
    let at = start + 2;
    for (let letter = 0; ; at++, letter++) {
      const code = packed.charCodeAt(at);
      if (isMark[code] === 1) return false;
      if (letter >= word.length) return true;
      const wanted = word.charCodeAt(letter);
      if (code !== wanted) return code > wanted;
    }
  }

  function* entries(start: number): Generator<[string, number]> {
    let word = "";
    let at = start;
    while (at < packed.length) {
      if (packed.charCodeAt(at) === 10) at++;
      const shared = packed.charCodeAt(at) - 48;
      let end = ++at;
      while (isMark[packed.charCodeAt(end)] !== 1) end++;
      word = word.slice(0, shared) + packed.slice(at, end);
      yield [word, packed.charCodeAt(end)];
      at = end + 1;
    }
  }

  function search(word: string): number | undefined {
    const start = blockOf(word);
    if (start < 0) return undefined;
    let seen = 0;
    for (const [candidate, mark] of entries(start)) {
      if (candidate === word) return mark;
      if (++seen === blockSize || candidate > word) return undefined;
    }
    return undefined;
  }

  return {
    find(word) {
      if (!all && ++asked > patience) all = new Map(entries(0));
      const mark = all ? all.get(word) : search(word);
      return mark === undefined ? undefined : factsOf(mark);
    },
    scan(letter, each) {
      const start = blockOf(letter);
      if (start < 0) return;
      for (const [word, mark] of entries(start)) {
        const first = word.charAt(0);
        if (first === letter) each(word, factsOf(mark));
        else if (first > letter) return;
      }
    },
  };
}

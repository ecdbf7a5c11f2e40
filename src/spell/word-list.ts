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

const factsByMark: readonly WordFacts[] = Array.from(marks, (_, at) =>
  at === rareMark
    ? { rank: 4, dialect: undefined, term: false }
    : { rank: at & 3, dialect: dialects[(at % 12) >> 2], term: at >= 12 },
);
const markPlace = new Uint8Array(128);
for (let at = 0; at < marks.length; at++) markPlace[marks.charCodeAt(at)] = at;

function factsOf(mark: number): WordFacts {
  return factsByMark[markPlace[mark] as number] as WordFacts;
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

/** The letters of a word as bits: words a slip apart differ in two of them at most. */
function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export interface WordList {
  /** @returns what is known of exactly this spelling, or `undefined` */
  find(word: string): WordFacts | undefined;
  /**
   * Calls `each` with the words that begin with `letter` and may be within `slips` slips of `word`, which is for the
   * caller to see: their lengths and letters allow it.
   */
  near(letter: string, word: string, slips: number, each: (word: string, facts: WordFacts) => void): void;
  /** Every word. */
  all(): readonly (readonly [word: string, facts: WordFacts])[];
}

/** Words of one first letter and one length, laid out. */
interface Shelf {
  readonly words: string[];
  readonly marks: number[];
  readonly bits: number[];
}

/** @param packed what `packWords` made */
export function readWords(packed: string): WordList {
  const shelves = new Map<string, Shelf[]>();

  /** Start of the block that would hold the word. */
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
    return low;
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

  /** Reads from the block at `start` on until `each` says that it is enough. */
  function read(start: number, each: (word: string, mark: number) => boolean): void {
    let word = "";
    let at = start;
    while (at < packed.length) {
      if (packed.charCodeAt(at) === 10) at++;
      const shared = packed.charCodeAt(at) - 48;
      let end = ++at;
      while (isMark[packed.charCodeAt(end)] !== 1) end++;
      word = word.slice(0, shared) + packed.slice(at, end);
      if (each(word, packed.charCodeAt(end))) return;
      at = end + 1;
    }
  }

  function shelvesOf(letter: string): Shelf[] {
    let made = shelves.get(letter);
    if (made) return made;
    const fresh: Shelf[] = [];
    read(blockOf(letter), (word, mark) => {
      const first = word.charAt(0);
      if (first === letter) {
        let shelf = fresh[word.length];
        if (!shelf) {
          shelf = { words: [], marks: [], bits: [] };
          fresh[word.length] = shelf;
        }
        shelf.words.push(word);
        shelf.marks.push(mark);
        shelf.bits.push(letterBits(word));
      }
      return first > letter;
    });
    made = fresh;
    shelves.set(letter, made);
    return made;
  }

  return {
    find(word) {
      let found: WordFacts | undefined;
      let seen = 0;
      read(blockOf(word), (candidate, mark) => {
        if (candidate === word) found = factsOf(mark);
        return found !== undefined || ++seen === blockSize || candidate > word;
      });
      return found;
    },
    near(letter, word, slips, each) {
      const bits = letterBits(word);
      const all = shelvesOf(letter);
      for (let length = Math.max(1, word.length - slips); length <= word.length + slips; length++) {
        const shelf = all[length];
        if (!shelf) continue;
        for (let at = 0; at < shelf.bits.length; at++) {
          if (bitCount((shelf.bits[at] as number) ^ bits) > slips * 2) continue;
          each(shelf.words[at] as string, factsOf(shelf.marks[at] as number));
        }
      }
    },
    all() {
      const words: [string, WordFacts][] = [];
      read(0, (word, mark) => words.push([word, factsOf(mark)]) < 0);
      return words;
    },
  };
}

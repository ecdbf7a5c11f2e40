/**
 * The data of composition, unpacked into typed arrays. Lists of lists stand in one array with an array of where each
 * begins: those of `n` are `items[first[n]]` up to `items[first[n + 1]]`. What a text may never ask for, the tables of
 * neighbors, is filled a row at a time when it is.
 */
import { decodeInts } from "./automaton.js";
import { familiesOf } from "./families.js";
import type { PackedGoodTerms } from "./termbase.js";

/** What the build writes. All strings, so that loading parses nothing it does not need. */
export interface PackedCalques {
  /** Word families that renderings use, by id. */
  readonly families: string;
  /** A line a unit: Chinese, then its renderings, tab-separated. */
  readonly units: string;
  /** Per unit the number of its renderings that compose; per rendering the number of its families, then their ids. */
  readonly senses: string;
  /** Per frame: concept (as the difference to the frame before), number of units, their ids. */
  readonly frames: string;
  /** Per concept with a gloss: difference to the concept before, number of units, their ids. */
  readonly glosses: string;
  /** Ordinary pairs of families `a b`: per first family the number of seconds, then their differences. */
  readonly pairs: string;
  /** The same for `a of b`. */
  readonly ofPairs: string;
  /** Differences of the sorted hashes of what good English is made of (`bagHash`). */
  readonly good: string;
  /** Good terms that `matchTerms` does without. */
  readonly goodTerms: PackedGoodTerms;
}

/** Lists of numbers, one for each number from 0 up. */
interface Lists {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** A bit a pair of families, by rows; `fill` sets the bits of a row when it is first asked for. */
interface Table {
  readonly size: number;
  readonly bits: Uint32Array;
  readonly filled: Uint8Array;
  readonly fill: (row: number, set: (column: number) => void) => void;
}

/** Ready to match. */
export interface Calques {
  readonly families: ReadonlyMap<string, number>;
  /** Per unit its Chinese and its renderings, tab-separated. */
  readonly units: readonly string[];
  /** As the build packed them; read when somebody asks. */
  readonly glosses: string;
  readonly goodTerms: PackedGoodTerms;
  /** Renderings ("senses") in the order of their units: the unit of each, and its families. */
  readonly senseUnit: Int32Array;
  readonly senseFamilies: Lists;
  /** Senses by their first family. */
  readonly sensesOf: Lists;
  readonly frameConcept: Int32Array;
  /** How much of the Chinese a frame has: 0 all, 1 all that English needs, 2 a part. */
  readonly frameGrade: Uint8Array;
  /** Units of each frame. */
  readonly frameUnits: Lists;
  /** An open hash from two units, in whatever order, to the frames that hold both: see `slotOf`. */
  readonly slotKey: Int32Array;
  readonly slotFrames: Lists;
  /** What two neighbors of some layout may be. */
  readonly neighbors: Table;
  /** What ordinary English has side by side, and around *of*. */
  readonly pairs: Table;
  readonly ofPairs: Table;
  readonly good: ReadonlySet<number>;
  /** By family: 1 where it is a figure. */
  readonly figures: Uint8Array;
  /** Family ids by folded word, filled as words are met. */
  readonly words: Map<string, readonly number[]>;
  /** What two families in a row may begin, filled as they are met. */
  readonly openings: Map<number, Int32Array>;
}

/** The grade of frames that only `wide` looks at. */
const wideGrade = 3;

/** More units than a lexicon has. */
const mostUnits = 8192;

/** @param wide takes in the frames that only `wide` looks at */
export function loadCalques(packed: PackedCalques, wide = false): Calques {
  const families = new Map(packed.families.split("\n").map((family, id) => [family, id]));
  const { size } = families;
  const senses = readSenses(decodeInts(packed.senses), size);
  const frames = readFrames(decodeInts(packed.frames), wide);
  return {
    families,
    units: packed.units.split("\n"),
    glosses: packed.glosses,
    goodTerms: packed.goodTerms,
    ...senses,
    ...frames,
    neighbors: neighborTable(size, senses, frames),
    pairs: pairTable(decodeInts(packed.pairs), size),
    ofPairs: pairTable(decodeInts(packed.ofPairs), size),
    good: sums(decodeInts(packed.good)),
    figures: Uint8Array.from(families.keys(), (family) => (/^\d/.test(family) ? 1 : 0)),
    words: new Map(),
    openings: new Map(),
  };
}

/** Sorts 0, 1, 2 ... into a list for each value that `keys` gives them. */
function grouped(keys: Int32Array, size: number): Lists {
  const first = new Int32Array(size + 1);
  for (let at = 0; at < keys.length; at++) {
    const list = (keys[at] as number) + 1;
    first[list] = (first[list] as number) + 1;
  }
  for (let list = 0; list < size; list++) first[list + 1] = (first[list + 1] as number) + (first[list] as number);
  const fill = first.slice(0, size);
  const items = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const list = keys[at] as number;
    const place = fill[list] as number;
    items[place] = at;
    fill[list] = place + 1;
  }
  return { first, items };
}

type Senses = Pick<Calques, "senseUnit" | "senseFamilies" | "sensesOf">;

function readSenses(ints: Int32Array, size: number): Senses {
  const unitOf = new Int32Array(ints.length);
  const first = new Int32Array(ints.length);
  const items = new Int32Array(ints.length);
  let sense = 0;
  let item = 0;
  for (let at = 0, unit = 0; at < ints.length; unit++) {
    for (let left = ints[at++] as number; left > 0; left--) {
      unitOf[sense] = unit;
      first[sense++] = item;
      for (let length = ints[at++] as number; length > 0; length--) items[item++] = ints[at++] as number;
    }
  }
  first[sense] = item;
  const senseUnit = unitOf.slice(0, sense);
  const senseFamilies = { first: first.slice(0, sense + 1), items: items.slice(0, item) };
  const firsts = senseUnit.map((_, at) => items[first[at] as number] as number);
  return { senseUnit, senseFamilies, sensesOf: grouped(firsts, size) };
}

type Frames = Pick<Calques, "frameConcept" | "frameGrade" | "frameUnits" | "slotKey" | "slotFrames">;

function readFrames(ints: Int32Array, wide: boolean): Frames {
  const concepts = new Int32Array(ints.length);
  const grades = new Uint8Array(ints.length);
  const first = new Int32Array(ints.length);
  const units = new Int32Array(ints.length);
  let frame = 0;
  let item = 0;
  let pairs = 0;
  let concept = 0;
  for (let at = 0; at < ints.length; ) {
    concept += ints[at++] as number;
    const code = ints[at++] as number;
    const length = code >> 2;
    if (!wide && (code & 3) === wideGrade) {
      at += length;
      continue;
    }
    concepts[frame] = concept;
    grades[frame] = code & 3;
    first[frame++] = item;
    for (let left = length; left > 0; left--) units[item++] = ints[at++] as number;
    pairs += (length * (length - 1)) / 2;
  }
  first[frame] = item;
  const frameUnits = { first: first.slice(0, frame + 1), items: units.slice(0, item) };
  return {
    frameConcept: concepts.slice(0, frame),
    frameGrade: grades.slice(0, frame),
    frameUnits,
    ...slotsOf(frameUnits, frame, pairs),
  };
}

/** Files each frame under every two units that it holds. */
function slotsOf({ first, items }: Lists, frames: number, pairs: number): Pick<Frames, "slotKey" | "slotFrames"> {
  let size = 1024;
  while (size < pairs * 1.5) size *= 2;
  const slotKey = new Int32Array(size);
  const slotOfPair = new Int32Array(pairs);
  const frameOfPair = new Int32Array(pairs);
  let pair = 0;
  for (let frame = 0; frame < frames; frame++) {
    const end = first[frame + 1] as number;
    for (let i = first[frame] as number; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        const key = keyOf(items[i] as number, items[j] as number);
        const slot = placeOf(slotKey, key);
        slotKey[slot] = key;
        slotOfPair[pair] = slot;
        frameOfPair[pair++] = frame;
      }
    }
  }
  const byPair = grouped(slotOfPair, size);
  return {
    slotKey,
    slotFrames: { first: byPair.first, items: byPair.items.map((at) => frameOfPair[at] as number) },
  };
}

/** Two units, in whatever order, as one number that is never 0. */
function keyOf(one: number, two: number): number {
  return one < two ? one * mostUnits + two + 1 : two * mostUnits + one + 1;
}

/** The place of a key in an open hash whose length is a power of two: its own, or the empty one where it would stand. */
function placeOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = Math.imul(key, 0x9e3779b1) >>> 8;
  for (slot &= mask; keys[slot] !== 0 && keys[slot] !== key; ) slot = (slot + 1) & mask;
  return slot;
}

/** The place of two units among the frames that hold both, or -1. */
export function slotOf({ slotKey }: Calques, one: number, two: number): number {
  const slot = placeOf(slotKey, keyOf(one, two));
  return slotKey[slot] === 0 ? -1 : slot;
}

/** The place in `sensesOf.items` of the first sense that begins with a family and renders a unit or a later one. */
export function senseOf({ senseUnit, sensesOf }: Calques, family: number, unit: number): number {
  let low = sensesOf.first[family] as number;
  let high = sensesOf.first[family + 1] as number;
  // senses stand in the order of their units, and so within a list
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((senseUnit[sensesOf.items[middle] as number] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tableOf(size: number, fill: Table["fill"]): Table {
  return { size, bits: new Uint32Array(((size * size) >> 5) + 1), filled: new Uint8Array(size), fill };
}

function fillRow({ size, bits, filled, fill }: Table, row: number): void {
  filled[row] = 1;
  fill(row, (column) => {
    const bit = row * size + column;
    bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
  });
}

/** Whether a table has a pair. */
export function hasPair(table: Table, row: number, column: number): boolean {
  if (table.filled[row] === 0) fillRow(table, row);
  const bit = row * table.size + column;
  return ((table.bits[bit >> 5] as number) & (1 << (bit & 31))) !== 0;
}

function pairTable(ints: Int32Array, size: number): Table {
  const starts = new Int32Array(size);
  for (let at = 0, row = 0; at < ints.length; row++) {
    starts[row] = at;
    at += (ints[at] as number) + 1;
  }
  return tableOf(size, (row, set) => {
    const from = (starts[row] as number) + 1;
    const to = from + (ints[from - 1] ?? 0);
    let column = 0;
    for (let at = from; at < to; at++) {
      column += ints[at] as number;
      set(column);
    }
  });
}

/** What rows of neighbors are made of. */
interface Links {
  /** Places among the families of all senses, by family; and the sense of each place. */
  readonly places: Lists;
  readonly senseAt: Int32Array;
  /** Pairs of units, both ways, by the one; and the other of each. */
  readonly pairs: Lists;
  readonly other: Int32Array;
  /** Senses by unit. */
  readonly sensesOfUnit: Lists;
}

function linksOf(size: number, { senseUnit, senseFamilies }: Senses, { slotKey }: Frames): Links {
  const { first, items } = senseFamilies;
  const senseAt = new Int32Array(items.length);
  for (let sense = 0; sense < senseUnit.length; sense++)
    senseAt.fill(sense, first[sense] as number, first[sense + 1] as number);
  const keys = slotKey.filter((key) => key !== 0);
  const one = new Int32Array(keys.length * 2);
  const other = new Int32Array(keys.length * 2);
  for (let at = 0; at < keys.length; at++) {
    const key = (keys[at] as number) - 1;
    one[at * 2] = other[at * 2 + 1] = Math.floor(key / mostUnits);
    one[at * 2 + 1] = other[at * 2] = key % mostUnits;
  }
  return {
    places: grouped(items, size),
    senseAt,
    pairs: grouped(one, mostUnits),
    other,
    sensesOfUnit: grouped(senseUnit, mostUnits),
  };
}

/** Neighbors within a rendering, and the end of one unit's with the beginning of another's that shares a frame with it. */
function neighborTable(size: number, senses: Senses, frames: Frames): Table {
  const { first, items } = senses.senseFamilies;
  const { places, senseAt, pairs, other, sensesOfUnit } = linksOf(size, senses, frames);
  return tableOf(size, (family, set) => {
    for (let n = places.first[family] as number; n < (places.first[family + 1] as number); n++) {
      const place = places.items[n] as number;
      const sense = senseAt[place] as number;
      if (place + 1 < (first[sense + 1] as number)) {
        set(items[place + 1] as number);
        continue;
      }
      const unit = senses.senseUnit[sense] as number;
      for (let p = pairs.first[unit] as number; p < (pairs.first[unit + 1] as number); p++) {
        const partner = other[pairs.items[p] as number] as number;
        for (let s = sensesOfUnit.first[partner] as number; s < (sensesOfUnit.first[partner + 1] as number); s++)
          set(items[first[sensesOfUnit.items[s] as number] as number] as number);
      }
    }
  });
}

function sums(differences: Int32Array): ReadonlySet<number> {
  const found = new Set<number>();
  let sum = 0;
  for (let at = 0; at < differences.length; at++) {
    sum += differences[at] as number;
    found.add(sum);
  }
  return found;
}

/** Order-free hash of family ids: what a rendering is made of. */
export function bagHash(families: ArrayLike<number>): number {
  let hash = 17;
  for (const family of Array.from(families).sort((a, b) => a - b))
    hash = (Math.imul(hash, 16777619) ^ (family + 1)) & 0x3fffffff;
  return hash;
}

/** The Chinese of a unit. */
export function unitAt({ units }: Calques, unit: number): string {
  const line = units[unit] as string;
  return line.slice(0, line.indexOf("\t"));
}

const mostWords = 200_000;
const noFamilies: readonly number[] = [];

/** The ids of the families a folded word may belong to. */
export function familyIds(calques: Calques, word: string): readonly number[] {
  let ids = calques.words.get(word);
  if (!ids) {
    ids = familiesOf(word)
      .map((family) => calques.families.get(family))
      .filter((id) => id !== undefined);
    if (ids.length === 0) ids = noFamilies;
    if (calques.words.size > mostWords) calques.words.clear();
    calques.words.set(word, ids);
  }
  return ids;
}

/**
 * Composition: the literal English of a concept, put together from the parts of its Chinese. A **frame** is a concept cut
 * into units; a unit has literal renderings; a text has a composed rendering where one rendering of each unit of a frame
 * stands, in the order of the Chinese or turned around a preposition, with nothing but small words between. Frames are
 * found by their first two units, so the cost is the text's, not the termbase's; then the rest is checked.
 *
 * What is found is kept only when it is no ordinary English: see `judge`.
 */
import { type Document, Flag, has } from "../text/document.js";
import { Kind } from "../text/tokens.js";
import { decodeInts } from "./automaton.js";
import { familiesOf } from "./families.js";
import { connectors } from "./lexicon.js";

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
}

interface Sense {
  readonly unit: number;
  readonly families: readonly number[];
}

/** A unit that one family renders, and a rendering that begins with the next family, both in some frame. */
interface Start {
  readonly one: number;
  readonly two: Sense;
  /** Where the frames of both are listed. */
  readonly slot: number;
  /** They are two words, and no frame of both has a third part. */
  readonly short: boolean;
}

/** Ready to match. */
export interface Calques {
  readonly families: ReadonlyMap<string, number>;
  /** Renderings by their first family. */
  readonly senses: readonly (readonly Sense[] | undefined)[];
  /** Per unit its Chinese and its renderings, tab-separated. */
  readonly units: readonly string[];
  /** As the build packed it; read when somebody asks for a gloss. */
  readonly glosses: string;
  readonly frameConcept: Int32Array;
  /** How much of the Chinese a frame has: 0 all, 1 all that English needs, 2 a part. */
  readonly frameGrade: Uint8Array;
  /** Units of frame n: frameUnits[firstUnit[n]] up to firstUnit[n + 1]. */
  readonly firstUnit: Int32Array;
  readonly frameUnits: Int32Array;
  /** Frames that hold two units, in whatever order: see `slotOf`. */
  readonly slotKey: Int32Array;
  readonly slotStart: Int32Array;
  readonly slotFrames: Int32Array;
  /** A bit a pair of families, by rows: set for what two neighbours of some layout may be. */
  readonly neighbors: Uint32Array;
  /** A bit a pair of families, by rows: what ordinary English has side by side, and around *of*. */
  readonly pairs: Uint32Array;
  readonly ofPairs: Uint32Array;
  readonly good: ReadonlySet<number>;
  /** Families that are figures. */
  readonly figures: ReadonlySet<number>;
  /** Family ids by folded word, filled as words are met. */
  readonly words: Map<string, readonly number[]>;
  /** What two neighbouring families may begin, filled as they are met. */
  readonly starts: Map<number, Starts>;
}

/** Order-free hash of family ids: what a rendering is made of. */
export function bagHash(families: readonly number[]): number {
  let hash = 17;
  for (const family of [...families].sort((a, b) => a - b))
    hash = (Math.imul(hash, 16777619) ^ (family + 1)) & 0x3fffffff;
  return hash;
}

const room = 8192;

/** The grade of frames that only `wide` looks at. */
const wideGrade = 3;

/** Ordered pairs of families as a bit each, by rows. */
function pairBits(text: string, size: number): Uint32Array {
  const list = decodeInts(text);
  const bits = new Uint32Array(((size * size) >> 5) + 1);
  let row = 0;
  for (let at = 0; at < list.length; row += size) {
    let bit = row;
    for (let left = list[at++] as number; left > 0; left--) {
      bit += list[at++] as number;
      bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
    }
  }
  return bits;
}

type Frames = Pick<
  Calques,
  "frameConcept" | "frameGrade" | "firstUnit" | "frameUnits" | "slotKey" | "slotStart" | "slotFrames"
>;

/** Frames as columns, and an open hash from two units to the frames that hold both. */
function readFrames(ints: Int32Array, wide: boolean): Frames {
  const concepts: number[] = [];
  const grades: number[] = [];
  const firstUnit: number[] = [];
  const frameUnits: number[] = [];
  let concept = 0;
  let pairs = 0;
  for (let at = 0; at < ints.length; ) {
    concept += ints[at++] as number;
    const code = ints[at++] as number;
    const length = code >> 2;
    if (!wide && (code & 3) === wideGrade) {
      at += length;
      continue;
    }
    concepts.push(concept);
    grades.push(code & 3);
    firstUnit.push(frameUnits.length);
    for (let i = 0; i < length; i++) frameUnits.push(ints[at++] as number);
    pairs += (length * (length - 1)) / 2;
  }
  firstUnit.push(frameUnits.length);
  let size = 1024;
  while (size < pairs * 1.5) size *= 2;
  const slotKey = new Int32Array(size);
  const slotOfPair = new Int32Array(pairs);
  const counts = new Int32Array(size + 1);
  let pair = 0;
  for (let frame = 0; frame < concepts.length; frame++) {
    const end = firstUnit[frame + 1] as number;
    for (let i = firstUnit[frame] as number; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        const key = pairKey(frameUnits[i] as number, frameUnits[j] as number);
        const slot = slotOf(slotKey, key);
        slotKey[slot] = key;
        slotOfPair[pair++] = slot;
        counts[slot] = (counts[slot] as number) + 1;
      }
    }
  }
  const slotStart = new Int32Array(size + 1);
  for (let slot = 0; slot < size; slot++) slotStart[slot + 1] = (slotStart[slot] as number) + (counts[slot] as number);
  const fill = slotStart.slice();
  const slotFrames = new Int32Array(pairs);
  pair = 0;
  for (let frame = 0; frame < concepts.length; frame++) {
    const length = (firstUnit[frame + 1] as number) - (firstUnit[frame] as number);
    for (let left = (length * (length - 1)) / 2; left > 0; left--) {
      const slot = slotOfPair[pair++] as number;
      const at = fill[slot] as number;
      slotFrames[at] = frame;
      fill[slot] = at + 1;
    }
  }
  return {
    frameConcept: Int32Array.from(concepts),
    frameGrade: Uint8Array.from(grades),
    firstUnit: Int32Array.from(firstUnit),
    frameUnits: Int32Array.from(frameUnits),
    slotKey,
    slotStart,
    slotFrames,
  };
}

function addOnce(list: number[], item: number): void {
  if (!list.includes(item)) list.push(item);
}

function neighborsOf(
  size: number,
  unitCount: number,
  senses: readonly (readonly Sense[] | undefined)[],
  { slotKey }: Frames,
): Uint32Array {
  const bits = new Uint32Array(((size * size) >> 5) + 1);
  const set = (first: number, second: number) => {
    const bit = first * size + second;
    bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
  };
  const mark = (before: readonly number[], after: readonly number[]) => {
    for (let i = 0; i < before.length; i++) {
      const row = (before[i] as number) * size;
      for (let j = 0; j < after.length; j++) {
        const bit = row + (after[j] as number);
        bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
      }
    }
  };
  const firsts: number[][] = Array.from({ length: unitCount }, () => []);
  const lasts: number[][] = Array.from({ length: unitCount }, () => []);
  for (const list of senses) {
    for (const { unit, families } of list ?? none) {
      addOnce(firsts[unit] as number[], families[0] as number);
      addOnce(lasts[unit] as number[], families[families.length - 1] as number);
      for (let at = 1; at < families.length; at++) set(families[at - 1] as number, families[at] as number);
    }
  }
  for (const key of slotKey) {
    if (key === 0) continue;
    const two = (key - 1) % room;
    const one = (key - 1 - two) / room;
    mark(lasts[one] as number[], firsts[two] as number[]);
    mark(lasts[two] as number[], firsts[one] as number[]);
  }
  return bits;
}

/** Two units, in whatever order, as one number that is never 0. */
function pairKey(one: number, two: number): number {
  return one < two ? one * room + two + 1 : two * room + one + 1;
}

/** The place of a key in an open hash whose length is a power of two: its own, or the empty one where it would stand. */
function slotOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = Math.imul(key, 0x9e3779b1) >>> 8;
  for (slot &= mask; keys[slot] !== 0 && keys[slot] !== key; ) slot = (slot + 1) & mask;
  return slot;
}

/** @param wide takes in the frames that only `wide` looks at */
export function loadCalques(packed: PackedCalques, wide = false): Calques {
  const families = new Map(packed.families.split("\n").map((family, id) => [family, id]));
  const senses: (Sense[] | undefined)[] = new Array(families.size);
  const senseInts = decodeInts(packed.senses);
  let unit = 0;
  for (let at = 0; at < senseInts.length; unit++) {
    for (let left = senseInts[at++] as number; left > 0; left--) {
      const length = senseInts[at++] as number;
      const list: number[] = [];
      for (let i = 0; i < length; i++) list.push(senseInts[at++] as number);
      const first = list[0] as number;
      const known = senses[first];
      if (known) known.push({ unit, families: list });
      else senses[first] = [{ unit, families: list }];
    }
  }
  const frames = readFrames(decodeInts(packed.frames), wide);
  const neighbors = neighborsOf(families.size, unit, senses, frames);
  const good = new Set<number>();
  let hash = 0;
  const differences = decodeInts(packed.good);
  for (let at = 0; at < differences.length; at++) {
    hash += differences[at] as number;
    good.add(hash);
  }
  return {
    families,
    senses,
    units: packed.units.split("\n"),
    glosses: packed.glosses,
    ...frames,
    neighbors,
    pairs: pairBits(packed.pairs, families.size),
    ofPairs: pairBits(packed.ofPairs, families.size),
    good,
    figures: new Set([...families].filter(([family]) => /^\d/.test(family)).map(([, id]) => id)),
    words: new Map(),
    starts: new Map(),
  };
}

/** The Chinese of a unit. */
export function unitAt({ units }: Calques, unit: number): string {
  const line = units[unit] as string;
  return line.slice(0, line.indexOf("\t"));
}

const mostWords = 200_000;
const noFamilies: readonly number[] = [];
const noStamps = new Int32Array(0);

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

/** How two neighbours are joined: by nothing or an article, by `and`, by `of` and other prepositions, by `'s`, by something else. */
export const Joint = { bare: 0, and: 1, of: 2, possessive: 3, other: 4, comma: 5, with: 6 } as const;

const jointOf = new Map<string, number>([
  ...["and", "or", "&", "as"].map((word) => [word, Joint.and] as const),
  ...["of", "for", "in", "on", "at", "within", "under", "between", "among", "toward", "about", "upon"].map(
    (word) => [word, Joint.of] as const,
  ),
  ...["with", "by", "from", "into", "through"].map((word) => [word, Joint.with] as const),
  ["'s", Joint.possessive],
  [",", Joint.comma],
  ...["to", "that", "which", "who", "is", "are", "be", "was", "were", "being", "been"].map(
    (word) => [word, Joint.other] as const,
  ),
]);

/** Small words at most between two parts. */
const longestJoint = 3;

/** One rendering of a unit in the text. */
interface Piece {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly families: readonly number[];
}

/** A frame laid out in the text. */
export interface Layout {
  readonly frame: number;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** The place of each piece in the Chinese. */
  readonly order: readonly number[];
  /** `joints[n]` stands between pieces n and n + 1. */
  readonly joints: readonly number[];
}

const Role = { unknown: 0, nothing: 1, small: 2, content: 3 } as const;

/** What two neighbouring families may begin: two parts of a frame, and first parts of several words. */
interface Starts {
  readonly pairs: readonly Start[];
  readonly longs: readonly Sense[];
}

const noStarts: Starts = { pairs: [], longs: [] };
const none: readonly Sense[] = [];

function startsOf(calques: Calques, first: number, second: number): Starts {
  const { senses, slotKey, slotStart, slotFrames, firstUnit, starts } = calques;
  const key = first * room + second;
  let found = starts.get(key);
  if (!found) {
    const pairs: Start[] = [];
    const longs: Sense[] = [];
    for (const one of senses[first] ?? none) {
      if (one.families.length > 1) {
        if (one.families[1] === second) longs.push(one);
        continue;
      }
      for (const two of senses[second] ?? none) {
        const slot = slotOf(slotKey, pairKey(one.unit, two.unit));
        if (slotKey[slot] === 0) continue;
        let short = two.families.length === 1;
        for (let n = slotStart[slot] as number; short && n < (slotStart[slot + 1] as number); n++) {
          const frame = slotFrames[n] as number;
          if ((firstUnit[frame + 1] as number) - (firstUnit[frame] as number) > 2) short = false;
        }
        pairs.push({ one: one.unit, two, slot, short });
      }
    }
    found = pairs.length + longs.length === 0 ? noStarts : { pairs, longs };
    if (starts.size > mostWords) starts.clear();
    starts.set(key, found);
  }
  return found;
}

/** Content words between the start of a layout and its first odd joint at most. */
const farthest = 4;

/**
 * Every layout of every frame in the document that has an odd joint.
 *
 * @param all those without one too
 * @param mayBeShort whether a layout of two words may begin at a token
 */
export function layouts(
  document: Document,
  calques: Calques,
  found: (layout: Layout) => void,
  all = false,
  mayBeShort: (token: number) => boolean = () => true,
): void {
  const { tokens } = document;
  const { senses, neighbors, slotKey, slotStart, slotFrames, firstUnit, frameUnits } = calques;
  const roles = new Uint8Array(tokens.vocabulary.length);
  const ids: (readonly number[] | undefined)[] = new Array(tokens.vocabulary.length);
  /** For each token the next that carries meaning, -1 for none, 0 for not looked up; and what joins the two. */
  const following = new Int32Array(tokens.count + 1);
  const joining = new Uint8Array(tokens.count + 1);

  const idsAt = (at: number): readonly number[] => {
    const word = tokens.word[at] as number;
    let list = ids[word];
    if (!list) {
      const kind = tokens.kind[at] as number;
      list =
        kind === Kind.word || kind === Kind.number ? familyIds(calques, tokens.vocabulary[word] as string) : noFamilies;
      ids[word] = list;
    }
    return list;
  };
  const roleAt = (at: number): number => {
    const word = tokens.word[at] as number;
    let role = roles[word] as number;
    if (role !== Role.unknown) return role;
    const text = tokens.vocabulary[word] as string;
    if (connectors.has(text) || text === ",") role = Role.small;
    else role = idsAt(at).length > 0 ? Role.content : Role.nothing;
    roles[word] = role;
    return role;
  };

  /** One past the last token of a rendering that begins at a token, or -1. */
  const endOf = (families: readonly number[], from: number): number => {
    let at = from + 1;
    for (let i = 1; i < families.length; i++) {
      // "science and technology" has a small word inside
      while (at < tokens.count && at - from < 6 && !has(tokens, at, Flag.blockStart) && roleAt(at) === Role.small) at++;
      if (at >= tokens.count || has(tokens, at, Flag.blockStart) || !idsAt(at).includes(families[i] as number))
        return -1;
      at++;
    }
    return at;
  };

  /** The token that carries meaning after one that ends at `from`, or -1. */
  const next = (from: number): number => {
    const known = following[from] as number;
    if (known !== 0) return known;
    let joint: number = Joint.bare;
    let small = 0;
    let to = -1;
    for (let at = from; at < tokens.count && !has(tokens, at, Flag.blockStart); at++) {
      const role = roleAt(at);
      if (role === Role.content) to = at;
      if (role !== Role.small || ++small > longestJoint) break;
      const kind = jointOf.get(tokens.vocabulary[tokens.word[at] as number] as string);
      if (kind === undefined || joint === Joint.comma) continue;
      joint = joint === Joint.bare || joint === kind || kind === Joint.comma ? kind : Joint.other;
    }
    following[from] = to;
    joining[from] = joint;
    return to;
  };

  /** Lays the rest of a frame out from where its first pieces end. */
  const extend = (
    frame: number,
    pieces: readonly Piece[],
    joints: readonly number[],
    order: readonly number[],
  ): void => {
    const first = firstUnit[frame] as number;
    const length = (firstUnit[frame + 1] as number) - first;
    if (pieces.length === length) {
      if (ordered(order, joints)) found({ frame, pieces, order, joints });
      return;
    }
    const end = (pieces.at(-1) as Piece).to;
    const at = next(end);
    if (at < 0) return;
    const list = idsAt(at);
    for (let place = 0; place < length; place++) {
      if (order.includes(place)) continue;
      const unit = frameUnits[first + place] as number;
      for (const id of list) {
        for (const sense of senses[id] ?? none) {
          if (sense.unit !== unit) continue;
          const to = sense.families.length === 1 ? at + 1 : endOf(sense.families, at);
          if (to < 0) continue;
          const piece = { unit, from: at, to, families: sense.families };
          extend(frame, [...pieces, piece], [...joints, joining[end] as number], [...order, place]);
        }
      }
    }
  };

  /** Marks the units that a rendering beginning at a token may be of. */
  let stamps: Int32Array = noStamps;
  let stampedAt = -1;
  const stamp = (at: number): void => {
    if (stamps.length === 0) stamps = new Int32Array(calques.units.length).fill(-1);
    stampedAt = at;
    for (const id of idsAt(at)) for (const { unit } of senses[id] ?? none) stamps[unit] = at;
  };
  const hasThird = (from: number, to: number, third: number): boolean => {
    if (third !== stampedAt) stamp(third);
    for (let at = from; at < to; at++) if (stamps[frameUnits[at] as number] === stampedAt) return true;
    return false;
  };

  /** Lays out every frame that holds two units, from the two pieces. */
  const begin = (slot: number, one: Piece, two: Piece, odd: number): void => {
    const words = one.families.length + two.families.length;
    const shortHere = mayBeShort(one.from);
    const joint = joining[one.to] as number;
    const end = slotStart[slot + 1] as number;
    // what a third part could be: most frames of three have none here
    const third = next(two.to);
    for (let n = slotStart[slot] as number; n < end; n++) {
      const frame = slotFrames[n] as number;
      if (n > (slotStart[slot] as number) && slotFrames[n - 1] === frame) continue;
      const first = firstUnit[frame] as number;
      const last = firstUnit[frame + 1] as number;
      const units = last - first;
      if (
        units === 2
          ? odd > words - 2 || (words === 2 && !shortHere)
          : third < 0 || (!all && odd > words + units - 3) || !hasThird(first, last, third)
      )
        continue;
      for (let i = first; i < last; i++) {
        if (frameUnits[i] !== one.unit) continue;
        for (let j = first; j < last; j++) {
          if (i !== j && frameUnits[j] === two.unit) extend(frame, [one, two], [joint], [i - first, j - first]);
        }
      }
    }
  };

  /** 0: no layout has such neighbors. 1: one may have, and so may ordinary English. 2: ordinary English has not. */
  const kindOf = (from: number, at: number, size: number): 0 | 1 | 2 => {
    let kind: 0 | 1 = 0;
    for (const first of idsAt(from)) {
      for (const second of idsAt(at)) {
        const bit = first * size + second;
        if (!hasBit(neighbors, bit)) continue;
        if (next(from + 1) === at && !ordinary(calques, first, second, joining[from + 1] as number)) return 2;
        kind = 1;
      }
    }
    return kind;
  };

  const { count } = tokens;
  // how many joints on from a token the next odd one is; filled from the end of the document
  const ahead = new Uint8Array(count + 1).fill(all ? 0 : farthest);
  const starts = new Int32Array(count);
  let left = 0;
  if (all) for (let at = 0; at < count; at++) starts[left++] = at;
  else {
    // one pass over the tokens: the content words, and what stands between each and the one before
    const { size } = calques.families;
    let before = -1;
    for (let at = 0; at < count; at++) {
      const word = tokens.word[at] as number;
      const role = (roles[word] as number) || roleAt(at);
      if ((tokens.flags[at] as number) & Flag.blockStart) before = -1;
      if (role === Role.small) continue;
      if (role !== Role.content) {
        before = -1;
        continue;
      }
      // 255: not joined to what follows
      if (before >= 0) ahead[before] = [255, farthest, 0][kindOf(before, at, size)] as number;
      before = at;
    }
    let after = -1;
    for (let at = count - 1; at >= 0; at--) {
      const role = roles[tokens.word[at] as number] as number;
      if (role === Role.content) {
        if (ahead[at] === 255) ahead[at] = farthest;
        else if (ahead[at] !== 0 && after >= 0) ahead[at] = Math.min(farthest, (ahead[after] as number) + 1);
        after = at;
        if (ahead[at] !== farthest) starts[left++] = at;
      } else if (role !== Role.small) after = -1;
      if ((tokens.flags[at] as number) & Flag.blockStart) after = -1;
    }
    starts.subarray(0, left).reverse();
  }
  for (let n = 0; n < left; n++) {
    const from = starts[n] as number;
    const odd = ahead[from] as number;
    if (roleAt(from) !== Role.content) continue;
    const at = next(from + 1);
    if (at < 0) continue;
    // with no third word near there can be a layout of two words only
    if (next(at + 1) < 0 && (odd > 0 || !mayBeShort(from))) continue;
    const firsts = idsAt(from);
    const seconds = idsAt(at);
    for (const first of firsts) {
      for (const second of seconds) {
        const { pairs, longs } = startsOf(calques, first, second);
        for (const { one, two, slot, short } of pairs) {
          if (short && (odd > 0 || !mayBeShort(from))) continue;
          const to = two.families.length === 1 ? at + 1 : endOf(two.families, at);
          if (to < 0) continue;
          begin(
            slot,
            { unit: one, from, to: from + 1, families: [first] },
            { unit: two.unit, from: at, to, families: two.families },
            odd,
          );
        }
        for (const sense of longs) {
          const end = endOf(sense.families, from);
          if (end < 0) continue;
          const then = next(end);
          if (then < 0) continue;
          const one = { unit: sense.unit, from, to: end, families: sense.families };
          for (const other of idsAt(then)) {
            for (const two of senses[other] ?? none) {
              const slot = slotOf(slotKey, pairKey(one.unit, two.unit));
              if (slotKey[slot] === 0) continue;
              const to = two.families.length === 1 ? then + 1 : endOf(two.families, then);
              if (to > 0) begin(slot, one, { unit: two.unit, from: then, to, families: two.families }, odd);
            }
          }
        }
      }
    }
  }
}

/**
 * Whether an order may come out of translation: the parts stand as in the Chinese, or two neighbouring blocks have
 * changed places around a preposition, and so within each block.
 */
export function ordered(order: readonly number[], joints: readonly number[]): boolean {
  return parse(order, joints, 0, order.length);
}

function parse(order: readonly number[], joints: readonly number[], from: number, to: number): boolean {
  if (to - from < 2) return true;
  for (let split = from + 1; split < to; split++) {
    let leftMost = -1;
    let leftLeast = 99;
    for (let at = from; at < split; at++) {
      leftMost = Math.max(leftMost, order[at] as number);
      leftLeast = Math.min(leftLeast, order[at] as number);
    }
    let rightMost = -1;
    let rightLeast = 99;
    for (let at = split; at < to; at++) {
      rightMost = Math.max(rightMost, order[at] as number);
      rightLeast = Math.min(rightLeast, order[at] as number);
    }
    const joint = joints[split - 1] as number;
    const kept = leftMost < rightLeast;
    const turned =
      rightMost < leftLeast &&
      (joint === Joint.of || joint === Joint.with || joint === Joint.other || joint === Joint.bare);
    if ((kept || turned) && parse(order, joints, from, split) && parse(order, joints, split, to)) return true;
  }
  return false;
}

/** What a layout is made of, and which of its joints ordinary English does not have. */
export interface Judgement {
  readonly families: readonly number[];
  /** For each family whether the joint before it is odd; the first is `false`. */
  readonly odd: readonly boolean[];
}

/** Looks at each joint of a layout: is it one that ordinary English has? */
export function judge(layout: Layout, calques: Calques): Judgement {
  const families: number[] = [];
  const odd: boolean[] = [];
  for (const [at, piece] of layout.pieces.entries()) {
    for (const [inner, family] of piece.families.entries()) {
      const last = families.at(-1);
      families.push(family);
      const joint = inner > 0 ? Joint.bare : (layout.joints[at - 1] as number);
      odd.push(last !== undefined && !ordinary(calques, last, family, joint));
    }
  }
  return { families, odd };
}

function ordinary(calques: Calques, first: number, second: number, joint: number): boolean {
  const { pairs, ofPairs, figures } = calques;
  const { size } = calques.families;
  // figures stand beside anything
  if (figures.has(first) || figures.has(second)) return true;
  if (joint === Joint.with) return hasBit(ofPairs, first * size + second);
  if (hasBit(pairs, first * size + second)) return true;
  if (joint === Joint.bare || joint === Joint.possessive) return false;
  if (hasBit(pairs, second * size + first)) return true;
  return joint !== Joint.and && joint !== Joint.comma && hasBit(ofPairs, first * size + second);
}

function hasBit(bits: Uint32Array, bit: number): boolean {
  return ((bits[bit >> 5] as number) & (1 << (bit & 31))) !== 0;
}

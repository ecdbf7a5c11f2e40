/**
 * Composition: the literal English of a concept, put together from the parts of its Chinese. A **frame** is a concept cut
 * into units; a unit has literal renderings ("senses"); a text has a composed rendering where one sense of each unit of a
 * frame stands, in the order of the Chinese or turned around a preposition, with nothing but small words between. Frames
 * are found by their first two units, so the cost is the text's, not the termbase's; then the rest is checked.
 *
 * What is found is kept only when it is no ordinary English: see `judge`, and `calques.ts`.
 */
import { type Document, Flag, has } from "../text/document.js";
import { Kind } from "../text/tokens.js";
import { type Calques, familyIds, hasPair, senseOf, slotOf } from "./calque-data.js";
import { isOrdered, isOrdinary, Joint, jointOf } from "./joints.js";
import { connectors } from "./lexicon.js";

/** One rendering of a unit in the text, by tokens. */
interface Piece {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly families: ArrayLike<number>;
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

/** Which layouts are wanted. */
export interface Wanted {
  /** Those without an odd joint too. */
  readonly all?: boolean;
  /**
   * Whether, from a token on, a layout of two words will do, or of three with one odd joint; else it must have four
   * words, or three and no joint that is not odd.
   */
  readonly weak?: (token: number) => boolean;
}

/** Small words at most between two parts. */
const longestJoint = 3;
/** Content words between the start of a layout and its first odd joint at most. */
const farthest = 4;
/** Parts of a frame at most, with room to spare. */
const longestFrame = 16;

const Role = { unknown: 0, nothing: 1, small: 2, content: 3 } as const;

/** What two content words in a row may be. */
const Link = { none: 0, ordinary: 1, odd: 2 } as const;

const noIds: readonly number[] = [];

/** Words of a document as composition sees them. */
class Reader {
  readonly #document: Document;
  readonly #calques: Calques;
  readonly #roles: Uint8Array;
  readonly #ids: (readonly number[] | undefined)[];
  /** For each token the next that carries meaning, -1 for none, 0 for not looked up; and what joins the two. */
  readonly #following: Int32Array;
  readonly #joining: Uint8Array;

  constructor(document: Document, calques: Calques) {
    this.#document = document;
    this.#calques = calques;
    const { count, vocabulary } = document.tokens;
    this.#roles = new Uint8Array(vocabulary.length);
    this.#ids = new Array(vocabulary.length);
    this.#following = new Int32Array(count + 1);
    this.#joining = new Uint8Array(count + 1);
  }

  /** The families of a token. */
  ids(at: number): readonly number[] {
    const { tokens } = this.#document;
    const word = tokens.word[at] as number;
    const known = this.#ids[word];
    if (known) return known;
    const kind = tokens.kind[at] as number;
    const counts = kind === Kind.word || kind === Kind.number;
    const list = counts ? familyIds(this.#calques, tokens.vocabulary[word] as string) : noIds;
    this.#ids[word] = list;
    return list;
  }

  role(at: number): number {
    const { tokens } = this.#document;
    const word = tokens.word[at] as number;
    const known = this.#roles[word] as number;
    if (known !== Role.unknown) return known;
    const text = tokens.vocabulary[word] as string;
    const small = connectors.has(text) || text === ",";
    const role = small ? Role.small : this.ids(at).length > 0 ? Role.content : Role.nothing;
    this.#roles[word] = role;
    return role;
  }

  /** Whether a token goes on the block of the one before. */
  goesOn(at: number): boolean {
    const { tokens } = this.#document;
    return at < tokens.count && !has(tokens, at, Flag.blockStart);
  }

  /** The token that carries meaning at or after `from`, or -1. */
  next(from: number): number {
    const known = this.#following[from] as number;
    if (known !== 0) return known;
    const { tokens } = this.#document;
    let joint: number = Joint.bare;
    let small = 0;
    let to = -1;
    for (let at = from; this.goesOn(at); at++) {
      const role = this.role(at);
      if (role === Role.content) to = at;
      if (role !== Role.small || ++small > longestJoint) break;
      const kind = jointOf.get(tokens.vocabulary[tokens.word[at] as number] as string);
      if (kind === undefined || joint === Joint.comma) continue;
      joint = joint === Joint.bare || joint === kind || kind === Joint.comma ? kind : Joint.other;
    }
    this.#following[from] = to;
    this.#joining[from] = joint;
    return to;
  }

  /** What stands between a piece that ends at `from` and `next(from)`, once that was asked for. */
  joint(from: number): number {
    return this.#joining[from] as number;
  }

  /** One past the last token of a sense that begins at a token, or -1. */
  end(sense: number, from: number): number {
    const { first, items } = this.#calques.senseFamilies;
    let at = from + 1;
    for (let n = (first[sense] as number) + 1; n < (first[sense + 1] as number); n++) {
      // "science and technology" has a small word inside
      while (at - from < 6 && this.goesOn(at) && this.role(at) === Role.small) at++;
      if (!this.goesOn(at) || !this.ids(at).includes(items[n] as number)) return -1;
      at++;
    }
    return at;
  }

  /** Whether some layout may have two content words side by side, and ordinary English as well. */
  link(from: number, at: number): number {
    const { neighbors } = this.#calques;
    const firsts = this.ids(from);
    const seconds = this.ids(at);
    let link: number = Link.none;
    for (let i = 0; i < firsts.length; i++) {
      const first = firsts[i] as number;
      for (let j = 0; j < seconds.length; j++) {
        const second = seconds[j] as number;
        if (!hasPair(neighbors, first, second)) continue;
        if (this.next(from + 1) === at && !isOrdinary(this.#calques, first, second, this.joint(from + 1)))
          return Link.odd;
        link = Link.ordinary;
      }
    }
    return link;
  }
}

/** A token from which layouts may run. */
interface Start {
  readonly from: number;
  /** Joints before the first odd one. */
  readonly odd: number;
  readonly weak: boolean;
}

/** Where layouts may run from, in the order of the text: two passes over the tokens, forth for links and back for runs. */
function startsOf({ tokens }: Document, reader: Reader, { all = false, weak = () => true }: Wanted): Start[] {
  const { count } = tokens;
  // the content words, and the link of each to the next
  const contents = new Int32Array(count);
  const links = new Uint8Array(count);
  let many = 0;
  let joined = false;
  for (let at = 0; at < count; at++) {
    const role = reader.role(at);
    if (has(tokens, at, Flag.blockStart)) joined = false;
    if (role === Role.small) continue;
    if (role === Role.content) {
      if (joined) links[many - 1] = reader.link(contents[many - 1] as number, at);
      contents[many++] = at;
    }
    joined = role === Role.content;
  }
  const starts: Start[] = [];
  // of the content word after: its link, how many words in a row are linked from it, and how far its first odd joint is
  let linkAfter: number = Link.none;
  let runAfter = 0;
  let oddAfter = farthest;
  for (let n = many - 1; n >= 0; n--) {
    const at = contents[n] as number;
    const link = links[n] as number;
    const run = link === Link.none ? 0 : runAfter + 1;
    const odd = link === Link.odd ? 0 : link === Link.none ? farthest : Math.min(farthest, oddAfter + 1);
    if (all) starts.push({ from: at, odd: 0, weak: true });
    else if (odd < farthest) {
      const strong = run > 2 || (run === 2 && link === Link.odd && linkAfter === Link.odd);
      const canBeWeak = weak(at);
      if (strong || canBeWeak) starts.push({ from: at, odd, weak: canBeWeak });
    }
    linkAfter = link;
    runAfter = run;
    oddAfter = odd;
  }
  return starts.reverse();
}

const mostKnown = 200_000;

/**
 * What two families in a row may begin, four numbers each: a sense of the first; a sense of the second, or -1 where the
 * first sense has both; their slot; 1 where they are two words and no frame of both has a third part.
 */
function openingsOf(calques: Calques, first: number, second: number): Int32Array {
  const { families, senseUnit, senseFamilies, sensesOf, slotFrames, frameUnits, openings } = calques;
  const key = first * families.size + second;
  const found = openings.get(key);
  if (found) return found;
  const list: number[] = [];
  const lengthOf = (sense: number) =>
    (senseFamilies.first[sense + 1] as number) - (senseFamilies.first[sense] as number);
  for (let n = sensesOf.first[first] as number; n < (sensesOf.first[first + 1] as number); n++) {
    const one = sensesOf.items[n] as number;
    if (lengthOf(one) > 1) {
      if (senseFamilies.items[(senseFamilies.first[one] as number) + 1] === second) list.push(one, -1, 0, 0);
      continue;
    }
    for (let m = sensesOf.first[second] as number; m < (sensesOf.first[second + 1] as number); m++) {
      const two = sensesOf.items[m] as number;
      const slot = slotOf(calques, senseUnit[one] as number, senseUnit[two] as number);
      if (slot < 0) continue;
      let short = lengthOf(two) === 1;
      for (let f = slotFrames.first[slot] as number; short && f < (slotFrames.first[slot + 1] as number); f++) {
        const frame = slotFrames.items[f] as number;
        if ((frameUnits.first[frame + 1] as number) - (frameUnits.first[frame] as number) > 2) short = false;
      }
      list.push(one, two, slot, short ? 1 : 0);
    }
  }
  if (openings.size > mostKnown) openings.clear();
  const packed = Int32Array.from(list);
  openings.set(key, packed);
  return packed;
}

/**
 * Every layout of every frame in the document that is wanted.
 *
 * @param found is given each layout, in the order of their first tokens
 */
export function layouts(
  document: Document,
  calques: Calques,
  found: (layout: Layout) => void,
  wanted: Wanted = {},
): void {
  const { all = false } = wanted;
  const { senseUnit, senseFamilies, sensesOf, slotFrames, frameUnits } = calques;
  const reader = new Reader(document, calques);
  const starts = startsOf(document, reader, wanted);
  if (starts.length === 0) return;

  // the layout being tried: its pieces by sense and tokens, their places in the frame
  const sense = new Int32Array(longestFrame);
  const from = new Int32Array(longestFrame);
  const to = new Int32Array(longestFrame);
  const place = new Int32Array(longestFrame);

  const report = (frame: number, length: number): void => {
    const order: number[] = [];
    const joints: number[] = [];
    for (let at = 0; at < length; at++) {
      order.push(place[at] as number);
      if (at > 0) joints.push(reader.joint(to[at - 1] as number));
    }
    if (!isOrdered(order, joints)) return;
    const pieces: Piece[] = [];
    for (let at = 0; at < length; at++) {
      const one = sense[at] as number;
      pieces.push({
        unit: senseUnit[one] as number,
        from: from[at] as number,
        to: to[at] as number,
        families: senseFamilies.items.subarray(senseFamilies.first[one], senseFamilies.first[one + 1]),
      });
    }
    found({ frame, pieces, order, joints });
  };

  const setPiece = (piece: number, one: number, start: number, end: number): void => {
    sense[piece] = one;
    from[piece] = start;
    to[piece] = end;
  };

  const isPlaced = (wanted: number, done: number): boolean => {
    for (let at = 0; at < done; at++) if (place[at] === wanted) return true;
    return false;
  };

  /** Lays the rest of a frame out from where its first pieces end. */
  const extend = (frame: number, done: number): void => {
    const first = frameUnits.first[frame] as number;
    const length = (frameUnits.first[frame + 1] as number) - first;
    if (done === length) {
      report(frame, length);
      return;
    }
    const at = reader.next(to[done - 1] as number);
    if (at < 0) return;
    const ids = reader.ids(at);
    for (let where = 0; where < length; where++) {
      if (isPlaced(where, done)) continue;
      const unit = frameUnits.items[first + where] as number;
      for (let i = 0; i < ids.length; i++) {
        const last = sensesOf.first[(ids[i] as number) + 1] as number;
        for (let n = senseOf(calques, ids[i] as number, unit); n < last; n++) {
          const one = sensesOf.items[n] as number;
          if (senseUnit[one] !== unit) break;
          const end = reader.end(one, at);
          if (end < 0) continue;
          setPiece(done, one, at, end);
          place[done] = where;
          extend(frame, done + 1);
        }
      }
    }
  };

  // marks the units that a rendering beginning at a token may be of
  const stamps = new Int32Array(calques.units.length).fill(-1);
  let stampedAt = -1;
  const stamp = (at: number): void => {
    stampedAt = at;
    for (const id of reader.ids(at)) {
      for (let n = sensesOf.first[id] as number; n < (sensesOf.first[id + 1] as number); n++)
        stamps[senseUnit[sensesOf.items[n] as number] as number] = at;
    }
  };
  const hasThird = (first: number, last: number, third: number): boolean => {
    if (third !== stampedAt) stamp(third);
    for (let at = first; at < last; at++) if (stamps[frameUnits.items[at] as number] === stampedAt) return true;
    return false;
  };

  /** Lays out every frame that holds the units of the first two pieces. */
  const begin = (slot: number, { odd, weak }: Start): void => {
    const lengthOf = (one: number) => (senseFamilies.first[one + 1] as number) - (senseFamilies.first[one] as number);
    const words = lengthOf(sense[0] as number) + lengthOf(sense[1] as number);
    const one = senseUnit[sense[0] as number] as number;
    const two = senseUnit[sense[1] as number] as number;
    // what a third part could be: most frames of three have none here
    const third = reader.next(to[1] as number);
    let before = -1;
    for (let n = slotFrames.first[slot] as number; n < (slotFrames.first[slot + 1] as number); n++) {
      const frame = slotFrames.items[n] as number;
      if (frame === before) continue;
      before = frame;
      const first = frameUnits.first[frame] as number;
      const last = frameUnits.first[frame + 1] as number;
      const units = last - first;
      const hopeless =
        units === 2
          ? odd > words - 2 || (words === 2 && !weak)
          : third < 0 || (!all && odd > words + units - 3) || !hasThird(first, last, third);
      if (hopeless) continue;
      for (let i = first; i < last; i++) {
        if (frameUnits.items[i] !== one) continue;
        for (let j = first; j < last; j++) {
          if (i === j || frameUnits.items[j] !== two) continue;
          place[0] = i - first;
          place[1] = j - first;
          extend(frame, 2);
        }
      }
    }
  };

  /** A first sense of several words, then whatever shares a frame with it. */
  const beginLong = (one: number, start: Start): void => {
    const end = reader.end(one, start.from);
    const then = end < 0 ? -1 : reader.next(end);
    if (then < 0) return;
    for (const id of reader.ids(then)) {
      for (let n = sensesOf.first[id] as number; n < (sensesOf.first[id + 1] as number); n++) {
        const two = sensesOf.items[n] as number;
        const slot = slotOf(calques, senseUnit[one] as number, senseUnit[two] as number);
        const last = slot < 0 ? -1 : reader.end(two, then);
        if (last < 0) continue;
        setPiece(0, one, start.from, end);
        setPiece(1, two, then, last);
        begin(slot, start);
      }
    }
  };

  for (const start of starts) {
    const then = reader.next(start.from + 1);
    if (then < 0) continue;
    const needsThird = start.odd > 0 || !start.weak;
    // with no third word near there can be a layout of two words only
    if (needsThird && reader.next(then + 1) < 0) continue;
    for (const first of reader.ids(start.from)) {
      for (const second of reader.ids(then)) {
        const list = openingsOf(calques, first, second);
        for (let n = 0; n < list.length; n += 4) {
          const one = list[n] as number;
          const two = list[n + 1] as number;
          if (two < 0) {
            beginLong(one, start);
            continue;
          }
          if (needsThird && list[n + 3] === 1) continue;
          const end = reader.end(two, then);
          if (end < 0) continue;
          setPiece(0, one, start.from, start.from + 1);
          setPiece(1, two, then, end);
          begin(list[n + 2] as number, start);
        }
      }
    }
  }
}

/** What a layout is made of, in the order of the text, and which of its joints ordinary English does not have. */
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
    for (let inner = 0; inner < piece.families.length; inner++) {
      const last = families.at(-1);
      const family = piece.families[inner] as number;
      families.push(family);
      const joint = inner > 0 ? Joint.bare : (layout.joints[at - 1] as number);
      odd.push(last !== undefined && !isOrdinary(calques, last, family, joint));
    }
  }
  return { families, odd };
}

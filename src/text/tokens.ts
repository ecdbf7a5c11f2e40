/**
 * Tokens: one pass over the prose, into parallel typed arrays. White space, quotation marks and the hyphens inside
 * words leave no token, only flags on their neighbours, so that a phrase is found across them.
 */
import { fold } from "./fold.js";

export const Kind = { word: 0, number: 1, symbol: 2, han: 3, other: 4 } as const;

/** Bits of `Tokens.flags`. */
export const Flag = {
  /** The first letter is a capital. */
  capital: 1,
  /** Two or more letters, all capitals. */
  upper: 2,
  /** White space, or the start of a block, stands before it. */
  spaced: 4,
  /** A quotation mark stands right before it. */
  quoteBefore: 8,
  /** A quotation mark stands right after it, or after the comma or stop that follows it. */
  quoteAfter: 16,
  /** A hyphen joins it to the token before. */
  hyphened: 32,
  /** The first token of its sentence. */
  sentenceStart: 64,
  /** The first token of its block. */
  blockStart: 128,
} as const;

export interface Tokens {
  readonly count: number;
  /** Offsets in the projected text, UTF-16. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  /** Index of the folded form in `vocabulary`. */
  readonly word: Int32Array;
  /** Index of the sentence; sentences never cross blocks. */
  readonly sentence: Int32Array;
  /** Every folded form of the document, once. */
  readonly vocabulary: readonly string[];
  /** First token of each sentence, and, last, the number of tokens. */
  readonly sentences: Int32Array;
}

const Class = {
  space: 1,
  letter: 2,
  digit: 3,
  quote: 4,
  apostrophe: 5,
  hyphen: 6,
  symbol: 7,
  han: 8,
  other: 9,
  skip: 10,
};

const classes = new Uint8Array(0x3000).fill(Class.other);
function assign(from: number, to: number, value: number): void {
  classes.fill(value, from, to + 1);
}
assign(0, 0x20, Class.space);
assign(0x21, 0x7e, Class.symbol);
assign(0x30, 0x39, Class.digit);
assign(0x41, 0x5a, Class.letter);
assign(0x61, 0x7a, Class.letter);
assign(0x7f, 0xa0, Class.space);
assign(0xa1, 0xbf, Class.symbol);
assign(0xc0, 0x24f, Class.letter);
assign(0x250, 0x2af, Class.letter);
assign(0x2b0, 0x36f, Class.letter);
assign(0x370, 0x1fff, Class.letter);
assign(0x2000, 0x200a, Class.space);
assign(0x200b, 0x200f, Class.skip);
assign(0x2010, 0x2011, Class.hyphen);
assign(0x2012, 0x2027, Class.symbol);
assign(0x2028, 0x202f, Class.space);
assign(0x2030, 0x205e, Class.symbol);
assign(0x205f, 0x2064, Class.space);
assign(0x2070, 0x2bff, Class.other);
assign(0x2e80, 0x2fff, Class.han);
for (const [characters, value] of [
  ['"\u00ab\u00bb\u201c\u201d\u201e\u201f', Class.quote],
  ["'\u2018\u2019\u201b\u02bc", Class.apostrophe],
  ["-", Class.hyphen],
  ["\u00ad\u2060", Class.skip],
] as const) {
  for (const character of characters) classes[character.charCodeAt(0)] = value;
}
classes[0xd7] = Class.symbol;
classes[0xf7] = Class.symbol;

function classOf(code: number): number {
  if (code < 0x3000) return classes[code] as number;
  if (code === 0x3000) return Class.space;
  if (code <= 0x3020) {
    // corner brackets and double angle brackets are quotation marks of Chinese
    return code === 0x3005 || code === 0x3007 ? Class.han : Class.symbol;
  }
  if (code < 0xa000) return Class.han;
  if (code >= 0xac00 && code < 0xd7b0) return Class.letter;
  if (code >= 0xd840 && code < 0xd88d) return Class.han;
  if (code >= 0xf900 && code < 0xfb00) return Class.han;
  if (code >= 0xfb00 && code < 0xfb07) return Class.letter;
  if (code === 0xfeff) return Class.skip;
  if (code === 0xff02) return Class.quote;
  if (code === 0xff07) return Class.apostrophe;
  if (code >= 0xff10 && code <= 0xff19) return Class.digit;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return Class.letter;
  if (code > 0xff00 && code < 0xff66) return Class.symbol;
  return Class.other;
}

/** Abbreviations whose stop ends no sentence. */
const abbreviations = new Set(
  (
    "mr mrs ms dr prof gen sec rep sen gov lt col capt st mt no nos vol vols fig figs art arts para paras sect ch pp ed eds vs cf dept " +
    "jan feb mar apr jun jul aug sept sep oct nov dec approx est ltd inc corp bros jr sr rev hon esq univ"
  ).split(" "),
);

const numberWords = new Set(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " +
    "thirty forty fifty sixty seventy eighty ninety hundred thousand first second third fourth fifth sixth seventh eighth ninth tenth eleventh " +
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
  ).split(" "),
);

/** @param word folded; true for *twenty*, *twentieth*, *20*, *20th* */
export function isNumber(word: string): boolean {
  return numberWords.has(word) || /^[0-9]+(?:[.,][0-9]+)*(?:st|nd|rd|th)?$/.test(word);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Room for tokens that grows. */
class Columns {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  flags: Uint8Array;
  word: Int32Array;
  sentence: Int32Array;
  constructor(size: number) {
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.kind = new Uint8Array(size);
    this.flags = new Uint8Array(size);
    this.word = new Int32Array(size);
    this.sentence = new Int32Array(size);
  }
  grow(): void {
    const size = this.start.length * 2;
    const wider = (column: Int32Array) => {
      const next = new Int32Array(size);
      next.set(column);
      return next;
    };
    const wide = (column: Uint8Array) => {
      const next = new Uint8Array(size);
      next.set(column);
      return next;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.word = wider(this.word);
    this.sentence = wider(this.sentence);
    this.kind = wide(this.kind);
    this.flags = wide(this.flags);
  }
}

const urlStart = /^(?:https?:\/\/|www\.|ftp:\/\/|mailto:)/i;

/**
 * @param text the prose of a document
 * @param blocks its blocks, in order
 */
export function tokenize(text: string, blocks: readonly Range[]): Tokens {
  const columns = new Columns(Math.max(64, (text.length >> 2) + 16));
  const index = new Map<string, number>();
  const folded = new Map<string, number>();
  const vocabulary: string[] = [];
  const sentences: number[] = [];

  function intern(raw: string): number {
    const known = index.get(raw);
    if (known !== undefined) return known;
    const word = fold(raw);
    let id = folded.get(word);
    if (id === undefined) {
      id = vocabulary.length;
      vocabulary.push(word);
      folded.set(word, id);
    }
    index.set(raw, id);
    return id;
  }

  let pending = 0;

  function push(kind: number, start: number, end: number): void {
    if (columns.count === columns.start.length) columns.grow();
    const at = columns.count++;
    columns.start[at] = start;
    columns.end[at] = end;
    columns.kind[at] = kind;
    let flags = pending;
    pending = 0;
    if (kind === Kind.word) {
      const first = text.charCodeAt(start);
      if (first >= 0x41 && first <= 0x5a) flags |= Flag.capital;
      else if (first > 0x7f) {
        const letter = text.charAt(start);
        if (letter.toLowerCase() !== letter) flags |= Flag.capital;
      }
      if (flags & Flag.capital && end - start > 1 && allCapitals(text, start, end)) flags |= Flag.upper;
    }
    columns.flags[at] = flags;
    columns.word[at] = kind === Kind.other ? intern("\uFFFC") : intern(text.slice(start, end));
    if (flags & Flag.sentenceStart) sentences.push(at);
    columns.sentence[at] = sentences.length - 1;
  }

  for (const block of blocks) {
    pending = Flag.sentenceStart | Flag.blockStart | Flag.spaced;
    scan(block.start, block.end);
  }

  function scan(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      switch (kind) {
        case Class.space:
          // a quotation mark with space behind it closes; it opens nothing
          pending = (pending & ~Flag.quoteBefore) | Flag.spaced;
          at++;
          break;
        case Class.skip:
          at++;
          break;
        case Class.letter:
          at = word(at, to);
          break;
        case Class.digit:
          at = number(at, to);
          break;
        case Class.quote:
          quote(at);
          at++;
          break;
        case Class.apostrophe:
          at = apostrophe(at, from, to);
          break;
        case Class.hyphen:
          at = hyphen(at, to);
          break;
        case Class.han: {
          let end = at + 1;
          while (end < to && (classOf(text.charCodeAt(end)) === Class.han || isTrail(text.charCodeAt(end)))) end++;
          push(Kind.han, at, end);
          at = end;
          break;
        }
        case Class.symbol: {
          push(Kind.symbol, at, at + 1);
          at++;
          if (endsSentence(code, at, to)) at = endSentence(at, to);
          break;
        }
        default: {
          let end = at + 1;
          while (end < to && classOf(text.charCodeAt(end)) === Class.other) end++;
          push(Kind.other, at, end);
          at = end;
        }
      }
    }
  }

  function quote(at: number): void {
    pending |= Flag.quoteBefore;
    let last = columns.count - 1;
    if (last < 0) return;
    const close = columns.end[last] as number;
    if (close === at || /^['\u2018\u2019"\u201c\u201d]*$/.test(text.slice(close, Math.min(at, close + 4)))) {
      columns.flags[last] = (columns.flags[last] as number) | Flag.quoteAfter;
      // “phrase,” is quoted as well as “phrase”
      while (
        last > 0 &&
        columns.kind[last] === Kind.symbol &&
        /[.,;:!?…]/.test(text.charAt(columns.start[last] as number))
      ) {
        last--;
        columns.flags[last] = (columns.flags[last] as number) | Flag.quoteAfter;
        if (columns.end[last] !== columns.start[last + 1]) break;
      }
    }
  }

  /** An apostrophe that is no part of a word: a quotation mark, or the possessive of a plural. */
  function apostrophe(at: number, from: number, to: number): number {
    const before = at > from ? text.charAt(at - 1) : " ";
    const after = at + 1 < to ? text.charAt(at + 1) : " ";
    const opens = !/[\p{L}\p{N}]/u.test(before);
    if (!opens && before === "s" && !/[\p{L}\p{N}]/u.test(after)) {
      // cities’ or a closing single quote: marks both, leaves no token
      quote(at);
      pending &= ~Flag.quoteBefore;
    } else quote(at);
    return at + 1;
  }

  function hyphen(at: number, to: number): number {
    const previous = columns.count - 1;
    const joins =
      previous >= 0 &&
      (columns.end[previous] === at || text.charCodeAt(at - 1) > 0x7f) &&
      !(pending & Flag.spaced) &&
      at + 1 < to &&
      joinable(classOf(text.charCodeAt(at + 1)));
    if (joins) {
      pending |= Flag.hyphened;
      return at + 1;
    }
    // "devel- opment" and "two- and three-year": a hyphen that hangs is passed over
    if (
      previous >= 0 &&
      columns.end[previous] === at &&
      !(pending & Flag.spaced) &&
      columns.kind[previous] === Kind.word
    ) {
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 0x20;
      if (classOf(next) === Class.space) return at + 1;
    }
    let end = at + 1;
    while (end < to && classOf(text.charCodeAt(end)) === Class.hyphen) end++;
    push(Kind.symbol, at, end);
    return end;
  }

  function joinable(kind: number): boolean {
    return kind === Class.letter || kind === Class.digit || kind === Class.quote || kind === Class.apostrophe;
  }

  function word(at: number, to: number): number {
    let end = at + 1;
    while (end < to) {
      const kind = classOf(text.charCodeAt(end));
      if (kind === Class.letter || kind === Class.digit || kind === Class.skip) end++;
      else if (kind === Class.apostrophe && end + 1 < to && classOf(text.charCodeAt(end + 1)) === Class.letter) {
        const next = text.charCodeAt(end + 1) | 0x20;
        const alone = end + 2 >= to || classOf(text.charCodeAt(end + 2)) !== Class.letter;
        if (next === 0x73 && alone) {
          // ’s is a token of its own: the possessive of any word is found under the word
          push(Kind.word, at, end);
          push(Kind.word, end, end + 2);
          return end + 2;
        }
        end += 2;
      } else if (text.charCodeAt(end) === 0x2e && dotted(at, end, to)) end += 2;
      else break;
    }
    if (end < to && text.charCodeAt(end) === 0x3a && urlStart.test(text.slice(at, at + 9))) return url(at, to);
    if (text.charCodeAt(at + 3) === 0x2e && urlStart.test(text.slice(at, at + 4))) return url(at, to);
    if (text.charCodeAt(end) === 0x2e && end - at > 2 && acronym(at, end)) end++;
    push(Kind.word, at, end);
    return end;
  }

  /** The stop at `end` stands inside a word: U.S, Node.js, gov.cn */
  function dotted(at: number, end: number, to: number): boolean {
    const next = end + 1 < to ? text.charCodeAt(end + 1) : 0x20;
    if (next >= 0x61 && next <= 0x7a) return true;
    const single = end - at === 1 || text.charCodeAt(end - 2) === 0x2e;
    return single && next >= 0x41 && next <= 0x5a;
  }

  function acronym(at: number, end: number): boolean {
    for (let i = at + 1; i < end; i += 2) if (text.charCodeAt(i) !== 0x2e) return false;
    return (end - at) % 2 === 1;
  }

  function url(at: number, to: number): number {
    let end = at;
    while (
      end < to &&
      classOf(text.charCodeAt(end)) !== Class.space &&
      !/[<>"\u201c\u201d\u3000-\u9fff]/.test(text.charAt(end))
    )
      end++;
    while (end > at + 1 && /[.,;:!?)\]]/.test(text.charAt(end - 1))) end--;
    push(Kind.other, at, end);
    return end;
  }

  function number(at: number, to: number): number {
    let end = at + 1;
    let letters = false;
    while (end < to) {
      const code = text.charCodeAt(end);
      const kind = classOf(code);
      if (kind === Class.digit) end++;
      else if (kind === Class.letter) {
        letters = true;
        end++;
      } else if (
        (code === 0x2e || code === 0x2c) &&
        !letters &&
        end + 1 < to &&
        classOf(text.charCodeAt(end + 1)) === Class.digit
      ) {
        end += 2;
      } else break;
    }
    const plain = !letters || /^\d+(?:st|nd|rd|th)$/i.test(text.slice(at, end));
    push(plain ? Kind.number : Kind.word, at, end);
    return end;
  }

  function endsSentence(code: number, next: number, to: number): boolean {
    // . ! ? … 。 ！ ？
    if (code === 0x2e) return stopEnds(next, to);
    if (code === 0x21 || code === 0x3f || code === 0x3002 || code === 0xff01 || code === 0xff1f) return true;
    return code === 0x2026 && capitalFollows(next, to);
  }

  function stopEnds(next: number, to: number): boolean {
    const last = columns.count - 2;
    const joined = last >= 0 && columns.end[last] === next - 1 && !((columns.flags[last + 1] as number) & Flag.spaced);
    if (joined && columns.kind[last] === Kind.word) {
      const id = vocabulary[columns.word[last] as number] as string;
      if (abbreviations.has(id) && id.length < 6) return false;
      if (id.length === 1 && (columns.flags[last] as number) & Flag.capital) return false;
    }
    return capitalFollows(next, to);
  }

  /** True when what follows, quotes and brackets apart, may begin a sentence. */
  function capitalFollows(next: number, to: number): boolean {
    let at = next;
    while (at < to) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === Class.space || kind === Class.quote || kind === Class.apostrophe || /[()[\]]/.test(text.charAt(at)))
        at++;
      else break;
    }
    if (at >= to) return true;
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) return false;
    const kind = classOf(code);
    if (kind === Class.digit) return at > next;
    return kind === Class.letter || kind === Class.han || (kind === Class.symbol && at > next);
  }

  /** Passes closing quotes and brackets, which belong to the sentence before. */
  function endSentence(at: number, to: number): number {
    let end = at;
    while (end < to) {
      const code = text.charCodeAt(end);
      const kind = classOf(code);
      if (kind === Class.quote || kind === Class.apostrophe) {
        const opens = end > at && text.charCodeAt(end - 1) <= 0x20;
        if (opens || code === 0x201c || code === 0x2018) break;
        quote(end);
        pending &= ~Flag.quoteBefore;
        end++;
      } else if (code === 0x29 || code === 0x5d) {
        push(Kind.symbol, end, end + 1);
        end++;
      } else if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026) {
        push(Kind.symbol, end, end + 1);
        end++;
      } else break;
    }
    pending |= Flag.sentenceStart;
    return end;
  }

  const count = columns.count;
  sentences.push(count);
  return {
    count,
    start: columns.start.subarray(0, count),
    end: columns.end.subarray(0, count),
    kind: columns.kind.subarray(0, count),
    flags: columns.flags.subarray(0, count),
    word: columns.word.subarray(0, count),
    sentence: columns.sentence.subarray(0, count),
    vocabulary,
    sentences: Int32Array.from(sentences),
  };
}

function isTrail(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function allCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) return false;
    if (code > 0x7f) {
      const letter = text.charAt(at);
      if (letter.toUpperCase() !== letter) return false;
    }
  }
  return true;
}

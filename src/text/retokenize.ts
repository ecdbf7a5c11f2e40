/** Tokens after an edit: those of untouched blocks are kept, the same as a fresh reading would give. */
import type { Block } from "./projection.js";
import { Flag, type Tokens, tokenize } from "./tokens.js";

/** Blocks that an edit left alone: the first `head` and the last `tail` of both documents. */
export interface Kept {
  readonly head: number;
  readonly tail: number;
}

/** Index of the first token that begins at or after `offset`. */
export function tokenAt({ start, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param before the tokens and blocks of the document before the edit
 * @param text the prose after it
 * @param blocks its blocks after it
 * @param kept which blocks are the same, text and distances
 * @returns what `tokenize(text, blocks)` returns
 */
export function retokenize(
  before: { readonly tokens: Tokens; readonly blocks: readonly Block[] },
  text: string,
  blocks: readonly Block[],
  { head, tail }: Kept,
): Tokens {
  const old = before.tokens;
  const oldTail = before.blocks[before.blocks.length - tail];
  const newTail = blocks[blocks.length - tail];
  const headCount = head === 0 ? 0 : tokenAt(old, (before.blocks[head - 1] as Block).end);
  const tailFrom = oldTail ? tokenAt(old, oldTail.start) : old.count;
  // a mark that opens a block may quote what ends the block before, so the first block of the tail is read as well
  const read = blocks.slice(head, blocks.length - tail + Math.min(tail, 1));
  const base = read[0]?.start ?? 0;
  const between = tokenize(
    text.slice(base, read.at(-1)?.end ?? base),
    read.map((block) => ({ start: block.start - base, end: block.end - base })),
  );
  const betweenCount = newTail ? tokenAt(between, newTail.start - base) : between.count;
  const shift = newTail && oldTail ? newTail.start - oldTail.start : 0;
  const count = headCount + betweenCount + (old.count - tailFrom);
  const tailTo = headCount + betweenCount;

  function joined<Column extends Int32Array | Uint8Array>(column: Column, pick: (tokens: Tokens) => Column): Column {
    column.set(pick(old).subarray(0, headCount));
    column.set(pick(between).subarray(0, betweenCount), headCount);
    column.set(pick(old).subarray(tailFrom), tailTo);
    return column;
  }
  const start = joined(new Int32Array(count), (tokens) => tokens.start);
  const end = joined(new Int32Array(count), (tokens) => tokens.end);
  const kind = joined(new Uint8Array(count), (tokens) => tokens.kind);
  const flags = joined(new Uint8Array(count), (tokens) => tokens.flags);
  const word = joined(new Int32Array(count), (tokens) => tokens.word);
  move(headCount, tailTo, base);
  move(tailTo, count, shift);

  function move(from: number, to: number, by: number): void {
    if (by === 0) return;
    for (let at = from; at < to; at++) {
      start[at] = (start[at] as number) + by;
      end[at] = (end[at] as number) + by;
    }
  }

  // words are numbered anew, by where they stand first
  const vocabulary: string[] = [];
  const ids = new Map<string, number>();
  const oldIds = new Int32Array(old.vocabulary.length).fill(-1);
  const betweenIds = new Int32Array(between.vocabulary.length).fill(-1);
  const idOf = (name: string) => {
    let id = ids.get(name);
    if (id === undefined) {
      id = vocabulary.length;
      vocabulary.push(name);
      ids.set(name, id);
    }
    return id;
  };
  const sentence = new Int32Array(count);
  const sentences: number[] = [];
  for (let at = 0; at < count; at++) {
    const isOld = at < headCount || at >= tailTo;
    const known = isOld ? oldIds : betweenIds;
    const id = word[at] as number;
    let now = known[id] as number;
    if (now < 0) {
      now = idOf((isOld ? old : between).vocabulary[id] as string);
      known[id] = now;
    }
    word[at] = now;
    if ((flags[at] as number) & Flag.sentenceStart) sentences.push(at);
    sentence[at] = sentences.length - 1;
  }
  sentences.push(count);
  return { count, start, end, kind, flags, word, sentence, vocabulary, sentences: Int32Array.from(sentences) };
}

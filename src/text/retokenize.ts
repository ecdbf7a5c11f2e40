/** Tokens after an edit: those of untouched blocks are kept, the same as a fresh reading would give. */
import type { Block } from "./projection.js";
import { type Tokens, tokenize } from "./tokens.js";

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

/** Tokens of a stretch of the text that holds all that was touched. */
export interface Piece {
  /** Their offsets count from `start`. */
  readonly tokens: Tokens;
  readonly start: number;
}

/** Reads what was touched, and the next block, for a mark that opens it may quote what ends the block before. */
function read(text: string, blocks: readonly Block[], { head, tail }: Kept): Piece {
  const touched = blocks.slice(head, blocks.length - tail + Math.min(tail, 1));
  const start = touched[0]?.start ?? 0;
  const part = text.slice(start, touched.at(-1)?.end ?? start);
  return {
    tokens: tokenize(
      part,
      touched.map((block) => ({ start: block.start - start, end: block.end - start })),
    ),
    start,
  };
}

/**
 * @param before the tokens and blocks of the document before the edit
 * @param text the prose after it
 * @param blocks its blocks after it
 * @param kept which blocks are the same, text and distances
 * @param piece tokens of what was touched with some of its neighbourhood, where they are known already
 * @returns what `tokenize(text, blocks)` returns
 */
export function retokenize(
  before: { readonly tokens: Tokens; readonly blocks: readonly Block[] },
  text: string,
  blocks: readonly Block[],
  kept: Kept,
  piece: Piece = read(text, blocks, kept),
): Tokens {
  const { head, tail } = kept;
  const old = before.tokens;
  const oldTail = before.blocks[before.blocks.length - tail];
  const newTail = blocks[blocks.length - tail];
  const headCount = head === 0 ? 0 : tokenAt(old, (before.blocks[head - 1] as Block).end);
  const tailFrom = oldTail ? tokenAt(old, oldTail.start) : old.count;
  const between = piece.tokens;
  const base = piece.start;
  const betweenFrom = head === 0 ? 0 : tokenAt(between, (blocks[head - 1] as Block).end - base);
  const betweenCount = (newTail ? tokenAt(between, newTail.start - base) : between.count) - betweenFrom;
  const shift = newTail && oldTail ? newTail.start - oldTail.start : 0;
  const count = headCount + betweenCount + (old.count - tailFrom);
  const tailTo = headCount + betweenCount;

  function joined<Column extends Int32Array | Uint8Array>(column: Column, pick: (tokens: Tokens) => Column): Column {
    column.set(pick(old).subarray(0, headCount));
    column.set(pick(between).subarray(betweenFrom, betweenFrom + betweenCount), headCount);
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

  // words are numbered by where they stand first, so those of the head keep their numbers
  let headWords = 0;
  for (let at = 0; at < headCount; at++) if ((word[at] as number) >= headWords) headWords = (word[at] as number) + 1;
  const vocabulary = old.vocabulary.slice(0, headWords);
  const now = new Int32Array(old.vocabulary.length).fill(-1);
  for (let id = 0; id < headWords; id++) now[id] = id;
  const oldIds = idsIn(old.vocabulary, between.vocabulary);
  const betweenNow = oldIds.map((id) => (id < 0 ? -1 : (now[id] as number)));
  for (let at = headCount; at < tailTo; at++) {
    const id = word[at] as number;
    if ((betweenNow[id] as number) < 0) {
      betweenNow[id] = vocabulary.push(between.vocabulary[id] as string) - 1;
      const oldId = oldIds[id] as number;
      if (oldId >= 0) now[oldId] = betweenNow[id] as number;
    }
    word[at] = betweenNow[id] as number;
  }
  for (let at = tailTo; at < count; at++) {
    const id = word[at] as number;
    if ((now[id] as number) < 0) now[id] = vocabulary.push(old.vocabulary[id] as string) - 1;
    word[at] = now[id] as number;
  }

  const sentence = joined(new Int32Array(count), (tokens) => tokens.sentence);
  const headSentences = headCount === 0 ? 0 : (sentence[headCount - 1] as number) + 1;
  const firstSentence = betweenCount === 0 ? 0 : (between.sentence[betweenFrom] as number);
  const betweenSentences =
    betweenCount === 0 ? 0 : (between.sentence[betweenFrom + betweenCount - 1] as number) + 1 - firstSentence;
  const oldTailSentence = tailFrom < old.count ? (old.sentence[tailFrom] as number) : old.sentences.length - 1;
  const tailSentence = headSentences + betweenSentences;
  for (let at = headCount; at < tailTo; at++) sentence[at] = (sentence[at] as number) + headSentences - firstSentence;
  const later = tailSentence - oldTailSentence;
  for (let at = tailTo; at < count; at++) sentence[at] = (sentence[at] as number) + later;
  const firsts = [
    old.sentences.subarray(0, headSentences),
    between.sentences
      .subarray(firstSentence, firstSentence + betweenSentences)
      .map((at) => at - betweenFrom + headCount),
    old.sentences.subarray(oldTailSentence).map((at) => at + tailTo - tailFrom),
  ];
  const sentences = new Int32Array(tailSentence + (old.sentences.length - oldTailSentence));
  sentences.set(firsts[0] as Int32Array);
  sentences.set(firsts[1] as Int32Array, headSentences);
  sentences.set(firsts[2] as Int32Array, tailSentence);
  return { count, start, end, kind, flags, word, sentence, vocabulary, sentences };
}

/** For each of `names` its place in `vocabulary`, or -1. */
function idsIn(vocabulary: readonly string[], names: readonly string[]): Int32Array {
  const ids = new Map(names.map((name, id) => [name, id]));
  const found = new Int32Array(names.length).fill(-1);
  for (let id = 0; id < vocabulary.length; id++) {
    const name = ids.get(vocabulary[id] as string);
    if (name !== undefined) found[name] = id;
  }
  return found;
}

/**
 * Reads the n-grams of a CMU Sphinx language model in its trie binary form, such as `en-us.lm.bin` of Debian's
 * `pocketsphinx-en-us`: which pairs and triples of words a large body of ordinary English has. The form is that of
 * sphinxbase's lm_trie.c: unigrams, then one bit-packed table an order, each entry a word, its quantized weights and
 * the first of its children. The trie is reversed: an entry of order 2 under `b` whose word is `a` is the pair `a b`.
 */
import { readFileSync } from "node:fs";

export interface NgramModel {
  readonly words: readonly string[];
  /** Calls back for every pair `a b`. */
  pairs(found: (a: number, b: number) => void): void;
  /** Calls back for every triple `a b c`. */
  triples(found: (a: number, b: number, c: number) => void): void;
}

const magic = "Trie Language Model";

function bitsFor(value: number): number {
  return value === 0 ? 0 : 32 - Math.clz32(value);
}

/** @throws Error when the file is no such model, or not of order 3 with 16-bit weights */
export function readNgramModel(path: string): NgramModel {
  const data = readFileSync(path);
  if (data.toString("latin1", 0, magic.length) !== magic) throw new Error(`${path} is no Sphinx trie language model`);
  let at = magic.length;
  const order = data.readUInt8(at++);
  if (order !== 3) throw new Error(`${path} has order ${order}; 3 is needed`);
  const counts = [0, 1, 2].map((n) => data.readUInt32LE(at + n * 4)) as [number, number, number];
  at += 12;
  const quantized = data.readInt32LE(at);
  at += 4;
  if (quantized !== 1) throw new Error(`${path} has weights of kind ${quantized}; 1 (16 bits) is needed`);
  // the tables of quantized weights, which are not needed
  at += 3 * 65536 * 4;
  const [unigrams, bigrams, trigrams] = counts;
  const next = new Uint32Array(unigrams + 1);
  for (let id = 0; id <= unigrams; id++, at += 12) {
    next[id] = data.readUInt32LE(at + 8);
  }
  const wordBits = bitsFor(unigrams);
  const nextBits = bitsFor(trigrams);
  const pairBits = wordBits + 32 + nextBits;
  const tripleBits = wordBits + 16;
  const size = (entries: number, bits: number) => (((1 + entries) * bits + 7) >> 3) + 8;
  const pairBase = at;
  const sizeOfPairs = Math.floor(((1 + bigrams) * pairBits + 7) / 8) + 8;
  const tripleBase = pairBase + sizeOfPairs;
  at = tripleBase + size(trigrams, tripleBits);
  const length = data.readUInt32LE(at);
  const words = data
    .toString("utf8", at + 4, at + 4 + length)
    .split("\0")
    .slice(0, unigrams);

  // up to 25 bits a field: a 32-bit read and a shift do
  const field = (base: number, bit: number, bits: number): number =>
    (data.readUInt32LE(base + Math.floor(bit / 8)) >>> (bit % 8)) & ((1 << bits) - 1);
  return {
    words,
    pairs(found) {
      for (let b = 0; b < unigrams; b++) {
        for (let entry = next[b] as number; entry < (next[b + 1] as number); entry++) {
          found(field(pairBase, entry * pairBits, wordBits), b);
        }
      }
    },
    triples(found) {
      for (let c = 0; c < unigrams; c++) {
        for (let entry = next[c] as number; entry < (next[c + 1] as number); entry++) {
          const b = field(pairBase, entry * pairBits, wordBits);
          const from = field(pairBase, entry * pairBits + wordBits + 32, nextBits);
          const to = field(pairBase, (entry + 1) * pairBits + wordBits + 32, nextBits);
          for (let child = from; child < to; child++) found(field(tripleBase, child * tripleBits, wordBits), b, c);
        }
      }
    },
  };
}

/**
 * One automaton for all phrases: a trie over labels, its nodes in breadth-first order, so that the n-th edge leads to
 * node n + 1 and needs no target of its own. Looking for phrases costs what the text costs, however many there are.
 */

/** A phrase that ends at a node: which, and how many of its tokens stand after its head. */
export interface Ending {
  readonly phrase: number;
  /** Index of the head token within the match, or -1. */
  readonly head: number;
}

export interface Automaton {
  /** Label to id. */
  readonly labels: ReadonlyMap<string, number>;
  /** Edges of node n: firstEdge[n] up to firstEdge[n + 1], by ascending label. */
  readonly firstEdge: Int32Array;
  readonly edgeLabel: Int32Array;
  /** For each label the edge from the root, or -1. */
  readonly root: Int32Array;
  /** A bit for each pair of node and label that has an edge, by its hash: most look-ups end here. */
  readonly pairs: Uint32Array;
  /** Endings of node n: firstEnding[n] up to firstEnding[n + 1]. */
  readonly firstEnding: Int32Array;
  readonly endingPhrase: Int32Array;
  readonly endingHead: Int32Array;
}

interface Draft {
  readonly children: Map<number, Draft>;
  readonly endings: Ending[];
}

/** @param sequences labels and ending of each phrase */
export function buildAutomaton(sequences: Iterable<{ labels: readonly string[]; ending: Ending }>): Automaton {
  const list = [...sequences];
  const counts = new Map<string, number>();
  for (const { labels } of list) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  // frequent labels get small ids, which take fewer characters in the compiled form
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const ids = new Map(ordered.map(([label], id) => [label, id]));
  const rootNode: Draft = { children: new Map(), endings: [] };
  for (const { labels, ending } of list) {
    let node = rootNode;
    for (const label of labels) {
      const id = ids.get(label) as number;
      let next = node.children.get(id);
      if (!next) {
        next = { children: new Map(), endings: [] };
        node.children.set(id, next);
      }
      node = next;
    }
    if (!node.endings.some(({ phrase }) => phrase === ending.phrase)) node.endings.push(ending);
  }
  const firstEdge: number[] = [];
  const edgeLabel: number[] = [];
  const firstEnding: number[] = [];
  const endingPhrase: number[] = [];
  const endingHead: number[] = [];
  const queue: Draft[] = [rootNode];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as Draft;
    firstEdge.push(edgeLabel.length);
    firstEnding.push(endingPhrase.length);
    for (const [label, child] of [...node.children].sort((a, b) => a[0] - b[0])) {
      edgeLabel.push(label);
      queue.push(child);
    }
    for (const { phrase, head } of node.endings) {
      endingPhrase.push(phrase);
      endingHead.push(head);
    }
  }
  firstEdge.push(edgeLabel.length);
  firstEnding.push(endingPhrase.length);
  const ints = (list: readonly number[]) => Int32Array.from(list);
  return automatonOf(
    [...ids.keys()],
    ints(firstEdge),
    ints(edgeLabel),
    ints(firstEnding),
    ints(endingPhrase),
    ints(endingHead),
  );
}

/** Completes an automaton from its arrays; see `Automaton` for what each holds. */
export function automatonOf(
  labels: readonly string[],
  firstEdge: Int32Array,
  edgeLabel: Int32Array,
  firstEnding: Int32Array,
  endingPhrase: Int32Array,
  endingHead: Int32Array,
): Automaton {
  const root = new Int32Array(labels.length).fill(-1);
  for (let edge = 0; edge < (firstEdge[1] ?? 0); edge++) root[edgeLabel[edge] as number] = edge;
  const ids = new Map<string, number>();
  for (let id = 0; id < labels.length; id++) ids.set(labels[id] as string, id);
  const pairs = new Uint32Array(1 << (pairBits - 5));
  for (let node = 1; node + 1 < firstEdge.length; node++) {
    const end = firstEdge[node + 1] as number;
    for (let at = firstEdge[node] as number; at < end; at++) {
      const bit = pairHash(node, edgeLabel[at] as number);
      pairs[bit >>> 5] = (pairs[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }
  return {
    labels: ids,
    pairs,
    firstEdge,
    edgeLabel,
    root,
    firstEnding,
    endingPhrase,
    endingHead,
  };
}

/** A million bits: a few in a hundred are set. */
const pairBits = 20;

function pairHash(node: number, label: number): number {
  return Math.imul(Math.imul(node, 0x9e3779b1) ^ label, 0x85ebca6b) >>> (32 - pairBits);
}

/** @returns the edge of `node` with this label, or -1. Edge n leads to node n + 1. */
export function edge(automaton: Automaton, node: number, label: number): number {
  if (node === 0) return automaton.root[label] as number;
  const { firstEdge, edgeLabel, pairs } = automaton;
  const bit = pairHash(node, label);
  if (((pairs[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return -1;
  let low = firstEdge[node] as number;
  let high = (firstEdge[node + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = edgeLabel[middle] as number;
    if (found === label) return middle;
    if (found < label) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The compiled form: strings that load without parsing. */
export interface PackedAutomaton {
  readonly labels: string;
  readonly edgeCounts: string;
  readonly edgeLabels: string;
  readonly endingCounts: string;
  readonly endingPhrases: string;
  readonly endingHeads: string;
}

export function pack(automaton: Automaton): PackedAutomaton {
  const { labels, firstEdge, edgeLabel, firstEnding, endingPhrase, endingHead } = automaton;
  return {
    labels: [...labels.keys()].join("\n"),
    edgeCounts: encodeInts(counts(firstEdge)),
    edgeLabels: encodeInts(edgeLabel),
    endingCounts: encodeInts(counts(firstEnding)),
    endingPhrases: encodeInts(sparse(endingPhrase)),
    endingHeads: encodeInts(Array.from(endingHead, (head) => head + 1)),
  };
}

/** Numbers that mostly come in order: 0 for the next new one, else the number plus one. */
function sparse(list: Int32Array): number[] {
  let next = 0;
  return Array.from(list, (number) => {
    if (number !== next) return number + 1;
    next++;
    return 0;
  });
}

function dense(list: Int32Array): Int32Array {
  let next = 0;
  return list.map((code) => (code === 0 ? next++ : code - 1));
}

export function unpack(packed: PackedAutomaton): Automaton {
  return automatonOf(
    packed.labels === "" ? [] : packed.labels.split("\n"),
    sums(decodeInts(packed.edgeCounts)),
    decodeInts(packed.edgeLabels),
    sums(decodeInts(packed.endingCounts)),
    dense(decodeInts(packed.endingPhrases)),
    decodeInts(packed.endingHeads).map((head) => head - 1),
  );
}

function counts(first: Int32Array): number[] {
  return Array.from({ length: first.length - 1 }, (_, at) => (first[at + 1] as number) - (first[at] as number));
}

function sums(list: Int32Array): Int32Array {
  const first = new Int32Array(list.length + 1);
  for (let at = 0; at < list.length; at++) first[at + 1] = (first[at] as number) + (list[at] as number);
  return first;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Uint8Array(128);
for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;

/** Integers from 0 up as text: five bits a character, the sixth says that more follow. */
export function encodeInts(list: ArrayLike<number>): string {
  const out: string[] = [];
  for (let at = 0; at < list.length; at++) {
    let value = list[at] as number;
    while (value >= 32) {
      out.push(digits[32 | (value & 31)] as string);
      value >>>= 5;
    }
    out.push(digits[value] as string);
  }
  return out.join("");
}

export function decodeInts(text: string): Int32Array {
  const list = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = values[text.charCodeAt(at)] as number;
    value |= (digit & 31) << shift;
    if (digit & 32) shift += 5;
    else {
      list[count++] = value;
      value = 0;
      shift = 0;
    }
  }
  return list.slice(0, count);
}

/** A termbase ready to match, and matching. */
import { type Document, Flag, has } from "../text/document.js";
import { type Automaton, decodeInts, type Ending, edge, type PackedAutomaton, unpack } from "./automaton.js";
import { cueCache, holds } from "./conditions.js";
import { labelsOf } from "./notation.js";
import type { CompiledConcept, CompiledPhrase, Concept, Inflection } from "./types.js";

export interface Termbase {
  readonly automaton: Automaton;
  phrase(index: number): CompiledPhrase;
  /** How many concepts there are. */
  readonly size: number;
  concept(index: number): CompiledConcept;
  /** The whole concept, definition and sources included; `undefined` until they are loaded. */
  details(index: number): Concept | undefined;
  /** Label ids by folded word, filled as words are met. */
  readonly labels: Map<string, Int32Array>;
}

/** A phrase found: flagged ones that hold, and good ones. */
export interface TermMatch {
  readonly termbase: Termbase;
  readonly phrase: CompiledPhrase;
  /** Token range. */
  readonly from: number;
  readonly to: number;
  /** The token whose inflection the suggestion follows, or -1. */
  readonly head: number;
}

/** What the build writes. All strings, so that loading parses nothing it does not need. */
export interface PackedTermbase {
  readonly automaton: PackedAutomaton;
  /** Per phrase: concept, inflection and goodness, condition + 1. */
  readonly phrases: string;
  /** JSON array of alternatives, by index. */
  readonly conditions: string;
  /** A text each for zh, preferred, the first admitted, rule, official; in each a line a concept. */
  readonly concepts: readonly string[];
}

/** Good terms that hold no deprecated phrase: only composition and consistency ask for them. */
export interface PackedGoodTerms {
  readonly automaton: PackedAutomaton;
  /** The concept of each. */
  readonly concepts: string;
}

const inflections: readonly Inflection[] = ["noun", "verb", "none"];

/** The number that stands for a phrase's inflection and goodness in the compiled form. */
export function phraseCode(phrase: CompiledPhrase): number {
  return inflections.indexOf(phrase.inflection) * 2 + (phrase.good ? 1 : 0);
}

const noCondition: CompiledPhrase["when"] = [];

/** A termbase's data before anything of it is looked at. */
export interface TermbaseParts {
  readonly automaton: Automaton;
  /** Three numbers a phrase: concept, `phraseCode`, condition + 1. */
  readonly phrases: Int32Array;
  /** As in `PackedTermbase`. */
  readonly conditions: string;
  /** A line a concept: zh, preferred, admitted (U+0001 between), rule, official, tab-separated. */
  readonly concepts: { readonly length: number; at(index: number): string | undefined };
}

export function unpackTermbase({ automaton, phrases, conditions, concepts }: PackedTermbase): TermbaseParts {
  const columns = concepts.map((column) => column.split("\n"));
  return {
    automaton: unpack(automaton),
    phrases: decodeInts(phrases),
    conditions,
    concepts: {
      length: columns[0]?.length ?? 0,
      at: (index) => columns.map((column) => column[index]).join("\t"),
    },
  };
}

/**
 * Everything is made when it is asked for, as a text meets few of the phrases.
 *
 * @param parts what the build wrote
 * @param details gives the whole concept at an index, once it is loaded
 * @param more gives, once they are loaded, what gives the admitted renderings that `parts` left out
 */
export function loadTermbase(
  parts: TermbaseParts,
  details: (index: number) => Concept | undefined,
  more: () => ((index: number) => string | undefined) | undefined = () => undefined,
): Termbase {
  const codes = parts.phrases;
  const count = codes.length / 3;
  const phrases: (CompiledPhrase | undefined)[] = [];
  let conditions: readonly CompiledPhrase["when"][] | undefined;
  const conditionAt = (index: number): CompiledPhrase["when"] => {
    conditions ??= JSON.parse(parts.conditions) as CompiledPhrase["when"][];
    return conditions[index] as CompiledPhrase["when"];
  };
  const phraseAt = (index: number): CompiledPhrase => {
    const code = codes[count + index] as number;
    const condition = codes[count * 2 + index] as number;
    return {
      concept: codes[index] as number,
      good: code % 2 === 1,
      inflection: inflections[code >> 1] as Inflection,
      when: condition === 0 ? noCondition : conditionAt(condition - 1),
    };
  };
  const lines = parts.concepts;
  const concepts: (CompiledConcept | undefined)[] = new Array(lines.length);
  let rest = more();
  const read = (index: number): CompiledConcept => {
    const line = lines.at(index) as string;
    const [zh, preferred, first, rule, official] = line.split("\t") as [string, string, string, string, string];
    return {
      zh,
      preferred,
      admitted: [first, rest?.(index) ?? ""].filter(Boolean).flatMap((part) => part.split("\u0001")),
      rule,
      official: official === "1",
    };
  };
  return {
    automaton: parts.automaton,
    phrase(index) {
      let phrase = phrases[index];
      if (!phrase) {
        phrase = phraseAt(index);
        phrases[index] = phrase;
      }
      return phrase;
    },
    size: lines.length,
    concept(index) {
      if (!rest) {
        rest = more();
        if (rest) concepts.fill(undefined);
      }
      let concept = concepts[index];
      if (!concept) {
        concept = read(index);
        concepts[index] = concept;
      }
      return concept;
    },
    details,
    labels: new Map(),
  };
}

const goodTerms = new WeakMap<PackedGoodTerms, Termbase>();

/**
 * A termbase of good terms, unpacked on first use.
 *
 * @param whole the termbase whose concepts they name
 */
export function goodTermsOf(packed: PackedGoodTerms, whole: Termbase): Termbase {
  let found = goodTerms.get(packed);
  if (!found) {
    const concepts = decodeInts(packed.concepts);
    found = {
      ...whole,
      automaton: unpack(packed.automaton),
      phrase: (index) => ({ concept: concepts[index] as number, good: true, inflection: "noun", when: noCondition }),
      labels: new Map(),
    };
    goodTerms.set(packed, found);
  }
  return found;
}

/** Words remembered across documents at most; a server that has met more forgets them all. */
const mostWords = 200_000;
const none = new Int32Array(0);

function labelIds(termbase: Termbase, word: string, kind: number): Int32Array {
  const known = termbase.labels.get(word);
  if (known) return known;
  const ids = labelsOf(word, kind)
    .map((label) => termbase.automaton.labels.get(label))
    .filter((id) => id !== undefined);
  const found = ids.length === 0 ? none : Int32Array.from(new Set(ids));
  if (termbase.labels.size > mostWords) termbase.labels.clear();
  termbase.labels.set(word, found);
  return found;
}

interface Candidate {
  readonly ending: Ending;
  readonly to: number;
}

const longestFirst = (a: Candidate, b: Candidate) => b.to - a.to;

/**
 * Every deprecated phrase that stands in the document and whose condition holds, leftmost and longest first, and every
 * good term. A deprecated phrase inside a longer good term is not returned.
 *
 * @param first token where a match may begin, and the one before which the last must; default: all
 */
export function matchTerms(
  document: Document,
  termbase: Termbase,
  first = 0,
  last: number = document.tokens.count,
): TermMatch[] {
  const { tokens } = document;
  const { automaton } = termbase;
  const { root, firstEnding, endingPhrase, endingHead } = automaton;
  const ids: (Int32Array | undefined)[] = new Array(tokens.vocabulary.length);
  const starts: (Int32Array | undefined)[] = new Array(tokens.vocabulary.length);
  const cache = cueCache();
  const found: TermMatch[] = [];
  let candidates: Candidate[] = [];

  const idsAt = (at: number): Int32Array => {
    const word = tokens.word[at] as number;
    let list = ids[word];
    if (!list) {
      list = labelIds(termbase, tokens.vocabulary[word] as string, tokens.kind[at] as number);
      ids[word] = list;
    }
    return list;
  };

  /** The nodes that a phrase beginning with this token may be at; none for most words of a text. */
  const startsAt = (at: number): Int32Array => {
    const word = tokens.word[at] as number;
    let list = starts[word];
    if (!list) {
      const nodes = Array.from(idsAt(at), (label) => (root[label] as number) + 1).filter((node) => node > 0);
      list = nodes.length === 0 ? none : Int32Array.from(nodes);
      starts[word] = list;
    }
    return list;
  };

  const walk = (node: number, at: number): void => {
    for (let ending = firstEnding[node] as number; ending < (firstEnding[node + 1] as number); ending++) {
      candidates.push({
        ending: { phrase: endingPhrase[ending] as number, head: endingHead[ending] as number },
        to: at,
      });
    }
    if (at >= tokens.count || has(tokens, at, Flag.blockStart)) return;
    const list = idsAt(at);
    for (let label = 0; label < list.length; label++) {
      const next = edge(automaton, node, list[label] as number);
      if (next >= 0) walk(next + 1, at + 1);
    }
  };

  let goodEnd = 0;
  let badEnd = 0;
  for (let from = first; from < last; from++) {
    const list = startsAt(from);
    if (list.length === 0) continue;
    for (let node = 0; node < list.length; node++) walk(list[node] as number, from + 1);
    if (candidates.length === 0) continue;
    const here = candidates;
    candidates = [];
    if (here.length > 1) here.sort(longestFirst);
    let goodTo = 0;
    for (const { ending, to } of here) {
      const phrase = termbase.phrase(ending.phrase);
      const head = ending.head < 0 ? -1 : from + ending.head;
      if (phrase.good) {
        if (to > goodTo) {
          goodTo = to;
          found.push({ termbase, phrase, from, to, head });
        }
        continue;
      }
      // a good term that holds the phrase, here or from further left, settles it
      if (to <= goodTo || to <= goodEnd || from < badEnd) continue;
      if (!holds(phrase.when, document, from, to, cache)) continue;
      found.push({ termbase, phrase, from, to, head });
      badEnd = to;
    }
    if (goodTo > goodEnd) goodEnd = goodTo;
  }
  return found;
}

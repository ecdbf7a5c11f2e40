/**
 * Which good terms matching must know: those that may hold a deprecated phrase, which they then settle. The others
 * only keep composition and consistency from speaking, so they stand in the second part of the data, with those.
 */
import { type Compiled, phraseKey } from "../src/termbase/compile.js";
import { anyNumber, anyWord } from "../src/termbase/notation.js";
import { lemmas } from "../src/text/inflect.js";
import { isNumber } from "../src/text/tokens.js";

type SequenceOf = Compiled["sequences"][number];

export interface SplitTerms {
  /** Deprecated phrases, and good terms that may hold one. */
  readonly matching: readonly SequenceOf[];
  /** Good terms that hold none. */
  readonly others: readonly SequenceOf[];
}

const known = new Map<string, ReadonlySet<string>>();

/** What a label has in common with every other that some word satisfies as well. */
function traitsOf(label: string): ReadonlySet<string> {
  let traits = known.get(label);
  if (!traits) {
    const word = phraseKey([label]);
    const { noun, verb } = lemmas(word);
    traits = new Set([word, ...noun, ...verb, ...(word === anyNumber || isNumber(word) ? [anyNumber] : [])]);
    known.set(label, traits);
  }
  return traits;
}

function mayBeOne(one: string, other: string): boolean {
  if (one === anyWord || other === anyWord) return true;
  const others = traitsOf(other);
  for (const trait of traitsOf(one)) if (others.has(trait)) return true;
  return false;
}

export function splitTerms({ sequences, phrases }: Compiled): SplitTerms {
  const isGood = ({ ending }: SequenceOf) => phrases[ending.phrase]?.good === true;
  const deprecated = new Map<string, (readonly string[])[]>();
  for (const sequence of sequences) {
    if (isGood(sequence)) continue;
    for (const trait of traitsOf(sequence.labels[0] as string)) {
      const list = deprecated.get(trait);
      if (list) list.push(sequence.labels);
      else deprecated.set(trait, [sequence.labels]);
    }
  }
  const mayHold = (labels: readonly string[]): boolean =>
    labels.some((label, from) =>
      [...traitsOf(label)].some((trait) =>
        deprecated
          .get(trait)
          ?.some(
            (phrase) =>
              phrase.length <= labels.length - from &&
              phrase.every((part, at) => mayBeOne(part, labels[from + at] as string)),
          ),
      ),
    );
  const matching: SequenceOf[] = [];
  const others: SequenceOf[] = [];
  for (const sequence of sequences) (isGood(sequence) && !mayHold(sequence.labels) ? others : matching).push(sequence);
  return { matching, others };
}

/** Phrases in the order in which an automaton meets them, which takes fewer characters to name. */
export function renumbered(endingPhrase: Int32Array): { ids: number[]; endingPhrase: Int32Array } {
  const ids = [...new Set(endingPhrase)];
  const place = new Map(ids.map((old, now) => [old, now]));
  return { ids, endingPhrase: endingPhrase.map((old) => place.get(old) as number) };
}

/** A compiled termbase as entries again, to write them in any format. */
import { defaultRule, type PhraseEntry, type TermEntry } from "../compile.js";
import type { Termbase } from "../termbase.js";
import type { Condition } from "../types.js";
import { compact } from "./read.js";

/**
 * Everything that a compiled termbase knows. Conditions come with their word lists written out; examples, which test the
 * sources, are not compiled and so are not there.
 *
 * @param termbase one whose definitions are loaded
 */
export function entriesOf(termbase: Termbase): TermEntry[] {
  const conditions = conditionsOf(termbase);
  return Array.from({ length: termbase.size }, (_, index) => {
    const concept = termbase.details(index);
    const { zh, preferred, admitted, rule, official } = termbase.concept(index);
    const wrong = conditions[index] ?? [];
    return compact({
      ...(concept ?? { zh, preferred, admitted, standing: official ? "official" : "common" }),
      ...(rule === defaultRule ? {} : { rule }),
      deprecated: (concept?.deprecated ?? []).flatMap((phrase, at, all): (string | PhraseEntry)[] => {
        // one that stands twice is a fault of the sources, which a build with --anyway lets pass
        if (all.indexOf(phrase) < at) return [];
        const when = wrong[at] ?? [];
        if (when.length === 0) return [phrase];
        return [{ phrase, when: when.length === 1 ? (when[0] as Condition) : when }];
      }),
    });
  });
}

/** For each concept the conditions of its deprecated phrases, in the order of the entry. */
function conditionsOf({ automaton, phrase, size }: Termbase): (readonly Condition[])[][] {
  const found: (readonly Condition[])[][] = Array.from({ length: size }, () => []);
  let last = -1;
  for (const index of automaton.endingPhrase) last = Math.max(last, index);
  for (let index = 0; index <= last; index++) {
    const { concept, good, when } = phrase(index);
    if (!good) found[concept]?.push(when);
  }
  return found;
}

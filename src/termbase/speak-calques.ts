/** How the rule that speaks of composed renderings finds them and words its message. */
import type { Report } from "../finding.js";
import type { RuleContext } from "../rule.js";
import { type Document, wordAt } from "../text/document.js";
import { bases, isOnlyVerb } from "../text/inflect.js";
import { type CalqueMatch, isSuspect, matchCalques } from "./calques.js";
import { glossOf } from "./explain.js";
import { noteOf, replacement, termMatches } from "./speak.js";
import { standardTermbase } from "./standard.js";
import { standardCalques } from "./standard-calques.js";
import type { Inflection } from "./types.js";

export interface CalqueOptions {
  /** Report whatever the lexicon can compose and ordinary English does not have, without waiting for other signs. */
  readonly wide: boolean;
}

/** What the check must know of the whole document: whether all of it is word for word. */
export function calqueFacts(document: Document, { termbases }: Pick<RuleContext, "termbases">): string {
  const looks = document.policy && termbases.includes(standardTermbase());
  return looks && isSuspect(document, termMatches(document, termbases)) ? "everywhere" : "";
}

/** Reports composed renderings. */
export function speakOfCalques(
  document: Document,
  report: (report: Report) => void,
  { wide }: CalqueOptions,
  { termbases, facts }: RuleContext,
): void {
  const termbase = standardTermbase();
  // a document about something else is not looked at, and costs nothing
  if (!document.policy || !termbases.includes(termbase)) return;
  const calques = standardCalques(wide);
  if (!calques) return;
  const owned = new Set(
    termbases
      .filter((other) => other !== termbase)
      .flatMap((other) => Array.from({ length: other.size }, (_, index) => other.concept(index).zh)),
  );
  const terms = termMatches(document, termbases);
  for (const match of matchCalques(document, calques, termbase, terms, {
    wide,
    everywhere: facts === "everywhere",
  })) {
    const { concept, from, to } = match;
    const { zh, preferred, admitted } = termbase.concept(concept);
    if (owned.has(zh)) continue;
    const replaced = { from, to, ...headOf(document, match) };
    const { start, end, actual, expected } = replacement(document, replaced, [preferred, ...admitted]);
    report({
      start,
      end,
      message: `\`${actual}\` may be a word-for-word rendering of ${zh}; the usual English is \`${expected[0]}\``,
      expected,
      note: [noteOf(termbase.details(concept)), `Word for word: ${glossOf(concept)}`].filter(Boolean).join("\n"),
      zh,
    });
  }
}

const negations = new Set("not never no".split(" "));

/** A rendering that opens with a word which is surely a verb inflects by it; any other by its head noun. */
function headOf({ tokens }: Document, match: CalqueMatch): { head: number; inflection: Inflection } {
  const { head } = match;
  // "not forget": the verb follows
  const from = negations.has(wordAt(tokens, match.from)) ? match.from + 1 : match.from;
  const word = wordAt(tokens, from);
  const verb = isOnlyVerb(word) || bases(word).some(isOnlyVerb);
  return verb ? { head: from, inflection: "verb" } : { head, inflection: "noun" };
}

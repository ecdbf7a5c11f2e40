import { defineRule, type RuleContext } from "../../src/rule.js";
import { conceptOf, termMatches } from "../../src/termbase/speak.js";
import { otherGoodMatches } from "../../src/termbase/standard-calques.js";
import type { TermMatch } from "../../src/termbase/termbase.js";
import { type Document, Flag, has, wordAt } from "../../src/text/document.js";
import { singulars } from "../../src/text/inflect.js";
import { families, variants } from "./families.js";

/** One way a document calls a concept, and where. */
interface Naming {
  readonly name: string;
  readonly places: { readonly start: number; readonly end: number }[];
}

/** Occurrences named in a message. */
const shownPlaces = 1;

export default defineRule({
  id: "inconsistent-term",
  summary: "one concept under two names in a document",
  mqm: "terminology/inconsistent-use-of-terminology",
  level: "info",
  certainty: 0.4,
  options: { synonyms: false },
  check(document, report, { synonyms }, context) {
    const found = [...fromFamilies(document), ...(synonyms ? fromTerms(document, context) : [])];
    for (const [concept, namings] of found) {
      if (namings.length < 2) continue;
      const ordered = [...namings].sort((a, b) => b.places.length - a.places.length);
      const [main, ...others] = ordered as [Naming, ...Naming[]];
      const mainPlace = main.places[0] as { start: number; end: number };
      for (const other of others) {
        const place = other.places[0] as { start: number; end: number };
        report({
          start: place.start,
          end: place.end,
          message: `\`${other.name}\` (${times(other)}) and \`${main.name}\` (${times(main)}) both stand for ${concept}; keep to one`,
          expected: [],
          related: [mainPlace]
            .slice(0, shownPlaces)
            .map((at) => ({ ...at, message: `\`${main.name}\` stands here first` })),
          ...(/\p{Script=Han}/u.test(concept) ? { zh: concept } : {}),
        });
      }
    }
  },
});

function times({ places }: Naming): string {
  return places.length === 1 ? "once" : `${places.length} times`;
}

/** Namings of each concept of the termbase that the document has under more than one name. */
function fromTerms(document: Document, { termbases }: RuleContext): Map<string, Naming[]> {
  const found = new Map<string, Map<string, Naming>>();
  for (const match of [...termMatches(document, termbases), ...otherGoodMatches(document, termbases)]) {
    const concept = conceptOf(match);
    // what is deprecated has its own message already; only two names of equal standing are left to say
    if (!match.phrase.good || match.to - match.from < 2 || !isRival(document, match)) continue;
    const name = baseName(document, match);
    if (abbreviates(name, [concept.preferred, ...concept.admitted])) continue;
    const namings = found.get(concept.zh) ?? new Map<string, Naming>();
    found.set(concept.zh, namings);
    const start = document.tokens.start[match.from] as number;
    const end = document.tokens.end[match.to - 1] as number;
    const naming = namings.get(name) ?? { name: document.text.slice(start, end).replace(/\s+/g, " "), places: [] };
    naming.places.push({ start, end });
    namings.set(name, naming);
  }
  return new Map([...found].map(([zh, namings]) => [zh, distinct([...namings.values()])]));
}

/** Only proper names must keep one form; a term may have a synonym for variety. */
function isRival(document: Document, { from, to, termbase, phrase }: TermMatch): boolean {
  const rule = termbase.concept(phrase.concept).rule;
  if (rule !== "proper-name" && rule !== "slogan") return false;
  for (let at = from; at < to; at++) if (has(document.tokens, at, Flag.capital)) return true;
  return has(document.tokens, from, Flag.quoteBefore);
}

function baseName({ tokens }: Document, { from, to }: TermMatch): string {
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const word = wordAt(tokens, at);
    words.push(singulars(word)[0] ?? word);
  }
  return words.join(" ");
}

/** A short form that stands for the long one (BMC) is no second name. */
function abbreviates(name: string, renderings: readonly string[]): boolean {
  return /^[a-z]{2,6}$/.test(name) && renderings.some((rendering) => rendering.length > name.length * 2);
}

/** One name inside another ("the Administration" and "the National Administration") is a short form, not a rival. */
function distinct(namings: readonly Naming[]): Naming[] {
  const lower = namings.map(({ name }) => name.toLowerCase());
  return namings.filter((_, at) => !lower.some((name, other) => other !== at && name.includes(lower[at] as string)));
}

/** Namings of the families: terms that machines render now one way and now another. */
function fromFamilies(document: Document): Map<string, Naming[]> {
  const { tokens, text } = document;
  const found = new Map<string, Map<string, Naming>>();
  if (!document.china) return new Map();
  for (let at = 0; at < tokens.count; at++) {
    const starts = variants.get(wordAt(tokens, at));
    if (!starts) continue;
    for (const { family, words, label } of starts) {
      const to = at + words.length;
      if (to > tokens.count || !words.every((word, offset) => wordAt(tokens, at + offset) === word)) continue;
      if (words.some((_, offset) => offset > 0 && has(tokens, at + offset, Flag.blockStart))) continue;
      const namings = found.get(family) ?? new Map<string, Naming>();
      found.set(family, namings);
      const start = tokens.start[at] as number;
      const end = tokens.end[to - 1] as number;
      const naming = namings.get(label) ?? { name: text.slice(start, end).replace(/\s+/g, " "), places: [] };
      naming.places.push({ start, end });
      namings.set(label, naming);
      break;
    }
  }
  return new Map([...found].map(([id, namings]) => [families[id]?.of ?? id, [...namings.values()]]));
}

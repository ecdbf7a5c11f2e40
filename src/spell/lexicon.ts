/** The lexicon: which words are right, and how common each is. */
import { bases, pluralOf, singulars, verbFormOf } from "../text/inflect.js";
import type { Dialect, WordFacts, WordList } from "./word-list.js";

export interface Lexicon {
  /** Right in lower case, and so in any. */
  known(lower: string): boolean;
  /** Right as it is written, a capital included. */
  exactly(word: string): boolean;
  /** 0 (among the commonest) to 3; `undefined` for a word that is not right. */
  rank(word: string): number | undefined;
  /** Right, but so rare that a common word next to it is likelier meant. */
  isRare(lower: string): boolean;
  isTerm(word: string): boolean;
  readonly list: WordList;
  /** The user's words. */
  readonly own: ReadonlySet<string>;
  /** So many near words were asked for that laying the whole list out pays. Counts the asking. */
  isBusy(): boolean;
}

/** What decides besides the compiled list: a dictionary of the user's own. */
export interface Checker {
  correct(word: string): boolean;
}

/** Parts that make a word of any word they are put before. */
const prefixes = (
  "aero agri agro anti astro audio auto bio chemo co counter cross crypto cyber de demo down eco electro em en ethno euro ever ex extra fore geo giga hydro hyper immuno infra inter " +
  "intra iso kilo macro mega meta micro mid mini mono multi nano neo neuro non omni out over pan para petro phono photo poly post pre pro proto pseudo psycho quasi radio re semi " +
  "sino socio step sub super tele theo thermo trans tri turbo ultra un under uni up video"
).split(" ");
/** They make a word of any word. */
const prefixSet = new Set(prefixes);

/** Prefixes short or common enough to hide a slip ("inproper", "reccord") need a longer rest. */
const restLength = (prefix: string) => (prefix.length < 3 ? 6 : 5);

/** Words that follow others in a closed compound: nationwide, childlike. */
const compoundEnds = [
  "wide",
  "like",
  "based",
  "proof",
  "maker",
  "makers",
  "making",
  "holder",
  "holders",
  "goer",
  "goers",
  "ward",
  "wards",
  "ship",
  "scape",
  "scapes",
  "fold",
];

/** True when a word of the list is right in the dialect. */
export function isOfDialect(word: string, facts: WordFacts, dialect: Dialect | undefined): boolean {
  if (!dialect || !facts.dialect || facts.dialect === dialect) return true;
  // Oxford spelling is British too: organize beside organise
  return dialect === "british" && /iz(?:e|es|ed|er|ers|ing|able|ations?)$/.test(word);
}

/**
 * @param list the compiled words
 * @param own words of the user and of the document's termbases, as they are written; lower-case ones are right in any case
 * @param dialect the one that is right; both when left out
 * @param checker decides besides
 */
export function createLexicon(
  list: WordList,
  own: ReadonlySet<string>,
  dialect: Dialect | undefined,
  checker: Checker | undefined,
): Lexicon {
  const memory = new Map<string, boolean>();
  let asked = 0;

  function rank(word: string): number | undefined {
    const facts = list.find(word);
    if (facts && facts.rank < 4 && isOfDialect(word, facts, dialect)) return facts.rank;
    if (own.has(word)) return 1;
    return checker?.correct(word) ? 3 : undefined;
  }

  const right = (word: string) => rank(word) !== undefined;

  /** Regular forms of known words, and known words with a productive beginning or end. */
  function derived(word: string): boolean {
    for (const singular of singulars(word)) if (right(singular) && pluralOf(singular) === word) return true;
    for (const base of bases(word)) {
      if (base.length > 2 && right(base) && verbFormOf(base, word) !== undefined) return true;
    }
    // -ity, -ness and -ly where nothing is dropped or doubled
    if (/(?:less|ful|ous|ive|ish|able|ed|ent|al)ness$/.test(word) && right(word.slice(0, -4))) return true;
    if (/(?:ive|ous|ful|less|ent|ant|ized|ised|ing|ial|nal|ral)ly$/.test(word) && right(word.slice(0, -2))) return true;
    if (/ability$/.test(word) && right(`${word.slice(0, -5)}le`)) return true;
    if (/i[zs]ations?$/.test(word) && right(word.replace(/ations?$/, "e"))) return true;
    if (/i[zs]e[drs]?$|i[zs]ing$/.test(word) && word.length > 8 && nounOf(word)) return true;
    for (const end of compoundEnds) {
      if (word.length > end.length + 3 && word.endsWith(end) && (rank(word.slice(0, -end.length)) ?? 3) < 2)
        return true;
    }
    return prefixed(word);
  }

  /** writting, comission: a letter more or less of a double makes the commoner word. */
  function misdoubled(word: string): boolean {
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const other =
        letter === word.charAt(at - 1)
          ? word.slice(0, at) + word.slice(at + 1)
          : word.slice(0, at) + letter + word.slice(at);
      if ((rank(other) ?? 3) < 2) return true;
    }
    return false;
  }

  function nounOf(word: string): boolean {
    const stem = word.replace(/i[zs](?:e[drs]?|ing)$/, "");
    return /(?:al|ar|an|ic|er|or)$/.test(stem) && right(stem);
  }

  function prefixed(word: string): boolean {
    for (let length = 2; length <= 7 && length < word.length - 3; length++) {
      const prefix = word.slice(0, length);
      if (!prefixSet.has(prefix)) continue;
      const rest = word.slice(length);
      if (rest.length < restLength(prefix)) continue;
      const common = rank(rest);
      if (common !== undefined && common < (prefix.length < 4 ? 2 : 4)) return true;
      if (prefix.length > 3 && singulars(rest).some((one) => (rank(one) ?? 3) < 2)) return true;
    }
    return false;
  }

  return {
    list,
    own,
    // what a checker of the user's knows can only be tried word by word
    isBusy: () => checker === undefined && ++asked > patience,
    rank,
    isRare: (lower) =>
      list.find(lower)?.rank === 4 ||
      singulars(lower).some((one) => list.find(one)?.rank === 4 && pluralOf(one) === lower),
    isTerm: (word) => list.find(word)?.term ?? false,
    exactly: right,
    known(lower) {
      let answer = memory.get(lower);
      if (answer === undefined) {
        answer = right(lower) || (derived(lower) && !misdoubled(lower));
        if (memory.size > 200_000) memory.clear();
        memory.set(lower, answer);
      }
      return answer;
    },
  };
}

const patience = 25;

/** Beginnings that stand before a hyphen and are no words by themselves: socio-economic. */
export function isCombining(lower: string): boolean {
  return prefixSet.has(lower) || combining.has(lower);
}
const combining = new Set(
  "afro anglo franco indo italo russo sino serbo hispano greco judeo balto austro judaeo tibeto inter pre post vice all self quasi ex e f c o la de al el non multi bi".split(
    " ",
  ),
);

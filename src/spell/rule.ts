/** The rule `spelling`: what is misspelt, joined, split or mangled, names of China understood. */
import * as data from "../generated/spelling.js";
import type { Rule } from "../rule.js";
import { type Check, createCheck } from "./check.js";
import { defaults, type SpellingRuleOptions, spellingRule } from "./definition.js";
import { type HunspellDictionary, loadChecker, type Speller } from "./dictionary.js";
import { readNames } from "./names.js";
import { readPhrases } from "./phrases.js";
import { readWords } from "./word-list.js";

export interface SpellingOptions {
  /** Words that are right besides. Lower-case ones are right in any case. */
  readonly words?: Iterable<string> | undefined;
  /** Hunspell dictionaries that decide besides, as strings. */
  readonly dictionaries?: readonly HunspellDictionary[] | undefined;
  /**
   * Gives dictionary-en as strings, for nspell to suggest from when nothing near is found otherwise. Called once, when
   * it is first needed; left out, there is no such help.
   */
  readonly fallback?: (() => HunspellDictionary) | undefined;
}

/** A rule for `Options.extra`, with its checker at hand for editors. */
export interface Spelling extends Rule {
  /** Right spellings for a word, best first, worked out when asked; empty when nothing is near or the word is right. */
  suggest(word: string): readonly string[];
  /** True when the dictionaries or the user's words have it. */
  knows(word: string): boolean;
}

/**
 * One checker: make one and keep it.
 *
 * @throws TypeError when a dictionary is not given as strings
 */
export function createSpelling(options: SpellingOptions = {}): Spelling {
  const { dictionaries = [], fallback } = options;
  const checkers = dictionaries.map(loadChecker);
  const parts = {
    list: readWords(data.words),
    names: readNames(data.names),
    phrases: readPhrases(data),
    checker:
      checkers.length === 0 ? undefined : { correct: (word: string) => checkers.some((one) => one.correct(word)) },
    fallback: fallback && once<Speller>(() => loadChecker(fallback())),
  };
  const own = [...(options.words ?? [])];
  const checks = new Map<string, Check>();
  const checkFor = ({ words, dialect }: Pick<SpellingRuleOptions, "words" | "dialect">): Check => {
    const key = `${dialect}\n${words.join("\n")}`;
    let check = checks.get(key);
    if (!check) {
      check = createCheck({ ...parts, dialect: dialect === "any" ? undefined : dialect, words: [...own, ...words] });
      checks.set(key, check);
    }
    return check;
  };
  return {
    ...spellingRule((document, report, given, { termbases }) => {
      // the package's own termbase comes last, and its words are in the list
      checkFor(given).run(document, report, given, termbases.slice(0, -1));
    }),
    suggest: (word) => checkFor(defaults).suggest(word),
    knows: (word) => checkFor(defaults).knows(word),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

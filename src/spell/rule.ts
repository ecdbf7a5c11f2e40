/** The rule `spelling`: what is misspelt, joined, split or mangled, names of China understood. */
import * as data from "../generated/spelling.js";
import { defineRule, type Rule } from "../rule.js";
import { type Check, createCheck } from "./check.js";
import { type HunspellDictionary, loadChecker } from "./dictionary.js";
import type { Checker } from "./lexicon.js";
import { readNames } from "./names.js";
import { readPhrases } from "./phrases.js";
import { type Dialect, readWords } from "./word-list.js";

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

/** What the rule's own options are, and their defaults. */
export interface SpellingRuleOptions {
  /** Words of the project. */
  readonly words: readonly string[];
  /** `"any"`, `"american"` or `"british"`. */
  readonly dialect: "any" | Dialect;
  /** Report words like no other too: jargon, for the most part. */
  readonly unknown: boolean;
  /** `"eager"` fills `expected`; `"lazy"` leaves it to `suggest`. */
  readonly suggestions: "eager" | "lazy";
  /** Milliseconds per file that suggestions may take. */
  readonly budget: number;
  /** Misspelt words per file that get suggestions. */
  readonly most: number;
}

const defaults: SpellingRuleOptions = {
  words: [],
  dialect: "any",
  unknown: false,
  suggestions: "eager",
  budget: 400,
  most: 200,
};

/** A rule for `Options.extra`, with its checker at hand for editors. */
export interface Spelling extends Rule {
  /** Right spellings for a word, best first, worked out when asked; empty when nothing is near. */
  suggest(word: string): readonly string[];
  /** True when the dictionaries or the user's words have it. */
  knows(word: string): boolean;
}

/** @throws TypeError when a dictionary is not given as strings */
export function createSpelling(options: SpellingOptions = {}): Spelling {
  const checkers: Checker[] = (options.dictionaries ?? []).map(loadChecker);
  const checker: Checker | undefined =
    checkers.length === 0 ? undefined : { correct: (word) => checkers.some((one) => one.correct(word)) };
  const base = {
    list: readWords(data.words),
    names: readNames(data.names),
    phrases: readPhrases(data),
    checker,
    fallback: options.fallback ? once(() => loadChecker((options.fallback as () => HunspellDictionary)())) : undefined,
  };
  const own = [...(options.words ?? [])];
  const checks = new Map<string, Check>();
  // one checker for each set of options, made when a document first asks
  const checkFor = ({ words, dialect }: Pick<SpellingRuleOptions, "words" | "dialect">): Check => {
    const key = `${dialect}\n${words.join("\n")}`;
    let check = checks.get(key);
    if (!check) {
      check = createCheck({ ...base, dialect: dialect === "any" ? undefined : dialect, words: [...own, ...words] });
      checks.set(key, check);
    }
    return check;
  };
  const rule = defineRule({
    id: "spelling",
    summary: "Misspelt, joined and split words, and mangled Chinese names",
    mqm: "linguistic-conventions/spelling",
    level: "warning",
    certainty: 0.6,
    options: defaults,
    check: (document, report, given, context) => checkFor(given).run(document, report, given, context),
  });
  return {
    ...rule,
    url: rule.url.replace("/rules/spelling/", "/src/spell/"),
    suggest: (word) => checkFor(defaults).suggest(word),
    knows: (word) => checkFor(defaults).knows(word),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** nspell, given strings. */
import nspell from "nspell";

/** A Hunspell dictionary, both files as strings. */
export interface HunspellDictionary {
  readonly aff: string;
  readonly dic: string;
}

export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
}

/**
 * @throws TypeError when a file is not a string: bytes that are no Node buffer would load as one garbage word
 */
export function loadChecker({ aff, dic }: HunspellDictionary): Speller {
  if (typeof aff !== "string" || typeof dic !== "string") {
    throw new TypeError("a dictionary is {aff, dic}, both strings; decode the bytes with new TextDecoder().decode(…)");
  }
  const speller = nspell({ aff, dic });
  return { correct: (word) => speller.correct(word), suggest: (word) => speller.suggest(word) };
}

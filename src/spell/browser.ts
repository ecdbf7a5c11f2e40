/** `xindaya/spell` in a browser: the same, with no file to read. */
import { createSpelling, type Spelling, type SpellingOptions } from "./rule.js";

export type { SpellingRuleOptions } from "./definition.js";
export type { HunspellDictionary } from "./dictionary.js";
export { default as xindayaSpell, type SpellPluginOptions } from "./retext.js";
export { createSpelling, type Spelling, type SpellingOptions } from "./rule.js";
export { addWords, readWordList } from "./user-words.js";

/** There is no file to read here: give dictionary-en's files, fetched as text, to {@link createSpelling}. */
export function readDictionary(): never {
  throw new Error("a browser has no files: fetch dictionary-en's index.aff and index.dic as text");
}

/** The rule `spelling`, for `Options.extra`; the compiled words decide. */
export async function loadSpelling(options: SpellingOptions = {}): Promise<Spelling> {
  return createSpelling(options);
}

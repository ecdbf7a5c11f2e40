/** `xindaya/spell` in Node: spelling with dictionary-en behind it. */
export type { SpellingRuleOptions } from "./definition.js";
export type { HunspellDictionary } from "./dictionary.js";
export { loadSpelling, readDictionary } from "./load.js";
export { default as xindayaSpell, type SpellPluginOptions } from "./retext.js";
export { createSpelling, type Spelling, type SpellingOptions } from "./rule.js";
export { addWords, readWordList } from "./user-words.js";

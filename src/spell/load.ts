/** Loading spelling in Node, apart from the retext plugin, which brings a parser with it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { HunspellDictionary } from "./dictionary.js";
import { createSpelling, type Spelling, type SpellingOptions } from "./rule.js";

/** dictionary-en as strings. Its own module reads the same two files, but only asynchronously, and gives bytes. */
export function readDictionary(): HunspellDictionary {
  const folder = dirname(createRequire(import.meta.url).resolve("dictionary-en"));
  return { aff: readFileSync(join(folder, "index.aff"), "utf8"), dic: readFileSync(join(folder, "index.dic"), "utf8") };
}

let standard: Spelling | undefined;

/**
 * The rule `spelling`, for `Options.extra`; without options the same one each time, so that a process has one checker.
 * dictionary-en is read, and nspell made, only when somebody asks for a suggestion for a word that nothing in the compiled
 * list is near.
 */
export async function loadSpelling(options?: SpellingOptions): Promise<Spelling> {
  if (options) return createSpelling({ fallback: readDictionary, ...options });
  standard ??= createSpelling({ fallback: readDictionary });
  return standard;
}

/** The retext plugin `xindayaSpell`: retext-spell with nspell says which words are unknown, the rule says which are wrong. */
import type { Root } from "nlcst";
import { retext } from "retext";
import retextEnglish from "retext-english";
import retextSpell from "retext-spell";
import type { Plugin, Processor } from "unified";
import { VFile } from "vfile";
import type { Finding, Report } from "../finding.js";
import { names, words as packed } from "../generated/spelling.js";
import { settingsFor } from "../lint.js";
import { run } from "../run.js";
import type { Projection } from "../text/projection.js";
import { projectTree } from "../tree.js";
import { tell } from "../xindaya.js";
import type { SpellingRuleOptions } from "./definition.js";
import type { HunspellDictionary } from "./dictionary.js";
import { isOfDialect } from "./lexicon.js";
import { byDictionary } from "./page.js";
import { createSpelling } from "./rule.js";
import { type Dialect, readWords } from "./word-list.js";

export interface SpellPluginOptions
  extends Partial<Pick<SpellingRuleOptions, "words" | "dialect" | "budget" | "most">> {
  /** dictionary-en or another, both files as strings. */
  readonly dictionary: HunspellDictionary;
}

/** A range of the projected text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** One retext-spell for each dictionary and set of words, for it reads the dictionary when it is made. */
const processors = new WeakMap<object, Map<string, Processor<Root, Root, Root>>>();

function processorFor({ dictionary, words = [], dialect = "any" }: SpellPluginOptions): Processor<Root, Root, Root> {
  let byWords = processors.get(dictionary);
  if (!byWords) {
    byWords = new Map();
    processors.set(dictionary, byWords);
  }
  const key = [dialect, ...words].join("\n");
  let processor = byWords.get(key);
  if (!processor) {
    processor = retext()
      .use(retextEnglish)
      // never suggest: its suggestions are slow, and its limit is per processor
      .use(retextSpell, {
        dictionary: asBytes(dictionary),
        personal: personal(words, dialect === "any" ? undefined : dialect),
        max: -1,
        ignoreLiteral: false,
      })
      .freeze() as unknown as Processor<Root, Root, Root>;
    byWords.set(key, processor);
  }
  return processor;
}

/** retext-spell is typed for bytes, but a plain byte array is what nspell misreads; strings are what it reads right. */
function asBytes({ aff, dic }: HunspellDictionary): { aff: Uint8Array; dic: Uint8Array } {
  if (typeof aff !== "string" || typeof dic !== "string") {
    throw new TypeError("`dictionary` is {aff, dic}, both strings; decode the bytes with new TextDecoder().decode(…)");
  }
  return { aff, dic } as unknown as { aff: Uint8Array; dic: Uint8Array };
}

/**
 * Words that are right besides the dictionary's: British ones, today's, the termbase's, names; and the user's. An asterisk
 * forbids those of the other dialect when there is one to keep to. Rare words are left to the rule.
 */
function personal(own: readonly string[], dialect: Dialect | undefined): string {
  const lines = names.split("\n");
  for (const [word, facts] of readWords(packed).all()) {
    if (facts.rank < 4) lines.push(isOfDialect(word, facts, dialect) ? word : `*${word}`);
  }
  return [...lines, ...own].join("\n");
}

/** What retext-spell does not know, block by block: parse-english takes quadratic time over a whole document. */
function unknownWords(projection: Projection, options: SpellPluginOptions): Range[] {
  const processor = processorFor(options);
  const found: Range[] = [];
  for (const { start, end } of projection.blocks) {
    const file = new VFile(projection.text.slice(start, end));
    processor.runSync(processor.parse(file), file);
    for (const { place } of file.messages) {
      if (!place || !("start" in place)) continue;
      found.push({ start: start + (place.start.offset ?? 0), end: start + (place.end.offset ?? 0) });
    }
  }
  return found;
}

/**
 * retext plugin: `unified().use(retextEnglish).use(xindayaSpell, {dictionary})`. Messages have `source` xindaya and
 * `ruleId` spelling.
 *
 * @throws TypeError when the dictionary is missing or not given as strings
 */
const xindayaSpell: Plugin<[SpellPluginOptions], Root> = function xindayaSpell(options) {
  if (!options?.dictionary) throw new TypeError("xindayaSpell needs `dictionary`: {aff, dic}, both strings");
  const { dictionary, words, dialect, budget, most } = options;
  const spelling = createSpelling({ fallback: () => dictionary });
  const own = Object.fromEntries(
    Object.entries({ words, dialect, budget, most }).filter(([, value]) => value !== undefined),
  );
  const all = settingsFor({ extra: [spelling], rules: { spelling: [true, own] } });
  const settings = { ...all, rules: all.rules.filter(({ rule }) => rule === spelling) };
  return (tree, file) => {
    const projection = projectTree(tree, String(file));
    const unknown = unknownWords(projection, options);
    const agreed = (report: Report) =>
      !byDictionary.has(report) || unknown.some((word) => word.start < report.end && word.end > report.start);
    const findings: Finding[] = run(projection, {
      ...settings,
      rules: settings.rules.map((active) => ({
        ...active,
        rule: {
          ...spelling,
          check: (document, report, given, context) =>
            spelling.check(document, (found) => agreed(found) && report(found), given, context),
        },
      })),
    });
    tell(file, findings);
  };
};

export default xindayaSpell;

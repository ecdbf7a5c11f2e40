/** What the rule `spelling` is, apart from its words: light enough to be known before it is loaded. */
import { defineRule, type Rule, type RuleDefinition } from "../rule.js";
import type { Dialect } from "./word-list.js";

/** The rule's own options. */
export interface SpellingRuleOptions {
  /** Words of the project. */
  readonly words: readonly string[];
  /** `"any"`, `"american"` or `"british"`. */
  readonly dialect: "any" | Dialect;
  /** Report words like no other too: jargon, for the most part. */
  readonly unknown: boolean;
  /** `"lazy"` never asks nspell for what goes into `expected`, and leaves it to `suggest`. */
  readonly suggestions: "eager" | "lazy";
  /** Milliseconds per file that nspell may take for suggestions. */
  readonly budget: number;
  /** Misspelt words per file for which words farther off than a slip are sought. */
  readonly most: number;
}

export const defaults: SpellingRuleOptions = {
  words: [],
  dialect: "any",
  unknown: false,
  suggestions: "eager",
  budget: 400,
  most: 200,
};

/** Makes the rule of a check. */
export function spellingRule(check: RuleDefinition<SpellingRuleOptions>["check"]): Rule {
  const rule = defineRule({
    id: "spelling",
    summary: "Misspelt, joined and split words, and mangled Chinese names",
    mqm: "linguistic-conventions/spelling",
    level: "warning",
    certainty: 0.6,
    options: defaults,
    check,
  });
  return { ...rule, url: rule.url.replace("/rules/spelling/", "/src/spell/") };
}

/** Stands for the rule where options are resolved and rules are listed, until it is loaded; it finds nothing. */
export const spellingDefinition: Rule = spellingRule(() => undefined);

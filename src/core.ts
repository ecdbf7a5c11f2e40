/**
 * The part that matches, for browsers: the same linting without definitions, notes and sources, which `loadDetails`
 * fetches in a chunk of their own.
 */
import { provideDetails } from "./termbase/standard.js";

/** Loads definitions and sources: findings have notes from then on, and `findTerms` answers. */
export async function loadDetails(): Promise<void> {
  provideDetails(await import("./generated/details.js"));
}

export type { Finding, Level, Place, Point } from "./finding.js";
export { rules } from "./generated/rules.js";
export { createLinter, type Format, type LintOptions, lint } from "./lint.js";
export { type Options, OptionsError, type RuleSetting } from "./options.js";
export { type Preset, presets } from "./presets.js";
export { findTerms } from "./termbase/find.js";
export type { Concept, Source } from "./termbase/types.js";
export { default, type RuleOptions, rulePlugin } from "./xindaya.js";

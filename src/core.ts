/**
 * The part that matches, for browsers: the same linting without definitions, notes, sources and composition, which
 * `loadDetails` fetches in chunks of their own.
 */
import { provideDetails } from "./termbase/standard.js";
import { provideCalques } from "./termbase/standard-calques.js";

/**
 * Loads definitions, sources and what composition works with: findings have notes from then on, `findTerms` answers, and
 * the rule `calque` finds what it finds in Node.
 */
export async function loadDetails(): Promise<void> {
  const [details, { packedCalques }] = await Promise.all([
    import("./generated/details.js"),
    import("./generated/calques.js"),
  ]);
  provideDetails(details);
  provideCalques(packedCalques);
}

export type { Finding, Level, Place, Point } from "./finding.js";
export { rules } from "./generated/rules.js";
export { createLinter, type Format, type LintOptions, lint } from "./lint.js";
export { type Options, OptionsError, type RuleSetting } from "./options.js";
export { type Preset, presets } from "./presets.js";
export { findTerms } from "./termbase/find.js";
export type { Concept, Source } from "./termbase/types.js";
export { default, type RuleOptions, rulePlugin } from "./xindaya.js";

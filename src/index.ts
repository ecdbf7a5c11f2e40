/**
 * xindaya: retext rules that find what machine translation from Chinese leaves in English, and the standard English of
 * Chinese policy vocabulary.
 */
import { packedCalques } from "./generated/calques.js";
import { admitted, details, sources } from "./generated/details.js";
import { provideDetails } from "./termbase/standard.js";
import { provideCalques } from "./termbase/standard-calques.js";

provideDetails({ admitted, details, sources });
provideCalques(packedCalques);

export type { Finding, Level, Place, Point } from "./finding.js";
export { rules } from "./generated/rules.js";
export { createLinter, type Format, type LintOptions, lint } from "./lint.js";
export { type Options, OptionsError, type RuleSetting } from "./options.js";
export { type Preset, presets } from "./presets.js";
export type { Rule } from "./rule.js";
export type { PhraseEntry, TermEntry } from "./termbase/compile.js";
export { findTerms } from "./termbase/find.js";
export type { Concept, Condition, Source } from "./termbase/types.js";
export { default, type RuleOptions, rulePlugin } from "./xindaya.js";

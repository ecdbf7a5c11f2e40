/** Presets as ordinary objects that a user can read, change and hand to the plugin. */

import type { Level } from "./finding.js";
import { rules } from "./generated/rules.js";
import type { Preset } from "./rule.js";

export type { Preset } from "./rule.js";

/** The rules of a preset with their levels. Each call makes a new object, so that no user changes another's. */
function levelsOf(preset: Preset): Record<string, Level> {
  return Object.fromEntries(rules.filter((rule) => rule.presets.includes(preset)).map(({ id, level }) => [id, level]));
}

/** What each preset switches on: `presets.strict()` is `{rules: {"repeated-word": "warning", …}}`. */
export const presets = {
  recommended: () => ({ rules: levelsOf("recommended") }),
  strict: () => ({ rules: levelsOf("strict") }),
  "terms-only": () => ({ rules: levelsOf("terms-only") }),
} as const;

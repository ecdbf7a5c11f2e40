/** What the arguments say of presets and rules. */

import { OptionsError, type RuleSetting, resolveOptions } from "../options.js";
import type { Arguments } from "./arguments.js";
import type { Asked } from "./config.js";
import { Misuse } from "./misuse.js";
import { rules } from "./rules.js";

/** @throws Misuse for a preset, rule or level that does not exist */
export function askedOf({ preset, rules: given }: Pick<Arguments, "preset" | "rules">): Asked {
  const settings: Record<string, RuleSetting> = {};
  for (const item of given) {
    const [id = "", level] = item.split(":");
    settings[id] = level === undefined ? true : (level as RuleSetting);
  }
  const asked = { preset, rules: settings } as Asked;
  try {
    resolveOptions(asked, rules, []);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    throw new Misuse(error.message.replace(/^preset: /, "--preset: ").replace(/^rules\./, "--rule "));
  }
  return asked;
}

/** `--print-config FILE`: what applies to a file. */
import { resolve } from "node:path";
import type { Arguments } from "./arguments.js";
import { askedOf } from "./asked.js";
import { configFinder } from "./config.js";
import { exitCodes } from "./exit.js";
import { shownPath } from "./inputs.js";
import { settingsOf } from "./lint-file.js";
import { rules } from "./rules.js";

export async function printConfig(given: Arguments, name: string): Promise<number> {
  const cwd = process.cwd();
  const path = resolve(cwd, name);
  const finder = configFinder(given.config, askedOf(given), cwd);
  const config = await finder.find(path);
  const file = await finder.fileOf(path);
  const from = file === undefined ? null : shownPath(file, cwd);
  if (!config) {
    process.stdout.write(`${JSON.stringify({ config: from, ignored: true }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const { rules: active } = await settingsOf(config);
  const levels = Object.fromEntries(
    rules.map(({ id }) => {
      const item = active.find(({ rule }) => rule.id === id);
      if (!item) return [id, "off"];
      const options = Object.keys(item.options).length > 0 || Object.keys(item.rule.options).length > 0;
      return [id, options ? [item.level, { ...item.rule.options, ...item.options }] : item.level];
    }),
  );
  const { preset, terms, words, audience, variety, policy } = config;
  const shown = {
    config: from,
    preset,
    audience,
    variety: variety ?? "either",
    policy: policy ?? "as the text decides",
    rules: levels,
    words,
    terms,
  };
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return exitCodes.clean;
}

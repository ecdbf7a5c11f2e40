/** Rules that are too large to be loaded before they are on: the one place where they take the place of their definitions. */
import type { ActiveRule } from "../options.js";
import type { Rule } from "../rule.js";
import { spellingDefinition } from "../spell/definition.js";

const loaders: Readonly<Record<string, () => Promise<Rule>>> = {
  [spellingDefinition.id]: async () => (await import("../spell/load.js")).loadSpelling(),
};

const loaded = new Map<string, Promise<Rule>>();

function load(id: string, loader: () => Promise<Rule>): Promise<Rule> {
  const rule = loaded.get(id) ?? loader();
  loaded.set(id, rule);
  return rule;
}

/** @returns the same rules, each able to check */
export async function withLoaded(active: readonly ActiveRule[]): Promise<readonly ActiveRule[]> {
  return await Promise.all(
    active.map(async (item) => {
      const loader = loaders[item.rule.id];
      return loader ? { ...item, rule: await load(item.rule.id, loader) } : item;
    }),
  );
}

/** From what the user named to files to read. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Ignore } from "ignore";
import { searchedEndings } from "./formats.js";
import { systemSays } from "./read.js";

/** Paths as reports show them: from the working directory, with slashes. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return slashed(short.startsWith("..") ? path : short);
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

const magic = /[*?[\]{}!]/;
const everywhere = ["**/node_modules/**", "**/.git/**"];

export interface Inputs {
  /** Absolute paths, each once: named files first to last, those of folders and globs in order of name. */
  readonly paths: readonly string[];
  /** What nothing answers to, a sentence each. */
  readonly faults: readonly string[];
  /** What `.xindayaignore` kept out though it was named. */
  readonly passedOver: readonly string[];
}

/** @param named files, folders and globs; `-` is standard input and comes through as it is */
export async function findInputs(named: readonly string[], cwd: string): Promise<Inputs> {
  const found = new Set<string>();
  const faults: string[] = [];
  const passedOver: string[] = [];
  for (const name of named) {
    if (name === "-") {
      found.add(name);
      continue;
    }
    const path = resolve(cwd, name);
    let stat: ReturnType<typeof statSync>;
    try {
      stat = statSync(path, { throwIfNoEntry: false });
    } catch (error) {
      faults.push(`${name}: ${systemSays(error)}`);
      continue;
    }
    if (stat?.isDirectory()) {
      const { list, all } = await search([`**/*.{${searchedEndings.join(",")}}`], path);
      if (all === 0) faults.push(`${name}: the folder has no text, Markdown, HTML or Word files`);
      for (const file of list) found.add(file);
    } else if (stat) {
      if (await isNamedIgnored(path)) passedOver.push(name);
      else found.add(path);
    } else if (magic.test(name)) {
      const { list, all } = await search([slashed(name)], cwd);
      if (all === 0) faults.push(`${name}: no file answers to this glob`);
      for (const file of list) found.add(file);
    } else faults.push(`${name}: there is no such file; check the name, or put a glob in quotes`);
  }
  return { paths: [...found], faults, passedOver };
}

async function search(patterns: string[], cwd: string): Promise<{ list: string[]; all: number }> {
  const [{ glob }, { default: ignore }] = await Promise.all([import("tinyglobby"), import("ignore")]);
  const options = { cwd, absolute: true, ignore: everywhere, expandDirectories: false, followSymbolicLinks: false };
  const all = await glob(patterns, options);
  const isIgnored = ignoredBy([".gitignore", ".xindayaignore"], ignore);
  return {
    list: all
      .map((file) => resolve(file))
      .filter((file) => !isIgnored(file))
      .sort(),
    all: all.length,
  };
}

/** A file that is named is read though git ignores it, but not when `.xindayaignore` has it: hooks name what they find. */
async function isNamedIgnored(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".xindayaignore"))) break;
    if (existsSync(join(folder, ".git")) || folder === dirname(folder)) return false;
  }
  const { default: ignore } = await import("ignore");
  return ignoredBy([".xindayaignore"], ignore)(path);
}

/** As git does it: the files of all folders from the top of the work tree down, the deepest has the last word. */
function ignoredBy(names: readonly string[], ignore: () => Ignore): (path: string) => boolean {
  const chains = new Map<string, readonly { folder: string; rules: Ignore }[]>();
  const chainOf = (folder: string): readonly { folder: string; rules: Ignore }[] => {
    const known = chains.get(folder);
    if (known) return known;
    const above = existsSync(join(folder, ".git")) || folder === dirname(folder) ? [] : chainOf(dirname(folder));
    const lines = names.flatMap((name) => linesOf(join(folder, name)));
    const chain = lines.length === 0 ? above : [...above, { folder, rules: ignore().add(lines) }];
    chains.set(folder, chain);
    return chain;
  };
  return (path) => {
    let ignored = false;
    for (const { folder, rules } of chainOf(dirname(path))) {
      const said = rules.test(slashed(relative(folder, path)));
      if (said.ignored) ignored = true;
      else if (said.unignored) ignored = false;
    }
    return ignored;
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/);
  } catch {
    // there is none
    return [];
  }
}

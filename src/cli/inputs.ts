/** From what the user named to files to read. */
import { readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Misuse } from "./misuse.js";

/** Endings of the files that a folder is searched for, and how each is read. */
export const formats: Readonly<Record<string, "text" | "markdown" | "html">> = {
  txt: "text",
  text: "text",
  md: "markdown",
  mdx: "markdown",
  markdown: "markdown",
  htm: "html",
  html: "html",
};

/** How a file of this name is read: by its ending, else as plain text. */
export function formatOf(path: string): "text" | "markdown" | "html" {
  const ending = /\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(formats, ending) ? (formats[ending] as "text") : "text";
}

/** Paths as reports show them: from the working directory, with slashes. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return (short.startsWith("..") ? path : short).split(sep).join("/");
}

const magic = /[*?[\]{}!]/;
const everywhere = ["**/node_modules/**", "**/.git/**"];

/**
 * @param named files, folders and globs; `-` is standard input and comes through as it is
 * @returns absolute paths, each once: named files first to last, those of folders and globs in order of name
 * @throws Misuse for a name that nothing answers to
 */
export async function findInputs(named: readonly string[], cwd: string): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named) {
    if (name === "-") {
      found.add(name);
      continue;
    }
    const path = join(name.startsWith("/") ? "/" : cwd, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const list = await search([`**/*.{${Object.keys(formats).join(",")}}`], path);
      if (list.length === 0) throw new Misuse(`${name}: the folder has no text, Markdown or HTML files`);
      for (const file of list) found.add(file);
    } else if (stat || !magic.test(name)) {
      if (!stat) throw new Misuse(`${name}: there is no such file; check the name, or put a glob in quotes`);
      found.add(path);
    } else {
      const list = await search([name], cwd);
      if (list.length === 0) throw new Misuse(`${name}: no file answers to this glob`);
      for (const file of list) found.add(file);
    }
  }
  return [...found];
}

async function search(patterns: string[], cwd: string): Promise<string[]> {
  const [{ glob }, { default: ignore }] = await Promise.all([import("tinyglobby"), import("ignore")]);
  const list = await glob(patterns, { cwd, absolute: true, ignore: everywhere, expandDirectories: false, followSymbolicLinks: false });
  const skip = ignore().add(ignored(cwd));
  return list.filter((file) => !skip.ignores(relative(cwd, file).split(sep).join("/"))).sort();
}

/** Lines of `.gitignore` and `.xindayaignore` in the folder searched. */
function ignored(cwd: string): string[] {
  return [".gitignore", ".xindayaignore"].flatMap((name) => {
    try {
      return readFileSync(join(cwd, name), "utf8").split(/\r?\n/);
    } catch {
      // there is none
      return [];
    }
  });
}

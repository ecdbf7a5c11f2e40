/** Reads dictionaries/ for the build: entries in order, each with the file and the lines it stands on. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, LineCounter, parse, parseDocument } from "yaml";
import type { Fault, TermEntry } from "../src/termbase/compile.js";
import type { Source } from "../src/termbase/types.js";

export interface Field {
  readonly title: string;
  readonly rule: string;
}

export interface Dictionaries {
  readonly entries: readonly TermEntry[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly cues: Readonly<Record<string, readonly string[]>>;
  /** Faults of the files themselves, `file:line:column message`. */
  readonly broken: readonly string[];
  /** `file:line` of a fault in an entry. */
  locate(fault: Pick<Fault, "entry" | "path">): string;
}

interface File {
  readonly path: string;
  readonly first: number;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** @param root the folder that holds `dictionaries/` */
export function readDictionaries(root: string): Dictionaries {
  const folder = join(root, "dictionaries");
  const load = (name: string) => parse(readFileSync(join(folder, name), "utf8"));
  const fields = load("fields.yml") as Record<string, Field>;
  const sources = load("sources.yml") as Record<string, Source>;
  const cues = load("cues.yml") as Record<string, string[]>;
  const broken: string[] = [];
  const files: File[] = [];
  const entries: TermEntry[] = [];
  for (const name of readdirSync(join(folder, "terms")).sort()) {
    if (!name.endsWith(".yml")) continue;
    const path = `dictionaries/terms/${name}`;
    const field = name.slice(0, -4);
    if (!fields[field]) broken.push(`${path}:1 the field "${field}" is not in dictionaries/fields.yml; add it there`);
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(folder, "terms", name), "utf8"), { lineCounter: lines });
    for (const error of document.errors) {
      const at = error.linePos?.[0];
      broken.push(`${path}:${at?.line ?? 1}:${at?.col ?? 1} ${error.message.split("\n")[0]}`);
    }
    if (document.errors.length > 0) continue;
    const list = document.toJS() as unknown;
    if (!Array.isArray(list)) {
      broken.push(`${path}:1 must be a list of entries, each beginning with "- zh:"`);
      continue;
    }
    files.push({ path, first: entries.length, document, lines });
    for (const entry of list) entries.push(typeof entry === "object" && entry !== null ? { field, ...entry } : entry);
  }
  return {
    entries,
    sources,
    fields,
    cues,
    broken,
    locate({ entry, path }) {
      const file = files.findLast(({ first }) => first <= entry);
      if (!file) return "dictionaries";
      let keys: (string | number)[] = [entry - file.first, ...path];
      for (; keys.length > 0; keys = keys.slice(0, -1)) {
        const node = file.document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
        if (node?.range && (keys.length > 1 || isMap(node))) {
          return `${file.path}:${file.lines.linePos(node.range[0]).line}`;
        }
      }
      return file.path;
    },
  };
}

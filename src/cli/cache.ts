/** Results kept between runs, by what they depend on: the bytes, the configuration and the program. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Finding, Point } from "../finding.js";
import type { CliFinding } from "./lint-file.js";
import { version } from "./version.js";
import { writeOutput } from "./write-file.js";

interface Kept {
  readonly findings: readonly CliFinding[];
  readonly words: number;
}

export interface Cache {
  key(bytes: Uint8Array, name: string, config: string): string;
  get(key: string): Kept | undefined;
  set(key: string, kept: Kept): void;
  /** Writes what this run used; what it did not use is forgotten. */
  save(): void;
  readonly hits: number;
}

/** The names of the built files hold hashes of their contents, so that a new build has a new name. */
function programKey(): string {
  let names: readonly string[] = [];
  try {
    names = readdirSync(new URL(".", import.meta.url)).sort();
  } catch {
    // then the version has to do
  }
  return hash(version, ...names);
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const made = createHash("sha256");
  for (const part of parts) made.update(part).update("\u0000");
  return made.digest("base64url");
}

/** A cache that cannot be read is an empty one: it is only ever a saving. */
export function openCache(path: string, shown: string): Cache {
  const program = programKey();
  const before = read(path, program);
  const used = new Map<string, Kept>();
  let hits = 0;
  let changed = false;
  return {
    key: (bytes, name, config) => hash(bytes, name, config),
    get(key) {
      const kept = before.get(key);
      if (!kept) return undefined;
      hits++;
      used.set(key, kept);
      return { words: kept.words, findings: kept.findings.map(withPlace) };
    },
    set(key, { findings, words }) {
      changed = true;
      used.set(key, { words, findings: findings.map(withoutPlace) });
    },
    save() {
      if (!changed && used.size === before.size) return;
      writeOutput(path, shown, JSON.stringify({ program, entries: [...used] }));
    },
    get hits() {
      return hits;
    },
  };
}

function read(path: string, program: string): Map<string, Kept> {
  try {
    const data = JSON.parse(readFileSync(path, "utf8")) as { program: string; entries: [string, Kept][] };
    return data.program === program ? new Map(data.entries) : new Map();
  } catch {
    return new Map();
  }
}

/** A finding without what its other members say as well. */
export function withoutPlace({ place: _place, ...finding }: CliFinding): CliFinding {
  return finding as CliFinding;
}

export function withPlace(finding: CliFinding): CliFinding {
  const { line, column, start, endLine, endColumn, end } = finding as Finding;
  const from: Point = { line, column, offset: start };
  return { ...finding, place: { start: from, end: { line: endLine, column: endColumn, offset: end } } };
}

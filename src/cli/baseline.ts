/** The baseline: findings that a team knows of and has put off, so that new ones alone count. */
import { existsSync, readFileSync } from "node:fs";
import { contextKey, textKey } from "./fingerprint.js";
import type { CliFinding } from "./lint-file.js";
import { Misuse } from "./misuse.js";
import { systemSays } from "./read.js";

/** A finding as the baseline knows it: not by its line, which changes with every edit above it. */
interface Known {
  readonly rule: string;
  readonly text: string;
  /** Hash of the characters around it: tells two equal finds in one file apart. */
  readonly context: string;
}

type Files = Readonly<Record<string, readonly Known[]>>;

export interface Baseline {
  /**
   * @param path as reports show it
   * @returns the findings that are new
   */
  filter(path: string, source: string, findings: readonly CliFinding[]): CliFinding[];
  /** How many entries answered to a finding. */
  readonly hidden: number;
  /** How many entries of the files read answered to none. */
  readonly gone: number;
  /** The baseline less the entries that are gone. Files that were not read keep theirs, unless they are no more. */
  pruned(exists: (path: string) => boolean): string;
}

const version = 1;

/** @returns `undefined` when there is no such file */
export function readBaseline(path: string, shown: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  return baselineOf(parse(path, shown));
}

function parse(path: string, shown: string): Files {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Misuse(`${shown}: is no baseline: ${error instanceof SyntaxError ? "not JSON" : systemSays(error)}`);
  }
  const { version: given, files } = (data ?? {}) as { version?: unknown; files?: unknown };
  const fine =
    given === version &&
    typeof files === "object" &&
    files !== null &&
    Object.values(files).every(
      (list) =>
        Array.isArray(list) &&
        list.every((item) => [item?.rule, item?.text, item?.context].every((part) => typeof part === "string")),
    );
  if (!fine) throw new Misuse(`${shown}: is no baseline of this version; write it anew with --baseline-write`);
  return files as Files;
}

function baselineOf(files: Files): Baseline {
  const kept = new Map<string, Known[]>();
  let hidden = 0;
  let gone = 0;
  return {
    filter(path, source, findings) {
      const known = [...(Object.hasOwn(files, path) ? (files[path] as readonly Known[]) : [])];
      const used: Known[] = [];
      const now = findings.map((finding) => ({ finding, known: knownAs(source, finding) }));
      const take = (same: (a: Known, b: Known) => boolean) => (item: { known: Known }) => {
        const at = known.findIndex((entry) => same(entry, item.known));
        if (at < 0) return true;
        known.splice(at, 1);
        used.push(item.known);
        return false;
      };
      // first those whose surroundings are as they were, then those whose surroundings were edited
      const rest = now
        .filter(take((a, b) => a.rule === b.rule && a.text === b.text && a.context === b.context))
        .filter(take((a, b) => a.rule === b.rule && a.text === b.text));
      hidden += used.length;
      gone += known.length;
      kept.set(path, used);
      return rest.map(({ finding }) => finding);
    },
    get hidden() {
      return hidden;
    },
    get gone() {
      return gone;
    },
    pruned(exists) {
      const left = new Map<string, readonly Known[]>();
      for (const [path, list] of Object.entries(files)) {
        const now = kept.get(path) ?? (exists(path) ? list : []);
        if (now.length > 0) left.set(path, now);
      }
      return written(left);
    },
  };
}

function knownAs(source: string, finding: CliFinding): Known {
  return { rule: finding.ruleId, text: textKey(finding), context: contextKey(source, finding) };
}

/** Collects a baseline as files come. */
export function newBaseline(): {
  add(path: string, source: string, findings: readonly CliFinding[]): void;
  text(): string;
  readonly count: number;
} {
  const files = new Map<string, readonly Known[]>();
  let count = 0;
  return {
    add(path, source, findings) {
      count += findings.length;
      if (findings.length > 0)
        files.set(
          path,
          findings.map((finding) => knownAs(source, finding)),
        );
    },
    text: () => written(files),
    get count() {
      return count;
    },
  };
}

/** An entry a line, files and entries in order, so that a change shows in review as what it is. */
function written(files: ReadonlyMap<string, readonly Known[]>): string {
  const parts = [...files]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(
      ([path, list]) =>
        `    ${JSON.stringify(path)}: [\n${list.map((known) => `      ${JSON.stringify(known)}`).join(",\n")}\n    ]`,
    );
  return `{\n  "version": ${version},\n  "files": {${parts.length > 0 ? `\n${parts.join(",\n")}\n  ` : ""}}\n}\n`;
}

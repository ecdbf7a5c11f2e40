/**
 * Ordinary English as composition knows it: pairs of word families that stand side by side, or around *of*, in a large
 * body of English. `dictionaries/ordinary.txt` holds them, one family a line: the family, then the families that follow
 * it, then those that follow it after *of*, both as differences of line numbers in the notation of automaton.ts.
 * `scripts/count-pairs.ts` makes the file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { decodeInts, encodeInts } from "../src/termbase/automaton.js";

export type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

export interface Ordinary {
  readonly pairs: Pairs;
  readonly ofPairs: Pairs;
}

/** @returns nothing ordinary where there is no such file */
export function readOrdinary(path: string): Ordinary {
  const pairs = new Map<string, ReadonlySet<string>>();
  const ofPairs = new Map<string, ReadonlySet<string>>();
  if (!existsSync(path)) return { pairs, ofPairs };
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, string, string]);
  const names = (text: string): ReadonlySet<string> => {
    let line = 0;
    const found = new Set<string>();
    for (const step of decodeInts(text)) {
      line += step;
      found.add((rows[line] as [string, string, string])[0]);
    }
    return found;
  };
  for (const [family, seconds, of] of rows) {
    pairs.set(family, names(seconds));
    ofPairs.set(family, names(of));
  }
  return { pairs, ofPairs };
}

/** @param families every family that is a first or a second */
export function writeOrdinary(path: string, families: Iterable<string>, { pairs, ofPairs }: Ordinary): void {
  const sorted = [...families].sort();
  const lines = new Map(sorted.map((family, line) => [family, line]));
  const code = (seconds: ReadonlySet<string> | undefined): string => {
    const list = [...(seconds ?? [])].map((second) => lines.get(second) as number).sort((a, b) => a - b);
    return encodeInts(list.map((line, at) => line - (list[at - 1] ?? 0)));
  };
  const rows = sorted.map((family) => `${family}\t${code(pairs.get(family))}\t${code(ofPairs.get(family))}`);
  writeFileSync(path, `# Written by scripts/count-pairs.ts; see docs/calques.md. Do not edit.\n${rows.join("\n")}\n`);
}

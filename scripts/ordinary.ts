/**
 * Ordinary English as composition knows it: pairs of word families that stand side by side, or around *of*, in a large
 * body of English. `dictionaries/ordinary.txt` holds them; `scripts/count-pairs.ts` makes it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ordinary } from "./compile-calques.js";

/** @param root the folder that holds `dictionaries/` */
export function readOrdinary(root: string): Ordinary {
  const pairs = new Map<string, Set<string>>();
  const ofPairs = new Map<string, Set<string>>();
  const path = join(root, "dictionaries/ordinary.txt");
  if (!existsSync(path)) return { pairs, ofPairs };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [first, plain = "", of = ""] = line.split("\t") as [string, string?, string?];
    pairs.set(first, new Set(plain.split(" ").filter(Boolean)));
    ofPairs.set(first, new Set(of.split(" ").filter(Boolean)));
  }
  return { pairs, ofPairs };
}

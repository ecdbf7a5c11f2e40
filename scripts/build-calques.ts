/** Writes src/generated/calques.ts; called by build-data.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readLexicon, type Unit } from "../src/termbase/lexicon.js";
import { type CompiledCalques, compileCalques } from "./compile-calques.js";
import type { Result } from "./compile-dictionaries.js";
import { readOrdinary } from "./ordinary.js";

export interface Lexicon {
  readonly units: ReadonlyMap<string, Unit>;
  /** One line a fault, file first. */
  readonly faults: readonly string[];
}

/** @param root the folder that holds `dictionaries/` */
export function loadLexicon(root: string): Lexicon {
  const { units, faults } = readLexicon(parse(readFileSync(join(root, "dictionaries/calques.yml"), "utf8")));
  return { units, faults: faults.map(({ unit, message }) => `dictionaries/calques.yml ${unit} ${message}`) };
}

export function buildCalques(root: string, { compiled, dictionaries }: Result, { units }: Lexicon): CompiledCalques {
  return compileCalques(compiled, dictionaries.entries, units, readOrdinary(join(root, "dictionaries/ordinary.txt")));
}

/** Writes src/generated/calques.ts; called by build-data.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Compiled } from "../src/termbase/compile.js";
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

/** @param others good terms that matching does without */
export function buildCalques(
  root: string,
  { compiled, dictionaries }: Result,
  { units }: Lexicon,
  others: Compiled["sequences"],
): CompiledCalques {
  const ordinary = readOrdinary(join(root, "dictionaries/ordinary.txt"));
  return compileCalques(compiled, dictionaries.entries, units, ordinary, others);
}

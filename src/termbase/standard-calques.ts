/** The package's own calques, unpacked on first use. */
import type { Document } from "../text/document.js";
import { type Calques, loadCalques, type PackedCalques } from "./calque-data.js";
import { standardTermbase } from "./standard.js";
import { goodTermsOf, matchTerms, type Termbase, type TermMatch } from "./termbase.js";

let packed: PackedCalques | undefined;
const loaded: [Calques | undefined, Calques | undefined] = [undefined, undefined];

/** Gives the data that composition works with. Until it is called nothing composed is found. */
export function provideCalques(given: PackedCalques): void {
  packed = given;
}

/**
 * The package's good terms in a document that hold no deprecated phrase, which `termMatches` does without. None where the
 * data of composition is not loaded, or where the package's termbase is not among `termbases`.
 */
export function otherGoodMatches(document: Document, termbases: readonly Termbase[]): readonly TermMatch[] {
  const standard = standardTermbase();
  if (!packed || !termbases.includes(standard)) return [];
  return matchTerms(document, goodTermsOf(packed.goodTerms, standard));
}

/** @param wide with the frames that only `wide` looks at */
export function standardCalques(wide = false): Calques | undefined {
  const place = wide ? 1 : 0;
  const calques = loaded[place] ?? (packed && loadCalques(packed, wide));
  loaded[place] = calques;
  return calques;
}

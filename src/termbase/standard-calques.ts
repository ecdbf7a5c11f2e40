/** The package's own calques, unpacked on first use. */
import { type Calques, loadCalques, type PackedCalques } from "./calque-data.js";
import { standardTermbase } from "./standard.js";
import { goodTermsOf, type Termbase } from "./termbase.js";

let packed: PackedCalques | undefined;
const loaded: [Calques | undefined, Calques | undefined] = [undefined, undefined];

/** Gives the data that composition works with. Until it is called nothing composed is found. */
export function provideCalques(given: PackedCalques): void {
  packed = given;
}

/** The package's good terms that matching does without; `undefined` where the data of composition is not loaded. */
export function otherGoodTerms(): Termbase | undefined {
  return packed && goodTermsOf(packed.goodTerms, standardTermbase());
}

/** @param wide with the frames that only `wide` looks at */
export function standardCalques(wide = false): Calques | undefined {
  const place = wide ? 1 : 0;
  const calques = loaded[place] ?? (packed && loadCalques(packed, wide));
  loaded[place] = calques;
  return calques;
}

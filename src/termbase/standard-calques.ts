/** The package's own calques, unpacked on first use. */
import { type Calques, loadCalques, type PackedCalques } from "./calque-data.js";

let packed: PackedCalques | undefined;
const loaded: [Calques | undefined, Calques | undefined] = [undefined, undefined];

/** Gives the data that composition works with. Until it is called nothing composed is found. */
export function provideCalques(given: PackedCalques): void {
  packed = given;
}

/** @param wide with the frames that only `wide` looks at */
export function standardCalques(wide = false): Calques | undefined {
  const place = wide ? 1 : 0;
  const calques = loaded[place] ?? (packed && loadCalques(packed, wide));
  loaded[place] = calques;
  return calques;
}

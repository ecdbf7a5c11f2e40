/** The package's own calques, unpacked on first use. */
import { packedCalques } from "../generated/calques.js";
import { type Calques, loadCalques } from "./compose.js";

const loaded: [Calques | undefined, Calques | undefined] = [undefined, undefined];

/** @param wide with the frames that only `wide` looks at */
export function standardCalques(wide = false): Calques {
  const place = wide ? 1 : 0;
  const calques = loaded[place] ?? loadCalques(packedCalques, wide);
  loaded[place] = calques;
  return calques;
}

/** The package's own calques, unpacked on first use. */
import { packedCalques } from "../generated/calques.js";
import { type Calques, loadCalques } from "./compose.js";

let calques: Calques | undefined;

export function standardCalques(): Calques {
  calques ??= loadCalques(packedCalques);
  return calques;
}

/**
 * The package's own termbase as a module, for whatever runs in a browser. The command line is built with
 * src/cli/standard-parts.ts in the place of this, which reads the same from a file in a tenth of the time.
 */
import { packed } from "../generated/termbase.js";
import { type TermbaseParts, unpackTermbase } from "./termbase.js";

export function standardParts(): TermbaseParts {
  return unpackTermbase(packed);
}

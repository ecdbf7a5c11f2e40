/** Every rule the command line knows: the package's own, and those that are loaded only when they are on. */
import { packedCalques } from "../generated/calques.js";
import { rules as standard } from "../generated/rules.js";
import type { Rule } from "../rule.js";
import { spellingDefinition } from "../spell/definition.js";
import { provideCalques } from "../termbase/standard-calques.js";

provideCalques(packedCalques);

export const rules: readonly Rule[] = [...standard, spellingDefinition];

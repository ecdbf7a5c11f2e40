/** Every rule the command line knows: the package's own, and those that are loaded only when they are on. */
import { rules as standard } from "../generated/rules.js";
import type { Rule } from "../rule.js";
import { spellingDefinition } from "../spell/definition.js";

export const rules: readonly Rule[] = [...standard, spellingDefinition];

/** Rules that only the command line runs, loaded when they are on: the one place where they join the others. */
import type { ActiveRule } from "../options.js";
import type { FileConfig } from "./config.js";

/** @returns rules to run beside those of the configuration */
export async function extraRules(_config: FileConfig): Promise<readonly ActiveRule[]> {
  return [];
}

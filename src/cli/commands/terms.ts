/** `xindaya terms`: look-up, export and import. */
import type { Arguments } from "../arguments.js";
import { Misuse } from "../misuse.js";

export async function terms(given: Arguments): Promise<number> {
  const [first] = given.inputs;
  if (first === "export") return (await import("./terms-export.js")).exportTerms(given);
  if (first === "import") return (await import("./terms-import.js")).importTerms(given);
  if (given.to !== undefined) throw new Misuse(`--to goes with export: xindaya terms export --to ${given.to}`);
  const format = given.reports[0]?.format;
  if (format !== undefined && !["table", "text", "json"].includes(format)) {
    throw new Misuse(
      `terms are shown as table or json, not "${format}"; xindaya terms export --to writes other formats`,
    );
  }
  const { searchTerms } = await import("../explain.js");
  return await searchTerms({ ...given, json: given.json || format === "json" });
}

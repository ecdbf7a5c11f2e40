/** `xindaya terms import FILE`: a glossary of another tool as a project termbase. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { losses } from "../../termbase/exchange/index.js";
import type { Arguments } from "../arguments.js";
import { exitCodes } from "../exit.js";
import { Misuse } from "../misuse.js";
import { writeOutput } from "../write-file.js";
import { faultsIn, formatOfName, readTerms, writeTerms } from "./terms-files.js";

const usual = "project-terms.yml";
const mostSkipped = 20;

export async function importTerms({ inputs, to, reports }: Arguments): Promise<number> {
  const cwd = process.cwd();
  const files = inputs.slice(1);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Misuse("name one file: xindaya terms import glossary.tbx (to look the word up: xindaya explain import)");
  }
  if (to !== undefined) throw new Misuse("--to goes with export; import writes what the ending of --output says");
  const output = reports[0]?.output ?? usual;
  const format = formatOfName(output);
  if (format === undefined || format === "markdown") {
    throw new Misuse(`--output ${output}: name a file that ends in .yml, .json, .csv, .tsv, .utx or .tbx`);
  }
  if (reports[0]?.output === undefined && existsSync(resolve(cwd, usual))) {
    throw new Misuse(`${usual}: is there already; name another file with --output, or this one to write over it`);
  }
  const skipped: string[] = [];
  const entries = await readTerms(resolve(cwd, file), file, {
    skip: ({ line, problem }) => skipped.push(`${file}:${line}: passed over: ${problem}`),
  });
  const faults = faultsIn(entries);
  if (faults.length > 0) {
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
    throw new Misuse(`${file}:${first?.line}: ${first?.message}${more}`);
  }
  if (entries.length === 0)
    throw new Misuse([`${file}: no entry could be made of it`, ...skipped.slice(0, mostSkipped)].join("\n"));
  writeOutput(resolve(cwd, output), output, await writeTerms(entries, format, "Project terms"));
  for (const line of skipped.slice(0, mostSkipped)) process.stderr.write(`xindaya: ${line}\n`);
  if (skipped.length > mostSkipped) process.stderr.write(`xindaya: and ${skipped.length - mostSkipped} more\n`);
  for (const loss of losses(entries, format)) process.stderr.write(`xindaya: ${format}: ${loss}\n`);
  process.stdout.write(
    `wrote ${entries.length} ${entries.length === 1 ? "entry" : "entries"} to ${output}; use it by "terms: ./${output}" in xindaya.config.yml\n`,
  );
  return exitCodes.clean;
}

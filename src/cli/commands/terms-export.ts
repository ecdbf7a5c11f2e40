/** `xindaya terms export --to FORMAT`: the package's termbase, or a file of terms, in the formats of other tools. */
import { resolve } from "node:path";
import { nearest } from "../../options.js";
import type { TermEntry } from "../../termbase/compile.js";
import { type ExchangeFormat, entriesOf, losses } from "../../termbase/exchange/index.js";
import { standardTermbase } from "../../termbase/standard.js";
import type { Arguments } from "../arguments.js";
import { provideDetailsLazily } from "../details.js";
import { exitCodes } from "../exit.js";
import { Misuse } from "../misuse.js";
import { writeOutput } from "../write-file.js";
import { exportFormats, formatOfName, projectTerms, writeTerms } from "./terms-files.js";

export async function exportTerms({ inputs, to, field, reports }: Arguments): Promise<number> {
  const cwd = process.cwd();
  const files = inputs.slice(1);
  const output = reports[0]?.output;
  const format = formatOf(to, output);
  const all =
    files.length === 0
      ? standardEntries()
      : (await Promise.all(files.map((file) => projectTerms(resolve(cwd, file), file)))).flat();
  const entries = field === undefined ? all : ofField(all, field);
  const text = await writeTerms(
    entries,
    format,
    field === undefined ? "xindaya termbase" : `xindaya termbase: ${field}`,
  );
  if (output === undefined) process.stdout.write(text);
  else {
    writeOutput(resolve(cwd, output), output, text);
    process.stdout.write(`wrote ${entries.length} ${entries.length === 1 ? "entry" : "entries"} to ${output}\n`);
  }
  for (const loss of losses(entries, format)) process.stderr.write(`xindaya: ${format}: ${loss}\n`);
  return exitCodes.clean;
}

function formatOf(to: string | undefined, output: string | undefined): ExchangeFormat {
  const names = exportFormats.join(", ");
  if (to === undefined) {
    const format = output === undefined ? undefined : formatOfName(output);
    if (format) return format;
    throw new Misuse(`name a format: xindaya terms export --to ${names} (to look the word up: xindaya explain export)`);
  }
  const format = exportFormats.find((name) => name === to.toLowerCase());
  if (format) return format;
  const near = nearest(to, exportFormats);
  throw new Misuse(`--to: there is no format "${to}"; ${near ? `did you mean ${near}?` : `use one of ${names}`}`);
}

function standardEntries(): TermEntry[] {
  provideDetailsLazily();
  return entriesOf(standardTermbase());
}

function ofField(entries: readonly TermEntry[], field: string): TermEntry[] {
  const found = entries.filter((entry) => entry.field === field);
  if (found.length > 0) return found;
  const fields = [...new Set(entries.map((entry) => entry.field ?? ""))].filter(Boolean).sort();
  const near = nearest(field, fields);
  const help = near ? `did you mean ${near}?` : `use one of ${fields.join(", ") || "none: the entries name no field"}`;
  throw new Misuse(`--field: there is no field "${field}"; ${help}`);
}

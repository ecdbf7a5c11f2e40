/** Lints what the arguments name and reports it. */
import type { Finding } from "../finding.js";
import { rules } from "../generated/rules.js";
import { OptionsError, type Options, type RuleSetting, resolveOptions, type Settings } from "../options.js";
import { run } from "../run.js";
import { provideDetails, standardTermbase } from "../termbase/standard.js";
import type { Projection } from "../text/projection.js";
import type { Arguments } from "./arguments.js";
import { exitCodes } from "./exit.js";
import { findInputs, formatOf, shownPath } from "./inputs.js";
import { Misuse } from "./misuse.js";
import { readText } from "./read.js";
import { type FileResult, findReporter } from "./report.js";

/** Readers, each loaded when the first file asks for it. */
const readers = {
  text: async () => (await import("../formats/plain.js")).readPlain,
  markdown: async () => (await import("../formats/markdown.js")).readMarkdown,
  html: async () => (await import("../formats/html.js")).readHtml,
} as const;

/** Options that the arguments ask for. */
function optionsOf({ preset, rules: asked }: Arguments): Options {
  const settings: Record<string, RuleSetting> = {};
  for (const item of asked) {
    const [id = "", level] = item.split(":");
    settings[id] = level === undefined ? true : (level as RuleSetting);
  }
  return { preset: preset as Options["preset"], rules: settings };
}

function settingsOf(given: Arguments): Settings {
  try {
    return resolveOptions(optionsOf(given), rules, [standardTermbase()]);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    throw new Misuse(error.message.replace(/^preset: /, "--preset: ").replace(/^rules\./, "--rule "));
  }
}

/** @returns the exit code */
export async function lintInputs(given: Arguments): Promise<number> {
  if (given.inputs.length === 0) {
    throw new Misuse("name a file, a folder or a glob, or - for standard input; xindaya --help tells more");
  }
  const cwd = process.cwd();
  const reporter = await findReporter(given.format);
  const settings = settingsOf(given);
  const paths = await findInputs(given.inputs, cwd);
  const results: FileResult[] = [];
  let unread = 0;
  for (const path of paths) {
    const shown = path === "-" ? (given.stdinFilename ?? "<stdin>") : shownPath(path, cwd);
    try {
      const findings = await lintFile(path, shown, settings);
      results.push({ path: shown, findings: given.quiet ? findings.filter(({ level }) => level === "error") : findings });
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      process.stderr.write(`xindaya: ${error.message}\n`);
      unread++;
    }
  }
  const color = given.color ?? (process.stdout.isTTY === true && !process.env.NO_COLOR);
  process.stdout.write(reporter(results, { color }));
  if (unread > 0) return exitCodes.misuse;
  const errors = results.some(({ findings }) => findings.some(({ level }) => level === "error"));
  return errors ? exitCodes.issues : exitCodes.clean;
}

async function lintFile(path: string, shown: string, settings: Settings): Promise<Finding[]> {
  const source = readText(path, shown);
  const read: (source: string) => Projection = await readers[formatOf(shown)]();
  const projection = read(source);
  const findings = run(projection, settings);
  if (findings.length === 0) return findings;
  // definitions and sources are loaded for the first file that needs them, and its notes made anew
  if (await loadDetails()) return run(projection, settings);
  return findings;
}

let loaded = false;

/** @returns true the first time */
async function loadDetails(): Promise<boolean> {
  if (loaded) return false;
  loaded = true;
  provideDetails(await import("../generated/details.js"));
  return true;
}


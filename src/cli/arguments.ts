/** Arguments of the command line. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../options.js";
import { Misuse } from "./misuse.js";
import { commandTable, optionTable } from "./options-table.js";

/** One report: a format, and a file or standard output. */
export interface Wanted {
  /** `undefined` when the ending of `output` is to say. */
  readonly format: string | undefined;
  readonly output: string | undefined;
}

export interface Arguments {
  readonly command: string;
  /** Files, folders, globs, or `-` for standard input; what a command is asked for. */
  readonly inputs: readonly string[];
  readonly reports: readonly Wanted[];
  readonly preset: string | undefined;
  /** `id` or `id:level`, in order. */
  readonly rules: readonly string[];
  readonly quiet: boolean;
  readonly stdinFilename: string | undefined;
  /** A configuration file; `false` for none at all; `undefined` to look for one. */
  readonly config: string | false | undefined;
  readonly printConfig: string | undefined;
  readonly color: boolean | undefined;
  readonly since: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly minScore: number | undefined;
  readonly baseline: string | undefined;
  readonly baselineWrite: boolean;
  readonly baselinePrune: boolean;
  readonly fix: "no" | "fix" | "dry-run" | "interactive";
  readonly stats: boolean;
  /** Where results are kept; `undefined` for nowhere. */
  readonly cache: string | undefined;
  readonly threads: number | undefined;
  readonly progress: boolean;
  readonly json: boolean;
  /** For `words`: add the words named. */
  readonly add: boolean;
  /** The format that `terms export` writes. */
  readonly to: string | undefined;
  /** The subject field that `terms export` is kept to. */
  readonly field: string | undefined;
  readonly stream: { readonly input: string; readonly field: string; readonly onlyFindings: boolean };
  readonly help: boolean;
  readonly version: boolean;
}

const defaultCache = "node_modules/.cache/xindaya/cache.json";

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

function parserOptions(): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    optionTable.map(({ name, short, value, repeats }) => [
      name,
      {
        type: value ? "string" : "boolean",
        ...(short ? { short } : {}),
        ...(repeats ? { multiple: true } : {}),
      } as const,
    ]),
  );
}

/**
 * @param list what stands after the program's name
 * @throws Misuse for an option that does not exist or lacks its value
 */
export function parseArguments(list: readonly string[]): Arguments {
  const { values, positionals, tokens } = parse(list);
  const [first = ""] = positionals;
  const isCommand = list[0] === first && commandTable.some(({ name }) => name === first);
  const text = (name: string) => values[name] as string | undefined;
  const on = (name: string) => values[name] === true;
  const reports = reportsOf(tokens);
  if (reports.filter(({ output }) => output === undefined).length > 1) {
    throw new Misuse("two reports cannot both go to standard output; give each but one its --output FILE after it");
  }
  if (on("no-config") && text("config")) throw new Misuse("--config and --no-config exclude each other");
  if ((on("baseline-write") || on("baseline-prune")) && !text("baseline")) {
    throw new Misuse("name the baseline: --baseline FILE");
  }
  return {
    command: isCommand ? first : "lint",
    inputs: isCommand ? positionals.slice(1) : positionals,
    reports,
    preset: text("preset"),
    rules: (values.rule as string[] | undefined) ?? [],
    quiet: on("quiet"),
    stdinFilename: text("stdin-filename"),
    config: on("no-config") ? false : text("config"),
    printConfig: text("print-config"),
    color: on("no-color") ? false : on("color") || undefined,
    since: text("since"),
    maxWarnings: number(values, "max-warnings", /^\d{1,9}$/, "a whole number"),
    minScore: number(values, "min-score", /^(?:100|\d{1,2})(?:\.\d{1,9})?$/, "a number from 0 to 100"),
    baseline: text("baseline"),
    baselineWrite: on("baseline-write"),
    baselinePrune: on("baseline-prune"),
    fix: fixOf(values),
    stats: on("stats"),
    cache: text("cache-location") ?? (on("cache") ? defaultCache : undefined),
    threads: number(values, "threads", /^[1-9]\d{0,2}$/, "a whole number from 1 up"),
    progress: !on("no-progress"),
    json: on("json"),
    add: on("add"),
    to: text("to"),
    field: text("field"),
    stream: { input: text("input") ?? "text", field: text("field") ?? "text", onlyFindings: on("only-findings") },
    help: on("help"),
    version: on("version"),
  };
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

function parse(list: readonly string[]): { values: Values; positionals: string[]; tokens: readonly Token[] } {
  const options = parserOptions();
  try {
    const parsed = parseArgs({ args: [...list], options, allowPositionals: true, tokens: true });
    return { values: parsed.values as Values, positionals: parsed.positionals, tokens: parsed.tokens };
  } catch (error) {
    const unknown = /'(-[^'\s]{0,80})/.exec((error as Error).message)?.[1] ?? "";
    const name = unknown.replace(/^-+/, "");
    if (
      unknown &&
      !Object.hasOwn(options, name) &&
      !optionTable.some(({ short }) => short === name.replace(/,$/, ""))
    ) {
      const near = nearest(name, Object.keys(options));
      throw new Misuse(
        `there is no option ${unknown}; ${near ? `did you mean --${near}?` : "xindaya --help lists them"}`,
      );
    }
    const row = optionTable.find((option) => option.name === name || option.short === name.replace(/,$/, ""));
    if (row?.value) throw new Misuse(`--${row.name} needs a value: --${row.name} ${row.value}`);
    if (row) throw new Misuse(`--${row.name} takes no value`);
    throw new Misuse(`${(error as Error).message.split(". ")[0]}; xindaya --help tells how`);
  }
}

/** Each `--output` goes with the `--format` before it. */
function reportsOf(tokens: readonly Token[]): Wanted[] {
  const reports: { format: string | undefined; output: string | undefined }[] = [];
  for (const { kind, name, value } of tokens) {
    if (kind !== "option") continue;
    if (name === "format") reports.push({ format: value, output: undefined });
    if (name !== "output") continue;
    const last = reports.at(-1);
    if (last && last.output === undefined) last.output = value;
    else reports.push({ format: undefined, output: value });
  }
  return reports.length > 0 ? reports : [{ format: "text", output: undefined }];
}

function number(values: Values, name: string, pattern: RegExp, what: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !pattern.test(value))
    throw new Misuse(`--${name} must be ${what}, not "${String(value)}"`);
  return Number(value);
}

function fixOf(values: Values): Arguments["fix"] {
  const given = (["fix", "fix-dry-run", "interactive"] as const).filter((name) => values[name] === true);
  if (given.length > 1) throw new Misuse(`--${given.join(" and --")} exclude each other`);
  return given[0] === "fix-dry-run" ? "dry-run" : (given[0] ?? "no");
}

/** Arguments of the command line. */
import { parseArgs } from "node:util";
import { nearest } from "../options.js";
import { Misuse } from "./misuse.js";

export interface Arguments {
  /** Files, folders, globs, or `-` for standard input. */
  readonly inputs: readonly string[];
  readonly format: string;
  readonly preset: string | undefined;
  /** `id` or `id:level`, in order. */
  readonly rules: readonly string[];
  readonly quiet: boolean;
  readonly stdinFilename: string | undefined;
  readonly config: boolean;
  readonly color: boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

const options = {
  format: { type: "string", short: "f" },
  preset: { type: "string" },
  rule: { type: "string", multiple: true },
  quiet: { type: "boolean", short: "q" },
  "stdin-filename": { type: "string" },
  "no-config": { type: "boolean" },
  color: { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/**
 * @param list what stands after the program's name
 * @throws Misuse for an option that does not exist or lacks its value
 */
export function parseArguments(list: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...list], options, allowPositionals: true });
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec((error as Error).message)?.[1];
    const near = unknown && nearest(unknown.replace(/^-+/, ""), Object.keys(options));
    if (unknown && !Object.hasOwn(options, unknown.replace(/^-+/, ""))) {
      throw new Misuse(`there is no option ${unknown}; ${near ? `did you mean --${near}?` : "xindaya --help lists them"}`);
    }
    throw new Misuse(`${(error as Error).message.split(". ")[0]}; xindaya --help tells how`);
  }
  const { values, positionals } = parsed;
  return {
    inputs: positionals,
    format: values.format ?? "text",
    preset: values.preset,
    rules: values.rule ?? [],
    quiet: values.quiet ?? false,
    stdinFilename: values["stdin-filename"],
    config: !values["no-config"],
    color: values["no-color"] ? false : values.color,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

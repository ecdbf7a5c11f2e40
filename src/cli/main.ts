#!/usr/bin/env node
/** The command line. Reads arguments, does what they ask, and says by its exit code how it went. */
import module from "node:module";
import { type Arguments, parseArguments } from "./arguments.js";
import { exitCodes } from "./exit.js";
import { lintInputs } from "./lint.js";
import { Misuse } from "./misuse.js";

// Node 22.8 and later keep compiled code between runs
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

/** Linting is what it mostly does; each other command is loaded when it is asked for. */
const commands: Readonly<Record<string, (given: Arguments) => Promise<number>>> = {
  lint: lintInputs,
  stream: async (given) => (await import("./stream.js")).lintStream(given),
  explain: async (given) => (await import("./explain.js")).explain(given),
  rules: async (given) => (await import("./explain.js")).listRules(given),
  terms: async (given) => (await import("./commands/terms.js")).terms(given),
  words: async (given) => (await import("./commands/words.js")).words(given),
  init: async (given) => (await import("./init.js")).init(given),
  completions: async (given) => (await import("./completions.js")).completions(given),
};

async function main(): Promise<number> {
  if (process.argv[2] === "lsp") {
    // the server reads its own arguments (--stdio, --node-ipc ...) and ends the process itself
    (await import("../server/index.js")).startServer();
    return exitCodes.clean;
  }
  const given = parseArguments(process.argv.slice(2));
  if (given.help) {
    const { helpText } = await import("./help.js");
    process.stdout.write(helpText());
    return exitCodes.clean;
  }
  if (given.version) {
    const { version } = await import("./version.js");
    process.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  if (given.printConfig !== undefined) {
    const { printConfig } = await import("./print-config.js");
    return await printConfig(given, given.printConfig);
  }
  return (await commands[given.command]?.(given)) ?? exitCodes.misuse;
}

// a reader that closes the pipe early (head, less) is no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.clean);
  throw error;
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof Misuse || (error instanceof Error && error.name === "OptionsError")) {
      process.stderr.write(`xindaya: ${error.message}\n`);
    } else
      process.stderr.write(
        `xindaya: this should not have happened, please report it\n${(error as Error).stack ?? error}\n`,
      );
    process.exitCode = exitCodes.misuse;
  },
);

#!/usr/bin/env node
/** The command line. Reads arguments, lints each input, reports, and says by its exit code how it went. */
import { exitCodes } from "./exit.js";
import { Misuse } from "./misuse.js";

async function main(): Promise<number> {
  const { parseArguments } = await import("./arguments.js");
  const given = parseArguments(process.argv.slice(2));
  if (given.help) {
    const { helpText } = await import("./help.js");
    process.stdout.write(helpText);
    return exitCodes.clean;
  }
  if (given.version) {
    const { version } = await import("./version.js");
    process.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  const { lintInputs } = await import("./lint-inputs.js");
  return await lintInputs(given);
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
    } else process.stderr.write(`xindaya: this should not have happened, please report it\n${(error as Error).stack ?? error}\n`);
    process.exitCode = exitCodes.misuse;
  },
);

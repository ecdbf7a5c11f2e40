/** All reports of one run, each to its own place. */
import { resolve } from "node:path";
import type { Rule } from "../rule.js";
import type { Arguments } from "./arguments.js";
import type { FileResult } from "./lint-file.js";
import { findReporter, type Reporter } from "./report.js";
import type { Summary } from "./summary.js";
import { version } from "./version.js";

export interface Reports {
  /** Whether the terminal gets colors. */
  readonly color: boolean;
  file(result: FileResult): void;
  end(summary: Summary): void;
}

interface Setting {
  readonly cwd: string;
  readonly rules: readonly Rule[];
  /** Standard output is for the mended text. */
  readonly toStderr: boolean;
}

/** @throws Misuse for a format that does not exist */
export async function openReports(given: Arguments, { cwd, rules, toStderr }: Setting): Promise<Reports> {
  const stream = toStderr ? process.stderr : process.stdout;
  const color = given.color ?? wantsColor(stream.isTTY === true);
  // a diff or a conversation has standard output to itself
  const isTaken = given.fix === "dry-run" || given.fix === "interactive";
  const open: Reporter[] = [];
  const writers: (() => void)[] = [];
  for (const { format, output } of given.reports) {
    const factory = await findReporter(format, output);
    if (output === undefined) {
      if (isTaken) continue;
      const links = color && given.color === undefined && takesLinks();
      open.push(factory((text) => stream.write(text), { color, links, version, rules, cwd }));
      continue;
    }
    const { writeOutput } = await import("./write-file.js");
    const parts: string[] = [];
    open.push(factory((text) => parts.push(text), { color: false, links: false, version, rules, cwd }));
    writers.push(() => writeOutput(resolve(cwd, output), output, parts.join("")));
  }
  return {
    color,
    file(result) {
      for (const reporter of open) reporter.file(result);
    },
    end(summary) {
      for (const reporter of open) reporter.end(summary);
      for (const write of writers) write();
    },
  };
}

/** NO_COLOR and FORCE_COLOR as no-color.org and force-color.org have them. */
function wantsColor(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0";
  return isTerminal && TERM !== "dumb";
}

/** Terminals known to show links behind words. */
function takesLinks(): boolean {
  const { TERM_PROGRAM, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, DOMTERM, TERM, CI } = process.env;
  if (CI) return false;
  return (
    /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper)$/.test(TERM_PROGRAM ?? "") ||
    Number(VTE_VERSION) >= 5000 ||
    Boolean(WT_SESSION || KITTY_WINDOW_ID || DOMTERM) ||
    /^(?:xterm-kitty|alacritty|foot)/.test(TERM ?? "")
  );
}

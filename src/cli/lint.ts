/** `xindaya [FILE...]`: lints what the arguments name, mends what they ask to, and reports. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Arguments } from "./arguments.js";
import { askedOf } from "./asked.js";
import { type Baseline, newBaseline, readBaseline } from "./baseline.js";
import type { Cache } from "./cache.js";
import { configFinder } from "./config.js";
import { provideDetailsLazily } from "./details.js";
import { findInputs } from "./inputs.js";
import { judge } from "./judge.js";
import type { CliFinding } from "./lint-file.js";
import { lintPath, type Outcome } from "./lint-path.js";
import { Misuse } from "./misuse.js";
import { openReports } from "./open-reports.js";
import { progressBar } from "./progress.js";
import { rules } from "./rules.js";
import type { Changes } from "./since.js";
import { type Failure, type Summary, tally } from "./summary.js";

/** @returns the exit code */
export async function lintInputs(given: Arguments): Promise<number> {
  if (given.inputs.length === 0) {
    throw new Misuse("name a file, a folder or a glob, or - for standard input; xindaya --help tells more");
  }
  const begun = performance.now();
  const cwd = process.cwd();
  const asked = askedOf(given);
  const isFilter = given.fix === "fix" && given.inputs.length === 1 && given.inputs[0] === "-";
  const reports = await openReports(given, { cwd, rules, toStderr: isFilter });
  provideDetailsLazily();
  const configs = configFinder(given.config, asked, cwd);
  const changes = given.since === undefined ? undefined : await changesOf(given.since, cwd);
  const baseline = baselineOf(given, cwd);
  const cache = given.cache === undefined ? undefined : await cacheOf(given.cache, cwd);
  const failures: Failure[] = [];
  const fail = (path: string, { message }: { readonly message: string }) => {
    // a faulty configuration is said once, not for each of its files
    if (!failures.some((failure) => failure.message === message)) process.stderr.write(`xindaya: ${message}\n`);
    failures.push({ path, message });
  };
  const inputs = await findInputs(given.inputs, cwd);
  for (const fault of inputs.faults) fail(fault.split(":")[0] ?? "", new Misuse(fault));
  for (const name of inputs.passedOver)
    process.stderr.write(`xindaya: ${name}: passed over, .xindayaignore names it\n`);
  const paths = changes ? inputs.paths.filter((path) => path === "-" || changes.hasFile(path)) : inputs.paths;
  const fixer = given.fix === "no" ? undefined : await fixerOf(given, reports.color);
  const progress = progressBar(paths.length, given.progress && given.fix !== "interactive");
  const shownTally = tally();
  const wholeTally = tally();
  for await (const outcome of outcomes(paths)) {
    const { path, shown } = outcome;
    progress.step(shown);
    if (outcome.kind === "failed") {
      progress.clear();
      fail(shown, outcome);
    }
    if (outcome.kind !== "linted") continue;
    try {
      let { file } = outcome;
      if (file.decoded && file.decoded.encoding !== "utf-8") {
        progress.clear();
        say(`${shown}: read as ${file.decoded.encoding.toUpperCase()}`);
      }
      const select = (findings: readonly CliFinding[]) => selected(findings, path, changes);
      if (fixer && outcome.origin) file = await fixer.run({ file, path, select, ...outcome.origin });
      let findings = select(file.findings);
      baseline.written?.add(shown, file.source, findings);
      if (baseline.used) findings = baseline.used.filter(shown, file.source, findings);
      if (baseline.written) findings = [];
      const quiet = given.quiet ? findings.filter(({ level }) => level === "error") : findings;
      wholeTally.add({ ...file, findings });
      shownTally.add({ ...file, findings: quiet });
      progress.clear();
      reports.file({ ...file, findings: quiet });
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      progress.clear();
      fail(shown, error);
    }
    if (fixer?.done) break;
  }
  progress.clear();
  fixer?.close();
  const whole = wholeTally.end({ failures }, (so) => judge(so, given));
  const summary: Summary = {
    ...shownTally.end({ failures }, () => ({ reasons: whole.reasons, exitCode: whole.exitCode })),
    score: whole.score,
  };
  reports.end(summary);
  cache?.save();
  await baseline.end();
  if (given.stats) {
    const { statsOf } = await import("./stats.js");
    process.stderr.write(statsOf(whole, performance.now() - begun, cache?.hits));
  }
  return summary.exitCode;

  /** Mending, the cache and standard input are for one thread; a few files are sooner done by one, too. */
  async function* outcomes(paths: readonly string[]): AsyncGenerator<Outcome> {
    const canSplit = !fixer && !cache && !paths.includes("-") && (paths.length >= 8 || given.threads !== undefined);
    if (canSplit) {
      const { lintOnThreads, threadsFor } = await import("./threads.js");
      const count = threadsFor(paths, given.threads);
      if (count > 1) return yield* lintOnThreads(paths, count, { cwd, config: given.config, asked });
    }
    for (const path of paths) yield await lintPath(path, { cwd, configs, stdinFilename: given.stdinFilename, cache });
  }
}

function say(text: string): void {
  process.stderr.write(`xindaya: ${text}\n`);
}

function selected(findings: readonly CliFinding[], path: string, changes: Changes | undefined): readonly CliFinding[] {
  if (!changes || path === "-") return findings;
  return findings.filter(({ line, endLine }) => changes.hasLines(path, line, endLine));
}

async function changesOf(revision: string, cwd: string): Promise<Changes> {
  const { changesSince } = await import("./since.js");
  return changesSince(revision, cwd);
}

async function cacheOf(path: string, cwd: string): Promise<Cache> {
  const { openCache } = await import("./cache.js");
  return openCache(resolve(cwd, path), path);
}

async function fixerOf(given: Arguments, color: boolean) {
  const { createFixer } = await import("./fixer.js");
  return createFixer(given.fix as "fix" | "dry-run" | "interactive", color);
}

interface BaselineRun {
  /** Hides what it knows. */
  readonly used: Baseline | undefined;
  /** Collects what is found. */
  readonly written: ReturnType<typeof newBaseline> | undefined;
  /** Writes what is to be written. */
  end(): Promise<void>;
}

function baselineOf({ baseline: name, baselineWrite, baselinePrune }: Arguments, cwd: string): BaselineRun {
  if (name === undefined) return { used: undefined, written: undefined, async end() {} };
  const path = resolve(cwd, name);
  const used = baselineWrite ? undefined : readBaseline(path, name);
  if (!used && !baselineWrite && (process.env.CI || baselinePrune)) {
    throw new Misuse(`${name}: there is no such baseline; write it with --baseline-write and commit it`);
  }
  const written = used ? undefined : newBaseline();
  return {
    used,
    written,
    async end() {
      const { writeOutput } = await import("./write-file.js");
      if (written) {
        writeOutput(path, name, written.text());
        say(`${name}: written, ${written.count} findings known from now on`);
      } else if (used && baselinePrune) {
        writeOutput(
          path,
          name,
          used.pruned((file) => existsSync(resolve(cwd, file))),
        );
        say(`${name}: ${used.gone} entries taken out`);
      } else if (used && used.gone > 0) {
        say(`${name}: ${used.gone} of its entries are found no more; --baseline-prune takes them out`);
      }
    },
  };
}

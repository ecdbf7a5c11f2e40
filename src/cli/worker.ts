/** A thread that lints the paths it is sent. */
import { parentPort, workerData } from "node:worker_threads";
import { withoutPlace } from "./cache.js";
import type { Asked } from "./config.js";
import { configFinder } from "./config.js";
import { provideDetailsLazily } from "./details.js";
import { lintPath, type Outcome } from "./lint-path.js";

export interface WorkerSetting {
  readonly cwd: string;
  readonly config: string | false | undefined;
  readonly asked: Asked;
}

const { cwd, config, asked } = workerData as WorkerSetting;
const configs = configFinder(config, asked, cwd);
provideDetailsLazily();

parentPort?.on("message", async (path: string) => {
  parentPort?.postMessage(handedOn(await lintPath(path, { cwd, configs, stdinFilename: undefined })));
});

/** As JSON, which is copied faster than objects are, and without what the main thread can do without. */
function handedOn(outcome: Outcome): string {
  if (outcome.kind !== "linted") return JSON.stringify(outcome);
  const { origin: _origin, file, ...rest } = outcome;
  const decoded = file.decoded && { ...file.decoded, text: "" };
  return JSON.stringify({ ...rest, file: { ...file, decoded, findings: file.findings.map(withoutPlace) } });
}

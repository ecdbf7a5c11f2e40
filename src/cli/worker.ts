/** A thread that lints the paths it is sent. */
import { parentPort, workerData } from "node:worker_threads";
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

/** Without what the main thread has no use for, as all of it is copied. */
function handedOn(outcome: Outcome): Outcome {
  if (outcome.kind !== "linted") return outcome;
  const { origin: _origin, file, ...rest } = outcome;
  return { ...rest, file: { ...file, decoded: file.decoded && { ...file.decoded, text: "" } } };
}

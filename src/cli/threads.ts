/** Linting on several threads, when there is enough to do for them to pay. */
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { withPlace } from "./cache.js";
import type { Outcome } from "./lint-path.js";
import type { WorkerSetting } from "./worker.js";

/** What a thread must have to do, so that beginning it and copying its results cost little beside. */
const bytesPerThread = 4_000_000;
/** Paths a thread has in hand at a time. */
const ahead = 4;

/** @returns how many threads to use; below 2 none pays */
export function threadsFor(paths: readonly string[], asked: number | undefined): number {
  if (asked !== undefined) return Math.min(asked, paths.length);
  const cores = availableParallelism();
  if (cores < 2 || paths.length < 8) return 1;
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes > cores * bytesPerThread) return cores;
  }
  return Math.floor(bytes / bytesPerThread);
}

function received(text: string): Outcome {
  const outcome = JSON.parse(text) as Outcome;
  if (outcome.kind !== "linted") return outcome;
  const { file } = outcome;
  return { ...outcome, file: { ...file, findings: file.findings.map(withPlace) } };
}

/** @returns what came of each path, in the order of paths, a bounded number of them waiting at any time */
export async function* lintOnThreads(
  paths: readonly string[],
  count: number,
  setting: WorkerSetting,
): AsyncGenerator<Outcome> {
  const program = new URL("./worker.js", import.meta.url);
  const done = new Map<string, Outcome>();
  let wake = () => {};
  let failure: Error | undefined;
  let sent = 0;
  let given = 0;
  const most = count * ahead * 2;
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(program, { workerData: setting });
    let inHand = 0;
    const feed = () => {
      while (inHand < ahead && sent < paths.length && sent - given < most) {
        inHand++;
        worker.postMessage(paths[sent++]);
      }
    };
    worker.on("message", (text: string) => {
      const outcome = received(text);
      inHand--;
      done.set(outcome.path, outcome);
      wake();
    });
    worker.on("error", (error) => {
      failure = error as Error;
      wake();
    });
    return { worker, feed };
  });
  try {
    for (const path of paths) {
      for (const { feed } of workers) feed();
      while (!done.has(path) && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        for (const { feed } of workers) feed();
      }
      if (failure) throw failure;
      given++;
      yield done.get(path) as Outcome;
      done.delete(path);
    }
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

/** A progress bar on standard error, for long runs in a terminal. */

export interface Progress {
  step(path: string): void;
  /** Takes the bar off the screen. */
  clear(): void;
}

const delay = 700;
const interval = 80;
const width = 24;

export function progressBar(total: number, wanted: boolean): Progress {
  if (!wanted || process.stderr.isTTY !== true || total < 2) return { step() {}, clear() {} };
  const begun = performance.now();
  let done = 0;
  let last = 0;
  let drawn = false;
  return {
    step(path) {
      done++;
      const now = performance.now();
      if (now - begun < delay || now - last < interval) return;
      last = now;
      drawn = true;
      const filled = Math.round((done / total) * width);
      const room = Math.max(10, (process.stderr.columns ?? 80) - width - 20);
      const name = path.length > room ? `…${path.slice(1 - room)}` : path;
      process.stderr.write(`\r\u001b[K${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total} ${name}`);
    },
    clear() {
      if (drawn) process.stderr.write("\r\u001b[K");
      drawn = false;
    },
  };
}

/** Lines changed in git since a revision. */
import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { Misuse } from "./misuse.js";

/** Lines from 1, both ends included. */
type Range = readonly [number, number];

export interface Changes {
  /** Whether anything in the file changed. */
  hasFile(path: string): boolean;
  /** Whether one of the lines did. */
  hasLines(path: string, from: number, to: number): boolean;
}

const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/;

/**
 * @param revision anything git understands: `main`, `HEAD~3`, `origin/main`
 * @throws Misuse when there is no git, no repository or no such revision
 */
export function changesSince(revision: string, cwd: string): Changes {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "core.quotePath=false", ...args], {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "pipe"],
    });
  const top = tell(
    () => git("rev-parse", "--show-toplevel"),
    `--since: ${cwd} is in no git repository, or there is no git`,
  ).trim();
  const commit = tell(
    () => git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`),
    `--since: git knows no revision "${revision}"; a shallow clone has too little history (fetch-depth: 0)`,
  ).trim();
  const whole = new Set<string>();
  const lines = new Map<string, Range[]>();
  const options = ["--no-ext-diff", "--no-color", "--no-renames", "--diff-filter=d"];
  const names = git("diff", ...options, "--name-only", "-z", commit)
    .split("\0")
    .filter(Boolean);
  const patches = git("diff", ...options, "-U0", commit)
    .split(/^diff --git .*$/m)
    .slice(1);
  for (const [at, name] of names.entries()) {
    const ranges = [...(patches[at] ?? "").split("\n")].flatMap((line): Range[] => {
      const found = hunk.exec(line);
      if (!found) return [];
      const start = Number(found[1]);
      const count = found[2] === undefined ? 1 : Number(found[2]);
      return count === 0 ? [] : [[start, start + count - 1]];
    });
    const path = join(top, name);
    // git shows no lines of what it takes for binary (UTF-16, DOCX)
    if (ranges.length === 0 && /^Binary files /m.test(patches[at] ?? "")) whole.add(path);
    else lines.set(path, ranges);
  }
  for (const name of git("-C", top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")) {
    if (name) whole.add(join(top, name));
  }
  const real = (path: string) => {
    try {
      return realpathSync(path);
    } catch {
      return path;
    }
  };
  return {
    hasFile: (path) => whole.has(real(path)) || (lines.get(real(path))?.length ?? 0) > 0,
    hasLines(path, from, to) {
      const name = real(path);
      return whole.has(name) || (lines.get(name) ?? []).some(([start, end]) => from <= end && to >= start);
    },
  };
}

function tell(run: () => string, message: string): string {
  try {
    return run();
  } catch {
    throw new Misuse(message);
  }
}

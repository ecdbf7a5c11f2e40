/** What tells a finding from others, whatever happens elsewhere in its file. */
import { createHash } from "node:crypto";
import type { Finding } from "../finding.js";

const around = 40;

/** White space and case folded: a rewrapped line is the same line. */
function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** The words a finding is about. */
export function textKey({ actual }: Pick<Finding, "actual">): string {
  return folded(actual).slice(0, 200);
}

export function hash(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}

/** The finding's surroundings: some characters to both sides within its paragraph. */
export function contextKey(source: string, { start, end }: Pick<Finding, "start" | "end">): string {
  const before =
    source
      .slice(Math.max(0, start - around), start)
      .split(/\n\s*\n/)
      .at(-1) ?? "";
  const after = source.slice(end, end + around).split(/\n\s*\n/)[0] ?? "";
  return hash(folded(before), folded(after));
}

/** @returns a function that gives each finding of a file a fingerprint of its own, the same in each run */
export function fingerprinter(path: string): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return (finding) => {
    const key = `${finding.ruleId}\u0000${textKey(finding)}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return hash(path, key, String(nth));
  };
}

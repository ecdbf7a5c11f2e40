/** The score of a document, as the command line reckons it. */
import { countWords } from "../cli/lint-file.js";
import { pointsOf, scoreOf } from "../cli/score.js";
import type { Finding, Level } from "../finding.js";
import type { Projection } from "../text/projection.js";

export interface Standing {
  /** 0 to 100, see docs/cli.md. */
  readonly score: number;
  readonly words: number;
  readonly levels: Readonly<Record<Level, number>>;
}

export function standingOf(findings: readonly Finding[], projection: Projection): Standing {
  const levels: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  for (const { level } of findings) levels[level]++;
  const { score, words } = scoreOf(pointsOf(findings), countWords(projection));
  return { score, words, levels };
}

const names: Readonly<Record<Level, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["remark", "remarks"],
};

/** `MQM score 92.4: 3 errors, 1 warning in 812 words` */
export function sayStanding({ score, words, levels }: Standing): string {
  const counts = (["error", "warning", "info"] as const)
    .filter((level) => levels[level] > 0)
    .map((level) => `${levels[level]} ${names[level][levels[level] === 1 ? 0 : 1]}`);
  return `MQM score ${score.toFixed(1)}: ${counts.join(", ") || "nothing found"} in ${words} words`;
}

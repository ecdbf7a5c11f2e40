/** Whether a run passes. */
import type { Arguments } from "./arguments.js";
import { exitCodes } from "./exit.js";
import type { Summary } from "./summary.js";

/** @returns the exit code, and why it is not 0 where no error says so */
export function judge(
  { levels, score, failures }: Pick<Summary, "levels" | "score" | "failures">,
  { maxWarnings, minScore }: Pick<Arguments, "maxWarnings" | "minScore">,
): Pick<Summary, "reasons" | "exitCode"> {
  const reasons: string[] = [];
  if (maxWarnings !== undefined && levels.warning > maxWarnings) {
    reasons.push(`${levels.warning} warnings are more than --max-warnings ${maxWarnings} allows`);
  }
  if (minScore !== undefined && score.score < minScore) {
    reasons.push(`the score ${score.score} is below --min-score ${minScore}`);
  }
  const isFaulty = levels.error > 0 || reasons.length > 0;
  return { reasons, exitCode: failures.length > 0 ? exitCodes.misuse : isFaulty ? exitCodes.issues : exitCodes.clean };
}

/** The score: MQM penalty points, per thousand words. See docs/cli.md. */
import type { Finding, Level } from "../finding.js";

/**
 * Penalty points of a finding by its level, after MQM's severity multipliers: an error counts as *major* (5), a warning as
 * *minor* (1). MQM gives *neutral* nothing; a remark has the 0.1 that Freitag et al. (2021) give the slightest of minor errors.
 */
export const penalties: Readonly<Record<Level, number>> = { error: 5, warning: 1, info: 0.1 };

export interface Score {
  readonly points: number;
  readonly words: number;
  /** Penalty points per thousand words. */
  readonly perThousand: number;
  /** 100 less the points per hundred words, not below 0. */
  readonly score: number;
}

export function pointsOf(findings: readonly Pick<Finding, "level">[]): number {
  return round(findings.reduce((sum, { level }) => sum + penalties[level], 0));
}

/** @param words of the text; for a text without words nothing counts */
export function scoreOf(points: number, words: number): Score {
  const perThousand = words === 0 ? 0 : (points / words) * 1000;
  return {
    points: round(points),
    words,
    perThousand: round(perThousand),
    score: round(Math.max(0, 100 - perThousand / 10)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What a run came to. */
import type { Level } from "../finding.js";
import type { FileResult } from "./lint-file.js";
import { pointsOf, type Score, scoreOf } from "./score.js";

export interface Failure {
  readonly path: string;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly rules: ReadonlyMap<string, number>;
  /** Points and findings by MQM type. */
  readonly types: ReadonlyMap<string, { readonly findings: number; readonly points: number }>;
  readonly score: Score;
  /** Inputs that could not be read. */
  readonly failures: readonly Failure[];
  /** Why the run fails though it may have no errors, a sentence each. */
  readonly reasons: readonly string[];
  readonly exitCode: number;
}

export interface Tally {
  add(file: FileResult): void;
  end(
    rest: Pick<Summary, "failures">,
    judge: (summary: Omit<Summary, "reasons" | "exitCode">) => Pick<Summary, "reasons" | "exitCode">,
  ): Summary;
}

/** Counts as files come, keeping none. */
export function tally(): Tally {
  let files = 0;
  let filesWithFindings = 0;
  let points = 0;
  let words = 0;
  const levels: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  const rules = new Map<string, number>();
  const types = new Map<string, { findings: number; points: number }>();
  return {
    add(file) {
      files++;
      words += file.words;
      if (file.findings.length > 0) filesWithFindings++;
      for (const finding of file.findings) {
        levels[finding.level]++;
        rules.set(finding.ruleId, (rules.get(finding.ruleId) ?? 0) + 1);
        const type = types.get(finding.mqm) ?? { findings: 0, points: 0 };
        const penalty = pointsOf([finding]);
        points += penalty;
        types.set(finding.mqm, { findings: type.findings + 1, points: type.points + penalty });
      }
    },
    end({ failures }, judge) {
      const so = { files, filesWithFindings, levels, rules, types, score: scoreOf(points, words), failures };
      return { ...so, ...judge(so) };
    },
  };
}

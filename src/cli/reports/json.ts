import type { CliFinding, FileResult } from "../lint-file.js";
import type { ReporterFactory } from "../report.js";

const keys = [
  "ruleId",
  "level",
  "message",
  "line",
  "column",
  "endLine",
  "endColumn",
  "start",
  "end",
  "actual",
  "expected",
  "note",
  "url",
  "mqm",
] as const satisfies readonly (keyof CliFinding)[];

/** A finding as JSON has it. `label` is there only where a file has key paths or paragraphs. */
export function plainFinding(finding: CliFinding): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const key of keys) plain[key] = finding[key];
  return finding.label === undefined ? plain : { ...plain, label: finding.label };
}

const plainFile = ({ path, findings }: FileResult) => ({ path, messages: findings.map(plainFinding) });

/** An array of `{path, messages}`; `start` and `end` are UTF-16 offsets. Written as it comes, a file at a time. */
export const reportJson: ReporterFactory = (write) => {
  let count = 0;
  return {
    file(result) {
      const text = JSON.stringify(plainFile(result), null, 2).replace(/^/gm, "  ");
      write(count === 0 ? `[\n${text}` : `,\n${text}`);
      count++;
    },
    end() {
      write(count === 0 ? "[]\n" : "\n]\n");
    },
  };
};

/** A line a finding: the path, then the finding. */
export const reportJsonLines: ReporterFactory = (write) => ({
  file({ path, findings }) {
    if (findings.length === 0) return;
    write(findings.map((finding) => `${JSON.stringify({ path, ...plainFinding(finding) })}\n`).join(""));
  },
  end() {},
});

/** GitLab's code quality report. */
import type { Level } from "../../finding.js";
import { fingerprinter } from "../fingerprint.js";
import type { ReporterFactory } from "../report.js";
import { withoutMarks } from "./text.js";

const severities: Readonly<Record<Level, string>> = { error: "major", warning: "minor", info: "info" };

export const reportGitlab: ReporterFactory = (write) => {
  const issues: unknown[] = [];
  return {
    file({ path, findings }) {
      const fingerprint = fingerprinter(path);
      for (const finding of findings) {
        issues.push({
          description: withoutMarks(finding.message),
          check_name: finding.ruleId,
          categories: ["Style"],
          fingerprint: fingerprint(finding),
          severity: severities[finding.level],
          location: { path, lines: { begin: finding.line, end: finding.endLine } },
        });
      }
    },
    end() {
      write(`${JSON.stringify(issues, null, 2)}\n`);
    },
  };
};

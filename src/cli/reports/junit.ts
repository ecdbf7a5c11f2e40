/** JUnit: a suite a file, a case a finding; a file without findings is one case that passed. */
import type { ReporterFactory } from "../report.js";
import { withoutMarks } from "./text.js";
import { xml } from "./xml.js";

export const reportJunit: ReporterFactory = (write) => {
  const suites: string[] = [];
  let tests = 0;
  let failed = 0;
  let errors = 0;
  const suite = (name: string, count: number, failures: number, faults: number, cases: readonly string[]) => {
    tests += count;
    failed += failures;
    errors += faults;
    suites.push(
      `  <testsuite name="${xml(name)}" tests="${count}" failures="${failures}" errors="${faults}">\n${cases.join("\n")}\n  </testsuite>`,
    );
  };
  return {
    file({ path, findings }) {
      if (findings.length === 0) {
        suite(path, 1, 0, 0, [`    <testcase name="xindaya" classname="${xml(path)}"/>`]);
        return;
      }
      const cases = findings.map(({ ruleId, line, column, message, level, note, label }) => {
        const text = withoutMarks(message);
        const body = [`${path}:${line}:${column}`, label, note].filter(Boolean).join("\n");
        return `    <testcase name="${xml(`${ruleId} at ${line}:${column}`)}" classname="${xml(path)}">\n      <failure type="${level}" message="${xml(text)}">${xml(body)}</failure>\n    </testcase>`;
      });
      suite(path, findings.length, findings.length, 0, cases);
    },
    end({ failures }) {
      for (const { path, message } of failures) {
        suite(path, 1, 0, 1, [
          `    <testcase name="xindaya" classname="${xml(path)}">\n      <error type="unreadable" message="${xml(message)}"/>\n    </testcase>`,
        ]);
      }
      write(
        `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xindaya" tests="${tests}" failures="${failed}" errors="${errors}">\n${suites.map((text) => `${text}\n`).join("")}</testsuites>\n`,
      );
    },
  };
};

/** Annotations of GitHub Actions: workflow commands on standard output. */
import type { Level } from "../../finding.js";
import type { ReporterFactory } from "../report.js";
import { summaryOf, withoutMarks } from "./text.js";

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", info: "notice" };

/** What must be escaped in a command's message, and besides in its properties. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

export const reportGithub: ReporterFactory = (write) => ({
  file({ path, findings }) {
    for (const { level, message, note, ruleId, line, column, endLine, endColumn } of findings) {
      // GitHub takes columns only within one line
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : "";
      const where = `file=${property(path)},line=${line},endLine=${endLine}${columns},title=${property(`xindaya ${ruleId}`)}`;
      write(
        `::${commands[level]} ${where}::${data(note ? `${withoutMarks(message)}\n${note}` : withoutMarks(message))}\n`,
      );
    }
  },
  end(summary) {
    for (const { path, message } of summary.failures) write(`::error file=${property(path)}::${data(message)}\n`);
    write(`${summaryOf(summary)}\n`);
  },
});

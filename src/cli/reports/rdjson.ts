/** reviewdog's rdjson. Its columns count bytes of UTF-8, unlike all others. */
import type { Level, Point } from "../../finding.js";
import type { ReporterFactory } from "../report.js";
import { withoutMarks } from "./text.js";

const severities: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

export const reportRdjson: ReporterFactory = (write) => {
  const diagnostics: unknown[] = [];
  return {
    file({ path, findings, source, format }) {
      const mark = source.startsWith("\ufeff") ? 1 : 0;
      const position = ({ line, column, offset }: Point) => {
        const start = offset - column + 1;
        return { line, column: Buffer.byteLength(source.slice(Math.max(start, line === 1 ? mark : 0), offset)) + 1 };
      };
      for (const { place, level, message, note, ruleId, url, expected } of findings) {
        const range = { start: position(place.start), end: position(place.end) };
        diagnostics.push({
          message: note ? `${withoutMarks(message)}\n${note}` : withoutMarks(message),
          location: { path, range },
          severity: severities[level],
          code: { value: ruleId, url },
          ...(expected.length > 0 && format !== "docx"
            ? { suggestions: expected.slice(0, 3).map((text) => ({ range, text })) }
            : {}),
        });
      }
    },
    end() {
      const source = { name: "xindaya", url: "https://github.com/xindaya/xindaya" };
      write(`${JSON.stringify({ source, diagnostics }, null, 2)}\n`);
    },
  };
};

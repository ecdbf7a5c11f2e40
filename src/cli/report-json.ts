import type { Reporter } from "./report.js";

/** An array of `{path, messages}`; `start` and `end` are UTF-16 offsets. */
export const reportJson: Reporter = (results) =>
  `${JSON.stringify(
    results.map(({ path, findings }) => ({
      path,
      messages: findings.map(
        ({ ruleId, level, message, line, column, endLine, endColumn, start, end, actual, expected, note, url, mqm }) => ({
          ruleId,
          level,
          message,
          line,
          column,
          endLine,
          endColumn,
          start,
          end,
          actual,
          expected,
          note,
          url,
          mqm,
        }),
      ),
    })),
    null,
    2,
  )}\n`;

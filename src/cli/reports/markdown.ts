/** Markdown for a pull-request comment: the outcome in a line, a table a file, folded. */
import type { Level } from "../../finding.js";
import type { ReporterFactory } from "../report.js";
import { count } from "./text.js";

/** GitHub takes comments of 65,536 characters. */
const mostCharacters = 60_000;
const mostRows = 50;
const marks: Readonly<Record<Level, string>> = { error: "🔴 error", warning: "🟡 warning", info: "🔵 remark" };

/** Text in a table's cell, nothing of it markup. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>|~#@]/g, (character) => (character === "@" ? "@\u2060" : `\\${character}`));
}

/** A message of Markdown: code spans stay, the rest cannot break the table. */
function message(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\|/g, "\\|").replace(/[<]/g, "&lt;").replace(/@/g, "@\u2060");
}

export const reportMarkdown: ReporterFactory = (write) => {
  const parts: string[] = [];
  let length = 0;
  let left = 0;
  return {
    file({ path, findings }) {
      if (findings.length === 0) return;
      const rows = findings
        .slice(0, mostRows)
        .map(
          ({ line, level, message: said, actual, expected, note, ruleId, url }) =>
            `| ${line} | ${marks[level]} | ${message(said)} | ${cell(actual.slice(0, 100))} | ${cell(expected.slice(0, 2).join(" · "))} | ${cell(note.split("\n")[0] ?? "")} | [${ruleId}](${url}) |`,
        );
      const more = findings.length > mostRows ? `\n\nand ${findings.length - mostRows} more` : "";
      const text = `<details><summary>${path.replace(/&/g, "&amp;").replace(/</g, "&lt;")}: ${count(findings.length, "finding")}</summary>\n\n| Line | Level | What | Text | Instead | Chinese | Rule |\n| --: | --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}${more}\n\n</details>\n`;
      if (length + text.length > mostCharacters) left++;
      else {
        parts.push(text);
        length += text.length;
      }
    },
    end({ levels, files, score, types, failures, reasons, exitCode }) {
      const found = levels.error + levels.warning + levels.info;
      const head = exitCode === 0 ? "✅" : "❌";
      const lines = [
        `### ${head} xindaya: ${found === 0 ? "no findings" : `${count(levels.error, "error")}, ${count(levels.warning, "warning")}, ${count(levels.info, "remark")}`} in ${count(files, "file")}`,
        "",
        `Score **${score.score}** of 100 (${score.perThousand} MQM penalty points per 1,000 words, ${score.words} words)`,
        "",
      ];
      for (const reason of reasons) lines.push(`- ${cell(reason)}`);
      for (const failure of failures) lines.push(`- ${cell(failure.message)}`);
      if (types.size > 0) {
        lines.push("", "| MQM type | Findings | Points |", "| --- | --: | --: |");
        for (const [type, { findings, points }] of [...types].sort((a, b) => b[1].points - a[1].points)) {
          lines.push(`| ${type} | ${findings} | ${Math.round(points * 10) / 10} |`);
        }
      }
      lines.push("", ...parts);
      if (left > 0) lines.push(`and ${count(left, "file")} more, left out for length`);
      write(`${lines.join("\n")}\n`);
    },
  };
};

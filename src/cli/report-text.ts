/** The report for people: by file, each finding with its place, its words, what to say instead and the Chinese. */
import { styleText } from "node:util";
import type { Finding, Level } from "../finding.js";
import type { Reporter } from "./report.js";

type Style = Parameters<typeof styleText>[0];
const levelStyle: Readonly<Record<Level, Style>> = { error: "red", warning: "yellow", info: "blue" };

/** Alternatives shown after the first. */
const alternatives = 3;

export const reportText: Reporter = (results, { color }) => {
  const paint = (style: Style, text: string) => (color ? styleText(style, text) : text);
  const lines: string[] = [];
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  let files = 0;
  for (const { path, findings } of results) {
    if (findings.length === 0) continue;
    files++;
    lines.push(paint("underline", path));
    const width = Math.max(...findings.map(({ line, column }) => `${line}:${column}`.length));
    for (const finding of findings) {
      counts[finding.level]++;
      const { line, column, level, ruleId, message } = finding;
      lines.push(
        `  ${`${line}:${column}`.padEnd(width)}  ${paint(levelStyle[level], level.padEnd(7))}  ${plain(message)}  ${paint("dim", ruleId)}`,
      );
      const more = others(finding);
      if (more) lines.push(`  ${" ".repeat(width)}           ${paint("dim", more)}`);
    }
    lines.push("");
  }
  lines.push(summary(counts, files, results.length));
  return `${lines.join("\n")}\n`;
};

/** The Chinese with its meaning, and what else would do. */
function others({ note, expected }: Finding): string {
  const [meaning = ""] = note.split("\n");
  const also = expected.slice(1, 1 + alternatives).join(" · ");
  return [meaning, also && `also: ${also}`].filter(Boolean).join("  ");
}

/** A message without the marks of Markdown code. */
function plain(message: string): string {
  return message.replace(/`([^`]*)`/g, "“$1”");
}

function summary({ error, warning, info }: Record<Level, number>, files: number, all: number): string {
  const total = error + warning + info;
  const read = `${all} ${all === 1 ? "file" : "files"}`;
  if (total === 0) return `No issues in ${read}.`;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const parts = [error > 0 && count(error, "error"), warning > 0 && count(warning, "warning"), info > 0 && count(info, "remark")];
  return `${count(total, "issue")} (${parts.filter(Boolean).join(", ")}) in ${files} of ${read}`;
}

/** The report for people: by file, each finding with its place, its words, its line, what to say instead and the Chinese. */
import { styleText } from "node:util";
import type { Level } from "../../finding.js";
import type { CliFinding, FileResult } from "../lint-file.js";
import type { ReporterFactory } from "../report.js";
import type { Summary } from "../summary.js";
import { frameOf, tame } from "./frame.js";

type Style = Parameters<typeof styleText>[0];
const levelStyle: Readonly<Record<Level, Style>> = { error: "red", warning: "yellow", info: "blue" };

/** Alternatives shown after the first. */
const alternatives = 3;

export const reportText: ReporterFactory = (write, { color, links }) => {
  const paint = (style: Style, text: string) => (color ? styleText(style, text) : text);
  const link = (text: string, url: string) => (links ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text);
  const file = ({ path, findings, source }: FileResult) => {
    if (findings.length === 0) return;
    const lines = [paint("underline", path)];
    const width = Math.max(...findings.map(({ line, column }) => `${line}:${column}`.length));
    const margin = `  ${" ".repeat(width)}  `;
    for (const finding of findings) {
      const { line, column, level, ruleId, message, url, label } = finding;
      const place = `${line}:${column}`.padEnd(width);
      const rule = paint("dim", link(ruleId, url));
      lines.push(`  ${place}  ${paint(levelStyle[level], level.padEnd(7))}  ${withoutMarks(message)}  ${rule}`);
      const { before, hit, after } = frameOf(source, finding);
      lines.push(
        `${margin}${paint("dim", "|")} ${before}${paint([levelStyle[level], "underline"] as unknown as Style, hit)}${after}`,
      );
      if (!color) lines.push(`${margin}| ${" ".repeat(widthOf(before))}${"~".repeat(Math.max(1, widthOf(hit)))}`);
      const more = [label && `at ${label}`, others(finding)].filter(Boolean).join("  ");
      if (more) lines.push(`${margin}${paint("dim", more)}`);
    }
    write(`${lines.join("\n")}\n\n`);
  };
  return {
    file,
    end(summary) {
      write(`${summaryOf(summary)}\n`);
    },
  };
};

/** Columns in a terminal: Chinese characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    width +=
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xffdc && code < 0xd800) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      code >= 0x20000
        ? 2
        : 1;
  }
  return width;
}

/** The Chinese with its meaning, and what else would do. */
function others({ note, expected }: CliFinding): string {
  const [meaning = ""] = note.split("\n");
  const also = expected.slice(1, 1 + alternatives).join(" · ");
  return [meaning, also && `also: ${also}`].filter(Boolean).join("  ");
}

/** A message without the marks of Markdown code. */
export function withoutMarks(message: string): string {
  return tame(message).replace(/`([^`]*)`/g, "“$1”");
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** One line for all. */
export function summaryOf({ levels, files, filesWithFindings, score, reasons }: Summary): string {
  const { error, warning, info } = levels;
  const total = error + warning + info;
  const read = count(files, "file");
  const why = reasons.map((reason) => `\n${reason}`).join("");
  if (total === 0) return `No issues in ${read}.${why}`;
  const parts = [
    error > 0 && count(error, "error"),
    warning > 0 && count(warning, "warning"),
    info > 0 && count(info, "remark"),
  ];
  const points = `${score.perThousand} penalty points per 1,000 words, score ${score.score}`;
  return `${count(total, "issue")} (${parts.filter(Boolean).join(", ")}) in ${filesWithFindings} of ${read}; ${points}${why}`;
}

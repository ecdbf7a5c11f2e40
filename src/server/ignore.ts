/** Where a directive goes that silences a finding, in the notation of its document. See src/directives.ts. */
import type { Finding } from "../finding.js";
import type { Draft } from "./drafts.js";

export interface Insertion {
  /** Offset in the draft's source. */
  readonly at: number;
  readonly text: string;
}

/** Lines that nothing may be added to: rules, fences, the marks under headings and around front matter. */
const fixedLine = /^[ \t]*(?:[-=*_+]{3,}|`{3,}|~{3,}|:{3,})/;

/** @returns what to insert to silence a finding where it stands; `undefined` where no directive can stand */
export function ignoreHere({ source, notation }: Draft, { start, ruleId }: Finding): Insertion | undefined {
  const lineStart = startOfLine(source, start);
  const indent = /^[ \t]*/.exec(source.slice(lineStart, start))?.[0] ?? "";
  const words = `xindaya-disable-next-line ${ruleId}`;
  const lineFeed = lineFeedOf(source);
  switch (notation) {
    case "plain":
      return { at: lineStart, text: `${indent}${words}${lineFeed}` };
    case "latex":
      return { at: lineStart, text: `${indent}% ${words}${lineFeed}` };
    case "git-commit":
      return { at: lineStart, text: `# ${words}${lineFeed}` };
    case "html":
      return isInTag(source, lineStart) ? undefined : { at: lineStart, text: `${indent}<!-- ${words} -->${lineFeed}` };
    case "markdown": {
      const line = source.slice(lineStart, start);
      // in a table a line more would end it
      if (/^[ \t]*\|/.test(line)) return undefined;
      const before = lineStart === 0 ? "" : source.slice(startOfLine(source, lineStart - 1), lineStart).trimEnd();
      // inside a paragraph a comment on a line of its own would cut it in two
      if (before.trim() === "" || fixedLine.test(before))
        return { at: lineStart, text: `${indent}<!-- ${words} -->${lineFeed}` };
      return {
        at: lineStart - (source.slice(0, lineStart).length - source.slice(0, lineStart).trimEnd().length),
        text: ` <!-- ${words} -->`,
      };
    }
    case undefined:
      return undefined;
  }
}

/** @returns what to insert to silence a rule in the whole file; `undefined` where only the configuration can */
export function ignoreInFile({ source, notation }: Draft, ruleId: string): Insertion | undefined {
  if (notation !== "markdown" && notation !== "html") return undefined;
  const lineFeed = lineFeedOf(source);
  const head = notation === "markdown" ? frontMatter : documentHead;
  const at = head.exec(source)?.[0].length ?? 0;
  const gap = notation === "markdown" ? lineFeed : "";
  return { at, text: `<!-- xindaya-disable ${ruleId} -->${lineFeed}${gap}` };
}

const frontMatter = /^---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,400}---[ \t]*(?:\r?\n|$)/;
const documentHead = /^\s*<!doctype[^>]*>[ \t]*(?:\r?\n)?/i;

function startOfLine(source: string, offset: number): number {
  return Math.max(source.lastIndexOf("\n", offset - 1), source.lastIndexOf("\r", offset - 1)) + 1;
}

function lineFeedOf(source: string): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}

function isInTag(source: string, offset: number): boolean {
  const before = source.slice(Math.max(0, offset - 2000), offset);
  return before.lastIndexOf("<") > before.lastIndexOf(">");
}

/** Fixing: safe suggestions put in place until there is nothing left to fix. */
import type { Finding } from "../finding.js";
import type { Format } from "./formats.js";
import type { CliFinding, LintedText } from "./lint-file.js";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a replacement may not hold, lest it become markup or end a string. */
const unsafe: Readonly<Record<Format, RegExp | undefined>> = {
  text: undefined,
  markdown: /[\\`*_[\]<>|&]/,
  html: /[<>&"]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in a string
  json: /["\\\u0000-\u001f]/,
  // plain scalars end at many marks, so only letters, figures and the mildest are let in
  yaml: /[^\p{L}\p{N} .’“”()-]|^[^\p{L}\p{N}]/u,
  docx: /^/,
};

/** @returns the edit that puts a replacement in place; `undefined` where the format could be hurt */
export function editOf({ start, end }: Pick<Finding, "start" | "end">, text: string, format: Format): Edit | undefined {
  return unsafe[format]?.test(text) ? undefined : { start, end, text };
}

/** @param edits in order of place; one that overlaps the one before is left for the next pass */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start < at) continue;
    pieces.push(source.slice(at, start), text);
    at = end;
  }
  pieces.push(source.slice(at));
  return pieces.join("");
}

/** More passes than this mean that two fixes undo each other. */
const mostPasses = 10;

export interface Fixed extends LintedText {
  readonly text: string;
  readonly fixes: number;
}

/**
 * @param text without its byte order mark
 * @param mayFix which findings may be fixed (lines changed, rules asked for)
 */
export function fixText(
  text: string,
  format: Format,
  lint: (text: string) => LintedText,
  mayFix: (finding: CliFinding) => boolean,
): Fixed {
  let linted = lint(text);
  let current = text;
  let fixes = 0;
  const seen = new Set([text]);
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = linted.findings.flatMap((finding) => {
      const [first] = finding.expected;
      if (!finding.fixable || first === undefined || !mayFix(finding)) return [];
      return editOf(finding, first, format) ?? [];
    });
    const next = applyEdits(current, edits);
    if (next === current || seen.has(next)) break;
    seen.add(next);
    fixes += edits.length;
    current = next;
    linted = lint(current);
  }
  return { ...linted, text: current, fixes };
}

import { defineRule } from "../../src/rule.js";
import { dashes, type Mark, marks } from "./marks.js";

/** How much is shown of what stands on either side of a mark. */
const beside = /[^\s]{0,16}$/;

export default defineRule({
  id: "punctuation",
  summary: "Chinese marks, quotation marks the wrong way round, lost and stray spaces",
  mqm: "linguistic-conventions/punctuation",
  level: "warning",
  scope: "block",
  certainty: 0.6,
  options: { dashes: false },
  check({ text, china }, report, options) {
    const seen = new Set<number>();
    const wanted: readonly Mark[] = options.dashes ? [...marks, dashes] : marks;
    for (const { pattern, says, instead, fixable, china: onlyChina = false } of wanted) {
      if (onlyChina && !china) continue;
      for (const match of text.matchAll(pattern)) {
        const at = match.index;
        const found = match[0];
        const replacement = instead(found, text.charAt(at - 1), text.charAt(at + found.length));
        if (replacement === undefined || seen.has(at)) continue;
        seen.add(at);
        const { start, end, expected } = widened(text, at, found, replacement);
        report({
          start,
          end,
          message: `${shown(text, at, found)} ${says}`,
          expected: [expected],
          fixable,
        });
      }
    }
  },
});

/** A place of no width, which no editor can mark, takes in the letter before it. */
function widened(
  text: string,
  at: number,
  found: string,
  expected: string,
): { start: number; end: number; expected: string } {
  if (found !== "") return { start: at, end: at + found.length, expected };
  return { start: at - 1, end: at, expected: text.charAt(at - 1) + expected };
}

/** The mark with the word before it, so that a message can be read alone. */
function shown(text: string, at: number, found: string): string {
  if (/^\s+$/.test(found)) {
    const word = beside.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? "";
    return `the space in \`${word}${found}${text.charAt(at + found.length)}\``;
  }
  const word = beside.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? "";
  return `\`${found === "" ? word : found}\`${found === "" || word === "" ? "" : ` after \`${word}\``}`;
}

/** Words that extraction broke in two: devel- opment, govern ment. */
import { Flag, has, wordAt } from "../text/document.js";
import type { Lexicon } from "./lexicon.js";
import { inCaseOf, type Page } from "./page.js";

/** After a hyphen that hangs ("two- and three-year"). */
const hanging = new Set("and or to but nor versus vs through as into".split(" "));
const hangingGap = /^[-\u00AD\u2010\u2011]\s+$/;

/** A hyphen and white space follow token `at`, and a word that completes it. */
export function atHyphen(page: Page, lexicon: Lexicon, at: number): void {
  const { tokens } = page;
  const next = at + 1;
  if (!page.together(at, next) || has(tokens, next, Flag.capital) || !hangingGap.test(page.gap(at))) return;
  const second = wordAt(tokens, next);
  const whole = wordAt(tokens, at) + second;
  if (!hanging.has(second) && lexicon.rank(whole) !== undefined) tell(page, at, whole);
}

/** @returns whether the unknown word at `at` makes a word with the one after or before it; if so it is told */
export function atUnknown(page: Page, lexicon: Lexicon, at: number): boolean {
  const { tokens } = page;
  for (const from of [at, at - 1]) {
    const to = from + 1;
    if (!page.together(from, to) || page.isCovered(from) || has(tokens, to, Flag.capital)) continue;
    if (!/^[ \n]$/.test(page.gap(from))) continue;
    const whole = wordAt(tokens, from) + wordAt(tokens, to);
    if (whole.length < 6 || (lexicon.rank(whole) ?? 3) > 2) continue;
    tell(page, from, whole);
    return true;
  }
  return false;
}

function tell(page: Page, from: number, whole: string): void {
  const actual = page.written(from, from + 2);
  const right = inCaseOf(actual, whole);
  page.tell(from, from + 2, {
    message: `\`${actual.replace(/\s+/g, " ")}\` looks like one word broken in two: \`${right}\``,
    expected: [right],
    fixable: true,
    certainty: 0.8,
  });
}

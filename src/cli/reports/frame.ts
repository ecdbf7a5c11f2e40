/** The line a finding stands in, cut to what a terminal shows. */
import type { Finding } from "../../finding.js";

const around = 45;
const mostHit = 60;
const most = 100;

export interface Frame {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const breaks = /[\r\n]/;

/** White space and control characters as one blank each, so that nothing of a file steers the terminal. */
export function tame(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, " ");
}

/** @returns the words of a finding, and some of the same line to both sides */
export function frameOf(source: string, { start, end }: Pick<Finding, "start" | "end">): Frame {
  let from = start;
  while (
    from > 0 &&
    start - from < around &&
    !breaks.test(source.charAt(from - 1)) &&
    source.charAt(from - 1) !== "\ufeff"
  )
    from--;
  const cutBefore = from > 0 && !breaks.test(source.charAt(from - 1)) && source.charAt(from - 1) !== "\ufeff";
  const hit = source.slice(start, end);
  const shownHit = hit.length > mostHit ? `${hit.slice(0, mostHit - 1)}…` : hit;
  const room = Math.max(20, most - (start - from) - shownHit.length);
  let to = end;
  while (to < source.length && to - end < room && !breaks.test(source.charAt(to))) to++;
  const cutAfter = to < source.length && !breaks.test(source.charAt(to));
  return {
    before: tame(`${cutBefore ? "…" : ""}${source.slice(from, start)}`),
    hit: tame(shownHit),
    after: tame(`${source.slice(end, to)}${cutAfter ? "…" : ""}`),
  };
}

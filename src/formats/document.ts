/** What every markup reader gives besides prose. */

import type { Projection } from "../text/projection.js";

/** A comment of the source, such as `<!-- xindaya ignore -->`. */
export interface SourceComment {
  /** What stands between the comment marks, as written. */
  readonly value: string;
  /** Where the comment begins in the source, its opening mark included. */
  readonly start: number;
  /** One past its closing mark. */
  readonly end: number;
}

/** A projection, and the comments of its source in order: ignore directives live there. */
export interface DocumentProjection extends Projection {
  readonly comments: readonly SourceComment[];
}

/** Stands in the text for what is no prose but holds a place in its sentence: code, a formula, an address, a picture. */
export const objectReplacement = "\uFFFC";

/** A range of the source that is not read. */
export interface HiddenRange {
  readonly start: number;
  readonly end: number;
  /** What the text has in its place: `objectReplacement` or nothing. */
  readonly stand: string;
}

/** @returns the ranges in order, without overlaps: of two that overlap, the one that begins first stays and grows */
export function joinRanges(ranges: readonly HiddenRange[]): HiddenRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: HiddenRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (!last || range.start >= last.end) joined.push(range);
    else if (range.end > last.end) joined[joined.length - 1] = { ...last, end: range.end };
  }
  return joined;
}

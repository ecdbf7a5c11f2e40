/** Settling: from what the rules reported to findings in the source, overlaps decided once for all. */
import type { Finding, Level, Place, Point, Report } from "./finding.js";
import type { Rule } from "./rule.js";
import { type Document, sourceRange } from "./text/document.js";

export interface Reported {
  readonly rule: Rule;
  readonly level: Level;
  readonly report: Report;
}

/** Turns offsets into points, lines counted once. */
export function pointFinder(source: string): (offset: number) => Point {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(source);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  };
}

/** Lines end in LF, CRLF or CR, as vfile-location has it. */
function lineStarts(source: string): number[] {
  const starts = [0];
  if (!source.includes("\r")) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function certaintyOf({ rule, report }: Reported): number {
  return report.certainty ?? rule.certainty;
}

/** A longer finding hides a shorter one inside it that is no surer; of two on one range the surer stays. */
function withoutHidden(list: readonly Reported[]): Reported[] {
  const ordered = [...list].sort(
    (a, b) => a.report.start - b.report.start || b.report.end - a.report.end || certaintyOf(b) - certaintyOf(a),
  );
  const kept: Reported[] = [];
  // those that may still hold what comes: only the ones that reach past the current start
  let open: Reported[] = [];
  for (const item of ordered) {
    open = open.filter(({ report }) => report.end > item.report.start);
    const hidden = open.some(
      (outer) => outer.report.end >= item.report.end && certaintyOf(outer) >= certaintyOf(item) && !apart(outer, item),
    );
    if (hidden) continue;
    kept.push(item);
    open.push(item);
  }
  return kept;
}

/** Rules about a whole sentence do not speak for the words in it. */
function apart(outer: Reported, inner: Reported): boolean {
  return outer.report.end - outer.report.start > 200 && outer.rule.id !== inner.rule.id;
}

/** @returns findings in order of place */
export function settle(document: Document, reported: readonly Reported[]): Finding[] {
  const { source } = document.projection;
  const point = pointFinder(source);
  const place = (start: number, end: number): Place => ({ start: point(start), end: point(end) });
  const findings: Finding[] = [];
  for (const { rule, level, report } of withoutHidden(reported)) {
    const range = sourceRange(document, report.start, report.end);
    // what stands nowhere in the source (a tree that was changed on the way) cannot be pointed at
    if (range.start === range.end) continue;
    const where = place(range.start, range.end);
    const expected = report.expected ?? [];
    const related = report.related?.map(({ start, end, message }) => {
      const other = sourceRange(document, start, end);
      return { place: place(other.start, other.end), message };
    });
    findings.push({
      ruleId: rule.id,
      level,
      message: report.message,
      line: where.start.line,
      column: where.start.column,
      endLine: where.end.line,
      endColumn: where.end.column,
      start: range.start,
      end: range.end,
      place: where,
      actual: source.slice(range.start, range.end),
      expected: [...expected],
      note: report.note ?? "",
      url: rule.url,
      mqm: rule.mqm,
      fixable: (report.fixable ?? false) && range.verbatim && expected.length > 0,
      ...(report.zh === undefined ? {} : { zh: report.zh }),
      ...(related === undefined ? {} : { related }),
    });
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Comments that silence findings:
 *
 * - in Markdown and HTML, `<!-- xindaya-disable punctuation -->` up to `<!-- xindaya-enable punctuation -->`, and
 *   `<!-- xindaya-ignore -->` for the block after it;
 * - there and in plain text, on a line of its own, `xindaya-disable-next-line punctuation`.
 *
 * Without rule ids they silence every rule. One that silences nothing is told, so that none outlives its reason.
 */
import type { Finding } from "./finding.js";
import { page } from "./rule.js";
import { pointFinder } from "./settle.js";
import { type Projection, toSource } from "./text/projection.js";

export interface Directive {
  readonly action: "disable" | "enable" | "ignore" | "disable-next-line";
  /** Rule ids; empty for all. */
  readonly rules: readonly string[];
  /** Where the comment or line stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** A comment with its inner text and its place in the source, as readers of markup give them. */
interface Comment {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const inComment = /^xindaya-(disable-next-line|disable|enable|ignore)(?![a-z-])([a-z\s,-]*)$/;
/** What may stand before the words of a directive on its line: the comment sign of some language. */
const signs = new Set(["", "//", "#", "%", ";", "..", "/*", "<!--", "--"]);

function directive(action: string, rules: string, start: number, end: number): Directive {
  return { action: action as Directive["action"], rules: rules.split(/[\s,]+/).filter(Boolean), start, end };
}

/** Every directive of a document, in order. */
export function findDirectives(projection: Projection & { readonly comments?: readonly Comment[] }): Directive[] {
  const { source, comments } = projection;
  if (!source.includes("xindaya-")) return [];
  const list = comments ?? commentsOf(source);
  const found: Directive[] = [];
  for (const { value, start, end } of list) {
    const match = value.length < 400 ? inComment.exec(value.trim()) : null;
    if (match) found.push(directive(match[1] as string, match[2] as string, start, end));
  }
  if (projection.map === undefined) {
    found.push(...onLines(source));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Directives of plain text, each on a line that holds nothing else, comment signs apart. */
function onLines(source: string): Directive[] {
  const found: Directive[] = [];
  const words = "xindaya-disable-next-line";
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
    const start = Math.max(source.lastIndexOf("\n", at), source.lastIndexOf("\r", at)) + 1;
    const end = lineEnd(source, at);
    const before = source.slice(start, at).trim();
    const after = source
      .slice(at + words.length, end)
      .replace(/(?:\*\/|-->)$/, "")
      .trim();
    if (at - start > 40 || end - at > 400 || !signs.has(before) || !/^[a-z\s,-]*$/.test(after)) continue;
    found.push(directive("disable-next-line", after, start, end));
  }
  return found;
}

/** Comments of a source whose reader gave none: a tree that came through a bridge. */
function commentsOf(source: string): Comment[] {
  const found: Comment[] = [];
  let at = source.indexOf("<!--");
  while (at >= 0) {
    const close = source.indexOf("-->", at + 4);
    if (close < 0) break;
    found.push({ value: source.slice(at + 4, close), start: at, end: close + 3 });
    at = source.indexOf("<!--", close + 3);
  }
  return found;
}

interface Silence {
  readonly directive: Directive;
  readonly start: number;
  readonly end: number;
  used: boolean;
}

function silences(projection: Projection, directives: readonly Directive[]): Silence[] {
  return directives.flatMap((item, index) => {
    const range = ranges[item.action]?.(projection, item, directives.slice(index + 1));
    return range ? [{ directive: item, ...range, used: false }] : [];
  });
}

type Range = { readonly start: number; readonly end: number };

/** The stretch of the source that each kind of directive silences. */
const ranges: Partial<
  Record<Directive["action"], (projection: Projection, item: Directive, later: readonly Directive[]) => Range>
> = {
  disable({ source }, item, later) {
    const ends = later.find(({ action, rules }) => action === "enable" && covers(rules, item.rules));
    return { start: item.end, end: ends?.start ?? source.length };
  },
  ignore(projection, item) {
    for (const block of projection.blocks) {
      const place = toSource(projection, block.start, block.end);
      if (place.start >= item.end) return place;
    }
    return { start: item.end, end: item.end };
  },
  "disable-next-line"({ source }, item) {
    let start = lineEnd(source, item.end);
    while (start < source.length && /\s/.test(source.charAt(start))) start++;
    return { start, end: lineEnd(source, start) };
  },
};

/** The end of the line that `from` stands in. */
function lineEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
  return at;
}

/** True when enabling `these` ends disabling `those`. */
function covers(these: readonly string[], those: readonly string[]): boolean {
  return these.length === 0 || (those.length > 0 && those.every((rule) => these.includes(rule)));
}

/** Findings that no directive silences, and one more for each directive that silences nothing. */
export function obey(projection: Projection, findings: readonly Finding[]): Finding[] {
  const directives = findDirectives(projection);
  if (directives.length === 0) return [...findings];
  const list = silences(projection, directives);
  const kept = findings.filter((finding) => {
    // what is said of a directive's own words is said of no prose
    if (directives.some(({ start, end }) => finding.start >= start && finding.end <= end)) return false;
    let silent = false;
    for (const silence of list) {
      const { rules } = silence.directive;
      if (finding.start < silence.start || finding.start >= silence.end) continue;
      if (rules.length > 0 && !rules.includes(finding.ruleId)) continue;
      silence.used = true;
      silent = true;
    }
    return !silent;
  });
  const point = pointFinder(projection.source);
  for (const { directive, used } of list) {
    if (used) continue;
    const [start, end] = [point(directive.start), point(directive.end)];
    kept.push({
      ruleId: "unused-directive",
      level: "warning",
      message: `\`xindaya-${[directive.action, ...directive.rules].join(" ")}\` silences nothing; take it out`,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      start: directive.start,
      end: directive.end,
      place: { start, end },
      actual: projection.source.slice(directive.start, directive.end),
      expected: [],
      note: "",
      url: page("docs/ignoring.md"),
      mqm: "design-and-markup/markup",
      fixable: false,
    });
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

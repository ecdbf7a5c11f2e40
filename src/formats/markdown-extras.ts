/** What Markdown's dialects add that CommonMark would read as prose: MDX, templates, attributes, directives, formulas. */

import { type HiddenRange, objectReplacement, type SourceComment } from "./document.js";

/** A range of the source, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds MDX comments: an expression in braces that is nothing but a JavaScript comment.
 *
 * @param source the document
 * @param literal ranges in order in which braces are no MDX: code and raw HTML
 */
export function mdxComments(source: string, literal: readonly Span[]): SourceComment[] {
  const comments: SourceComment[] = [];
  const isLiteral = spanFinder(literal);
  const mark = /\{[ \t]*\/\*/g;
  const brace = /\s*\}/y;
  let close = -1;
  for (let match = mark.exec(source); match; match = mark.exec(source)) {
    const valueStart = mark.lastIndex;
    if (isLiteral(match.index)) continue;
    if (close < valueStart) close = source.indexOf("*/", valueStart);
    if (close < 0) break;
    brace.lastIndex = close + 2;
    if (!brace.test(source)) continue;
    comments.push({ value: source.slice(valueStart, close), start: match.index, end: brace.lastIndex });
    mark.lastIndex = brace.lastIndex;
  }
  return comments;
}

/** A paragraph that MDX reads as JavaScript modules do. */
const moduleLine = new RegExp(
  [
    String.raw`^import\s+(?:[\w$*{][^;"']{0,400}?\sfrom\s+|[\w$]+\s+from\s+)?["'][^"'\n]+["']`,
    String.raw`^export\s+(?:const|let|var|class|(?:async\s+)?function\*?)\s+[\w$]+\s*[=({<:]`,
    String.raw`^export\s+(?:class\s+[\w$]+\s+extends\b|[{*]\s*)`,
    String.raw`^export\s+default\s+(?:async\b|function\b|class\b|[({[]|[\w$.]+\s*(?:[;(]|$))`,
  ].join("|"),
);

/** @returns whether a paragraph's source is an MDX import or export, not prose */
export function isModuleCode(paragraph: string): boolean {
  return /^(?:im|ex)port\b/.test(paragraph) && moduleLine.test(paragraph);
}

/** What may begin something to hide; most paragraphs have none of it. */
const suspicious = /[{<$]|:::|\[!/;

const extras = new RegExp(
  [
    // a template's output or tag: {{ title }}, {{< figure >}}, {% include %}
    String.raw`(?<template>(?<!\\)\{\{[^{}]*\}\}|(?<!\\)\{%[^%{}]*%\})`,
    // an expression or an attribute list: {count}, {props.name}, {#id .class}
    String.raw`(?<expression>(?<!\\)\{[^{}\n]{1,300}\})`,
    // a tag that HTML does not know: <Tabs.Item>, <Card style={{…}}>, <>
    String.raw`(?<tag>(?<!\\)<\/?(?:[A-Za-z][\w-]*(?:\.[\w-]+)+(?:\s[^<>{}]{0,400})?|[A-Za-z][\w.-]*\s(?:[^<>{}]{0,400}\{(?:[^{}]{0,400}\{[^{}]{0,400}\})?[^{}]{0,400}\}){1,20}[^<>{}]{0,400})?\/?>)`,
    // a container directive's fence, with its name; a GitHub alert's mark
    String.raw`(?<directive>^[ \t>]*:{3,}[ \t]*[\w-]*|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])`,
    // a formula, by Pandoc's rule, so that "from $5 billion to $6 billion" is none
    String.raw`(?<formula>(?<![\w\\$])\$(?![\s$])(?:[^$\n\\]|\\[^\n]){1,300}(?<!\s)\$(?![\w$]))`,
  ].join("|"),
  "gm",
);

/**
 * Finds what in a block's source is not prose though CommonMark takes it for text.
 *
 * @param source the document
 * @param block the block's range
 * @param isLiteral whether an offset stands in code or the like
 */
export function hiddenExtras(source: string, block: Span, isLiteral: (offset: number) => boolean): HiddenRange[] {
  const slice = source.slice(block.start, block.end);
  if (!suspicious.test(slice)) return [];
  const ranges: HiddenRange[] = [];
  for (const match of slice.matchAll(extras)) {
    const start = block.start + match.index;
    if (isLiteral(start)) continue;
    const [found] = match;
    const { expression, formula, tag, directive } = match.groups ?? {};
    if (formula && isMoney(formula)) continue;
    if (expression && isProse(expression)) continue;
    const holdsNoPlace = tag || directive || /^\{\s*[#.:]/.test(found);
    ranges.push({ start, end: start + found.length, stand: holdsNoPlace ? "" : objectReplacement });
  }
  return ranges;
}

/** `$5 billion and HK$`: an amount, and words up to the next one. */
function isMoney(formula: string): boolean {
  return /^\$\d/.test(formula) && !formula.includes("\\") && /[\s-][A-Za-z]{2,}/.test(formula);
}

/** `{the people}`: words with spaces, and nothing that code has. */
function isProse(expression: string): boolean {
  const inner = expression.slice(1, -1);
  if (/[\u0080-\uFFFF]/.test(inner)) return !/["'`().]/.test(inner);
  return /^[\w\s,;:'-]+$/.test(inner) && /[A-Za-z]{2}\s{1,8}[A-Za-z]/.test(inner);
}

/**
 * @param spans ranges in order
 * @returns whether an offset stands in one; quick when asked for offsets that mostly grow
 */
export function spanFinder(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next > 0 && (spans[next - 1] as Span).end > offset) next--;
    while (next < spans.length && (spans[next] as Span).end <= offset) next++;
    const span = spans[next];
    return span !== undefined && span.start <= offset;
  };
}

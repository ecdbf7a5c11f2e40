/** Markdown as a list of micromark's tokens, in time that grows with its length. */

import { parse, postprocess, preprocess } from "micromark";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { math } from "micromark-extension-math";
import type { Span } from "./markdown-extras.js";

/** A token of micromark that begins or ends: offsets into the source, in order, properly nested. */
export interface MarkdownEvent extends Span {
  readonly enters: boolean;
  readonly type: string;
}

/**
 * Where we part from the dialects' defaults: `5~10 percent and 20~30 percent` is no deletion, and what stands between
 * two amounts in dollars is no formula.
 */
const extensions = [gfm({ singleTilde: false }), math({ singleDollarTextMath: false })];

/**
 * A document longer than this is parsed part by part. micromark 4.0.3 takes time that grows with the square of the number
 * of lists and quotations that a document has one after the other: 100 KB 2 s, 400 KB 30 s.
 */
const partLength = 16_384;

/** Blank line, then a line that neither indentation nor a list marker begins: no container goes on across that. */
const boundary = /\n[ \t]*\r?\n(?=[^\s\d*+=-]|\*\*)/g;

/** What may hold blank lines and still go on after one. */
const spansBlankLines = new Set(["codeFenced", "htmlFlow", "mathFlow"]);

const lineEnds = new Set(["lineEnding", "lineEndingBlank", "linePrefix"]);

/**
 * @param source a Markdown document
 * @param length about how long the parts are that are parsed one by one
 * @returns its tokens; offsets are exact even after a byte order mark
 */
export function markdownEvents(source: string, length = partLength): MarkdownEvent[] {
  if (source.length <= length) return parseParts(source, length, { links: new Set(), notes: new Set() });
  // A part may refer to what another defines, so micromark has to know all definitions before it begins. Most are easy
  // to guess; when the guess was wrong (a definition inside of code), the first parse has told.
  const guess = guessDefinitions(source);
  const events = parseParts(source, length, guess);
  const found = findDefinitions(source, events);
  const right = isSame(guess.links, found.links) && isSame(guess.notes, found.notes);
  return right ? events : parseParts(source, length, found);
}

/** Identifiers of what a document defines. */
interface Definitions {
  readonly links: Set<string>;
  readonly notes: Set<string>;
}

function parseParts(source: string, length: number, definitions: Definitions): MarkdownEvent[] {
  const bodyStart = frontMatterEnd(source);
  // Looking for front matter that never ends, micromark would see no lists and quotations down to the document's end.
  const parser = parse({ extensions: bodyStart > 0 ? [...extensions, frontmatter(["yaml", "toml"])] : extensions });
  parser.defined.push(...definitions.links);
  parser.gfmFootnotes = [...definitions.notes];
  const list: MarkdownEvent[] = [];
  // micromark drops a byte order mark without counting it.
  let start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let reach = Math.max(start + length, bodyStart);
  while (start < source.length) {
    const end = nextBoundary(source, reach);
    const chunks = preprocess()(source.slice(start, end), undefined, true);
    const events = postprocess(parser.document({ line, column: 1, offset: start }).write(chunks));
    const last = events.findLast(([, token]) => !lineEnds.has(token.type));
    if (end < source.length && last && spansBlankLines.has(last[1].type)) {
      reach = start + 2 * (end - start); // perhaps the boundary was inside of it
      continue;
    }
    for (const [kind, token] of events) {
      const { type } = token;
      list.push({ enters: kind === "enter", type, start: token.start.offset, end: token.end.offset });
    }
    line = Math.max(line + 1, events.at(-1)?.[1].end.line ?? 0);
    start = end;
    reach = end + length;
  }
  return list;
}

function nextBoundary(source: string, from: number): number {
  if (from >= source.length) return source.length;
  boundary.lastIndex = from;
  return boundary.test(source) ? boundary.lastIndex : source.length;
}

/** Where front matter ends, which may be long and have blank lines and is not to be cut; 0 when there is none. */
function frontMatterEnd(source: string): number {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*[\r\n]/.exec(source)?.[1];
  return fence === undefined ? 0 : source.indexOf(`\n${fence}`, 3) + 1;
}

const linkDefinition =
  /^[ \t>*+-]*\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:\r?\n[ \t]*)?(?:<[^<>\n]*>|\S+)(?=[ \t]*(?:["'(]|\r?$))/gm;
const noteDefinition = /^[ \t>*+-]*\[\^((?:[^[\]\\\s]|\\.){1,999})\]:/gm;

function guessDefinitions(source: string): Definitions {
  const links = [...source.matchAll(linkDefinition)].map((match) => identifier(match[1] as string));
  const notes = [...source.matchAll(noteDefinition)].map((match) => identifier(match[1] as string));
  return { links: new Set(links.filter((label) => !label.startsWith("^"))), notes: new Set(notes) };
}

function findDefinitions(source: string, events: readonly MarkdownEvent[]): Definitions {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const { enters, type, start, end } of events) {
    if (!enters) continue;
    if (type === "definitionLabelString") links.add(identifier(source.slice(start, end)));
    else if (type === "gfmFootnoteDefinitionLabelString") notes.add(identifier(source.slice(start, end)));
  }
  return { links, notes };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** As micromark-util-normalize-identifier has it. */
function identifier(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

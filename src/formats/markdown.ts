/** Reads Markdown: CommonMark, GitHub's extensions, front matter, mathematics, and what is easily told of MDX. */

import type { BlockKind } from "../text/projection.js";
import { addressLength, addressPattern } from "./addresses.js";
import { type BlockWriter, blockWriter } from "./block-writer.js";
import { type DocumentProjection, type HiddenRange, joinRanges, objectReplacement } from "./document.js";
import { elementEnds, hiddenElements, writeHtmlBlocks, writeInlineHtml } from "./html-prose.js";
import { type HtmlToken, htmlTokens } from "./html-tokens.js";
import { type MarkdownEvent, markdownEvents } from "./markdown-events.js";
import { hiddenExtras, isModuleCode, mdxComments, type Span, spanFinder } from "./markdown-extras.js";
import { decodeMarkdownReference } from "./references.js";

/**
 * Reads the prose of a Markdown document.
 *
 * Paragraphs, headings, list items' paragraphs, table cells and pictures' alternative texts are blocks; so is the text
 * of block elements in HTML. Emphasis and links run together with what is around them. Inline code, formulas, addresses
 * and pictures are one U+FFFC each. Not read: code, front matter, formulas, definitions, titles of links, tags, MDX.
 *
 * Works from micromark's tokens, not from a tree, as only those say where each character stands.
 *
 * @param source the document, without its byte order mark
 * @returns its prose; a wrapped line's break is a line feed, whatever prefix the next line has; and its comments, HTML's
 * and MDX's
 */
export function readMarkdown(source: string): DocumentProjection {
  const events = markdownEvents(source);
  const outline = outlineOf(events);
  const html = blankOut(source, outline.prefixes);
  const htmlPieces = outline.html.map(({ start, end }) => htmlTokens(html.slice(start, end), start));
  const tokens = htmlPieces.flat();
  const ends = elementEnds(tokens);
  const mdx = mdxComments(source, outline.literal);
  const hidden = [
    ...hiddenElements(html, tokens, ends),
    ...mdx.map(({ start, end }) => ({ start, end, stand: "" })),
    ...hiddenInBlocks(source, outline),
  ];
  const writer = blockWriter(source, joinRanges(hidden));
  writeEvents(writer, source, html, events, htmlPieces, ends);
  const comments = [...mdx];
  for (const token of tokens) {
    if (token.type === "comment") comments.push({ value: token.value, start: token.start, end: token.end });
  }
  comments.sort((a, b) => a.start - b.start);
  return { ...writer.build(), comments };
}

/** What has to be known of a document before its prose can be written. All in order. */
interface Outline {
  readonly blocks: readonly (Span & { readonly isTopParagraph: boolean })[];
  /** Where braces, dollars and less-than signs are only themselves. */
  readonly literal: readonly Span[];
  readonly html: readonly Span[];
  /** Containers' prefixes inside HTML. */
  readonly prefixes: readonly Span[];
}

const blockKinds: ReadonlyMap<string, BlockKind> = new Map([
  ["paragraph", "paragraph"],
  ["atxHeadingText", "heading"],
  ["setextHeadingText", "heading"],
  ["tableHeader", "cell"],
  ["tableData", "cell"],
]);

const containers = new Set(["blockQuote", "listOrdered", "listUnordered", "gfmFootnoteDefinition"]);

const htmlTypes = new Set(["htmlFlow", "htmlText"]);

/** Not prose, but something in its sentence. */
const objectTypes = new Set(["codeText", "mathText", "autolink", "literalAutolink"]);

/** Not prose, and nothing in its sentence. */
const apparatusTypes = new Set(["resource", "reference", "gfmFootnoteCall", "taskListCheck"]);

const literalTypes = new Set([
  ...htmlTypes,
  ...objectTypes,
  ...["codeFenced", "codeIndented", "mathFlow", "yaml", "toml", "definition", "resource"],
]);

function outlineOf(events: readonly MarkdownEvent[]): Outline {
  const blocks: (Span & { isTopParagraph: boolean })[] = [];
  const literal: Span[] = [];
  const html: Span[] = [];
  const prefixes: Span[] = [];
  let depth = 0;
  let htmlEnd = 0;
  for (const event of events) {
    const { type, start, end } = event;
    if (containers.has(type)) depth += event.enters ? 1 : -1;
    if (!event.enters) continue;
    if (blockKinds.has(type)) blocks.push({ start, end, isTopParagraph: type === "paragraph" && depth === 0 });
    // Tokens nest: only the outermost counts.
    if (literalTypes.has(type) && start >= (literal.at(-1)?.end ?? 0)) literal.push({ start, end });
    if (htmlTypes.has(type)) {
      html.push({ start, end });
      htmlEnd = end;
    } else if (type === "blockQuotePrefix" && start < htmlEnd) prefixes.push({ start, end });
  }
  return { blocks, literal, html, prefixes };
}

/** @returns the source with blanks for the spans: as long as it was, so that offsets hold */
function blankOut(source: string, spans: readonly Span[]): string {
  if (spans.length === 0) return source;
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    pieces.push(source.slice(done, start), " ".repeat(end - start));
    done = end;
  }
  pieces.push(source.slice(done));
  return pieces.join("");
}

function hiddenInBlocks(source: string, outline: Outline): HiddenRange[] {
  const isLiteral = spanFinder(outline.literal);
  return outline.blocks.flatMap((block) => {
    if (block.isTopParagraph && isModuleCode(source.slice(block.start, block.end))) return [{ ...block, stand: "" }];
    return hiddenExtras(source, block, isLiteral);
  });
}

function writeEvents(
  writer: BlockWriter,
  source: string,
  html: string,
  events: readonly MarkdownEvent[],
  htmlPieces: readonly HtmlToken[][],
  ends: Int32Array,
): void {
  const around: string[] = [];
  let skipping = 0; // how many tokens are open whose contents are not prose
  let piece = 0; // index of the next piece of HTML
  let token = 0; // how many tokens of HTML came before it

  function kindOf(type: string): BlockKind | undefined {
    const kind = blockKinds.get(type);
    return kind === "paragraph" && around.at(-1)?.startsWith("list") ? "item" : kind;
  }

  for (const { enters, type, start, end } of events) {
    const isObject = objectTypes.has(type);
    if (containers.has(type)) {
      if (enters) around.push(type);
      else around.pop();
    } else if (blockKinds.has(type)) {
      if (enters) writer.begin(kindOf(type) as BlockKind);
      else writer.end();
    } else if (htmlTypes.has(type)) {
      skipping += enters ? 1 : -1;
      if (!enters) continue;
      const tokens = htmlPieces[piece++] ?? [];
      const tokenEnds = ends.subarray(token, token + tokens.length);
      token += tokens.length;
      if (type === "htmlText") for (const inline of tokens) writeInlineHtml(writer, html, inline);
      else writeHtmlBlocks(writer, html.slice(0, end), tokens, tokenEnds, kindOf("paragraph") as BlockKind);
    } else if (isObject || apparatusTypes.has(type)) {
      if (enters && isObject && skipping === 0) writer.replace(objectReplacement, start, end);
      skipping += enters ? 1 : -1;
    } else if (skipping > 0) {
      // inside of what is not prose
    } else if (type === "image") {
      if (enters) {
        writer.replace(objectReplacement, start, end);
        writer.begin("caption");
      } else writer.end();
    } else if (!enters) {
      // all that follows has its say when it begins
    } else if (type === "data") writeData(writer, source, start, end);
    else if (type === "characterEscape") writer.replace(source.slice(start + 1, end), start, end);
    else if (type === "characterReference") {
      writer.replace(decodeMarkdownReference(source.slice(start, end)), start, end);
    } else if (lineEnds.has(type)) writer.wrap(start);
  }
}

const lineEnds = new Set(["lineEnding", "lineSuffix", "hardBreakTrailing", "hardBreakEscape"]);

/** In a link's text, micromark leaves addresses as they are. */
const bareAddress = new RegExp(addressPattern, "gi");

function writeData(writer: BlockWriter, source: string, start: number, end: number): void {
  const slice = source.slice(start, end);
  let done = 0;
  if (slice.includes("://") || /www\./i.test(slice)) {
    for (const match of slice.matchAll(bareAddress)) {
      const length = addressLength(match[0]);
      writer.copy(start + done, start + match.index);
      writer.replace(objectReplacement, start + match.index, start + match.index + length);
      done = match.index + length;
    }
  }
  writer.copy(start + done, end);
}

/** Reads HTML. */

import { blockWriter } from "./block-writer.js";
import { type DocumentProjection, joinRanges, type SourceComment } from "./document.js";
import { elementEnds, hiddenElements, writeHtmlBlocks } from "./html-prose.js";
import { htmlTokens } from "./html-tokens.js";

/**
 * Reads the prose of an HTML document or fragment. Never throws, whatever the markup.
 *
 * Each block-level element's text is a block, inline elements run together, white space collapses. Attributes that people
 * read (`alt`, `title`, `aria-label`, `placeholder`, a meta description) are blocks of kind `caption`. Not read: code,
 * scripts, styles, preformatted text, drawings, formulas; elements with `translate="no"` or class `notranslate`; elements
 * whose `lang` is not English (that of `html` and `body` is not asked, for templates get it wrong).
 *
 * @param source the document, without its byte order mark
 * @returns its prose, and its comments
 */
export function readHtml(source: string): DocumentProjection {
  const tokens = htmlTokens(source);
  const ends = elementEnds(tokens).map((end) => (end < 0 ? source.length : end));
  const writer = blockWriter(source, joinRanges(hiddenElements(source, tokens, ends)));
  writeHtmlBlocks(writer, source, tokens, ends, "paragraph");
  const comments: SourceComment[] = [];
  for (const token of tokens) {
    if (token.type === "comment") comments.push({ value: token.value, start: token.start, end: token.end });
  }
  return { ...writer.build(), comments };
}

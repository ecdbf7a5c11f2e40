/** Reads plain text. */

import type { Block, BlockKind, Projection } from "../text/projection.js";
import { isSpace } from "./block-writer.js";

/** A heading is one line of fewer words than this. */
const headingWords = 15;

/** What begins a list item at a line's start: a bullet, a number, a Chinese number. */
const itemMark =
  /[-*+][ \t]|[•·●○▪■◦‣◆►][ \t]?(?=\S)|\d{1,3}[.)][ \t]|\(\d{1,3}\)[ \t]|（[\d一二三四五六七八九十百]{1,4}）|[一二三四五六七八九十百]{1,4}、|[①-⑳]/y;

/** A sentence's end, with the quotation marks and brackets that may close after it. */
const sentenceEnd = /[.!?…。！？:;：；,，、][)\]"'”’»）】》」』]{0,4}$/;

/**
 * Reads plain text: `text` is the source itself.
 *
 * Blank lines and form feeds end a block; a list marker at a line's start begins one, marker included. Line breaks are
 * `\n`, `\r\n` and `\r`. A block of one short line without an end of sentence is a heading.
 *
 * @param source the document, without its byte order mark
 */
export function readPlain(source: string): Projection {
  const blocks: Block[] = [];
  const nextLineEnd = lineEndFinder(source);
  let start = -1; // where the block begins; -1 between blocks
  let end = 0; // one past its last character that is not white space
  let lines = 0;
  let isItem = false;

  function endBlock(): void {
    if (start >= 0) blocks.push({ kind: kindOf(source, start, end, lines, isItem), start, end });
    start = -1;
    lines = 0;
    isItem = false;
  }

  let lineStart = 0;
  while (lineStart < source.length) {
    const lineEnd = nextLineEnd(lineStart);
    let first = lineStart;
    while (first < lineEnd && isSpace(source.charCodeAt(first))) first++;
    if (first === lineEnd) endBlock();
    else {
      itemMark.lastIndex = first;
      const marked = itemMark.test(source) && itemMark.lastIndex <= lineEnd;
      if (marked) endBlock();
      if (start < 0) {
        start = first;
        isItem = marked;
      }
      end = lineEnd;
      while (isSpace(source.charCodeAt(end - 1))) end--;
      lines++;
    }
    if (source[lineEnd] === "\f") endBlock();
    lineStart = source[lineEnd] === "\r" && source[lineEnd + 1] === "\n" ? lineEnd + 2 : lineEnd + 1;
  }
  endBlock();
  return { source, text: source, blocks, map: undefined };
}

/** @returns a function that says where the line ends that `offset` stands in; to be asked for growing offsets */
function lineEndFinder(source: string): (offset: number) => number {
  const breaks = ["\n", "\r", "\f"];
  const places = breaks.map(() => -1);
  return (offset) => {
    let nearest = source.length;
    for (let index = 0; index < breaks.length; index++) {
      let place = places[index] as number;
      if (place < offset) {
        place = source.indexOf(breaks[index] as string, offset);
        if (place < 0) place = source.length;
        places[index] = place;
      }
      if (place < nearest) nearest = place;
    }
    return nearest;
  };
}

function kindOf(source: string, start: number, end: number, lines: number, isItem: boolean): BlockKind {
  if (isItem) return "item";
  if (lines > 1 || sentenceEnd.test(source.slice(Math.max(start, end - 8), end))) return "paragraph";
  let words = 1;
  for (let offset = start + 1; offset < end && words < headingWords; offset++) {
    if (isSpace(source.charCodeAt(offset)) && !isSpace(source.charCodeAt(offset - 1))) words++;
  }
  return words < headingWords ? "heading" : "paragraph";
}

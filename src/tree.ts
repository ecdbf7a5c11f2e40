/** The door from a retext pipeline: an nlcst tree and its file become a projection of the file's own text. */
import type { Node, Nodes, Parents } from "nlcst";
import { toString as textOf } from "nlcst-to-string";
import { readPlain } from "./formats/plain.js";
import { type Projection, type ProjectionBuilder, projectionBuilder } from "./text/projection.js";

/** How far ahead a word may stand: past a URL, an image or an inline tag, but not past a paragraph that differs. */
const reach = 4000;

/**
 * When the tree says what the file says, the file is read as plain text. Otherwise (Markdown, HTML) each paragraph is laid
 * along the file word by word, for the positions that bridges give are often wrong.
 *
 * @param tree nlcst root
 * @param source the file's text; empty when the pipeline has none
 */
export function projectTree(tree: Node, source: string): Projection {
  const said = textOf(tree as Nodes);
  if (source === "" || said === source) return readPlain(said);
  const builder = projectionBuilder(source);
  let from = 0;
  for (const paragraph of paragraphs(tree)) {
    const hint = paragraph.position?.start.offset;
    if (hint !== undefined && hint > from) from = hint;
    builder.open("paragraph");
    from = layAlong(builder, textOf(paragraph as Nodes), source, from);
  }
  return builder.build();
}

function* paragraphs(node: Node): Generator<Node> {
  if (node.type === "ParagraphNode") yield node;
  else if ("children" in node) for (const child of (node as Parents).children) yield* paragraphs(child);
}

/** Copies `text` into the builder, each run of it from where it stands in the source. Returns where it ended. */
function layAlong(builder: ProjectionBuilder, text: string, source: string, start: number): number {
  let at = start;
  for (const piece of text.split(/(\s+)/)) {
    if (piece === "") continue;
    if (source.startsWith(piece, at)) {
      builder.copy(at, at + piece.length);
      at += piece.length;
      continue;
    }
    if (/^\s/.test(piece)) {
      // a wrapped line's prefix, a reference to a space: white space of the text stands for white space of the source
      let end = at;
      while (end < source.length && /\s/.test(source.charAt(end))) end++;
      builder.replace(piece.replace(/\n{2,}/g, "\n"), at, end);
      at = end;
      continue;
    }
    const found = source.slice(at, at + reach).indexOf(piece);
    if (found >= 0 && found < 200) {
      builder.copy(at + found, at + found + piece.length);
      at += found + piece.length;
    } else at = letterByLetter(builder, piece, source, at);
  }
  return at;
}

/** A word with markup or references inside it: each letter from its next place, or none. */
function letterByLetter(builder: ProjectionBuilder, word: string, source: string, start: number): number {
  let at = start;
  for (const letter of word) {
    const found = source.slice(at, at + 200).indexOf(letter);
    if (found < 0) {
      builder.replace(letter, at, at);
      continue;
    }
    builder.copy(at + found, at + found + letter.length);
    at += found + letter.length;
  }
  return at;
}

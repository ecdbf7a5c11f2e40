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
    const whole = source.slice(at, at + reach).indexOf(piece);
    // **niu**bi is nearer than the next plain niubi
    const letters = whole === 0 ? undefined : walkLetters(piece, source, at);
    if (letters && (whole < 0 || (letters[0] as number) < at + whole)) {
      for (const offset of letters) builder.copy(offset, offset + 1);
      at = (letters.at(-1) as number) + 1;
    } else if (whole >= 0) {
      builder.copy(at + whole, at + whole + piece.length);
      at += whole + piece.length;
    } else builder.replace(piece, at, at);
  }
  return at;
}

/** Markup that may stand between the letters of a word: emphasis, escapes, brackets of links, short tags. */
const markup = /^(?:[*_~`\\[\]]|<\/?[a-z]{1,10}>){1,6}/i;
/** How far markup or a link's target may push a word's first letter. */
const push = 300;

/** Where each letter of a word with markup inside it stands, or `undefined` when they do not follow each other. */
function walkLetters(word: string, source: string, start: number): number[] | undefined {
  const first = source.slice(start, start + push).indexOf(word.charAt(0));
  if (first < 0) return undefined;
  const places = [start + first];
  let at = start + first + 1;
  for (const letter of word.slice(1).split("")) {
    if (source.charAt(at) !== letter) at += markup.exec(source.slice(at, at + 80))?.[0].length ?? 0;
    if (source.charAt(at) !== letter) return undefined;
    places.push(at++);
  }
  return places;
}

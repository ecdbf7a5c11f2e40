/**
 * A projection is the prose of a document as one string, cut into blocks, with an exact map back to the source.
 * Readers make projections; everything else reads them.
 */

/** What a block is in its document. Rules may treat headings and cells more leniently than paragraphs. */
export type BlockKind = "paragraph" | "heading" | "item" | "cell" | "caption" | "value";

/** One paragraph, heading, list item, table cell or string value: a range of `Projection.text`. */
export interface Block {
  readonly kind: BlockKind;
  /** First UTF-16 code unit of the block in `Projection.text`. */
  readonly start: number;
  /** One past the last. */
  readonly end: number;
  /** Where it stands in structured input, such as a key path (`menu.title`). */
  readonly label?: string;
}

/**
 * Runs that map `Projection.text` to the source, in order of `text`. Run `i` covers the text from `text[i]` up to
 * `text[i + 1]`. It is linear when its text and its source are equally long; otherwise (`&amp;` for `&`) it is one piece.
 */
export interface SourceMap {
  readonly text: Int32Array;
  readonly sourceStart: Int32Array;
  readonly sourceEnd: Int32Array;
}

export interface Projection {
  /** The document as its author sees it, byte order mark removed by the caller if there is one. */
  readonly source: string;
  /** The prose. Blocks are separated by two line feeds; inside a block a line break is white space. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** `undefined` when `text` is the source itself. */
  readonly map: SourceMap | undefined;
}

/** Builds a projection block by block, in reading order. Source ranges may come in any order. */
export interface ProjectionBuilder {
  /** Begins a block, ending the one before. */
  open(kind: BlockKind, label?: string): void;
  /** Adds `source.slice(start, end)` as it is. */
  copy(start: number, end: number): void;
  /** Adds `text` that stands for `source.slice(start, end)`: a decoded reference, a space for a wrapped line's prefix. */
  replace(text: string, start: number, end: number): void;
  build(): Projection;
}

const separator = "\n\n";

/** @param source the document, as offsets in messages count it (UTF-16 code units) */
export function projectionBuilder(source: string): ProjectionBuilder {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const runText: number[] = [];
  const runStart: number[] = [];
  const runEnd: number[] = [];
  let length = 0;
  let current: { kind: BlockKind; label: string | undefined; start: number } | undefined;

  function push(text: string, start: number, end: number): void {
    if (text === "") return;
    const last = runText.length - 1;
    const linear = text.length === end - start;
    const follows =
      linear &&
      last >= 0 &&
      runEnd[last] === start &&
      // the last run is linear and ends where this one begins
      length - (runText[last] as number) === (runEnd[last] as number) - (runStart[last] as number);
    if (follows) runEnd[last] = end;
    else {
      runText.push(length);
      runStart.push(start);
      runEnd.push(end);
    }
    pieces.push(text);
    length += text.length;
  }

  function close(): void {
    if (current && length > current.start) {
      const { kind, label, start } = current;
      blocks.push(label === undefined ? { kind, start, end: length } : { kind, start, end: length, label });
    }
    current = undefined;
  }

  return {
    open(kind, label) {
      close();
      if (blocks.length > 0) {
        const at = runEnd.at(-1) ?? 0;
        runText.push(length);
        runStart.push(at);
        runEnd.push(at);
        pieces.push(separator);
        length += separator.length;
      }
      current = { kind, label, start: length };
    },
    copy(start, end) {
      push(source.slice(start, end), start, end);
    },
    replace(text, start, end) {
      push(text, start, end);
    },
    build() {
      close();
      return {
        source,
        text: pieces.join(""),
        blocks,
        map: {
          text: Int32Array.from(runText),
          sourceStart: Int32Array.from(runStart),
          sourceEnd: Int32Array.from(runEnd),
        },
      };
    },
  };
}

/** The last run that begins at or before `offset`. */
function runAt(map: SourceMap, offset: number): number {
  let low = 0;
  let high = map.text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.text[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A range of the source, and whether it holds the very characters of the text, so that replacing it is safe. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
}

/** Where the text from `start` up to `end` (not empty) stands in the source. */
export function toSource(projection: Projection, start: number, end: number): SourceRange {
  const { map, source, text } = projection;
  if (!map) return { start, end, verbatim: true };
  const from = pointOf(map, start, text.length, false);
  const to = start === end ? from : pointOf(map, end - 1, text.length, true);
  const verbatim = to >= from && source.slice(from, to) === text.slice(start, end);
  return { start: Math.min(from, to), end: Math.max(from, to), verbatim };
}

function pointOf(map: SourceMap, offset: number, total: number, after: boolean): number {
  const run = runAt(map, offset);
  const start = map.sourceStart[run] as number;
  const end = map.sourceEnd[run] as number;
  const textStart = map.text[run] as number;
  const textEnd = run + 1 < map.text.length ? (map.text[run + 1] as number) : total;
  const linear = end - start === textEnd - textStart;
  if (!linear) return after ? end : start;
  return start + (offset - textStart) + (after ? 1 : 0);
}

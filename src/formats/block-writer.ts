/** Gathers the prose of markup into blocks: trims them, joins wrapped lines, leaves out what is hidden or empty. */

import { type BlockKind, type Projection, projectionBuilder } from "../text/projection.js";
import { type HiddenRange, objectReplacement } from "./document.js";

/** Ranges are written in source order within a block. What is written outside any block is dropped. */
export interface BlockWriter {
  /** Begins a block. One begun inside another (a picture's alternative text) comes after it. */
  begin(kind: BlockKind): void;
  /** Ends the block begun last. */
  end(): void;
  /** Adds `source.slice(start, end)`, less what is hidden. */
  copy(start: number, end: number): void;
  /** Adds `text`, which may be empty, for `source.slice(start, end)`, unless that is hidden. */
  replace(text: string, start: number, end: number): void;
  /** Adds one white space for a run of it, unless there is one already. */
  space(start: number, end: number): void;
  /** A line ends here; the next line's first prose follows, whatever prefix stands between. */
  wrap(start: number): void;
  /** The hidden range that holds the character at `offset`. */
  hiddenAt(offset: number): HiddenRange | undefined;
  build(): Projection;
}

/** A block in the making: pieces of text, or `undefined` for the source itself, with their ranges. */
interface Draft {
  readonly kind: BlockKind;
  readonly texts: (string | undefined)[];
  readonly starts: number[];
  readonly ends: number[];
  /** Where a line ended whose break is not yet written; -1 when none did. */
  wrappedAt: number;
  /** Blocks begun inside this one. */
  readonly inner: Draft[];
}

/**
 * @param source the document
 * @param hidden what not to read, in order and without overlaps
 */
export function blockWriter(source: string, hidden: readonly HiddenRange[]): BlockWriter {
  const builder = projectionBuilder(source);
  const open: Draft[] = [];
  let next = 0; // index of the first hidden range that ends after the place written last
  let stood: HiddenRange | undefined; // the hidden range whose stand-in was written last

  /** The first hidden range that ends after `offset`. */
  function hiddenFrom(offset: number): HiddenRange | undefined {
    while (next > 0 && (hidden[next - 1] as HiddenRange).end > offset) next--;
    while (next < hidden.length && (hidden[next] as HiddenRange).end <= offset) next++;
    return hidden[next];
  }

  function add(draft: Draft, text: string | undefined, start: number, end: number): void {
    if (draft.wrappedAt >= 0) {
      const from = draft.wrappedAt;
      draft.wrappedAt = -1;
      if (draft.texts.length > 0 && !endsInLineFeed(draft)) {
        const verbatim = isLineBreak(source, from, start);
        push(draft, verbatim ? undefined : "\n", from, start);
      }
    }
    push(draft, text, text === undefined ? closeGap(draft, start, end) : start, end);
  }

  /**
   * Where something that holds no place (a comment, a tag, a note's number) stood between two spaces, or between one and
   * a mark that follows a word directly, one space goes.
   *
   * @returns where to copy from
   */
  function closeGap(draft: Draft, start: number, end: number): number {
    const last = draft.texts.length - 1;
    const lastEnd = draft.ends[last];
    if (lastEnd === undefined || lastEnd === start || draft.texts[last] !== undefined) return start;
    if (source[lastEnd - 1] !== " ") return start;
    if (source[start] === " ") return Math.min(start + 1, end);
    if (/[.,;:!?)]/.test(source[start] as string)) {
      draft.ends[last] = lastEnd - 1;
      if (draft.starts[last] === lastEnd - 1) for (const list of [draft.texts, draft.starts, draft.ends]) list.pop();
    }
    return start;
  }

  function endsInLineFeed(draft: Draft): boolean {
    const text = draft.texts.at(-1);
    return text === undefined ? source[(draft.ends.at(-1) ?? 0) - 1] === "\n" : text.endsWith("\n");
  }

  function stand(draft: Draft, range: HiddenRange): void {
    if (range === stood) return;
    stood = range;
    if (range.stand !== "") add(draft, range.stand, Math.max(range.start, draft.ends.at(-1) ?? 0), range.end);
  }

  function write(draft: Draft): void {
    let first = 0;
    let last = draft.texts.length - 1;
    while (first <= last && isBlank(draft, first)) first++;
    while (last >= first && isBlank(draft, last)) last--;
    if (hasProse(draft, first, last)) {
      builder.open(draft.kind);
      for (let index = first; index <= last; index++) {
        const text = draft.texts[index];
        let start = draft.starts[index] as number;
        let end = draft.ends[index] as number;
        if (text !== undefined) builder.replace(text, start, end);
        else {
          if (index === first) while (isSpace(source.charCodeAt(start))) start++;
          if (index === last) while (isSpace(source.charCodeAt(end - 1))) end--;
          builder.copy(start, end);
        }
      }
    }
    for (const inner of draft.inner) write(inner);
  }

  function isBlank(draft: Draft, index: number): boolean {
    const text = draft.texts[index];
    if (text !== undefined) return text.trim() === "";
    const end = draft.ends[index] as number;
    for (let offset = draft.starts[index] as number; offset < end; offset++) {
      if (!isSpace(source.charCodeAt(offset))) return false;
    }
    return true;
  }

  function hasProse(draft: Draft, first: number, last: number): boolean {
    for (let index = first; index <= last; index++) {
      if (draft.texts[index] !== objectReplacement && !isBlank(draft, index)) return true;
    }
    return false;
  }

  function hiddenAt(offset: number): HiddenRange | undefined {
    const range = hiddenFrom(offset);
    return range && range.start <= offset ? range : undefined;
  }

  function end(): void {
    const draft = open.pop();
    if (!draft) return;
    const outer = open.at(-1);
    if (outer) outer.inner.push(draft);
    else write(draft);
  }

  return {
    begin(kind) {
      open.push({ kind, texts: [], starts: [], ends: [], wrappedAt: -1, inner: [] });
    },
    end,
    copy(start, end) {
      const draft = open.at(-1);
      if (!draft) return;
      let from = start;
      while (from < end) {
        const range = hiddenFrom(from);
        if (!range || range.start >= end) {
          add(draft, undefined, from, end);
          return;
        }
        if (range.start > from) add(draft, undefined, from, range.start);
        stand(draft, range);
        from = range.end;
      }
    },
    replace(text, start, end) {
      const draft = open.at(-1);
      if (!draft) return;
      const range = hiddenAt(start);
      if (range) stand(draft, range);
      else if (text !== "") add(draft, text, start, end);
    },
    space(start, end) {
      const draft = open.at(-1);
      if (!draft || draft.wrappedAt >= 0 || draft.texts.length === 0) return;
      const last = draft.texts.at(-1);
      const lastEnd = draft.ends.at(-1) ?? 0;
      const code = last === undefined ? source.charCodeAt(lastEnd - 1) : last.charCodeAt(last.length - 1);
      if (isMarkupSpace(code) || hiddenAt(start)) return;
      const verbatim = isLineBreak(source, start, end) || (end - start === 1 && source[start] === " ");
      if (verbatim) push(draft, undefined, start, end);
      else push(draft, /[\n\r]/.test(source.slice(start, end)) ? "\n" : " ", start, end);
    },
    wrap(start) {
      const draft = open.at(-1);
      if (draft && draft.wrappedAt < 0 && !hiddenAt(start)) draft.wrappedAt = start;
    },
    hiddenAt,
    build() {
      while (open.length > 0) end();
      return builder.build();
    },
  };
}

function push(draft: Draft, text: string | undefined, start: number, end: number): void {
  if (start === end) return;
  const last = draft.texts.length - 1;
  if (text === undefined && last >= 0 && draft.texts[last] === undefined && draft.ends[last] === start) {
    draft.ends[last] = end;
    return;
  }
  draft.texts.push(text);
  draft.starts.push(start);
  draft.ends.push(end);
}

/** Whether the range is exactly one line break as the text may have it. */
function isLineBreak(source: string, start: number, end: number): boolean {
  return source[end - 1] === "\n" && (end - start === 1 || (end - start === 2 && source[start] === "\r"));
}

/** White space as HTML collapses it. */
function isMarkupSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c;
}

/** White space as `String.prototype.trim` has it. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Reads YAML string catalogues: values are prose, keys are not. */
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseAllDocuments, type Scalar } from "yaml";
import { type Projection, projectionBuilder } from "../text/projection.js";
import { keyPath, type ValuePiece, writeValue } from "./catalogue.js";
import { FormatError } from "./format-error.js";

/**
 * @param source the document, without its byte order mark
 * @returns a block of kind `value` for each string that is prose, its label the key path (`menu.items[2]`); a block scalar
 * has one for each of its paragraphs
 * @throws FormatError when it is not YAML
 */
export function readYaml(source: string): Projection {
  const builder = projectionBuilder(source);
  for (const document of parseAllDocuments(source, { logLevel: "silent", uniqueKeys: false })) {
    const [error] = document.errors;
    if (error) throw new FormatError("YAML", error.message.split(/\n| at line/)[0] ?? "", error.pos[0]);
    walk(document.contents, []);
  }
  return builder.build();

  function walk(node: Node | null | undefined, path: readonly (string | number)[]): void {
    if (!node || isAlias(node)) return;
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
        walk(pair.value as Node | null, [...path, key]);
      }
    } else if (isSeq(node))
      for (const [index, item] of node.items.entries()) walk(item as Node | null, [...path, index]);
    else if (isScalar(node) && typeof node.value === "string" && node.range) {
      for (const pieces of scalarPieces(source, node, node.range[0], node.range[1]))
        writeValue(builder, keyPath(path), pieces);
    }
  }
}

/** The paragraphs of a scalar, each as pieces. */
function scalarPieces(source: string, { type }: Scalar, start: number, end: number): ValuePiece[][] {
  if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") {
    const body = source.indexOf("\n", start) + 1;
    return body === 0 ? [] : lines(source, body, end);
  }
  if (type === "QUOTE_SINGLE") return lines(source, start + 1, end - 1, /''/y);
  if (type === "QUOTE_DOUBLE")
    return lines(source, start + 1, end - 1, /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|.)/y);
  return lines(source, start, end);
}

const escapes: Readonly<Record<string, string>> = {
  "0": " ",
  a: " ",
  b: " ",
  t: " ",
  n: " ",
  v: " ",
  f: " ",
  r: " ",
  N: " ",
  _: "\u00a0",
  L: " ",
  P: " ",
};

function decode(sequence: string): string {
  if (sequence === "''") return "'";
  const rest = sequence.slice(1);
  if (/^[xuU][\da-fA-F]/.test(rest)) {
    const code = Number.parseInt(rest.slice(1), 16);
    return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
  }
  if (/^\r?\n/.test(rest)) return "";
  return escapes[rest] ?? rest;
}

/** Lines without their indentation, a line break for each break, a new paragraph after an empty line. */
function lines(source: string, start: number, end: number, sequence?: RegExp): ValuePiece[][] {
  const paragraphs: ValuePiece[][] = [[]];
  let at = start;
  while (at < end) {
    let first = at;
    while (first < end && (source[first] === " " || source[first] === "\t")) first++;
    let last = source.indexOf("\n", at);
    if (last < 0 || last > end) last = end;
    let stop = last;
    while (stop > first && (source[stop - 1] === "\r" || source[stop - 1] === " ")) stop--;
    const current = paragraphs.at(-1) as ValuePiece[];
    if (first >= stop) {
      if (current.length > 0) paragraphs.push([]);
    } else {
      const before = current.at(-1);
      if (before) current.push({ text: "\n", start: before.end, end: first });
      at = first;
      const next = copy(current, first, stop);
      // an escaped line break joins two lines, so more than this line may have been read
      if (next > last) {
        at = next;
        continue;
      }
    }
    at = last + 1;
  }
  return paragraphs.filter((pieces) => pieces.length > 0);

  function copy(pieces: ValuePiece[], from: number, to: number): number {
    let done = from;
    if (sequence) {
      const mark = sequence.source.startsWith("''") ? "''" : "\\";
      for (let at = source.indexOf(mark, from); at >= 0 && at < to; at = source.indexOf(mark, done)) {
        sequence.lastIndex = at;
        const [text] = sequence.exec(source) ?? [source.slice(at, at + 1)];
        if (at > done) pieces.push({ text: source.slice(done, at), start: done, end: at });
        pieces.push({ text: decode(text), start: at, end: at + text.length });
        done = at + text.length;
        if (done > to) return done;
      }
    }
    if (to > done) pieces.push({ text: source.slice(done, to), start: done, end: to });
    return Math.max(done, to);
  }
}

/** Reads JSON string catalogues: values are prose, keys are not. Comments and trailing commas are put up with. */
import { type ParseError, printParseErrorCode, visit } from "jsonc-parser";
import { type Projection, projectionBuilder } from "../text/projection.js";
import { keyPath, type ValuePiece, writeValue } from "./catalogue.js";
import { FormatError } from "./format-error.js";

/**
 * @param source the document, without its byte order mark
 * @returns a block of kind `value` for each string that is prose, its label the key path (`menu.items[2]`)
 * @throws FormatError when it is not JSON
 */
export function readJson(source: string): Projection {
  const builder = projectionBuilder(source);
  let fault: ParseError | undefined;
  visit(
    source,
    {
      onLiteralValue(value, offset, length, _line, _column, path) {
        if (typeof value === "string")
          writeValue(builder, keyPath(path()), jsonPieces(source, offset + 1, offset + length - 1));
      },
      onError(error, offset, length) {
        fault ??= { error, offset, length };
      },
    },
    { allowTrailingComma: true },
  );
  if (fault) {
    const said = printParseErrorCode(fault.error)
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase();
    throw new FormatError("JSON", said, fault.offset);
  }
  return builder.build();
}

/** A string's inside as pieces: runs without escapes, and each escape. */
function jsonPieces(source: string, start: number, end: number): ValuePiece[] {
  const pieces: ValuePiece[] = [];
  let from = start;
  while (from < end) {
    const backslash = source.indexOf("\\", from);
    const to = backslash < 0 || backslash >= end ? end : backslash;
    if (to > from) pieces.push({ text: source.slice(from, to), start: from, end: to });
    if (to === end) break;
    const length = source[to + 1] === "u" ? 6 : 2;
    const decoded = JSON.parse(`"${source.slice(to, to + length)}"`) as string;
    // a line break in a value is white space, and a block holds no empty line
    pieces.push({ text: /[\n\r\t]/.test(decoded) ? " " : decoded, start: to, end: to + length });
    from = to + length;
  }
  return pieces;
}

import { readPlain } from "../../src/formats/plain.js";
import { compileTerms, type TermEntry, termbaseOf } from "../../src/termbase/compile.js";
import { matchTerms } from "../../src/termbase/termbase.js";
import { createDocument } from "../../src/text/document.js";

/** The deprecated phrases of one made-up concept that stand in `text`. */
export function hits(
  deprecated: TermEntry["deprecated"],
  text: string,
  options: { readonly policy?: boolean; readonly preferred?: string; readonly admitted?: string[] } = {},
): string[] {
  const { preferred = "zzz", admitted = [], policy } = options;
  const compiled = compileTerms([{ zh: "词", preferred, admitted, deprecated }]);
  if (compiled.faults.length > 0) throw new Error(compiled.faults.map(({ message }) => message).join("\n"));
  const document = createDocument(readPlain(text), { policy });
  return matchTerms(document, termbaseOf(compiled))
    .filter(({ phrase }) => !phrase.good)
    .map(({ from, to }) => text.slice(document.tokens.start[from], document.tokens.end[to - 1]));
}

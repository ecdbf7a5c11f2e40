/** Runs the examples of deprecated phrases: each must be flagged by its phrase, or must not be. */
import { type Compiled, type Fault, type PhraseEntry, type TermEntry, termbaseOf } from "../src/termbase/compile.js";
import { matchTerms, type Termbase } from "../src/termbase/termbase.js";
import { createDocument } from "../src/text/document.js";

/** @returns one line a fault, `file:line` first */
export function checkExamples(
  compiled: Compiled,
  entries: readonly TermEntry[],
  termbase: Termbase,
  locate: (fault: Pick<Fault, "entry" | "path">) => string,
): string[] {
  const lines: string[] = [];
  const alone = phrasesAlone(compiled);
  for (const [entry, { zh, deprecated }] of entries.entries()) {
    if (!Array.isArray(deprecated)) continue;
    for (const [at, item] of (deprecated as (string | PhraseEntry)[]).entries()) {
      if (typeof item !== "object" || item === null) continue;
      const where = locate({ entry, path: ["deprecated", at] });
      const { flags = [], passes = [] } = item.examples ?? {};
      if (item.when !== undefined && (flags.length === 0 || passes.length === 0)) {
        lines.push(
          `${where} "${item.phrase}" has a condition; prove it by examples: one sentence under flags and one under passes`,
        );
      }
      const own = alone(zh, at);
      for (const text of flags) {
        if (!flagged(text, termbase)) lines.push(`${where} "${item.phrase}" does not flag its example "${text}"`);
        else if (own && !flagged(text, own))
          lines.push(
            `${where} another phrase flags the example "${text}", "${item.phrase}" does not; write one it flags`,
          );
      }
      for (const text of passes) {
        const by = flagged(text, termbase);
        if (by === undefined) continue;
        const whose = by === zh ? `"${item.phrase}"` : `a phrase of ${by}`;
        lines.push(`${where} ${whose} flags "${text}", which should pass`);
      }
    }
  }
  return lines;
}

/** Gives a termbase of one deprecated phrase, by the Chinese of its concept and its place there. */
function phrasesAlone(compiled: Compiled): (zh: string, at: number) => Termbase | undefined {
  const ids = new Map<string, number[]>();
  for (const [id, { concept, good }] of compiled.phrases.entries()) {
    if (good) continue;
    const zh = compiled.concepts[concept]?.zh ?? "";
    const list = ids.get(zh);
    if (list) list.push(id);
    else ids.set(zh, [id]);
  }
  const sequences = new Map<number, Compiled["sequences"][number][]>();
  for (const sequence of compiled.sequences) {
    const list = sequences.get(sequence.ending.phrase);
    if (list) list.push(sequence);
    else sequences.set(sequence.ending.phrase, [sequence]);
  }
  return (zh, at) => {
    const id = ids.get(zh)?.[at];
    return id === undefined ? undefined : termbaseOf({ ...compiled, sequences: sequences.get(id) ?? [] });
  };
}

/** The Chinese of the first concept that finds fault with a text. A longer phrase of another concept counts as well. */
function flagged(text: string, termbase: Termbase): string | undefined {
  const projection = {
    source: text,
    text,
    blocks: [{ kind: "paragraph" as const, start: 0, end: text.length }],
    map: undefined,
  };
  const document = createDocument(projection, { policy: true });
  const match = matchTerms(document, termbase).find(({ phrase }) => !phrase.good);
  return match && termbase.concept(match.phrase.concept).zh;
}

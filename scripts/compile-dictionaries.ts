/** Compiles dictionaries/: entries to phrases, with the faults as lines for people. */
import { type Compiled, compileTerms } from "../src/termbase/compile.js";
import { type Dictionaries, readDictionaries } from "./read-terms.js";

/** Rules that may speak from the termbase. */
const speaking = ["literal-metaphor", "slogan", "terminology", "proper-name"];

export interface Result {
  readonly dictionaries: Dictionaries;
  readonly compiled: Compiled;
  readonly faults: readonly string[];
}

export function compileDictionaries(root: string): Result {
  const dictionaries = readDictionaries(root);
  const { entries, fields, sources, cues, broken, locate } = dictionaries;
  const compiled = compileTerms(entries, {
    rule: ({ field, preferred }) => {
      const rule = fields[field ?? ""]?.rule ?? "terminology";
      // a field of names has terms too: what begins with a small letter is no name
      return rule === "proper-name" && /^["“(]?\p{Ll}/u.test(String(preferred)) ? "terminology" : rule;
    },
    source: (id) => sources[id],
    cues: (name) => cues[name],
    rules: speaking,
  });
  const faults = [...broken, ...compiled.faults.map((fault) => `${locate(fault)} ${fault.message}`)];
  return { dictionaries, compiled, faults };
}

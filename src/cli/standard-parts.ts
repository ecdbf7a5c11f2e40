/** The package's own termbase from `termbase.bin`, its arrays as they lie in the file. Built in by tsup.config.ts. */
import { readFileSync } from "node:fs";
import { automatonOf } from "../termbase/automaton.js";
import type { TermbaseParts } from "../termbase/termbase.js";
import { unframe } from "./frames.js";

export function standardParts(): TermbaseParts {
  const { ints, texts, lists } = unframe(readFileSync(new URL("./termbase.bin", import.meta.url)));
  const int = (name: string) => ints[name] as Int32Array;
  const text = (name: string) => texts[name] as string;
  return {
    automaton: automatonOf(
      text("labels").split("\n"),
      int("firstEdge"),
      int("edgeLabel"),
      int("firstEnding"),
      int("endingPhrase"),
      int("endingHead"),
    ),
    phrases: int("phrases"),
    conditions: text("conditions"),
    concepts: lists.concepts as TermbaseParts["concepts"],
  };
}

import { defineRule } from "../../src/rule.js";
import { Kind } from "../../src/text/document.js";

export default defineRule({
  id: "long-sentence",
  summary: "sentences too long to follow",
  mqm: "style/awkward-style",
  level: "info",
  scope: "block",
  presets: ["strict"],
  certainty: 0.2,
  options: { words: 60 },
  check({ tokens }, report, { words }) {
    for (let sentence = 0; sentence + 1 < tokens.sentences.length; sentence++) {
      const from = tokens.sentences[sentence] as number;
      const to = tokens.sentences[sentence + 1] as number;
      let count = 0;
      for (let at = from; at < to; at++) if (tokens.kind[at] === Kind.word && !startsLate(at)) count++;
      if (count <= words) continue;
      report({
        start: tokens.start[from] as number,
        end: tokens.end[to - 1] as number,
        message: `this sentence has ${count} words; a reader follows ${words} at most`,
      });
    }

    /** The ’s of a possessive is a token, but no word. */
    function startsLate(at: number): boolean {
      return (
        (tokens.end[at] as number) - (tokens.start[at] as number) === 2 &&
        tokens.vocabulary[tokens.word[at] as number] === "'s"
      );
    }
  },
});

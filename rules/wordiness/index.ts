import { defineRule } from "../../src/rule.js";
import { wordy } from "./patterns.js";

export default defineRule({
  id: "wordiness",
  summary: "empty nouns, twins and verbs that only prop up a noun",
  mqm: "style/unidiomatic-style",
  level: "info",
  scope: "block",
  presets: ["strict"],
  certainty: 0.3,
  check({ text }, report) {
    for (const { pattern, says, instead } of wordy) {
      for (const match of text.matchAll(pattern)) {
        const found = match[0].trimEnd();
        report({
          start: match.index,
          end: match.index + found.length,
          message: `\`${found.replace(/\s+/g, " ")}\` ${says}`,
          expected: instead ? [instead(match).trimEnd()] : [],
        });
      }
    }
  },
});

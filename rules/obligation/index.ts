import { defineRule } from "../../src/rule.js";
import { Flag, has, wordAt } from "../../src/text/document.js";

/** Ways to open a sentence with a duty, as words from the sentence's start. */
const openings = [
  "it is necessary to",
  "it is imperative to",
  "it is important to",
  "it is essential to",
  "we must",
  "we should",
  "efforts should be made to",
].map((text) => text.split(" "));

export default defineRule({
  id: "obligation",
  summary: 'strings of sentences that open with "It is necessary to"',
  mqm: "style/awkward-style",
  level: "info",
  presets: ["strict"],
  certainty: 0.3,
  options: { most: 2, within: 400 },
  check({ tokens, text }, report, { most, within }) {
    const recent = new Map<string, number[]>();
    for (let at = 0; at < tokens.count; at++) {
      if (!has(tokens, at, Flag.sentenceStart)) continue;
      const opening = openings.find((words) => words.every((word, offset) => wordAt(tokens, at + offset) === word));
      if (!opening) continue;
      const name = opening.join(" ");
      const places = (recent.get(name) ?? []).filter((place) => at - place <= within);
      places.push(at);
      recent.set(name, places);
      if (places.length <= most) continue;
      const start = tokens.start[at] as number;
      const end = tokens.end[at + opening.length - 1] as number;
      report({
        start,
        end,
        message: `\`${text.slice(start, end)}\` opens ${places.length} sentences close to each other; vary them, or make one list`,
      });
    }
  },
});

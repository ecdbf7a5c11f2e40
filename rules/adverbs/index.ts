import { defineRule } from "../../src/rule.js";

/** What 大力, 坚定不移, 切实 and their like become. */
const adverbs = new Set(
  "vigorously unswervingly resolutely conscientiously earnestly effectively comprehensively thoroughly actively firmly steadily constantly continuously solidly strictly fully deeply energetically".split(
    " ",
  ),
);

export default defineRule({
  id: "adverbs",
  summary: "adverbs that only add weight, where they crowd",
  mqm: "style/unidiomatic-style",
  level: "info",
  presets: ["strict"],
  certainty: 0.2,
  options: { per1000: 8, least: 4 },
  check({ tokens, text }, report, { per1000, least }) {
    const places: number[] = [];
    for (let at = 0; at < tokens.count; at++) {
      if (adverbs.has(tokens.vocabulary[tokens.word[at] as number] as string)) places.push(at);
    }
    if (places.length < least || (places.length / tokens.count) * 1000 <= per1000) return;
    for (const at of places) {
      const start = tokens.start[at] as number;
      const end = tokens.end[at] as number;
      report({
        start,
        end,
        message: `\`${text.slice(start, end)}\` is one of ${places.length} such adverbs; keep those that change the meaning`,
      });
    }
  },
});

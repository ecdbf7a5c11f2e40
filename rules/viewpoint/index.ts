import { defineRule } from "../../src/rule.js";
import { type Document, Flag, has, wordAt } from "../../src/text/document.js";
import { isInQuotation } from "../../src/text/quotation.js";

/** Whose country or province it is: what a Chinese writer calls mine and ours an English reader knows by name. */
const regions = new Set("country province county district municipality prefecture township".split(" "));
const names: Readonly<Record<string, string>> = { country: "China" };

export default defineRule({
  id: "viewpoint",
  summary: 'the writer\'s own standpoint kept: "my country", "our province", "our reporter"',
  mqm: "style/language-register",
  level: "warning",
  certainty: 0.7,
  options: { regions: true },
  check(document, report, options) {
    if (!document.policy || speaksOfI(document)) return;
    const { tokens, text } = document;
    for (let at = 0; at + 1 < tokens.count; at++) {
      const whose = wordAt(tokens, at);
      if (whose !== "my" && whose !== "our") continue;
      if (has(tokens, at + 1, Flag.blockStart)) continue;
      const what = wordAt(tokens, at + 1);
      const country = whose === "my" && what === "country";
      const region = options.regions && whose === "our" && what !== "country" && regions.has(what);
      const reporter = whose === "our" && /^(?:reporter|correspondent|newspaper)s?$/.test(what);
      if (!country && !region && !reporter) continue;
      const start = tokens.start[at] as number;
      if (isInQuotation(document, start)) continue;
      const end = tokens.end[at + 1] as number;
      const name = names[what];
      report({
        start,
        end,
        message: name
          ? `\`${text.slice(start, end)}\` keeps the Chinese writer's standpoint; say \`${name}\``
          : `\`${text.slice(start, end)}\` keeps the Chinese writer's standpoint; name ${reporter ? "the paper" : "the place"}`,
        ...(name === undefined ? { expected: reporter ? [] : [`the ${what}`] } : { expected: [name] }),
        fixable: name !== undefined && !has(tokens, at + 2, Flag.hyphened),
      });
    }
  },
});

/** A text in which somebody says I has a country of its own. */
function speaksOfI({ tokens }: Document): boolean {
  return tokens.vocabulary.some((word) => word === "i" || word === "i'm" || word === "i've" || word === "myself");
}

import { defineRule } from "../../src/rule.js";
import { type Document, Flag, has, wordAt } from "../../src/text/document.js";
import { isInQuotation } from "../../src/text/quotation.js";

/** Whose country or province it is: what a Chinese writer calls mine and ours an English reader knows by name. */
const regions = new Set(
  "country province county district municipality prefecture township city town village".split(" "),
);
/** Bodies that speak of themselves so in their own reports. */
const bodies = new Set("court procuratorate bureau unit company group".split(" "));
const papers = /^(?:reporter|correspondent|newspaper|paper|website|agency)s?$/;
const names: Readonly<Record<string, string>> = { country: "China" };

export default defineRule({
  id: "viewpoint",
  summary: 'the writer\'s own standpoint kept: "my country", "our province", "our reporter"',
  mqm: "style/language-register",
  level: "warning",
  certainty: 0.7,
  options: { regions: true },
  check(document, report, options) {
    if (!document.china || speaksOfI(document)) return;
    const { tokens, text } = document;
    for (let at = 0; at + 1 < tokens.count; at++) {
      const whose = wordAt(tokens, at);
      if (whose !== "my" && whose !== "our") continue;
      if (has(tokens, at + 1, Flag.blockStart)) continue;
      const what = wordAt(tokens, at + 1);
      const country = whose === "my" && what === "country";
      const region =
        options.regions && whose === "our" && what !== "country" && (regions.has(what) || bodies.has(what));
      const autonomous =
        options.regions && whose === "our" && what === "autonomous" && wordAt(tokens, at + 2) === "region";
      const reporter = whose === "our" && papers.test(what);
      if (!country && !region && !autonomous && !reporter) continue;
      const start = tokens.start[at] as number;
      if (isInQuotation(document, start)) continue;
      const end = tokens.end[at + (autonomous ? 2 : 1)] as number;
      const name = names[what];
      report({
        start,
        end,
        message: name
          ? `\`${text.slice(start, end)}\` keeps the Chinese writer's standpoint; say \`${name}\``
          : `\`${text.slice(start, end)}\` keeps the Chinese writer's standpoint; name ${reporter ? "the paper" : "it"}`,
        expected: name !== undefined ? [name] : region ? [recased(text.slice(start, end), `the ${what}`)] : [],
        fixable: name !== undefined && !has(tokens, at + 2, Flag.hyphened),
      });
    }
  },
});

/** A capital for a capital. */
function recased(found: string, text: string): string {
  return /^\p{Lu}/u.test(found) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A writer who says I, outside quotations, has a country of his own. */
function speaksOfI(document: Document): boolean {
  const { tokens } = document;
  const self = new Set<number>();
  for (const [id, word] of tokens.vocabulary.entries()) if (/^(?:i|i'm|i've|i'd|myself)$/.test(word)) self.add(id);
  if (self.size === 0) return false;
  for (let at = 0; at < tokens.count; at++) {
    if (self.has(tokens.word[at] as number) && !isInQuotation(document, tokens.start[at] as number)) return true;
  }
  return false;
}

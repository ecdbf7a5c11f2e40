import type { Report } from "../../src/finding.js";
import { defineRule } from "../../src/rule.js";
import { speakFor } from "../../src/termbase/speak.js";
import { type Document, Flag, has, isQuoted, Kind, wordAt } from "../../src/text/document.js";
import { isNumber } from "../../src/text/tokens.js";

const id = "slogan";

const speak = speakFor(
  id,
  (actual, { zh }, suggestion) => `\`${actual}\` looks like the slogan ${zh} word for word; say \`${suggestion}\``,
  false,
);

export default defineRule({
  id,
  summary: "numbered and rhymed slogans that mean nothing in English",
  mqm: "audience-appropriateness/culture-specific-reference",
  level: "warning",
  scope: ({ unexplained }) => (unexplained ? "document" : "block"),
  presets: ["recommended", "strict", "terms-only"],
  options: { unexplained: false },
  check(document, report, options, context) {
    speak(document, report, options, context);
    if (options.unexplained) markUnexplained(document, report);
  },
});

/** What follows a slogan that is explained at its first use. */
const explanation =
  /\(|\u2014|: |, (?:namely|that is|i\.e\.|meaning|or )|\b(?:refer|refers|referring|which (?:are|refer|mean)|stands? for|that is to say|including|include|consists?)\b/;
/** How far behind the slogan its explanation may stand. */
const reach = 160;

/** Quoted numbers of things (“four platforms”) with nothing near their first use that says which. */
function markUnexplained(document: Document, report: (report: Report) => void): void {
  const { tokens, text } = document;
  const known = new Set<string>();
  for (let at = 0; at + 1 < tokens.count; at++) {
    if (!isNumber(wordAt(tokens, at)) || !has(tokens, at, Flag.quoteBefore) || tokens.kind[at + 1] !== Kind.word)
      continue;
    let to = at + 1;
    while (to < tokens.count && to < at + 6 && tokens.kind[to] === Kind.word && !isQuoted(tokens, at, to)) to++;
    if (!isQuoted(tokens, at, to) || !/s$/.test(wordAt(tokens, to - 1))) continue;
    const start = tokens.start[at] as number;
    const end = tokens.end[to - 1] as number;
    const name = text.slice(start, end).toLowerCase();
    const first = !known.has(name);
    known.add(name);
    if (!first || explanation.test(text.slice(end, end + reach))) continue;
    report({
      start,
      end,
      message: `\`${text.slice(start, end)}\` counts what a reader cannot know; say which they are at first use`,
      certainty: 0.4,
    });
  }
}

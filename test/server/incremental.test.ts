/** Linting edit after edit gives what linting afresh gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/formats/html.js";
import { readMarkdown } from "../../src/formats/markdown.js";
import { readPlain } from "../../src/formats/plain.js";
import { incrementalLinter } from "../../src/incremental.js";
import "../../src/index.js";
import { settingsFor } from "../../src/lint.js";
import { run } from "../../src/run.js";
import { createDocument } from "../../src/text/document.js";
import type { Projection } from "../../src/text/projection.js";
import { retokenize } from "../../src/text/retokenize.js";
import { tokenize } from "../../src/text/tokens.js";

/** Pieces that rules speak of, that change what a document is about, or that move the bounds of blocks. */
const pieces = [
  "niubi nose",
  "the bull's nose",
  "a game of chess",
  "“a game of chess”",
  "five sons",
  "key link",
  "my country",
  "our province",
  "our reporter said",
  "China",
  "cadres",
  "the CPC Central Committee",
  "Beijing",
  "two zones",
  "two districts",
  "city's sub-center",
  "urban sub-center of the province",
  "In 2019, GDP will exceed 4 trillion yuan.",
  "In 2023 it will be fine.",
  "2024",
  "1998",
  "new",
  "New",
  "the height New situation",
  "digital",
  "Digital",
  "I",
  "I said so",
  "worked hard and worked hard",
  "and",
  "the the",
  "digital digital",
  "40 mu",
  "3 hectares",
  "20, 000 people",
  "2030 million",
  "5 %",
  "。",
  "，",
  "“",
  "”",
  '"',
  "‘",
  "’",
  "'",
  "(",
  ")",
  ".",
  ",",
  ";",
  " ",
  "  ",
  "\n",
  "\n\n",
  "\r\n",
  "\n\n\n",
  "\f",
  "\t",
  "\n- ",
  "\n1. ",
  "\n# ",
  "\n> ",
  "```\n",
  "*",
  "**",
  "_",
  "<b>",
  "</p>",
  "<p>",
  "&amp;",
  "&nbsp;",
  "[link](x)",
  "`code`",
  "$x$",
  "| a | b |\n",
  "牛鼻子",
  "改革",
  "niubizi",
  "𠮷",
  "😀",
  "\u200b",
  "\ufeff",
  "\uFFFC",
  "xindaya-disable-next-line punctuation\n",
  "<!-- xindaya-disable slogan -->",
  "<!-- xindaya-enable -->",
  "<!-- xindaya-ignore -->\n\n",
  "(Reporter Wang Lei)",
  "Xinhua News Agency, Beijing, May 6",
  "\nPosted by: ",
  "presided over",
  "continues to usher in good,",
  "a number of iconic scenario,",
  "Build a center, create a zone.",
  "As the center of the digital economy, Kong Lei, deputy director",
  "Initiative.",
  "It",
  "The",
  "will",
  "mechanism",
  "",
] as const;

const beginning = `Notes on the plan

The county committee of the Party held that the reform must firmly grasp the niubi nose. The cadres worked hard and worked hard, and my country will usher in good results.

- first, the two zones were built in 2019
- second, the new sub-center of the city It is not far

In 2021, GDP will exceed 4 trillion yuan。 The leading group said: “this is a game of chess” in Beijing, and 30 mu of land were used.

(Reporter Li Hua) The two districts, 3 hectares in all, have green and digital industry. Green growth goes on, and Digital tools help 20, 000 households.
`;

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(300)),
  inserted: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
});

function edited(
  text: string,
  { at, removed, inserted }: { at: number; removed: number; inserted: readonly string[] },
): string {
  const start = Math.round(at * text.length);
  const rest = text.slice(start + removed);
  // a document that shrinks away would test little
  return `${text.slice(0, start)}${inserted.join(" ")}${rest === "" && start < 200 ? beginning : rest}`;
}

/** Edits to one document. */
const edits = 25;

/** Paragraphs longer than any check looks beyond one. */
const long = `${`${beginning.replace(/\s+/g, " ")}\n\n`.repeat(3)}In the end, the plan stands.`;

describe.each<[number, string, (source: string) => Projection, string]>([
  [1000, "plain text", readPlain, beginning],
  [300, "long paragraphs", readPlain, long],
  [400, "Markdown", readMarkdown, beginning],
  [200, "HTML", readHtml, beginning],
])("after each of %d random edits to %s", (count, _name, read, first) => {
  it("finds what a fresh lint finds", { timeout: 240_000 }, () => {
    const settings = settingsFor({ preset: "strict" });
    fc.assert(
      fc.property(fc.array(edit, { minLength: edits, maxLength: edits }), (list) => {
        const lint = incrementalLinter(settings);
        let text = first;
        expect(lint(read(text))).toEqual(run(read(text), settings));
        for (const item of list) {
          text = edited(text, item);
          expect(lint(read(text))).toEqual(run(read(text), settings));
        }
      }),
      { numRuns: count / edits, seed: 20261125 },
    );
  });
});

describe("retokenize", () => {
  it("gives the tokens of a fresh reading, columns and vocabulary alike", () => {
    const before = `${beginning}\n“Closing” words stand here.`;
    const after = before.replace("two zones", "three new zones, “as planned,”");
    const [old, now] = [readPlain(before), readPlain(after)];
    const tokens = createDocument(old).tokens;
    for (const kept of [
      { head: 0, tail: 0 },
      { head: 2, tail: 3 },
      { head: 2, tail: 0 },
      { head: 0, tail: 4 },
    ]) {
      expect(retokenize({ tokens, blocks: old.blocks }, now.text, now.blocks, kept)).toEqual(
        tokenize(now.text, now.blocks),
      );
    }
  });
});

describe("an edit far away", () => {
  const filler = `The ${"quite ordinary ".repeat(20)}paragraph stands between.\n\n`.repeat(4);
  const steps = (texts: readonly string[]) => {
    const settings = settingsFor({ policy: true });
    const lint = incrementalLinter(settings);
    return texts.map((text) => {
      const found = lint(readPlain(text));
      expect(found).toEqual(run(readPlain(text), settings));
      return found.map(({ ruleId }) => ruleId);
    });
  };

  it("counts where a rule asks of the whole document", () => {
    const capital = "Cadres in Beijing reached the height New situation of work.";
    const [without, withLower] = steps([`${capital}\n\n${filler}It is old.`, `${capital}\n\n${filler}It is new here.`]);
    expect(without).not.toContain("garbled");
    expect(withLower).toContain("garbled");
    const tense = "In 2019, output in Beijing will exceed 4 million tons.";
    const [last, past] = steps([`${tense}\n\n${filler}So it was.`, `${tense}\n\n${filler}So it was in 2023.`]);
    expect(last).not.toContain("tense");
    expect(past).toContain("tense");
  });

  it("counts in the next paragraph where a rule looks beside a figure", () => {
    const [bare, glossed] = steps([
      `${filler}They used 40 mu of land\n\n(so they say)`,
      `${filler}They used 40 mu of land\n\n(3 hectares)`,
    ]);
    expect(bare).toContain("unit");
    expect(glossed).not.toContain("unit");
  });
});

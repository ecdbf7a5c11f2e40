import { defineRule } from "../../src/rule.js";
import { Flag, has, Kind, wordAt } from "../../src/text/document.js";
import { isVerb, verbForm } from "../../src/text/inflect.js";

/** Verbs of figures, which a report of a past year gives in the past. Their form is known, so the past can be offered. */
const figures = new Set(
  "exceed reach be account increase decrease grow rise fall rank total stand add complete achieve become have remain hit surpass drop decline amount maintain".split(
    " ",
  ),
);

const months = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** Words before a year that make it a time: in 2021, by the end of 2021. */
const times = new Set("in during throughout of for".split(" "));

export default defineRule({
  id: "tense",
  summary: 'a past year with "will": "In 2021, GDP will exceed 4 trillion yuan"',
  mqm: "linguistic-conventions/grammar",
  level: "warning",
  certainty: 0.7,
  check({ tokens, text }, report) {
    const will = tokens.vocabulary.indexOf("will");
    const years = tokens.vocabulary.map((word) => (/^(?:19|20)\d\d$/.test(word) ? Number(word) : 0));
    const latest = Math.max(0, ...new Set(years));
    if (will < 0 || latest === 0) return;
    // the newest year of the document may still lie ahead of its writer; only what is older is surely past
    let past = 0;
    for (let at = 0; at < tokens.count; at++) {
      if (has(tokens, at, Flag.sentenceStart)) past = 0;
      const year = yearAt(at);
      if (year > 0 && isTime(at)) past = year < latest ? year : 0;
      else if (year > 0) past = 0;
      if (past === 0 || tokens.word[at] !== will) continue;
      const verb = wordAt(tokens, at + 1);
      if ((!figures.has(verb) && !isVerb(verb)) || laterYear(at, past)) continue;
      const start = tokens.start[at] as number;
      const end = tokens.end[at + 1] as number;
      const expected = verb === "be" ? ["was", "were"] : [verbForm(verb, "past")];
      report({
        start,
        end,
        message: `\`${text.slice(start, end)}\` speaks of ${past} as if it lay ahead; say \`${expected[0]}\` if it is past`,
        expected,
      });
    }

    /** in 2021, in May 2021 */
    function isTime(at: number): boolean {
      const before = wordAt(tokens, at - 1);
      return times.has(before) || (months.has(before) && times.has(wordAt(tokens, at - 2)));
    }

    /** A newer year in the rest of the sentence is what the verb speaks of. */
    function laterYear(at: number, than: number): boolean {
      for (
        let next = at + 1;
        next < at + 100 && next < tokens.count && !has(tokens, next, Flag.sentenceStart);
        next++
      ) {
        if (yearAt(next) > than) return true;
      }
      return false;
    }

    function yearAt(at: number): number {
      return tokens.kind[at] === Kind.number ? (years[tokens.word[at] as number] as number) : 0;
    }
  },
});

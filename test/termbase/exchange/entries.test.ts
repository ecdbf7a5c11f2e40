import { describe, expect, test } from "vitest";
import { lint } from "../../../src/lint.js";
import { compileTerms, type TermEntry, termbaseOf } from "../../../src/termbase/compile.js";
import { compact, entriesOf, fromTbx, toTbx } from "../../../src/termbase/exchange/index.js";
import { standardTermbase } from "../../../src/termbase/standard.js";

const entries: TermEntry[] = [
  {
    zh: "云长制",
    pinyin: "yún zhǎng zhì",
    preferred: "cloud steward scheme",
    admitted: ["cloud steward system"],
    deprecated: [
      "cloud chief system",
      { phrase: "cloud head", when: { near: ["county"] }, examples: { flags: ["a"] } },
    ],
    standing: "official",
    definition: "one officer answers for the data of a place",
    note: "since 2018",
    field: "technology",
    rule: "slogan",
    sources: [{ title: "Plan", publisher: "County" }],
  },
  {
    zh: "二",
    preferred: "second",
    deprecated: [{ phrase: "seconds thing", when: [{ quoted: true }, { near: ["@office"] }] }],
    rule: "terminology",
  },
];

describe("a compiled termbase", () => {
  const compiled = compileTerms(entries, { cues: () => ["bureau", "desk"] });

  test("gives its entries back, but for examples, with word lists written out", () => {
    expect(compiled.faults).toEqual([]);
    const [first, second] = entriesOf(termbaseOf(compiled));
    expect(first).toEqual({
      ...entries[0],
      deprecated: ["cloud chief system", { phrase: "cloud head", when: { near: ["county"] } }],
    });
    expect(second).toEqual({
      zh: "二",
      preferred: "second",
      standing: "common",
      deprecated: [{ phrase: "seconds thing", when: [{ quoted: true }, { near: ["bureau", "desk"] }] }],
    });
  });

  test("finds the same after a journey through TBX", () => {
    const terms = fromTbx(toTbx(entriesOf(termbaseOf(compiled))));
    const found = (text: string) =>
      lint(text, { terms }).map(({ ruleId, actual, expected }) => [ruleId, actual, expected[0]]);
    expect(found("The cloud chief system works. A cloud head sat in the county hall.")).toEqual([
      ["slogan", "cloud chief system", "cloud steward scheme"],
      ["slogan", "cloud head", "cloud steward scheme"],
    ]);
    expect(found("A cloud head rose over the hill.")).toEqual([]);
  });

  test("has all but what is loaded later, before it is", () => {
    const standard = entriesOf(standardTermbase());
    expect(standard.length).toBe(standardTermbase().size);
    expect(Object.keys(compact(standard[0] as TermEntry))).not.toContain("definition");
  });
});

describe("malformed entries", () => {
  test.each<[string, object, string]>([
    [
      "a condition that is nothing",
      { deprecated: [{ phrase: "x", when: [null] }] },
      '"when" must be a map of conditions, or a list of such maps',
    ],
    ["a source that is a number", { sources: [5] }, "a source is an id, or a map with title, publisher, year and url"],
    [
      "a source without a title",
      { sources: [{ publisher: "x" }] },
      "a source is an id, or a map with title, publisher, year and url",
    ],
  ])("%s is a fault, not a crash", (_name, more, message) => {
    const { faults } = compileTerms([{ zh: "甲", preferred: "one", ...more } as TermEntry]);
    expect(faults.map((fault) => fault.message)).toEqual([message]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTerms, type TermEntry } from "../../../src/termbase/compile.js";
import {
  compact,
  fromCsv,
  fromJson,
  fromTbx,
  fromTsv,
  fromUtx,
  losses,
  readTermFile,
  toCsv,
  toJson,
  toTbx,
  toTsv,
  toUtx,
  toYaml,
} from "../../../src/termbase/exchange/index.js";
import { anyEntries, tableEntries } from "./arbitrary.js";

const entries: TermEntry[] = [
  {
    zh: "牛鼻子",
    pinyin: "niú bízi",
    preferred: "key link",
    admitted: ["crux", "linchpin"],
    deprecated: [
      "niubi nose",
      "= as the ox nose",
      {
        phrase: "bull's nose",
        when: [{ quoted: true }, { near: ["reform", "party"] }],
        examples: { flags: ["The “bull's nose” of reform."], passes: ["A ring went through the bull's nose."] },
      },
    ],
    standing: "official",
    definition: "the ring an ox is led by; the one point that moves the rest",
    note: "Not the nose of a bull.",
    field: "metaphors",
    rule: "literal-metaphor",
    sources: [
      {
        title: "Report on the Work of the Government",
        publisher: "State Council",
        year: 2021,
        url: "https://example.org/2021",
      },
      { title: "Key Words (second edition)", publisher: "Press (Beijing)" },
    ],
  },
  { zh: "以工代赈", preferred: "work-relief program", parts: ["以", "工", "代", "赈"], compose: false },
];

describe("a round trip loses nothing", () => {
  test("of entries as people write them", async () => {
    expect(fromTbx(toTbx(entries))).toEqual(entries.map(compact));
    expect(fromJson(toJson(entries))).toEqual(entries.map(compact));
    expect(await readTermFile("terms.yml", await toYaml(entries))).toEqual(entries.map(compact));
  });

  test("by TBX, whatever the entries hold", () => {
    fc.assert(
      fc.property(anyEntries, (list) => {
        expect(fromTbx(toTbx(list))).toEqual(list.map(compact));
      }),
      { numRuns: 400 },
    );
  });

  test("by JSON and YAML", async () => {
    fc.assert(
      fc.property(anyEntries, (list) => {
        expect(fromJson(toJson(list))).toEqual(list.map(compact));
      }),
    );
    await fc.assert(
      fc.asyncProperty(anyEntries, async (list) => {
        expect(await readTermFile("x.yml", await toYaml(list))).toEqual(list.map(compact));
      }),
      { numRuns: 20 },
    );
  });

  test("by CSV and TSV, for what a table holds", () => {
    const property = (there: typeof toCsv, back: typeof fromCsv) =>
      fc.property(tableEntries, (list) => {
        expect(losses(list, "csv")).toEqual([]);
        expect(back(there(list))).toEqual(list.map(compact));
      });
    fc.assert(property(toCsv, fromCsv), { numRuns: 300 });
    fc.assert(property(toTsv, fromTsv), { numRuns: 300 });
  });
});

describe("what a format cannot hold", () => {
  test("is said", () => {
    expect(losses(entries, "tbx")).toEqual([]);
    expect(losses(entries, "json")).toEqual([]);
    expect(losses(entries, "csv")).toEqual([
      '1 phrase with a condition stands under "conditional", which is not read back',
      "1 phrase without examples",
      "1 entry without parts and compose",
    ]);
    expect(losses(entries, "utx")).toContain("1 phrase with a condition left out");
    expect(losses(entries, "markdown")).toContain("Markdown is for reading; it cannot be imported");
  });

  test("a phrase that lost its condition is never flagged everywhere", () => {
    for (const read of [fromCsv(toCsv(entries)), fromTsv(toTsv(entries)), fromUtx(toUtx(entries))]) {
      expect(JSON.stringify(read)).not.toContain("bull's nose");
      expect(read[0]).toMatchObject({ zh: "牛鼻子", preferred: "key link", admitted: ["crux", "linchpin"] });
      expect(read[0]?.deprecated).toEqual(["niubi nose", "= as the ox nose"]);
      expect(compileTerms(read).faults).toEqual([]);
    }
  });

  test("no cell is taken for a formula by a spreadsheet", () => {
    const table = toCsv([{ zh: "核心", preferred: "core", deprecated: ["= as the core"], note: "@x" }]);
    expect(table).toContain(", = as the core,");
    expect(table).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });
});

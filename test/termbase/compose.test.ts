import "../../src/index.js";
import { describe, expect, it } from "vitest";
import { compileCalques } from "../../scripts/compile-calques.js";
import { readPlain } from "../../src/formats/plain.js";
import { loadCalques } from "../../src/termbase/calque-data.js";
import { matchCalques } from "../../src/termbase/calques.js";
import { compileTerms, type TermEntry, termbaseOf } from "../../src/termbase/compile.js";
import { explainConcept, glossOf } from "../../src/termbase/explain.js";
import { familiesOf } from "../../src/termbase/families.js";
import { isOrdered } from "../../src/termbase/joints.js";
import { readLexicon, segment } from "../../src/termbase/lexicon.js";
import { standardTermbase } from "../../src/termbase/standard.js";
import { matchTerms } from "../../src/termbase/termbase.js";
import { createDocument } from "../../src/text/document.js";

const lexicon = readLexicon({
  纸: "paper",
  老虎: "tiger/big_cat",
  木: "wood/wooden",
  桥: "bridge",
  独: "single/lone",
  石头: "stone/rock",
  过河: "cross_the_river/river_crossing",
  摸: "feel/touch/grope",
  敲打: "knock/knocking",
  大门: "gate/big_door",
  的: { en: "of", compose: false },
  三: "three",
  个: { en: "piece", compose: false },
  口袋: "pocket",
  铁: "iron",
}).units;

const terms: TermEntry[] = [
  { zh: "纸老虎石头", preferred: "hollow threat", deprecated: ["straw dragon"] },
  { zh: "敲打大门", preferred: "press for access" },
  { zh: "三个口袋", preferred: "Three Funds" },
  { zh: "独木桥石头", preferred: "narrow way" },
];

/** What is composed of a text, as `rendering = Chinese`. */
function composed(
  text: string,
  options: {
    entries?: TermEntry[];
    pairs?: Record<string, string[]>;
    wide?: boolean;
    near?: boolean;
    policy?: boolean;
  } = {},
): string[] {
  const { entries = terms, pairs = {}, wide = false, near = false, policy = true } = options;
  const compiled = compileTerms(entries);
  if (compiled.faults.length > 0) throw new Error(compiled.faults.map(({ message }) => message).join("\n"));
  const termbase = termbaseOf(compiled);
  const known = new Map(
    Object.entries(pairs).map(([first, seconds]) => [
      familiesOf(first)[0] as string,
      new Set(seconds.map((second) => familiesOf(second)[0] as string)),
    ]),
  );
  const { packed } = compileCalques(compiled, entries, lexicon, { pairs: known, ofPairs: new Map() });
  const document = createDocument(readPlain(text), { policy });
  return matchCalques(document, loadCalques(packed, wide), termbase, matchTerms(document, termbase), {
    wide,
    near,
  }).map(
    ({ concept, from, to }) =>
      `${text.slice(document.tokens.start[from], document.tokens.end[to - 1])} = ${termbase.concept(concept).zh}`,
  );
}

describe("the lexicon", () => {
  it("reads renderings apart at slashes, their words apart at underscores", () => {
    const { units, faults } = readLexicon({ 代: "replace/instead_of", 的: { en: "of", compose: false } });
    expect(faults).toEqual([]);
    expect(units.get("代")).toEqual({ zh: "代", senses: ["replace", "instead of"], compose: true });
    expect(units.get("的")?.compose).toBe(false);
  });

  it("says what is wrong with a unit", () => {
    const { faults } = readLexicon({ 工: 7, 代: { en: "replace", composes: false } });
    expect(faults.map(({ unit }) => unit)).toEqual(["工", "代"]);
    expect(faults[1]?.message).toContain('no key "composes"');
  });

  it("cuts a term into the fewest units, apart at marks", () => {
    const zh = (term: string) => segment(term, lexicon)[0]?.units.map((unit) => unit.zh);
    expect(zh("摸石头过河")).toEqual(["摸", "石头", "过河"]);
    expect(zh("“三个口袋”、铁桥")).toEqual(["三", "个", "口袋", "铁", "桥"]);
    expect(segment("铁桥、木桥", lexicon)[0]?.parts).toHaveLength(2);
    expect(zh("3个口袋")).toEqual(["三", "个", "口袋"]);
    expect(zh("铁猫")).toBeUndefined();
  });
});

describe("an order", () => {
  it("is that of the Chinese, or two blocks turned around a preposition", () => {
    const [bare, and, of] = [0, 1, 2];
    expect(isOrdered([0, 1, 2], [bare, and])).toBe(true);
    expect(isOrdered([2, 0, 1], [of, bare])).toBe(true);
    expect(isOrdered([1, 2, 0], [bare, of])).toBe(true);
    expect(isOrdered([1, 0], [and])).toBe(false);
    expect(isOrdered([1, 3, 0, 2], [of, of, of])).toBe(false);
  });
});

describe("a composed rendering", () => {
  it("has one rendering of each part, inflected, with small words between", () => {
    expect(composed("It was a paper tiger stone.")).toEqual(["paper tiger stone = 纸老虎石头"]);
    expect(composed("They are papers, and the tigers' rocks.")).toEqual([]);
    expect(composed("the stones of the paper tigers")).toEqual(["stones of the paper tigers = 纸老虎石头"]);
    expect(composed("a paper big-cat rock")).toEqual(["paper big-cat rock = 纸老虎石头"]);
  });

  it("is no longer one with a part missing, or something else between", () => {
    expect(composed("a paper stone")).toEqual([]);
    expect(composed("a paper tiger under a green stone")).toEqual([]);
    expect(composed("a paper tiger.\n\nStone walls")).toEqual([]);
  });

  it("ends where a phrase may end", () => {
    expect(composed("the paper tiger stone house")).toEqual([]);
    expect(composed("a non-paper tiger stone")).toEqual([]);
  });

  it("is looked for only in a text about Chinese policy", () => {
    expect(composed("a paper tiger stone", { policy: false })).toEqual([]);
  });

  it("is not said of what ordinary English puts together", () => {
    expect(composed("a paper tiger stone", { pairs: { paper: ["tiger"], tiger: ["stone"] } })).toEqual([]);
    expect(composed("a paper tiger stone", { pairs: { paper: ["tiger"] }, near: true })).toEqual([
      "paper tiger stone = 纸老虎石头",
    ]);
  });

  it("is not said of what the termbase calls good, in whatever order", () => {
    const entries: TermEntry[] = [...terms, { zh: "别的", preferred: "stone of the paper tiger" }];
    expect(composed("a paper tiger stone", { entries })).toEqual([]);
    expect(composed("the stone of a paper tiger", { entries })).toEqual([]);
  });

  it("leaves a place to the phrase that is listed for it", () => {
    const entries: TermEntry[] = [{ zh: "纸老虎石头", preferred: "hollow threat", deprecated: ["paper tiger stone"] }];
    expect(composed("a paper tiger stone", { entries })).toEqual([]);
  });

  it("of two words needs a listed phrase in its sentence", () => {
    expect(composed("They knock at the gate.")).toEqual([]);
    expect(composed("They feared the straw dragon when they were knocking the gates.")).toEqual([
      "knocking the gates = 敲打大门",
    ]);
    expect(composed("A straw dragon came. They were knocking the gates.")).toEqual([]);
  });

  it("of a number and what it counts may be shown by its quotation marks", () => {
    expect(composed("a plan of three pockets")).toEqual([]);
    expect(composed("a plan of “three pockets” for schools")).toEqual(["three pockets = 三个口袋"]);
  });

  it("is dropped where two concepts claim it and differ in what to say", () => {
    const rival = (preferred: string): TermEntry[] => [
      { zh: "纸老虎石头", preferred: "hollow threat" },
      { zh: "纸的老虎石头", preferred },
    ];
    expect(composed("a paper tiger stone", { entries: rival("empty noise") })).toEqual([]);
    expect(composed("a paper tiger stone", { entries: rival("hollow threat") })).toHaveLength(1);
  });

  it("is switched off by its concept", () => {
    expect(
      composed("a paper tiger stone", { entries: [{ zh: "纸老虎石头", preferred: "hollow threat", compose: false }] }),
    ).toEqual([]);
  });

  it("follows the entry that says how to cut its Chinese", () => {
    const entries: TermEntry[] = [{ zh: "铁纸石头", preferred: "hollow threat", parts: ["木", "纸", "石头"] }];
    expect(composed("a wooden paper stone", { entries })).toEqual(["wooden paper stone = 铁纸石头"]);
    expect(composed("an iron paper stone", { entries })).toEqual([]);
  });

  it("is found in one pass over a long text", () => {
    const text = "The paper of the tiger and the wood of the bridge. ".repeat(4000);
    const start = performance.now();
    composed(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("an explanation", () => {
  it("tells the parts of a term and what composition would flag", () => {
    const explained = explainConcept("以工代赈");
    expect(explained?.parts.map(({ zh }) => zh)).toEqual(["以", "工", "代", "赈"]);
    expect(explained?.composed.length).toBeGreaterThan(0);
    expect(explained?.composed).not.toContain(explained?.preferred);
    expect(explainConcept("没有这个词条")).toBeUndefined();
  });

  it("finds a term with or without its quotation marks", () => {
    expect(explainConcept("“两个确立”")?.zh).toBe(explainConcept("两个确立")?.zh);
  });

  it("gives a gloss in one line", () => {
    const termbase = standardTermbase();
    const concept = Array.from({ length: termbase.size }, (_, at) => at).find(
      (at) => termbase.concept(at).zh === "以工代赈",
    );
    expect(glossOf(concept as number)).toMatch(/工 work · 代 replace · 赈 relief/);
  });
});

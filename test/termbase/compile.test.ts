import { describe, expect, it } from "vitest";
import { buildAutomaton, decodeInts, encodeInts, pack, unpack } from "../../src/termbase/automaton.js";
import { compileTerms, type TermEntry } from "../../src/termbase/compile.js";

const faults = (...entries: unknown[]) =>
  compileTerms(entries as TermEntry[]).faults.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("faults", () => {
  it("names a key that does not exist", () => {
    expect(faults({ zh: "词", preferred: "x", depricated: ["y"] })[0]).toMatch(
      /^depricated: an entry has no key "depricated"; use zh/,
    );
  });

  it("names what is missing", () => {
    expect(faults({ zh: "词" })).toEqual(['preferred: "preferred" is missing or not text']);
  });

  it("names two entries of one concept", () => {
    expect(faults({ zh: "词", preferred: "x" }, { zh: "词", preferred: "y" })).toEqual([
      "zh: 词 has an entry already (number 1); merge the two",
    ]);
  });

  it("names a phrase that stands twice, spelled otherwise or not", () => {
    expect(faults({ zh: "词", preferred: "x", deprecated: ["sub center", "Sub-Centre"] })).toEqual([
      'deprecated.1: "Sub-Centre" stands twice in this entry; remove one',
    ]);
    expect(
      faults(
        { zh: "甲", preferred: "x", deprecated: ["odd word"] },
        { zh: "乙", preferred: "y", deprecated: ["odd word"] },
      ),
    ).toEqual(['deprecated.0: "odd word" is deprecated by 甲 too; keep it in one, or give both a condition']);
  });

  it("names a deprecated phrase that another entry prefers", () => {
    expect(faults({ zh: "甲", preferred: "key link" }, { zh: "乙", preferred: "y", deprecated: ["Key Link"] })).toEqual(
      ['deprecated.0: "Key Link" is preferred or admitted by 甲; a phrase cannot be both right and wrong: remove one'],
    );
  });

  it("names a condition that does not exist", () => {
    expect(faults({ zh: "词", preferred: "x", deprecated: [{ phrase: "y", when: { qouted: true } }] })[0]).toMatch(
      /there is no condition "qouted"; use one of quoted/,
    );
  });

  it("names notation that it does not know", () => {
    expect(faults({ zh: "词", preferred: "x", deprecated: ["a [b]"] })[0]).toMatch(
      /has a mark that the phrase notation does not know/,
    );
    expect(faults({ zh: "词", preferred: "x", deprecated: ["a (b"] })[0]).toMatch(/has a bracket without its pair/);
  });

  it("asks for a source where a standard is called official", () => {
    expect(faults({ zh: "词", preferred: "x", standing: "official" })).toEqual([
      "standing: 词 is called official but names no source; add one or say common",
    ]);
  });
});

describe("packing", () => {
  it("gives back the same automaton", () => {
    const { sequences } = compileTerms([
      {
        zh: "甲",
        preferred: "key link",
        deprecated: ["niubi nose", "to break the wrist", "the (very) spirit of # men"],
      },
      { zh: "乙", preferred: "bridge", deprecated: ["bridge head fort"] },
    ]);
    const automaton = buildAutomaton(sequences);
    expect(unpack(pack(automaton))).toEqual(automaton);
  });

  it("gives back the same integers", () => {
    const list = [0, 1, 31, 32, 33, 1023, 1024, 1_000_000, 2 ** 30];
    expect([...decodeInts(encodeInts(list))]).toEqual(list);
  });
});

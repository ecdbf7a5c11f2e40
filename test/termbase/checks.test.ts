import { describe, expect, it } from "vitest";
import { checkExamples } from "../../scripts/check-examples.js";
import { splitTerms } from "../../scripts/split-terms.js";
import { compileTerms, type TermEntry, termbaseOf } from "../../src/termbase/compile.js";

function faults(entries: TermEntry[]): string[] {
  const compiled = compileTerms(entries);
  return checkExamples(compiled, entries, termbaseOf(compiled), () => "here");
}

describe("the check of examples", () => {
  const bridge: TermEntry = { zh: "桥", preferred: "span", deprecated: ["zorp of the bridge"] };
  const river = (flags: string[], passes: string[]): TermEntry => ({
    zh: "河",
    preferred: "stream",
    deprecated: [{ phrase: "long zorp", when: { near: ["water"] }, examples: { flags, passes } }],
  });

  it("is content with an example that the phrase flags and one that nothing flags", () => {
    expect(faults([bridge, river(["A long zorp of water."], ["A long zorp of sand."])])).toEqual([]);
  });

  it("says which example is not flagged, is flagged by another phrase only, or should pass", () => {
    expect(faults([bridge, river(["A long zorp of sand."], ["No."])])[0]).toContain(
      'does not flag its example "A long',
    );
    expect(faults([bridge, river(["Zorp of the bridge."], ["No."])])[0]).toContain("another phrase flags the example");
    expect(faults([bridge, river(["A long zorp of water."], ["The zorp of the bridge."])])[0]).toContain(
      "a phrase of 桥 flags",
    );
  });

  it("asks for examples of a condition", () => {
    expect(faults([river([], [])])[0]).toContain("prove it by examples");
  });
});

describe("the good terms that matching must know", () => {
  const kept = (preferred: string, deprecated: string) => {
    const compiled = compileTerms([
      { zh: "一", preferred: "zzz", deprecated: [deprecated] },
      { zh: "二", preferred },
    ]);
    const { matching, others } = splitTerms(compiled);
    expect(matching.length + others.length).toBe(compiled.sequences.length);
    return matching.some(({ ending }) => compiled.phrases[ending.phrase]?.concept === 1);
  };

  it("are those that may hold a deprecated phrase, in any inflection", () => {
    expect(kept("warm stone bridge fund", "stone bridge")).toBe(true);
    expect(kept("stone bridges of old", "stone bridge")).toBe(true);
    expect(kept("break stone", "to break stone")).toBe(true);
    expect(kept("3 stone bridges", "# stone bridge")).toBe(true);
    expect(kept("stone and iron bridge", "stone ... bridge")).toBe(true);
  });

  it("are no others", () => {
    expect(kept("stone arch", "stone bridge")).toBe(false);
    expect(kept("bridge", "stone bridge")).toBe(false);
  });
});

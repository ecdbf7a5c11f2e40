import { describe, expect, it } from "vitest";
import { bases, pluralOf, singulars, verbForm, verbFormOf } from "../../src/text/inflect.js";

describe("verbs", () => {
  it.each([
    ["break", "breaks", "broke", "broken", "breaking"],
    ["plan", "plans", "planned", "planned", "planning"],
    ["carry", "carries", "carried", "carried", "carrying"],
    ["relieve", "relieves", "relieved", "relieved", "relieving"],
    ["tie", "ties", "tied", "tied", "tying"],
    ["focus", "focuses", "focused", "focused", "focusing"],
    ["uphold", "upholds", "upheld", "upheld", "upholding"],
    ["rebuild", "rebuilds", "rebuilt", "rebuilt", "rebuilding"],
    ["develop", "develops", "developed", "developed", "developing"],
    ["commit", "commits", "committed", "committed", "committing"],
    ["see", "sees", "saw", "seen", "seeing"],
    ["have", "has", "had", "had", "having"],
    ["go", "goes", "went", "gone", "going"],
  ])("%s", (base, third, past, participle, ing) => {
    expect(verbForm(base, "third")).toBe(third);
    expect(verbForm(base, "past")).toBe(past);
    expect(verbForm(base, "participle")).toBe(participle);
    expect(verbForm(base, "ing")).toBe(ing);
    for (const form of [third, past, participle, ing]) expect(bases(form)).toContain(base);
    expect(verbFormOf(base, past)).toBe("past");
    expect(verbFormOf(base, ing)).toBe("ing");
  });
});

describe("nouns", () => {
  it.each([
    ["nose", "noses"],
    ["city", "cities"],
    ["ox", "oxen"],
    ["box", "boxes"],
    ["crisis", "crises"],
    ["chairwoman", "chairwomen"],
    ["highway", "highways"],
    ["criterion", "criteria"],
    ["penknife", "penknives"],
  ])("%s, %s", (one, many) => {
    expect(pluralOf(one)).toBe(many);
    expect(singulars(many)).toContain(one);
  });

  it("has no plural for what cannot be counted", () => {
    expect(pluralOf("governance")).toBeUndefined();
    expect(pluralOf("equipment")).toBeUndefined();
  });

  it("takes no singular from words that only end in s", () => {
    expect(singulars("this")).toEqual([]);
    expect(singulars("progress")).toEqual([]);
    expect(singulars("consensus")).toEqual([]);
  });
});

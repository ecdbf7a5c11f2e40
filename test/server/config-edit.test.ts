/** Edits of configuration files: what was there stays, comments included. */
import { describe, expect, it } from "vitest";
import { editConfig } from "../../src/server/config-edit.js";

describe("editConfig", () => {
  it("adds to lists of YAML, and keeps comments, order and blank lines", () => {
    const before = `# House style, agreed in May
preset: strict

words:
  - Zhongguancun # the area
  - ./words.txt

rules:
  slogan: off # glossed in the preface
`;
    const after = editConfig(before, "xindaya.config.yml", { kind: "word", word: "Tongzhou" });
    expect(after).toBe(before.replace("  - ./words.txt\n", "  - ./words.txt\n  - Tongzhou\n"));
    expect(editConfig(after, "xindaya.config.yml", { kind: "word", word: "Tongzhou" })).toBe(after);
  });

  it("begins a file that is empty or has nothing but comments", () => {
    expect(editConfig("", "xindaya.config.yml", { kind: "rule", rule: "slogan" })).toBe("rules:\n  slogan: off\n");
    const after = editConfig("# nothing yet\n", "xindaya.config.yml", { kind: "word", word: "x" });
    expect(after).toContain("# nothing yet");
    expect(after).toMatch(/words:\n {2}- x\n$/);
  });

  it("adds a rendering to a term that is there, and makes a list of a single file of terms", () => {
    const entry = { zh: "牛鼻子", preferred: "key link", admitted: ["crux", "bull nose"] };
    const there = "terms:\n  - zh: 牛鼻子 # ours\n    preferred: key link\n    admitted: [crux]\n";
    const added = editConfig(there, "xindaya.config.yml", { kind: "term", entry });
    expect(added).toContain("# ours");
    expect(added).toContain("bull nose");
    expect(editConfig("terms: terms.yml\n", "xindaya.config.yml", { kind: "term", entry })).toMatch(
      /^terms:\n {2}- terms\.yml\n {2}- zh: 牛鼻子\n/,
    );
  });

  it("adds to one override for each file", () => {
    const once = editConfig("", "xindaya.config.yml", { kind: "rule-in-file", rule: "slogan", file: "a.txt" });
    const twice = editConfig(once, "xindaya.config.yml", { kind: "rule-in-file", rule: "pinyin", file: "a.txt" });
    expect(twice).toBe("overrides:\n  - files: a.txt\n    rules:\n      slogan: off\n      pinyin: off\n");
  });

  it("edits JSON with comments in its own indentation, and package.json under xindaya", () => {
    const json = '{\n\t// strict, for the website\n\t"preset": "strict",\n\t"words": ["one"]\n}\n';
    const after = editConfig(json, "xindaya.config.json", { kind: "word", word: "two" });
    expect(after).toContain("// strict, for the website");
    expect(after.replace(/\s+/g, "")).toContain('"words":["one","two"]');
    const manifest = '{\n  "name": "site",\n  "xindaya": {}\n}\n';
    expect(JSON.parse(editConfig(manifest, "package.json", { kind: "rule", rule: "slogan" }))).toEqual({
      name: "site",
      xindaya: { rules: { slogan: "off" } },
    });
  });

  it("leaves what it cannot read", () => {
    expect(() => editConfig("a: [b", "xindaya.config.yml", { kind: "word", word: "x" })).toThrow(/is not YAML/);
    expect(() => editConfig("- a list\n", "xindaya.config.yml", { kind: "word", word: "x" })).toThrow(/no map/);
    expect(() => editConfig("{ nothing", "xindaya.config.json", { kind: "word", word: "x" })).toThrow(/is not JSON/);
  });
});

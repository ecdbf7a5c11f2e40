import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { clean, draft, folderOf, lintJson, run } from "./run.js";

const rulesOf = (messages: readonly { ruleId: string; level: string }[] = []) =>
  messages.map(({ ruleId, level }) => `${ruleId}:${level}`);

describe("configuration", () => {
  test("is found upwards, the nearest counts, --no-config passes it over", () => {
    const folder = folderOf({
      "xindaya.config.yml": "rules:\n  punctuation: off\n",
      "a.txt": draft,
      "deep/er/a.txt": draft,
      "other/xindaya.config.json": '{"rules": {"literal-metaphor": "info"}}',
      "other/a.txt": draft,
      "package/package.json": '{"name": "x", "xindaya": {"rules": {"literal-metaphor": "off", "pinyin": false}}}',
      "package/a.txt": draft,
      "plain/package.json": '{"name": "y", "keywords": ["xindaya"]}',
      "plain/a.txt": draft,
    });
    const { files } = lintJson(folder, ["."]);
    expect(rulesOf(files.get("a.txt"))).toEqual(["literal-metaphor:error"]);
    expect(rulesOf(files.get("deep/er/a.txt"))).toEqual(["literal-metaphor:error"]);
    expect(rulesOf(files.get("other/a.txt"))).toEqual(["literal-metaphor:info", "punctuation:warning"]);
    expect(rulesOf(files.get("package/a.txt"))).toEqual(["punctuation:warning"]);
    expect(rulesOf(files.get("plain/a.txt"))).toEqual(["literal-metaphor:error"]);
    expect(rulesOf(lintJson(folder, ["--no-config", "a.txt"]).files.get("a.txt"))).toHaveLength(2);
    const asked = lintJson(folder, ["a.txt", "--rule", "literal-metaphor:warning", "--rule", "punctuation"]);
    expect(rulesOf(asked.files.get("a.txt"))).toEqual(["literal-metaphor:warning", "punctuation:warning"]);
  });

  test("extends presets, files and packages; overrides by glob; ignores", () => {
    const folder = folderOf({
      "xindaya.config.yml":
        "extends: [terms-only, ./base.yml, '@team/style']\nignore: [old]\noverrides:\n  - files: '*.md'\n    rules: {literal-metaphor: warning}\n  - files: [notes/**]\n    preset: recommended\n",
      "base.yml": "rules:\n  literal-metaphor: info\n",
      "node_modules/@team/style/package.json": '{"name": "@team/style", "xindaya": {"rules": {"slogan": "error"}}}',
      "a.txt": draft,
      "b.md": draft,
      "notes/c.txt": draft,
      "old/d.txt": draft,
    });
    const { files } = lintJson(folder, ["."]);
    expect([...files.keys()]).toEqual(["a.txt", "b.md", "notes/c.txt"]);
    expect(rulesOf(files.get("a.txt"))).toEqual(["literal-metaphor:info"]);
    expect(rulesOf(files.get("b.md"))).toEqual(["literal-metaphor:warning"]);
    expect(rulesOf(files.get("notes/c.txt"))).toEqual(["literal-metaphor:info", "punctuation:warning"]);
    const shown = JSON.parse(run(folder, ["--print-config", "a.txt"]).out);
    expect(shown).toMatchObject({ config: "xindaya.config.yml", preset: "terms-only", rules: { punctuation: "off" } });
    expect([shown.rules.slogan].flat()[0]).toBe("error");
  });

  test("terms inline and in files go before the package's own", () => {
    const folder = folderOf({
      "xindaya.config.yml":
        "terms:\n  - ./terms.yml\n  - zh: 牛鼻子\n    preferred: lever\n    deprecated: [niubi nose]\n",
      "terms.yml": "- zh: 云长制\n  preferred: cloud steward scheme\n  deprecated: [cloud chief system]\n",
      "a.txt": "The niubi nose of the cloud chief system.\n",
    });
    const { files } = lintJson(folder, ["a.txt"]);
    expect(files.get("a.txt")?.map(({ actual, expected }) => [actual, expected[0]])).toEqual([
      ["niubi nose", "lever"],
      ["cloud chief system", "cloud steward scheme"],
    ]);
  });

  test("a specialist gets remarks where a general reader is warned", () => {
    const slogan = 'The county adheres to the "two unwaverings" of the Party.\n';
    const folder = folderOf({ "a.txt": slogan });
    expect(rulesOf(lintJson(folder, ["a.txt"]).files.get("a.txt"))).toEqual(["slogan:warning"]);
    writeFileSync(join(folder, "xindaya.config.yml"), "audience: specialist\n");
    expect(rulesOf(lintJson(folder, ["a.txt"]).files.get("a.txt"))).toEqual(["slogan:info"]);
  });

  test.each([
    [
      "xindaya.config.yml",
      "preset: strict\nrulse:\n  slogan: off\n",
      ':2: there is no "rulse" here; did you mean "rules"?',
    ],
    [
      "xindaya.config.yml",
      "rules:\n  pinyin: off\n  slogn: off\n",
      ':3: rules.slogn: there is no rule "slogn"; did you mean "slogan"?',
    ],
    ["xindaya.config.yml", "rules:\n  slogan: fatal\n", ':2: rules.slogan: "fatal" is no level'],
    [
      "xindaya.config.yml",
      "rules:\n  pinyin: [error, {alow: [x]}]\n",
      ':2: rules.pinyin.alow: there is no such option; did you mean "allow"?',
    ],
    [
      "xindaya.config.yml",
      "overrides:\n  - files: '*.md'\n    variety: en-UK\n",
      ':3: variety: "en-UK" is none of en-US, en-GB; did you mean "en-US"?',
    ],
    ["xindaya.config.yml", "a: [1\nb: 2\n", ": is not YAML"],
    ["xindaya.config.json", '{\n  "preset": "strict",\n  "rules": {"slogan" "off"}\n}', ":3: is not JSON"],
    ["xindaya.config.json", '{\n  "rules": {\n    "slogn": "off"\n  }\n}', ':3: rules.slogn: there is no rule "slogn"'],
    [
      "package.json",
      '{\n  "name": "x",\n  "xindaya": {\n    "presett": "strict"\n  }\n}',
      ':4: there is no "presett" here; did you mean "preset"?',
    ],
    ["xindaya.config.yml", "\nextends: ./nowhere.yml\n", ':2: extends: there is no file "./nowhere.yml"'],
    [
      "xindaya.config.yml",
      "terms:\n  - zh: 甲\n    preferred: one\n    deprecatd: [wan]\n",
      ':4: terms.0.deprecatd: an entry has no key "deprecatd"',
    ],
    ["xindaya.config.yml", "extends: ./xindaya.config.yml\n", ": extends itself"],
  ])("a mistake in %s names the line: %j", (name, text, said) => {
    const folder = folderOf({ [name]: text, "a.txt": clean });
    const { code, err } = run(folder, ["a.txt"]);
    expect(err).toContain(said);
    expect(err.startsWith(`xindaya: ${name}`)).toBe(true);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });

  test("a mistake in a file of terms names that file", () => {
    const folder = folderOf({
      "xindaya.config.yml": "terms: ./lists/terms.yml\n",
      "lists/terms.yml": "- zh: 甲\n  preferred: one\n- zh: 乙\n  preferred: two\n  standing: offical\n",
      "a.txt": clean,
    });
    expect(run(folder, ["a.txt"]).err).toContain('lists/terms.yml:5: "standing" is official or common');
  });

  test("init writes one that holds, that the schema takes, and never over another", () => {
    const folder = folderOf({ "a.txt": draft });
    expect(run(folder, ["init"]).code).toBe(0);
    expect(run(folder, ["a.txt"]).code).toBe(1);
    expect(run(folder, ["init"])).toMatchObject({ code: 2 });
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../schema/xindaya.config.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const starter = readFileSync(join(folder, "xindaya.config.yml"), "utf8");
    expect(validate(parse(starter))).toBe(true);
    expect(
      validate(
        parse(
          "rules: {pinyin: [error, {allow: [x]}], slogan: off}\naudience: specialist\noverrides: [{files: a, words: [b]}]",
        ),
      ),
    ).toBe(true);
    expect(validate(parse("rules: {slogn: off}"))).toBe(false);
    expect(validate(parse("presett: strict"))).toBe(false);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { names } from "../../src/generated/spelling.js";
import { lint, rules } from "../../src/index.js";
import { createSpelling } from "../../src/spell/rule.js";

const others = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
const spelling = createSpelling();
const find = (text: string) => lint(text, { extra: [spelling], rules: others });
const folder = join(import.meta.dirname, "../../dictionaries/names");

it("flags no name and no word of its own dictionaries", () => {
  const words = readFileSync(join(folder, "words.txt"), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const text = [
    ...names.split("\n").map((name) => `He went to ${name} in May.`),
    ...words
      .flatMap((line) => line.split(" "))
      .filter(Boolean)
      .map((word) => `They wrote ${word} once.`),
  ].join("\n\n");
  expect(
    find(text)
      .map(({ actual, expected }) => `${actual} > ${expected[0]}`)
      .filter((line) => !twoForms.test(line)),
  ).toEqual([]);
});

/** The list itself holds both forms of some names, which one text should not. */
const twoForms = /^(Bei[dD]ou|Tian'?anmen|Bo'?ao|[KH]\w+s|Xigaze|Shigatse|Kash\w+|Uy?gh?ur|Uighur)\b/;

it("mends every listed mistake to the name it is listed under", () => {
  const { mistakes } = parse(readFileSync(join(folder, "mistakes.yml"), "utf8")) as {
    mistakes: Record<string, string[]>;
  };
  for (const [right, wrong] of Object.entries(mistakes)) {
    for (const form of wrong) {
      const found = find(`He went to ${form} in May.`);
      expect(found.map(({ actual }) => actual)).toEqual([form]);
      expect(found[0]?.expected[0]).toBe(right);
    }
  }
});

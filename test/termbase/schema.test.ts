import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { termsSchema } from "../../scripts/term-schema.js";
import { rules } from "../../src/cli/rules.js";
import { compileTerms, type TermEntry } from "../../src/termbase/compile.js";

const root = join(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(root, "schema/terms.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ allErrors: false }).compile(schema);

/** The first complaint, `undefined` when the list is fine. */
const complaint = (data: unknown): string | undefined => {
  if (validate(data)) return undefined;
  const errors = validate.errors ?? [];
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ");
};

describe("schema/terms.schema.json", () => {
  test("is what the build writes", () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(termsSchema(rules.map(({ id }) => id)))));
  });

  test("takes every file of the termbase", () => {
    const folder = join(root, "dictionaries/terms");
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".yml"))) {
      expect(complaint(parse(readFileSync(join(folder, name), "utf8"))), name).toBeUndefined();
    }
  });

  test("takes a map with terms, and every kind of entry", () => {
    const entry = {
      zh: "抓手",
      pinyin: "zhuāshǒu",
      preferred: "lever",
      admitted: ["handle"],
      deprecated: [
        "hand grip",
        { phrase: "gripper" },
        { phrase: "grip", when: { near: ["work"], quoted: true } },
        { phrase: "grasp", when: [{ quoted: true }, { policy: true }], examples: { flags: ["a"], passes: ["b"] } },
      ],
      standing: "official",
      definition: "what one takes hold of to get work done",
      note: "",
      sources: [{ title: "Report", publisher: "Press", year: 2020, url: "https://example.org" }, "an-id"],
      field: "metaphors",
      rule: "terminology",
      parts: ["抓", "手"],
      compose: false,
    };
    expect(complaint([entry])).toBeUndefined();
    expect(complaint({ $schema: "./terms.schema.json", terms: [entry] })).toBeUndefined();
    expect(complaint([])).toBeUndefined();
  });

  test.each<[string, unknown, RegExp]>([
    ["an entry without Chinese", { preferred: "lever" }, /zh/],
    ["an entry without English", { zh: "抓手" }, /preferred/],
    ["a misspelt key", { zh: "抓手", preferred: "lever", depreciated: ["hand grip"] }, /additional properties/],
    ["a text where a list belongs", { zh: "抓手", preferred: "lever", admitted: "handle" }, /must be array/],
    [
      "an unknown condition",
      { zh: "抓手", preferred: "lever", deprecated: [{ phrase: "grip", when: { close: ["x"] } }] },
      /additional properties/,
    ],
    [
      "a condition that is no list",
      { zh: "抓手", preferred: "lever", deprecated: [{ phrase: "grip", when: { near: "x" } }] },
      /must be array/,
    ],
    ["an unknown standing", { zh: "抓手", preferred: "lever", standing: "semi-official" }, /allowed values/],
    ["a source without a publisher", { zh: "抓手", preferred: "lever", sources: [{ title: "Report" }] }, /publisher/],
    ["a number for a text", { zh: "抓手", preferred: 5 }, /must be string/],
  ])("refuses %s, as the compiler does", (_name, entry, says) => {
    expect(complaint([entry])).toMatch(says);
    // a source without a publisher is for the schema alone to say
    if (!/source/.test(_name)) expect(compileTerms([entry as TermEntry]).faults).not.toEqual([]);
  });
});

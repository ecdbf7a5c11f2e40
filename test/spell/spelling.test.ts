import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint, rules } from "../../src/index.js";
import { readDictionary } from "../../src/spell/index.js";
import { createSpelling, type SpellingOptions } from "../../src/spell/rule.js";

const others = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
const plain = createSpelling();

function find(text: string, options: Record<string, unknown> = {}, spelling = plain) {
  return lint(text, { extra: [spelling], rules: { ...others, spelling: [true, options] } });
}

const actual = (text: string, options?: Record<string, unknown>, spelling?: typeof plain) =>
  find(text, options, spelling).map((finding) => finding.actual);

describe("seeded misspellings", () => {
  const rows = readFileSync(join(import.meta.dirname, "misspellings.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, string]);
  const sentences = [
    (word: string) => `They said that ${word} is what the plan for this year is about.`,
    (word: string) => `The county’s report of 2021 has a page on ${word}, among others.`,
  ];

  it("are two hundred", () => expect(rows.length).toBe(200));

  it.each(sentences.map((sentence) => [sentence("…"), sentence] as const))(
    "are found and mended in %j",
    (_, sentence) => {
      const findings = rows.map(([wrong, right]) => ({
        right,
        found: find(sentence(wrong)).find((one) => one.actual === wrong),
      }));
      const found = findings.filter((one) => one.found !== undefined);
      const first = found.filter((one) => one.found?.expected[0] === one.right);
      expect(found.length / rows.length).toBeGreaterThanOrEqual(0.95);
      expect(first.length / rows.length).toBeGreaterThanOrEqual(0.85);
    },
  );
});

describe("names", () => {
  it("lets pinyin pass with a capital, listed or not", () => {
    expect(
      actual("Wanglaoji, Shuangliu and Qin'ao lie beside Duanjiazhuang, said Ouyang Xiuzhen of Bu'erjin."),
    ).toEqual([]);
  });

  it("finds what cannot be read as pinyin and is like a known name", () => {
    expect(find("Trains to Shijazhuang stop at Tangshn.").map(({ actual, expected }) => [actual, expected[0]])).toEqual(
      [
        ["Shijazhuang", "Shijiazhuang"],
        ["Tangshn", "Tangshan"],
      ],
    );
  });

  it("leaves a person's name alone that sounds like a place", () => {
    expect(actual("Dr. Liu Hangzou and Ms. Shengzhen Li spoke.")).toEqual([]);
    expect(actual("He moved to Shengzhen in 1992.")).toEqual(["Shengzhen"]);
  });

  it("knows which of two provinces a city lies in", () => {
    expect(actual("Taiyuan, Shaanxi, and Yan'an in Shanxi are far apart.")).toEqual(["Shaanxi", "Shanxi"]);
    expect(actual("Shanxi's Taiyuan and Shaanxi's Yan'an, Shanxi and Shaanxi.")).toEqual([]);
  });

  it("keeps a text to one form of a name", () => {
    expect(actual("Uygur music and Uygur dance; a Uyghur song.")).toEqual(["Uyghur"]);
    expect(actual("Uyghur music and a Uyghur song.")).toEqual([]);
  });
});

describe("capitals", () => {
  it("takes a stranger with a capital for a name", () => {
    expect(actual("Mr. Kowalczyk of Brzeziny met Okonkwo Industries.")).toEqual([]);
  });
  it("sees a slip in a common word with a capital", () => {
    expect(find("The Provincial Comission of Health met.")[0]?.expected[0]).toBe("Commission");
    expect(find("Goverments pay.")[0]?.expected[0]).toBe("Governments");
    expect(find("A NOTE ON INFRASTRUCTRE")[0]?.expected[0]).toBe("INFRASTRUCTURE");
  });
});

describe("options", () => {
  it("accepts a project's words, from the rule, the options and the terms", () => {
    const text = "Every quokkabox has a quokkalid.";
    expect(actual(text, { unknown: true })).toEqual(["quokkabox", "quokkalid"]);
    expect(actual(text, { unknown: true, words: ["quokkabox"] })).toEqual(["quokkalid"]);
    expect(actual(text, { unknown: true }, createSpelling({ words: ["quokkabox", "quokkalid"] }))).toEqual([]);
    const terms = [
      { zh: "箱", preferred: "quokkabox" },
      { zh: "盖", preferred: "lid", admitted: ["quokkalid"] },
    ];
    expect(lint(text, { extra: [plain], terms, rules: { ...others, spelling: [true, { unknown: true }] } })).toEqual(
      [],
    );
  });

  it("narrows to one English", () => {
    const text = "The colour of the theater was analysed and organized.";
    expect(actual(text)).toEqual([]);
    expect(actual(text, { dialect: "american" })).toEqual(["colour", "analysed"]);
    expect(actual(text, { dialect: "british" })).toEqual(["theater"]);
  });

  it("leaves farther suggestions to those who ask when it is lazy, and spends no more than its budget", () => {
    const text = "A wonderfuly bbrightt accomplishhmeentt.";
    const eager = find(text);
    const lazy = find(text, { suggestions: "lazy" });
    expect(lazy.length).toBeLessThanOrEqual(eager.length);
    expect(find(text, { budget: 0 }).length).toBeLessThanOrEqual(eager.length);
    expect(find(text, { most: 0 }).length).toBeLessThanOrEqual(eager.length);
  });

  it("is off when it is off", () => {
    expect(lint("The goverment.", { extra: [plain], rules: { ...others, spelling: "off" } })).toEqual([]);
    expect(lint("The goverment.", { extra: [plain], preset: "terms-only" })).toEqual([]);
  });

  it("refuses what it does not know", () => {
    expect(() => find("a", { dialects: "british" })).toThrow('did you mean "dialect"');
    expect(() => lint("a", { extra: plain as never })).toThrow("extra: must be a list of rules");
    expect(() => lint("a", { rules: { spelling: true } })).toThrow('there is no rule "spelling"');
  });
});

describe("dictionaries", () => {
  it("are asked besides, as strings", () => {
    const options: SpellingOptions = { dictionaries: [{ aff: "SET UTF-8\n", dic: "1\nblorptastic\n" }] };
    expect(actual("A blorptastic day.", { unknown: true }, createSpelling(options))).toEqual([]);
    expect(actual("A blorptastic day.", { unknown: true })).toEqual(["blorptastic"]);
  });

  it("are refused as bytes", () => {
    const bytes = new Uint8Array([49]) as unknown as string;
    expect(() => createSpelling({ dictionaries: [{ aff: bytes, dic: bytes }] })).toThrow("both strings");
  });

  it("has nspell suggest where nothing near is found", () => {
    let read = 0;
    const spelling = createSpelling({
      fallback: () => {
        read++;
        return readDictionary();
      },
    });
    expect(spelling.suggest("goverment")[0]).toBe("government");
    expect(read).toBe(0);
    expect(spelling.suggest("uhnappy")).toContain("unhappy");
    expect(spelling.suggest("xqzjwv")).toEqual([]);
    expect(spelling.suggest("xqzjwvv")).toEqual([]);
    expect(read).toBe(1);
    expect(spelling.suggest("Goverment")[0]).toBe("Government");
    expect(spelling.suggest("Xiongan")).toEqual(["Xiong'an"]);
    expect(spelling.suggest("government")).toEqual([]);
    expect(spelling.knows("government")).toBe(true);
    expect(spelling.knows("goverment")).toBe(false);
  });
});

describe("places", () => {
  it("are those of the words, in any format and script", () => {
    const text = "𠮷 **gover&shy;ment**, and the *goverment* of 北京 &amp; proritize.";
    const found = lint(text, { extra: [plain], rules: others, format: "markdown" });
    expect(found.map((one) => one.actual)).toContain("goverment");
    for (const { start, end, actual } of found) expect(text.slice(start, end)).toBe(actual);
  });

  it("hold for any text", () => {
    const word = fc.constantFrom(
      "goverment",
      "devel- opment",
      "Xiongan",
      "theworld",
      "Xi'an,",
      "Shanxi",
      "block chain",
      "é",
      "\n\n",
      "-",
      "’s",
      "𠮷",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 30 }),
        (words) => {
          const text = words.join(" ");
          for (const { start, end, actual, expected } of find(text)) {
            expect(text.slice(start, end)).toBe(actual);
            expect(expected).not.toContain(actual);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("leave code, paths, handles and addresses alone", () => {
    expect(
      actual(
        "See src/goverment/index.ts, @goverment, goverment.cn, a@goverment.cn, $goverment, #goverment, goverment_id.",
      ),
    ).toEqual([]);
  });
});

it("takes time in proportion to the text", () => {
  const paragraph = "The goverment of Kreuzbergen met Zorblax Frobnicator in Qwertystan, and acheived litle. ";
  const time = (copies: number) => {
    const text = Array.from(
      { length: copies },
      (_, at) => `${paragraph}Uniqueword${"abcdefghij".charAt(at % 10)}${at} too.`,
    ).join("\n\n");
    const start = performance.now();
    find(text);
    return performance.now() - start;
  };
  time(200);
  expect(time(4000)).toBeLessThan(Math.max(60, time(400)) * 40);
});

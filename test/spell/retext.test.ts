import remarkParse from "remark-parse";
import remarkRetext from "remark-retext";
import retextEnglish from "retext-english";
import retextStringify from "retext-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { readDictionary, xindayaSpell } from "../../src/spell/index.js";

const dictionary = readDictionary();

describe("xindayaSpell", () => {
  const check = async (text: string, options = {}) => {
    const file = await unified()
      .use(retextEnglish)
      .use(xindayaSpell, { dictionary, ...options })
      .use(retextStringify)
      .process(text);
    return file.messages;
  };

  it("says what retext-spell finds, in xindaya's words and places", async () => {
    const text = "The goverment of Huairou will proritize Fintech.\n\nIt serves Xiongan on a block chain.";
    const messages = await check(text);
    expect(messages.map(({ source, ruleId }) => `${source}:${ruleId}`)).toEqual(Array(4).fill("xindaya:spelling"));
    expect(messages.map(({ actual, expected }) => [actual, expected?.[0]])).toEqual([
      ["goverment", "government"],
      ["proritize", "prioritize"],
      ["Xiongan", "Xiong'an"],
      ["block chain", "blockchain"],
    ]);
    for (const { place, actual } of messages) {
      if (!place || !("start" in place)) throw new Error("no place");
      expect(text.slice(place.start.offset, place.end.offset)).toBe(actual);
    }
  });

  it("goes by the dictionary it is given", async () => {
    const own = { aff: dictionary.aff, dic: `${dictionary.dic}\ngoverment\n` };
    expect(await check("The goverment will proritize.", { dictionary: own })).toHaveLength(1);
    expect(await check("The goverment will proritize.", { words: ["proritize"] })).toHaveLength(1);
  });

  it("keeps to one dialect", async () => {
    const text = "The colour of the theater.";
    expect((await check(text)).map(({ actual }) => actual)).toEqual([]);
    expect((await check(text, { dialect: "american" })).map(({ actual }) => actual)).toEqual(["colour"]);
    expect((await check(text, { dialect: "british" })).map(({ actual }) => actual)).toEqual(["theater"]);
  });

  it("works under remark-retext", async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkRetext, unified().use(retextEnglish).use(xindayaSpell, { dictionary }) as never)
      .use(function () {
        this.compiler = () => "";
      })
      .process("# Plan &amp; *goverment*\n\n- All will\n  proritize.\n");
    expect(file.messages.map(({ actual }) => actual)).toEqual(["goverment", "proritize"]);
  });

  it("keeps suggesting: its budget is a file's", async () => {
    const processor = unified().use(retextEnglish).use(xindayaSpell, { dictionary }).use(retextStringify);
    for (let at = 0; at < 40; at++) {
      const file = await processor.process(`Number ${at}: the goverment.`);
      expect(file.messages[0]?.expected).toContain("government");
    }
  });

  it("refuses bytes and nothing", () => {
    const attach = (options: unknown) => () =>
      unified()
        .use(xindayaSpell, options as never)
        .freeze();
    expect(attach(undefined)).toThrow("needs `dictionary`");
    const bytes = { aff: new Uint8Array(1), dic: new Uint8Array(1) };
    expect(() =>
      unified()
        .use(retextEnglish)
        .use(xindayaSpell, { dictionary: bytes } as never)
        .runSync({ type: "RootNode", children: [] } as never),
    ).toThrow("both strings");
  });
});

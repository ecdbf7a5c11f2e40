import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlain } from "../../src/formats/plain.js";
import { createDocument, Flag, has, isQuoted, Kind } from "../../src/text/document.js";

const view = (text: string) => createDocument(readPlain(text));

/** The characters of each token. */
const pieces = (text: string) => {
  const { tokens } = view(text);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
};

const sentences = (text: string) => {
  const { tokens } = view(text);
  return Array.from({ length: tokens.sentences.length - 1 }, (_, at) => {
    const from = tokens.sentences[at] as number;
    const to = (tokens.sentences[at + 1] as number) - 1;
    return text.slice(tokens.start[from], tokens.end[to]);
  });
};

describe("tokens", () => {
  it("cuts words at hyphens and possessives, so that a phrase is found across them", () => {
    expect(pieces("the city’s sub-center")).toEqual(["the", "city", "’s", "sub", "center"]);
  });

  it("keeps numbers, abbreviations and dotted names whole", () => {
    expect(pieces("U.S. GDP of 1,300.5 per gov.cn in the 14th Plan")).toEqual(
      "U.S. GDP of 1,300.5 per gov.cn in the 14th Plan".split(" "),
    );
  });

  it("leaves no token for quotation marks, but marks their neighbours", () => {
    const { tokens } = view("We hold the “bull nose,” they said.");
    expect(isQuoted(tokens, 3, 5)).toBe(true);
    expect(isQuoted(tokens, 2, 5)).toBe(false);
    const wrongWay = view("the idea of ”one board” here").tokens;
    expect(isQuoted(wrongWay, 3, 5)).toBe(true);
  });

  it("takes URLs as one piece of no words", () => {
    const { tokens } = view("See https://example.org/a-b_c?d=1, please.");
    expect(tokens.kind[1]).toBe(Kind.other);
    expect(pieces("See https://example.org/a-b_c?d=1, please.")).toEqual([
      "See",
      "https://example.org/a-b_c?d=1",
      ",",
      "please",
      ".",
    ]);
  });

  it("folds case, curly apostrophes, full-width letters, ligatures and British spelling", () => {
    const { tokens } = view("ＣＥＮＴＲＥ eﬃcient Organisations don’t travelled programme");
    expect(tokens.vocabulary).toEqual(["center", "efficient", "organizations", "don't", "traveled", "program"]);
  });

  it("keeps apart what only looks British", () => {
    const { tokens } = view("enterprise promised advised four hour tour precise sentence");
    expect(tokens.vocabulary).toEqual("enterprise promised advised four hour tour precise sentence".split(" "));
  });

  it("takes Han characters as tokens of their own kind", () => {
    const { tokens } = view("the 牛鼻子 of reform");
    expect([...tokens.kind]).toEqual([Kind.word, Kind.han, Kind.word, Kind.word]);
  });

  it("ends sentences where people do", () => {
    expect(
      sentences("Mr. Li spoke. The U.S. side, e.g. Gen. Clark, listened! “Good.” It rained (a lot). Next?"),
    ).toEqual(["Mr. Li spoke.", "The U.S. side, e.g. Gen. Clark, listened!", "Good.", "It rained (a lot).", "Next?"]);
  });

  it("ends a sentence at a stop with no space behind it, but not inside a figure or before a small letter", () => {
    expect(sentences("(taken in 2022).Photo by Wang. It grew 3.5 percent. of that")).toEqual([
      "(taken in 2022).",
      "Photo by Wang.",
      "It grew 3.5 percent. of that",
    ]);
  });

  it("never lets a sentence cross blocks", () => {
    expect(sentences("A heading\n\nand a paragraph\n\n- an item")).toEqual([
      "A heading",
      "and a paragraph",
      "- an item",
    ]);
  });

  it("marks sentence and block starts", () => {
    const { tokens } = view("One two. Three");
    expect([0, 1, 2, 3].map((at) => has(tokens, at, Flag.sentenceStart))).toEqual([true, false, false, true]);
    expect([0, 1, 2, 3].map((at) => has(tokens, at, Flag.blockStart))).toEqual([true, false, false, false]);
  });

  it("covers any text in order, without overlap, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { tokens } = view(text);
        let before = 0;
        for (let at = 0; at < tokens.count; at++) {
          expect(tokens.start[at]).toBeGreaterThanOrEqual(before);
          expect(tokens.end[at]).toBeGreaterThan(tokens.start[at] as number);
          before = tokens.end[at] as number;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("takes a single line of ten megabytes", () => {
    const text = "reform and opening up, ".repeat(450_000);
    expect(view(text).tokens.count).toBe(450_000 * 5);
  });
});

describe("policy", () => {
  it("knows a document about Chinese government from one about something else", () => {
    expect(view("The CPC Beijing Municipal Committee held a plenary session on reform.").policy).toBe(true);
    expect(view("The farmer led the ox by a ring through its nose.").policy).toBe(false);
    expect(view("She flew to Beijing and ate duck.").policy).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { hits } from "./helpers.js";

describe("a phrase", () => {
  it("is found in any case, spelling, hyphenation, quotation and line wrapping", () => {
    for (const text of [
      "Sub-Centre",
      "SUB CENTER",
      "sub\u2011center",
      "“sub”-center",
      "sub\ncenter",
      "sub\u00a0center",
    ]) {
      expect(hits(["sub center"], `a ${text} here`)).toEqual([text.replace(/^“/, "")]);
    }
  });

  it("is a noun by default: its head is found in the plural too", () => {
    expect(hits(["bull nose"], "bull nose, bull noses, bulls nose")).toEqual(["bull nose", "bull noses"]);
    expect(hits(["nose of the ox"], "the noses of the ox")).toEqual(["noses of the ox"]);
  });

  it("already in the plural is found only so", () => {
    expect(hits(["five sons"], "five sons and a five son family")).toEqual(["five sons"]);
  });

  it("after `to` is a verb, found in every form, its object in the plural too", () => {
    const text =
      "They broke the wrist, break the wrists, are breaking the wrist; it breaks the wrist, was broken the wrist.";
    expect(hits(["to break the wrist"], text)).toHaveLength(5);
    expect(hits(["to face hardship and press ahead"], "faced hardship and pressed ahead")).toHaveLength(1);
    expect(hits(["to keep order and control"], "kept order and control, keeps order and controls")).toHaveLength(2);
    expect(hits(["to deeply, fully and widely carry water"], "deeply, fully and widely carried water")).toHaveLength(1);
    expect(hits(["to visit and console"], "visited and consoled")).toEqual(["visited and consoled"]);
  });

  it("after = is found as it is and no other way", () => {
    expect(hits(["= as the core"], "as the core and as the cores")).toEqual(["as the core"]);
  });

  it("may have alternatives, optional words, numbers and gaps", () => {
    expect(hits(["do/make a good job (in/of)"], "make a good job in; doing a good job")).toEqual([
      "make a good job in",
    ]);
    expect(
      hits(
        ["spirit of the # congress"],
        "spirit of the 20th congress, spirit of the twentieth congress, spirit of the last congress",
      ),
    ).toEqual(["spirit of the 20th congress", "spirit of the twentieth congress"]);
    expect(
      hits(["to insist on ... as the core"], "insisted on sound new ideas as the core, insist on a b c d as the core"),
    ).toEqual(["insisted on sound new ideas as the core"]);
  });

  it("does not cross a comma, a stop or a block", () => {
    expect(hits(["bull nose"], "a bull, nose up. Bull. Nose.\n\nbull\n\nnose")).toEqual([]);
  });

  it("is found before a possessive, which stays outside", () => {
    expect(hits(["my country"], "my country’s economy")).toEqual(["my country"]);
  });

  it("yields to the longest", () => {
    expect(hits(["game of chess", "a game of chess idea"], "a game of chess idea")).toEqual(["a game of chess idea"]);
  });

  it("is never flagged inside a good term", () => {
    expect(hits(["chess game"], "a national chess game plan", { preferred: "national chess game plan" })).toEqual([]);
    expect(hits(["chess game"], "a national chess game", { preferred: "national chess game plan" })).toEqual([
      "chess game",
    ]);
  });
});

describe("a condition", () => {
  it("asks for quotation marks", () => {
    const entry = [{ phrase: "five sons", when: { quoted: true } }];
    expect(hits(entry, "the “five sons” plan")).toEqual(["five sons"]);
    expect(hits(entry, "he had five sons")).toEqual([]);
  });

  it("asks for words near by, in any form, in the same sentence, outside the phrase", () => {
    const entry = [{ phrase: "highland", when: { near: ["innovation", "open up"] } }];
    expect(hits(entry, "A highland for opening up. A highland.")).toEqual(["highland"]);
    expect(hits(entry, "A highland of many innovations.")).toEqual(["highland"]);
    expect(
      hits([{ phrase: "innovation highland", when: { near: ["innovation"] } }], "the innovation highland"),
    ).toEqual([]);
  });

  it("asks for the absence of words", () => {
    const entry = [{ phrase: "time node", when: { notNear: ["server"] } }];
    expect(hits(entry, "an important time node")).toEqual(["time node"]);
    expect(hits(entry, "the time node of the servers")).toEqual([]);
  });

  it("asks for the next word or the one before", () => {
    expect(
      hits([{ phrase: "caliber", when: { after: ["statistical"] } }], "statistical caliber; rifle caliber"),
    ).toEqual(["caliber"]);
    expect(
      hits([{ phrase: "fifth column", when: { notBefore: ["report"] } }], "fifth column reports, fifth column"),
    ).toEqual(["fifth column"]);
  });

  it("asks for capitals", () => {
    expect(
      hits([{ phrase: "dynamic approval", when: { capitalized: true } }], "Dynamic Approval, dynamic approval"),
    ).toEqual(["Dynamic Approval"]);
  });

  it("asks what the document is about", () => {
    const entry = [{ phrase: "bridgehead", when: { policy: true } }];
    expect(hits(entry, "a bridgehead", { policy: true })).toEqual(["bridgehead"]);
    expect(hits(entry, "a bridgehead", { policy: false })).toEqual([]);
    expect(hits(entry, "a bridgehead across the Rhine")).toEqual([]);
  });

  it("may be one of several", () => {
    const entry = [{ phrase: "five sons", when: [{ quoted: true }, { near: ["linkage"] }] }];
    expect(hits(entry, "“five sons”")).toHaveLength(1);
    expect(hits(entry, "the linkage of five sons")).toHaveLength(1);
    expect(hits(entry, "five sons")).toHaveLength(0);
  });
});

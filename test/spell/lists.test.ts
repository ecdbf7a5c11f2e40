import { describe, expect, it } from "vitest";
import { addWords, readWordList } from "../../src/spell/user-words.js";
import { packWords, readWords, type WordFacts } from "../../src/spell/word-list.js";

describe("readWordList", () => {
  it("reads a plain list", () => {
    expect(readWordList("# ours\nXindaya\r\n\nhuman-made // ok\nXindaya\n")).toEqual(["Xindaya", "human-made"]);
  });
  it("reads cspell's text and JSON", () => {
    expect(readWordList("\uFEFFalpha\n!beta\n*gamma*\ndelta+\n")).toEqual(["alpha", "gamma", "delta"]);
    expect(readWordList('{"version": "0.2", "words": ["alpha"], "ignoreWords": ["beta", "alpha"]}')).toEqual([
      "alpha",
      "beta",
    ]);
  });
  it("reads the words of a Hunspell .dic", () => {
    expect(readWordList("2\nalpha/MS\nbeta\n")).toEqual(["alpha", "beta"]);
  });
});

describe("addWords", () => {
  it("keeps what is there and adds the rest in order", () => {
    expect(addWords("# ours\nbeta", ["gamma", "alpha", "beta", "alpha"])).toBe("# ours\nbeta\nalpha\ngamma\n");
    expect(addWords("", ["one"])).toBe("one\n");
    expect(addWords("one\n", ["one"])).toBe("one\n");
  });
});

describe("a packed list", () => {
  const words = new Map<string, WordFacts>();
  for (let at = 0; at < 1000; at++) {
    const word = at.toString(26).replace(/[0-9]/g, (digit) => "klmnopqrst".charAt(Number(digit)));
    words.set(word, {
      rank: at % 4,
      dialect: ([undefined, "american", "british"] as const)[at % 3],
      term: at % 2 === 0,
    });
  }
  words.set("rarity", { rank: 4, dialect: undefined, term: false });
  words.set("O'Brien", { rank: 3, dialect: undefined, term: false });
  const list = readWords(packWords(words));

  it("knows each of its words and no other", () => {
    for (const [word, facts] of words) {
      expect(list.find(word)).toEqual(facts);
      expect(list.find(`${word}z'`)).toBeUndefined();
    }
    expect(list.find("")).toBeUndefined();
    expect(list.find("A")).toBeUndefined();
    expect(list.find("zzz")).toBeUndefined();
    expect([...list.all()].length).toBe(words.size);
  });

  it("gives near words", () => {
    const near: string[] = [];
    list.near("r", "rarty", 1, (word) => near.push(word));
    expect(near).toContain("rarity");
    expect(readWords("").find("a")).toBeUndefined();
  });
});

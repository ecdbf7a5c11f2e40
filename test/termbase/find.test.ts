import { describe, expect, test } from "vitest";
import { admitted, details, sources } from "../../src/generated/details.js";
import { compileTerms, type TermEntry, termbaseOf } from "../../src/termbase/compile.js";
import { findTerms, pinyinKey } from "../../src/termbase/find.js";
import { provideDetails, standardTermbase } from "../../src/termbase/standard.js";

const entries: TermEntry[] = [
  {
    zh: "牛鼻子",
    pinyin: "niú bízi",
    preferred: "key link",
    admitted: ["crux", "linchpin"],
    deprecated: ["niubi nose", { phrase: "bull's nose", when: { quoted: true } }, "nose of the bull/ox"],
  },
  { zh: "纲举目张", pinyin: "gāng jǔ mù zhāng", preferred: "once the key link is grasped, all falls into place" },
  {
    zh: "壮士断腕",
    pinyin: "zhuàngshì duànwàn",
    preferred: "make painful cuts",
    deprecated: [{ phrase: "to break the wrist", when: { near: ["reform"] } }],
  },
  { zh: "绿色发展", pinyin: "lǜsè fāzhǎn", preferred: "green development" },
  { zh: "5G网络", pinyin: "wǔ G wǎngluò", preferred: "5G network" },
  { zh: "“一张网”", pinyin: "yī zhāng wǎng", preferred: "unified labor network", admitted: ["the network"] },
  { zh: "世纪", pinyin: "shìjì", preferred: "century" },
  { zh: "实际", pinyin: "shíjì", preferred: "reality" },
  { zh: "孝敬", pinyin: "xiào jìng", preferred: "filial respect", deprecated: ["respect"] },
  { zh: "尊重", pinyin: "zūn zhòng", preferred: "respect", admitted: ["esteem"] },
];
const compiled = compileTerms(entries);
const termbase = termbaseOf(compiled);
const find = (query: string): string[] => findTerms(query, [termbase]).map(({ zh }) => zh);

describe("a term is found", () => {
  test("by its Chinese, whole, in part, in quotation marks, and with Latin letters in any case", () => {
    expect(find("牛鼻子")).toEqual(["牛鼻子"]);
    expect(find("鼻子")).toEqual(["牛鼻子"]);
    expect(find("“牛鼻子”")).toEqual(["牛鼻子"]);
    expect(find("一张网")).toEqual(["“一张网”"]);
    expect(find("5g网络")).toEqual(["5G网络"]);
    expect(find("５Ｇ网络")).toEqual(["5G网络"]);
    expect(find("马")).toEqual([]);
  });

  test("by its pinyin: with tones, without, with numbers, run together, begun", () => {
    for (const query of ["niú bízi", "niúbízi", "niu bi zi", "niubizi", "Niu2 Bi2 zi5", "niub", "NIÚ"]) {
      expect(find(query)[0], query).toBe("牛鼻子");
    }
    for (const query of ["lǜsè", "lüse", "lvse", "lu:se", "lv4se4 fa1zhan3"])
      expect(find(query)[0], query).toBe("绿色发展");
    // inside a term a sound is chance
    expect(find("bizi")).toEqual([]);
    expect(pinyinKey("Xī'ān")).toBe("xian");
  });

  test("by its tones before others", () => {
    expect(find("shijì")).toEqual(["世纪", "实际"].sort());
    expect(find("shíjì")).toEqual(["实际", "世纪"]);
    expect(find("shìjì")).toEqual(["世纪", "实际"]);
  });

  test("by its English, right or wrong, in any case, spelling and inflection", () => {
    for (const query of ["key link", "Key Link", "the key link", "KEY-LINK", "key link.", "key links"]) {
      expect(find(query)[0], query).toBe("牛鼻子");
    }
    for (const query of [
      "crux",
      "Linchpin",
      "niubi nose",
      "Niubi noses",
      "bull’s nose",
      "Bull's Nose",
      "nose of the ox",
    ]) {
      expect(find(query), query).toEqual(["牛鼻子"]);
    }
    for (const query of ["break the wrist", "to break the wrist", "breaking the wrist", "broke the wrist"]) {
      expect(find(query), query).toEqual(["壮士断腕"]);
    }
    expect(find("unified labour network")).toEqual(["“一张网”"]);
    expect(find("xyzzy")).toEqual([]);
    expect(find("")).toEqual([]);
    expect(find("  ")).toEqual([]);
    expect(find("'")).toEqual([]);
  });
});

describe("the best answer comes first", () => {
  test("the very term, then those that begin with it, then those that hold it", () => {
    expect(find("key link")).toEqual(["牛鼻子", "纲举目张"]);
  });

  test("right English before wrong", () => {
    expect(find("respect")).toEqual(["尊重", "孝敬"]);
  });

  test("words are not found inside others, only where they begin", () => {
    expect(find("work")).toEqual([]);
    expect(find("netw").sort()).toEqual(["“一张网”", "5G网络"].sort());
  });
});

describe("the package's own termbase", () => {
  test("answers nothing before its definitions are loaded, and then does", () => {
    expect(findTerms("牛鼻子")).toEqual([]);
    provideDetails({ admitted, details, sources });
    expect(findTerms("牛鼻子")[0]).toMatchObject({ zh: "牛鼻子", preferred: "key link" });
  });

  test("a user's own is asked first", () => {
    const own = termbaseOf(compileTerms([{ zh: "牛鼻子", preferred: "lever" }]));
    expect(
      findTerms("牛鼻子", [own, standardTermbase()])
        .map(({ preferred }) => preferred)
        .slice(0, 2),
    ).toEqual(["lever", "key link"]);
  });

  test("each of its concepts is found first by its Chinese, and by its standard English among the best", () => {
    const own = standardTermbase();
    const missing: string[] = [];
    for (let at = 0; at < own.size; at += 37) {
      const { zh, preferred } = own.concept(at);
      if (findTerms(zh)[0]?.zh !== zh) missing.push(zh);
      if (!findTerms(preferred).some((concept) => concept.zh === zh)) missing.push(preferred);
    }
    expect(missing).toEqual([]);
  });

  test("a look-up takes less than 5 ms once the index stands", () => {
    for (const query of ["鼻子", "niubizi", "crux", "game of chess", "Party", "breaking the wrist"]) {
      for (let warm = 0; warm < 10; warm++) findTerms(query);
      let least = Infinity;
      for (let run = 0; run < 15; run++) {
        const start = performance.now();
        findTerms(query);
        least = Math.min(least, performance.now() - start);
      }
      expect(least, query).toBeLessThan(5);
    }
  });
});

import { describe, expect, test } from "vitest";
import {
  fromCsv,
  fromJson,
  fromTsv,
  fromUtx,
  lineOf,
  readTermFile,
  toMarkdown,
  toUtx,
} from "../../../src/termbase/exchange/index.js";

const failing = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
};

describe("tables", () => {
  test("of other tools: names of columns in any case, a row a term, semicolons", () => {
    expect(
      fromCsv(
        "Source,Target,Status,Comment\n抓手,lever,Approved,fine\n抓手,hand grip,Forbidden,\n抓手,handle,provisional,\n",
      ),
    ).toEqual([{ zh: "抓手", preferred: "lever", admitted: ["handle"], note: "fine", deprecated: ["hand grip"] }]);
    expect(fromCsv("﻿chinese;english;avoid\r\n抓手;lever;\r\n一张网;one network;a net of one\r\n")).toEqual([
      { zh: "抓手", preferred: "lever" },
      { zh: "一张网", preferred: "one network", deprecated: ["a net of one"] },
    ]);
    expect(
      fromCsv('zh,preferred,admitted,source\n抓手,lever,"handle; starting point",https://example.org/a\n'),
    ).toEqual([
      {
        zh: "抓手",
        preferred: "lever",
        admitted: ["handle", "starting point"],
        sources: [{ title: "https://example.org/a", publisher: "example.org", url: "https://example.org/a" }],
      },
    ]);
  });

  test("without a header, either way round, as OmegaT has them", () => {
    expect(fromTsv("抓手\tlever\tin speeches\n一张网\tone network\n")).toEqual([
      { zh: "抓手", preferred: "lever", note: "in speeches" },
      { zh: "一张网", preferred: "one network" },
    ]);
    expect(fromTsv("lever\t抓手\n")).toEqual([{ zh: "抓手", preferred: "lever" }]);
    expect(fromCsv("")).toEqual([]);
  });

  test("with cells of several lines; each entry knows its line", () => {
    const read = fromCsv('zh,preferred,note\n抓手,lever,"first\nsecond"\n\n一张网,one network,"says ""one"""\n');
    expect(read.map(({ note }) => note)).toEqual(["first\nsecond", 'says "one"']);
    expect(read.map(lineOf)).toEqual([2, 5]);
  });

  test("that are wrong, with line and remedy", () => {
    expect(failing(() => fromCsv('zh,preferred\n抓手,"lever\n'))).toBe(
      "line 2: opens a quotation mark that nothing closes; close it, or write it twice",
    );
    expect(failing(() => fromCsv('zh,preferred\n抓手,"the" lever\n'))).toMatch(
      /^line 2: has text after a closing quotation mark/,
    );
    expect(failing(() => fromCsv("zh,preferred\n抓手,lever,handle\n"))).toBe(
      "line 2: has 3 cells, the header 2; put a cell that holds the separator in quotes",
    );
    expect(failing(() => fromCsv("zh,note\n抓手,x\n"))).toMatch(
      /^line 1: the header names no column for the English; call it "preferred"/,
    );
    expect(failing(() => fromCsv("zh,preferred,depreciated\n"))).toBe(
      'line 1: no column is called "depreciated"; did you mean "deprecated"?',
    );
    expect(failing(() => fromCsv("zh,preferred,standing\n抓手,lever,high\n"))).toBe(
      'line 2: standing is official or common, not "high"',
    );
    expect(failing(() => fromCsv("zh,preferred\n,lever\n"))).toBe(
      'line 2: "lever" has no Chinese term; give it one, or take it out',
    );
    expect(failing(() => fromCsv("zh,preferred\n抓手,\n"))).toBe("line 2: 抓手 has no English term; add the right one");
  });
});

describe("UTX", () => {
  test("has its header, a row a term, no tab inside a cell", () => {
    const text = toUtx([{ zh: "抓手", preferred: "lever", admitted: ["handle"], deprecated: ["hand\tgrip"] }], {
      date: "2026-01-05",
    });
    expect(text.split("\n")).toEqual([
      "#UTX 1.20; zh-CN/en-US; 2026-01-05; copyright: the xindaya contributors; license: MIT",
      "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tsrc:pinyin\tdomain\tdefinition\ttgt:comment",
      "抓手\tlever\t-\tapproved\tc1\t\t\t\t",
      "抓手\thandle\t-\tprovisional\tc1\t\t\t\t",
      "抓手\thand grip\t-\tforbidden\tc1\t\t\t\t",
      "",
    ]);
  });

  test("is read either way round", () => {
    const english =
      "#UTX 1.11; en-US/zh-CN; 2020-01-01T00:00:00Z; copyright: someone\n#description: ours\n#src\ttgt\tsrc:pos\tterm status\nlever\t抓手\tnoun\tapproved\n# a remark\nhand grip\t抓手\tnoun\tnon-standard\n";
    const expected = [{ zh: "抓手", preferred: "lever", deprecated: ["hand grip"] }];
    expect(fromUtx(english)).toEqual(expected);
    expect(fromUtx("#UTX 1.2; zh/en; bidirectional\n#term:zh\tterm:en\tsrc:pos\n抓手\tlever\tnoun\n")).toEqual([
      { zh: "抓手", preferred: "lever" },
    ]);
  });

  test("that is wrong is said", () => {
    expect(failing(() => fromUtx("src\ttgt\n"))).toMatch(/^line 1: must begin as UTX does/);
    expect(failing(() => fromUtx("#UTX 1.20; ja/en; x\n"))).toBe(
      "line 1: is from ja to en; only Chinese and English can be used",
    );
    expect(failing(() => fromUtx("#UTX 1.20; zh/en; x\n抓手\tlever\n"))).toMatch(/^line 2: names no columns/);
  });
});

describe("files by their endings", () => {
  test("JSON and YAML, as lists or under terms; lines of entries", async () => {
    const read = await readTermFile("a.json", '// ours\n{"terms": [\n{"zh": "抓手", "preferred": "lever"},\n]}');
    expect(read).toEqual([{ zh: "抓手", preferred: "lever" }]);
    expect(read.map(lineOf)).toEqual([3]);
    const yaml = await readTermFile(
      "dir/a.YML",
      "# ours\nterms:\n  - zh: 抓手\n    preferred: lever\n  - {zh: 网, preferred: net}\n",
    );
    expect(yaml.map(lineOf)).toEqual([3, 5]);
    expect(await readTermFile("a.csv", "zh,en\n抓手,lever\n")).toHaveLength(1);
  });

  test("mistakes name line and remedy", async () => {
    expect(failing(() => fromJson('[\n{"zh": "抓手"}\n]'))).toBe('line 2: an entry needs "preferred", as text');
    expect(failing(() => fromJson("[\n{,}]"))).toMatch(/^line 2: is not JSON: /);
    expect(failing(() => fromJson('{"term": []}'))).toMatch(/^line 1: must be a list of entries/);
    expect(failing(() => fromJson("[".repeat(200_000)))).toMatch(/^line \d+: /);
    await expect(readTermFile("a.yml", "- zh: 抓手\n  preferred: [lever\n")).rejects.toThrow(/^line \d: is not YAML/);
    await expect(readTermFile("a.yml", "- zh: 抓手\n  preferred: 5\n")).rejects.toThrow(
      'line 1: an entry needs "preferred", as text',
    );
    await expect(readTermFile("a.docx", "")).rejects.toThrow(/a file of terms ends in \.yml/);
  });
});

describe("Markdown", () => {
  test("is a table in which nothing breaks out of its cell", () => {
    const text = toMarkdown(
      [
        {
          zh: "抓手",
          preferred: "lever | grip",
          standing: "official",
          deprecated: ["hand_grip", { phrase: "*hand*", when: { quoted: true } }, "[x](y)"],
          sources: [{ title: 'The "Report"', publisher: "Press", year: 2020, url: "https://example.org/a(b)|c" }],
        },
      ],
      { title: "Terms", mostFlagged: 2 },
    );
    expect(text.split("\n")).toEqual([
      "# Terms",
      "",
      "| Chinese | pinyin | standard English | also fine | flagged | source |",
      "| --- | --- | --- | --- | --- | --- |",
      '| 抓手 |  | **lever \\| grip** |  | hand\\_grip; \\*hand\\* †; and 1 more | [Press 2020](<https://example.org/a(b)%7Cc> "The &quot;Report&quot;") |',
      "",
      expect.stringMatching(/^Bold: official.*†/),
      "",
    ]);
  });
});

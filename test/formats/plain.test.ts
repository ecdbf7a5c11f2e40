import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readPlain } from "../../src/formats/plain.js";
import { blocksOf, checkContract } from "./helpers.js";

// Properties and long documents take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("readPlain", () => {
  it("leaves the text as it is and needs no map", () => {
    const source = "  Grain output rose.\n";
    const { text, map } = readPlain(source);
    expect(text).toBe(source);
    expect(map).toBeUndefined();
  });

  it("ends blocks at blank lines, whatever the line breaks, and trims them", () => {
    const source =
      "First, we must hold the line.\n \t\nSecond,\r\nkeep on.  \r\n\r\n\u3000\u3000Third.\r\rFourth.\fFifth.";
    expect(blocksOf(readPlain(source))).toEqual([
      "paragraph: First, we must hold the line.",
      "paragraph: Second,\r\nkeep on.",
      "paragraph: Third.",
      "paragraph: Fourth.",
      "paragraph: Fifth.",
    ]);
  });

  it("tells a heading from a paragraph by its length and its end", () => {
    const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
    const short = long.slice(0, long.lastIndexOf(" "));
    const source = `${short}\n\n${long}\n\nTasks for the year:\n\nHe said “go on.”\n\nTwo lines\nof one`;
    expect(readPlain(source).blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
  });

  it("begins an item at a list marker, without a blank line before it", () => {
    const source =
      "Tasks:\n- Dredge the river\n  and its branches\n* Plant trees\n• Fix roads\n1. Save\n（一）Spend\n二、Lend";
    expect(blocksOf(readPlain(source))).toEqual([
      "paragraph: Tasks:",
      "item: - Dredge the river\n  and its branches",
      "item: * Plant trees",
      "item: • Fix roads",
      "item: 1. Save",
      "item: （一）Spend",
      "item: 二、Lend",
    ]);
  });

  it("takes neither a year nor a negative number nor a dash for a list marker", () => {
    expect(readPlain("The plan ends in\n2025. It began\n-5 degrees\n— or so — ago").blocks).toHaveLength(1);
  });

  it("has no blocks for nothing", () => {
    for (const source of ["", " ", "\n\n", "\f", "\r\n\t"]) expect(readPlain(source).blocks).toEqual([]);
  });

  it("keeps its contract on any text", () => {
    const pieces = fc.constantFrom(
      "\n",
      "\r",
      "\r\n",
      "\f",
      " ",
      "\t",
      "- ",
      "1. ",
      "（一）",
      "word",
      "end.",
      "\u3000",
      "牛",
    );
    const piecewise = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));
    fc.assert(
      fc.property(fc.oneof(piecewise, fc.string({ unit: "binary" })), (source) => {
        const projection = readPlain(source);
        checkContract(projection);
        const inside = projection.blocks.map(({ start, end }) => source.slice(start, end)).join("");
        expect(inside.replace(/\s/g, "")).toBe(source.replace(/\s/g, ""));
      }),
    );
  });

  it("reads long lines and long documents in linear time", () => {
    const started = performance.now();
    expect(readPlain("word ".repeat(2_000_000)).blocks).toHaveLength(1);
    expect(readPlain(" ".repeat(10_000_000)).blocks).toHaveLength(0);
    expect(readPlain("Keep on, and on.\r\n\r\n".repeat(200_000)).blocks).toHaveLength(200_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint, rules } from "../../src/index.js";
import { loadSpelling } from "../../src/spell/index.js";
import { mqmTypes } from "../rules/mqm.js";
import { readPage } from "../rules/pages.js";

const page = readPage(join(import.meta.dirname, "../../src/spell/readme.md"));
const spelling = await loadSpelling();
const others = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
const find = (text: string, format: "text" | "markdown") =>
  lint(text, { extra: [spelling], rules: others, format, policy: true });

describe("spelling", () => {
  it("has a page that tells the truth", () => {
    expect(page.title).toBe(spelling.id);
    expect(page.facts).toEqual({
      "MQM type": spelling.mqm,
      level: spelling.level,
      presets: spelling.presets.join(", "),
    });
    expect(mqmTypes).toContain(spelling.mqm);
    expect(page.options).toEqual(Object.keys(spelling.options));
    expect(spelling.url).toMatch(/\/src\/spell\/readme\.md$/);
  });

  it.each(page.flagged)("flags $text", ({ text, format, marked, expected }) => {
    const found = find(text, format);
    expect(found.map(({ actual }) => actual)).toEqual(marked.map(({ start, end }) => text.slice(start, end)));
    if (expected !== undefined) expect(found[0]?.expected[0]).toBe(expected);
    for (const { message } of found) expect(message).not.toMatch(/undefined|\n/);
  });

  it.each(page.fine)("passes $text", ({ text, format }) => {
    expect(find(text, format).map(({ actual }) => actual)).toEqual([]);
  });
});

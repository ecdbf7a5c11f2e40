import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint, rules } from "../../src/index.js";
import { mqmTypes } from "./mqm.js";
import { readPage } from "./pages.js";

const root = join(import.meta.dirname, "../..");

describe.each(rules)("$id", (rule) => {
  const path = join(root, "rules", rule.id, "readme.md");
  const page = existsSync(path) ? readPage(path) : undefined;

  /** What this rule alone says of a text. */
  const alone = Object.fromEntries(rules.map(({ id }) => [id, id === rule.id]));
  const find = (text: string, format: "text" | "markdown") => lint(text, { rules: alone, format, policy: true });

  it("has a page that tells the truth", () => {
    expect(page?.title).toBe(rule.id);
    expect(page?.facts).toEqual({
      "MQM type": rule.mqm,
      level: rule.level,
      presets: rule.presets.join(", ") || "none",
    });
    expect(mqmTypes).toContain(rule.mqm);
    expect(page?.options).toEqual(Object.keys(rule.options));
    expect(page?.flagged.length).toBeGreaterThan(0);
    expect(page?.fine.length).toBeGreaterThan(0);
  });

  it.each(page?.flagged ?? [])("flags $text", ({ text, format, marked, expected }) => {
    const found = find(text, format);
    expect(found.map(({ actual }) => actual)).toEqual(marked.map(({ start, end }) => text.slice(start, end)));
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(marked);
    if (expected !== undefined) expect(found[0]?.expected[0]).toBe(expected);
    for (const { message } of found) expect(message).not.toMatch(/undefined|\n/);
  });

  it.each(page?.fine ?? [])("passes $text", ({ text, format }) => {
    expect(find(text, format).map(({ actual }) => actual)).toEqual([]);
  });
});

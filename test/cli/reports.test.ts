import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import addFormats from "ajv-formats";
import { chromium } from "playwright-core";
import type { Log } from "sarif";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { folderOf, run } from "./run.js";

const require = createRequire(import.meta.url);
// the official schema is of draft 4
const Ajv = require("ajv-draft-04") as typeof import("ajv").default;
const sarifSchema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;

const hostile = `The niubi nose <script>alert(1)</script> & "quotes" of 100% of it , says <b onclick="x()">he</b> .\n`;
const files = {
  "a.txt": `The niubi nose of the plan is clear .\n中国 is the niubi nose.\n`,
  "sub/evil, 100% & <name>.txt": hostile,
  "sub/clean.md": "# A river\n",
  "en.json": '{"menu": {"title": "Grasp the niubi nose"}}',
};

const report = (format: string, names: readonly string[] = [".", "en.json"]) => {
  const folder = folderOf(files);
  return { folder, ...run(folder, ["--format", format, ...names]) };
};

/** @returns elements as [name, attributes], in order; throws when the XML is not well-formed */
function elements(xml: string): [string, Record<string, string>][] {
  const found: [string, Record<string, string>][] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => found.push([name, attributes as Record<string, string>]));
  parser.write(xml).close();
  return found;
}

describe("text", () => {
  test("shows the line, the words, the Chinese; no colors where nobody asked", () => {
    const { out, folder } = report("text", ["a.txt"]);
    expect(out).toContain("| The niubi nose of the plan is clear .\n        |     ~~~~~~~~~~\n");
    expect(out).toContain("牛鼻子 (niú bízi)");
    expect(out).not.toContain("\u001b");
    expect(run(folder, ["a.txt"], { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[31merror");
    expect(run(folder, ["a.txt"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain("\u001b");
    expect(run(folder, ["--color", "a.txt"], { env: { NO_COLOR: "1" } }).out).toContain("\u001b[31m");
  });

  test("lets nothing of a text steer the terminal", () => {
    const folder = folderOf({ "a.txt": "The \u001b[2Jniubi nose \u202e of \u0007 it .\n" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(run(folder, ["a.txt"]).out).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

test("jsonl: a line a finding", () => {
  const lines = report("jsonl")
    .out.trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ path: "a.txt", ruleId: "literal-metaphor", start: 4, end: 14 });
  expect(lines.at(-1)).toMatchObject({ path: "en.json", label: "menu.title" });
});

test("sarif: valid by the schema, MQM types as a taxonomy, fixes, fingerprints that stay", () => {
  const { out, folder } = report("sarif", [".", "en.json", "nowhere.txt"]);
  const log = JSON.parse(out) as Log;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (ajv: object) => void)(ajv);
  const validate = ajv.compile(sarifSchema);
  validate(log);
  expect(validate.errors).toBeNull();
  const [first] = log.runs;
  const results = first?.results ?? [];
  expect(first?.taxonomies?.[0]?.taxa?.map(({ id }) => id)).toContain("accuracy/mistranslation");
  for (const { ruleIndex, ruleId, taxa } of results) {
    expect(first?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    const [type] = taxa ?? [];
    expect(first?.taxonomies?.[0]?.taxa?.[type?.index ?? -1]?.id).toBe(type?.id);
  }
  const fix = results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
  expect(fix).toMatchObject({
    deletedRegion: { charOffset: 4, charLength: 10 },
    insertedContent: { text: "key link" },
  });
  expect(
    results.some(
      ({ locations }) =>
        locations?.[0]?.physicalLocation?.artifactLocation?.uri === "sub/evil,%20100%25%20&%20%3Cname%3E.txt",
    ),
  ).toBe(true);
  expect(
    results.some(({ locations }) => locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName === "menu.title"),
  ).toBe(true);
  expect(first?.invocations?.[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  const prints = results.map(({ partialFingerprints }) => partialFingerprints?.["xindaya/v1"]);
  expect(new Set(prints).size).toBe(prints.length);
  const moved = folderOf({ "a.txt": `A line above.\n\n${files["a.txt"]}` });
  const again = JSON.parse(run(moved, ["-f", "sarif", "a.txt"]).out) as Log;
  const here = JSON.parse(run(folder, ["-f", "sarif", "a.txt"]).out) as Log;
  const of = (log: Log) => log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
  expect(of(again)).toEqual(of(here));
});

test("github: one command a finding, nothing of a name or text breaks out of it", () => {
  const { out } = report("github");
  const lines = out.trimEnd().split("\n");
  expect(lines[0]).toBe(
    "::error file=a.txt,line=1,endLine=1,col=5,endColumn=15,title=xindaya literal-metaphor::“niubi nose” looks like a literal rendering of 牛鼻子; say “key link”%0A牛鼻子 (niú bízi): the one point whose grip moves everything else",
  );
  expect(lines.slice(0, -1).every((line) => /^::(?:error|warning|notice) file=[^,]+,line=\d+/.test(line))).toBe(true);
  expect(out).toContain("file=sub/evil%2C 100%25 & <name>.txt,");
});

test("gitlab: what its schema asks for", () => {
  const issues = JSON.parse(report("gitlab").out) as Record<string, unknown>[];
  expect(issues[0]).toMatchObject({
    check_name: "literal-metaphor",
    severity: "major",
    location: { path: "a.txt", lines: { begin: 1, end: 1 } },
  });
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

test("junit and checkstyle: well-formed, counts right, failures of reading told", () => {
  const junit = elements(report("junit", [".", "nowhere.txt"]).out);
  const count = (name: string) => junit.filter(([element]) => element === name).length;
  const [, totals] = junit[0] ?? [];
  expect(Number(totals?.tests)).toBe(count("testcase"));
  expect(Number(totals?.failures)).toBe(count("failure"));
  expect(Number(totals?.errors)).toBe(1);
  const checkstyle = elements(report("checkstyle").out);
  expect(checkstyle[2]).toEqual([
    "error",
    expect.objectContaining({ line: "1", column: "5", severity: "error", source: "xindaya.literal-metaphor" }),
  ]);
  expect(checkstyle.some(([, { name }]) => name === "sub/evil, 100% & <name>.txt")).toBe(true);
});

test("rdjson: columns count bytes", () => {
  const { diagnostics } = JSON.parse(report("rdjson", ["a.txt"]).out);
  const second = diagnostics.filter(
    (item: { location: { range: { start: { line: number } } } }) => item.location.range.start.line === 2,
  );
  const columns = second.map(
    (item: { location: { range: { start: { column: number }; end: { column: number } } } }) => [
      item.location.range.start.column,
      item.location.range.end.column,
    ],
  );
  expect(columns).toContainEqual([1, 7]);
  expect(columns).toContainEqual([15, 25]);
  expect(diagnostics[0].suggestions[0]).toMatchObject({ text: "key link" });
});

test("markdown: a table that no text breaks", () => {
  const folder = folderOf({ "a.md": "# The niubi nose | of <b>it</b> @someone .\n" });
  const { out } = run(folder, ["-f", "markdown", "a.md"]);
  expect(out).toMatch(/^### ❌ xindaya: 1 error/);
  const rows = out.split("\n").filter((line) => /^\| \d/.test(line));
  for (const row of rows) expect(row.replace(/\\\|/g, "").split("|")).toHaveLength(9);
  expect(out).not.toContain("@someone");
});

test("several reports in one run, each to its file; formats by ending", () => {
  const folder = folderOf(files);
  const { out, code } = run(folder, [
    "-f",
    "json",
    "-o",
    "out/r.json",
    "-o",
    "out/r.sarif",
    "-o",
    "out/r.html",
    "-f",
    "text",
    "a.txt",
  ]);
  expect(code).toBe(1);
  expect(out).toContain("4 issues");
  expect(JSON.parse(readFileSync(join(folder, "out/r.json"), "utf8"))[0].path).toBe("a.txt");
  expect(JSON.parse(readFileSync(join(folder, "out/r.sarif"), "utf8")).version).toBe("2.1.0");
  expect(readFileSync(join(folder, "out/r.html"), "utf8")).toContain("<!doctype html>");
  expect(run(folder, ["-f", "json", "-f", "text", "a.txt"])).toMatchObject({ code: 2 });
  mkdirSync(join(folder, "taken.json"));
  expect(run(folder, ["-o", "taken.json", "a.txt"])).toMatchObject({ code: 2 });
});

const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (!browser)
  console.log("skipped: the HTML report is not looked at, as there is no /usr/bin/chromium (apt-get install chromium)");

describe.skipIf(!browser)("html, in Chromium", () => {
  test("highlights, cards, filters, charts; nothing of the text runs", async () => {
    const folder = folderOf(files);
    run(folder, ["-o", "report.html", ".", "en.json"]);
    const app = await chromium.launch({ executablePath: browser as string, args: ["--no-sandbox"] });
    try {
      const page = await app.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      page.on("dialog", (dialog) => {
        said.push(dialog.message());
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) said.push(request.url());
      });
      await page.goto(`file://${join(folder, "report.html")}`);
      const marks = page.locator("mark");
      expect(await marks.first().textContent()).toBe("niubi nose");
      expect(await page.locator(".text").nth(2).textContent()).toBe(files["en.json"]);
      expect(await page.locator(".text script, .text b").count()).toBe(0);
      await marks.first().hover();
      const card = page.locator("#card");
      await card.waitFor({ state: "visible" });
      expect(await card.textContent()).toContain("牛鼻子 (niú bízi)");
      expect(await card.textContent()).toContain("key link");
      const box = await card.boundingBox();
      expect(box && box.x >= 0 && box.width > 100).toBe(true);
      // by the keyboard too
      await page.keyboard.press("Escape");
      expect(await card.isVisible()).toBe(false);
      await marks.nth(1).focus();
      expect(await card.isVisible()).toBe(true);
      const shown = async () => Number(await page.locator("#shown").textContent());
      const all = await shown();
      await page.locator('input[data-filter="rule"][value="literal-metaphor"]').uncheck();
      const fewer = await shown();
      expect(fewer).toBeLessThan(all);
      expect(await page.evaluate('getComputedStyle(document.querySelector("mark")).borderBottomWidth')).toBe("0px");
      await page.locator('input[data-filter="rule"][value="literal-metaphor"]').check();
      await page.locator("#file").selectOption({ index: 1 });
      expect(await shown()).toBeLessThan(all);
      expect(await page.locator(".file:visible").count()).toBe(1);
      const bars = await page
        .locator("#chart rect")
        .evaluateAll((list) =>
          list.map(
            (rect) => (rect as unknown as { getBoundingClientRect(): { width: number } }).getBoundingClientRect().width,
          ),
        );
      expect(Math.max(...bars)).toBeGreaterThan(50);
      expect(said).toEqual([]);
      if (process.env.XINDAYA_SCREENSHOT) {
        await page.locator("#file").selectOption({ index: 0 });
        await marks.first().hover();
        await page.screenshot({ path: process.env.XINDAYA_SCREENSHOT, fullPage: true });
      }
    } finally {
      await app.close();
    }
  });
});

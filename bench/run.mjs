/**
 * npm run bench
 * Times side by side in one run, as ratios: this linter against the bare parse, against peers, and with 100 times the
 * terms. The text is made here, so that anybody can run it; a folder given as argument is used instead.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ParseEnglish } from "parse-english";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { VFile } from "vfile";
import xindaya, { lint } from "../dist/index.js";
import { sampleText } from "./text.mjs";

const root = join(import.meta.dirname, "..");
const [folder] = process.argv.slice(2);
const seed = folder
  ? readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n\n")
  : sampleText();
const bytes = 2_000_000;
const text = `${seed}\n\n`.repeat(Math.ceil(bytes / (seed.length + 2)));
const blocks = text.split(/\n\s*\n/);
const rows = [];

/** The median of several runs in milliseconds, after one to warm up. */
function time(run, times = 5) {
  run();
  const taken = [];
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}

function row(what, value, aim) {
  rows.push([what, value, aim]);
  console.log(`${what.padEnd(74)} ${value.padStart(8)}   ${aim}`);
}

const ratio = (value) => `${value.toFixed(2)}x`;

const parser = new ParseEnglish();
const parse = time(() => {
  for (const block of blocks) parser.parse(block);
});
const linting = time(() => lint(text));
console.log(
  `${(text.length / 1e6).toFixed(1)} MB of ${folder ? "the given" : "made-up"} text, ${lint(text).length} findings`,
);
row("lint() with all rules, time over parse-english block by block", ratio(linting / parse), "below 1");

const bare = unified().use(retextEnglish);
const full = unified().use(retextEnglish).use(xindaya);
const pages = [];
for (let at = 0; at < blocks.length; at += 20) pages.push(blocks.slice(at, at + 20).join("\n\n"));
const run = (processor) => () => {
  for (const page of pages) {
    const file = new VFile(page);
    processor.runSync(processor.parse(file), file);
  }
};
bare.freeze();
full.freeze();
const bareTime = time(run(bare), 3);
const fullTime = time(run(full), 3);
row("as retext plugin, added time over the bare parse", ratio((fullTime - bareTime) / bareTime), "below 0.5");

// the cost of terms: generated phrases that do not stand in the text but begin with words that do
const words = [...new Set(seed.toLowerCase().match(/[a-z]{4,}/g))];
const terms = (count) =>
  Array.from({ length: count }, (_, at) => ({
    zh: `词${at}`,
    preferred: `standard ${at}`,
    deprecated: [`${words[at % words.length]} ${words[(at * 7 + 3) % words.length]} zq${at}`],
  }));
const cost = Object.fromEntries(
  [100, 1000, 10_000].map((count) => {
    const options = { terms: terms(count) };
    lint("x", options);
    return [count, time(() => lint(text, options))];
  }),
);
row("with 1,000 terms of one's own, time over 100", ratio(cost[1000] / cost[100]), "");
row("with 10,000 terms of one's own, time over 100", ratio(cost[10_000] / cost[100]), "below 1.2");

const work = mkdtempSync(join(tmpdir(), "xindaya-bench-"));
try {
  const memory = `import { readFileSync } from "node:fs"; import { lint } from ${JSON.stringify(join(root, "dist/index.js"))};
    lint(readFileSync(process.argv[2], "utf8")); console.log(process.resourceUsage().maxRSS);`;
  writeFileSync(join(work, "memory.mjs"), memory);
  writeFileSync(join(work, "large.txt"), text);
  const peak = Number(
    execFileSync(process.execPath, [join(work, "memory.mjs"), join(work, "large.txt")], { encoding: "utf8" }),
  );
  row("peak memory of one process that lints all of it", `${Math.round(peak / 1024)} MB`, "below 150 MB");

  const page = seed.slice(0, 7000);
  writeFileSync(join(work, "page.txt"), page);
  const start = (args) =>
    time(() => {
      try {
        execFileSync(process.execPath, args, { cwd: root, stdio: "ignore" });
      } catch {
        // findings make an exit code
      }
    }, 7);
  const node = start(["-e", "0"]);
  const cold = start([join(root, "dist/cli.js"), "--no-config", join(work, "page.txt")]);
  const coldQuiet = start([join(root, "dist/cli.js"), "--no-config", "--rule", "spelling:off", join(work, "page.txt")]);
  const writeGood = start([join(root, "node_modules/write-good/bin/write-good.js"), join(work, "page.txt")]);
  row("cold start on one page with spelling off, over bare node", ratio(coldQuiet / node), "below 2.5");
  row("cold start on one page with spelling on, over spelling off", ratio(cold / coldQuiet), "below 2");
  row("cold start on one page with spelling off, over write-good", ratio(coldQuiet / writeGood), "below 1");

  await peers(work);
} finally {
  rmSync(work, { recursive: true });
}

/** textlint with its terminology rule, on Markdown files of 9 kB, against this command line. */
async function peers(work) {
  const files = 200;
  for (let at = 0; at < files; at++) {
    const from = (at * 997) % Math.max(1, seed.length - 9000);
    writeFileSync(join(work, `page-${at}.md`), seed.slice(from, from + 9000));
  }
  writeFileSync(join(work, "prh.yml"), "version: 1\nrules:\n  - expected: key link\n    pattern: niubi nose\n");
  const rules = { terminology: true, prh: { rulePaths: [join(work, "prh.yml")] } };
  writeFileSync(join(work, "textlint.json"), JSON.stringify({ rules }));
  const quietly = (args) => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
    // 0 and 1 say that files were linted; anything else is no measurement
    if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
    return performance.now() - begin;
  };
  const ours = quietly([
    join(root, "dist/cli.js"),
    "--no-config",
    "--rule",
    "spelling:off",
    "-f",
    "json",
    join(work, "*.md"),
  ]);
  const textlint = join(root, "node_modules/textlint/bin/textlint.js");
  const theirs = quietly([textlint, "--config", join(work, "textlint.json"), "-f", "json", join(work, "*.md")]);
  row(
    "200 Markdown files of 9 kB, time over textlint with terminology and prh",
    ratio(ours / theirs),
    "below 1 (aim 0.2)",
  );
}

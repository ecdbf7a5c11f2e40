/** Measures spelling: what it finds in the measuring texts (where they stand beside the project), and what it costs. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Finding } from "../src/finding.js";
import { rules } from "../src/generated/rules.js";
import { lint } from "../src/index.js";
import { loadSpelling } from "../src/spell/load.js";
import { countWords, newstest, present, seeds, workReports } from "./corpora.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const others = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));

interface Text {
  readonly name: string;
  readonly text: string;
}

async function main(): Promise<void> {
  const spelling = await loadSpelling();
  const find = (text: string) => lint(text, { extra: [spelling], rules: others });

  misspellings(find);
  if (!present) {
    console.log("no measuring texts beside the project: the rest is left out");
    return;
  }
  const documents = newstest().map(({ id, human, segments }) => ({
    name: id,
    human,
    text: segments.map(({ text }) => text).join("\n\n"),
  }));
  const reports = workReports().map(({ id, segments }) => ({
    name: id,
    text: segments.map(({ text }) => text).join("\n\n"),
  }));
  list("Seeds", seeds(), find);
  list("Government Work Reports", reports, find);
  list(
    "newstest2020, human",
    documents.filter(({ human }) => human),
    find,
  );
  list(
    "newstest2020, machine",
    documents.filter(({ human }) => !human),
    find,
  );

  const text = [...documents, ...reports]
    .map((document) => document.text)
    .join("\n\n")
    .repeat(2)
    .slice(0, 2_000_000);
  const page = seeds()[4]?.text ?? "";
  await costs(text, page);
}

function misspellings(find: (text: string) => Finding[]): void {
  const rows = readFileSync(join(root, "test/spell/misspellings.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, string]);
  const missed: string[] = [];
  const second: string[] = [];
  for (const [wrong, right] of rows) {
    const finding = find(`They said that ${wrong} is what the plan for this year is about.`).find(
      ({ actual }) => actual === wrong,
    );
    if (!finding) missed.push(wrong);
    else if (finding.expected[0] !== right) second.push(`${wrong} (${finding.expected[0]})`);
  }
  const share = (count: number) => `${((100 * (rows.length - count)) / rows.length).toFixed(1)} %`;
  console.log(
    `Seeded misspellings: ${rows.length}; found ${share(missed.length)}, right word first ${share(missed.length + second.length)}`,
  );
  if (missed.length > 0) console.log(`  missed: ${missed.join(", ")}`);
  if (second.length > 0) console.log(`  another word first: ${second.join(", ")}`);
}

function list(title: string, texts: readonly Text[], find: (text: string) => Finding[]): void {
  let words = 0;
  let count = 0;
  const shown: string[] = [];
  for (const { text } of texts) {
    words += countWords(text);
    for (const { actual, expected, start, end } of find(text)) {
      count++;
      const around = text.slice(Math.max(0, start - 30), end + 20).replace(/\s+/g, " ");
      shown.push(`  ${actual} -> ${expected.slice(0, 3).join(" | ")}   (${around})`);
    }
  }
  console.log(`\n${title}: ${count} in ${words} words, ${((1000 * count) / words).toFixed(2)} per 1,000`);
  for (const line of shown) console.log(line);
}

/** Runs a bundled script and reads the one line of JSON that it prints. */
function runs(file: string): Record<string, number> {
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8", cwd: root })) as Record<string, number>;
}

/** Processor time and memory, each in a process of its own. */
async function costs(text: string, page: string): Promise<void> {
  const folder = join(root, "node_modules/.cache/xindaya-spelling");
  const bundle = async (name: string, code: string) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      stdin: { contents: code, resolveDir: join(root, "src"), loader: "ts" },
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      outfile,
      logLevel: "error",
    });
    return outfile;
  };
  const measured = (input: string, extra: boolean) => `
    import { lint } from "./index.js";
    ${extra ? 'import { loadSpelling } from "./spell/load.js";' : ""}
    const text = ${JSON.stringify(input)};
    const extra = ${extra ? "[await loadSpelling()]" : "[]"};
    lint(text, { extra });
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ ms: Math.round((user + system) / 1000), mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
  `;
  const best = (file: string) => {
    const all = [0, 1, 2, 3, 4].map(() => runs(file));
    return { ms: Math.min(...all.map(({ ms }) => ms as number)), mb: Math.min(...all.map(({ mb }) => mb as number)) };
  };
  console.log("");
  for (const [name, input] of [
    ["one page, cold", page],
    [`${(text.length / 1e6).toFixed(0)} MB`, text],
  ] as const) {
    const without = best(await bundle(`${name.replace(/\W+/g, "-")}-without`, measured(input, false)));
    const with_ = best(await bundle(`${name.replace(/\W+/g, "-")}-with`, measured(input, true)));
    console.log(
      `${name}: ${without.ms} ms without, ${with_.ms} ms with spelling (${(with_.ms / without.ms).toFixed(2)} times); ${without.mb} and ${with_.mb} MB at most`,
    );
  }
}

await main();

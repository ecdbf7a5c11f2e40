/**
 * npm run docs [-- --check]
 * Writes what docs/ says of the termbase and of the rules: docs/terms/ (a page a subject field, and an index) and the
 * table in docs/rules.md. With --check nothing is written: the run fails when a page is not what would be written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rules } from "../src/cli/rules.js";
import type { Rule } from "../src/rule.js";
import type { TermEntry } from "../src/termbase/compile.js";
import { cellText, toMarkdown } from "../src/termbase/exchange/markdown.js";
import { type Dictionaries, readDictionaries } from "./read-terms.js";

const root = join(import.meta.dirname, "..");
const termsFolder = "docs/terms";
/** Flagged phrases shown of a concept; the YAML has all. */
const mostFlagged = 8;
const written = "<!-- Written by npm run docs. Do not edit. -->";

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Sources by id become what they stand for, so that a page can cite them. */
function resolved({ entries, sources }: Dictionaries): TermEntry[] {
  return entries.map((entry) => ({
    ...entry,
    ...(entry.sources
      ? { sources: entry.sources.map((source) => (typeof source === "string" ? (sources[source] ?? source) : source)) }
      : {}),
  }));
}

function byPinyin(a: TermEntry, b: TermEntry): number {
  const plain = ({ pinyin = "", zh }: TermEntry) =>
    `${pinyin
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase()} ${zh}`;
  const [one, two] = [plain(a), plain(b)];
  return one < two ? -1 : one > two ? 1 : 0;
}

function termPages(dictionaries: Dictionaries): Map<string, string> {
  const { fields } = dictionaries;
  const entries = resolved(dictionaries);
  const pages = new Map<string, string>();
  const rows: string[][] = [];
  const phrasesOf = (list: readonly TermEntry[]) =>
    list.reduce((sum, { deprecated = [] }) => sum + deprecated.length, 0);
  const officialOf = (list: readonly TermEntry[]) => list.filter(({ standing }) => standing === "official").length;
  const share = (list: readonly TermEntry[]) => `${Math.round((officialOf(list) / list.length) * 100)} %`;
  for (const [field, { title, rule }] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = entries.filter((entry) => entry.field === field).sort(byPinyin);
    if (own.length === 0) continue;
    rows.push([
      `[${title}](${field}.md)`,
      String(own.length),
      share(own),
      String(phrasesOf(own)),
      `[\`${rule}\`](../../rules/${rule}/readme.md)`,
    ]);
    const facts = `${count(own.length, "concept")}, ${count(phrasesOf(own), "flagged phrase")}; ${share(own)} of the standards are official.`;
    const source = `Source: [dictionaries/terms/${field}.yml](../../dictionaries/terms/${field}.yml). [All fields](README.md).`;
    pages.set(
      `${termsFolder}/${field}.md`,
      `${written}\n\n# ${title}\n\n${facts} ${source}\n\n${toMarkdown(own, { mostFlagged })}`,
    );
  }
  const total = ["**All**", `**${entries.length}**`, `**${share(entries)}**`, `**${phrasesOf(entries)}**`, ""];
  const intro = [
    "Chinese policy vocabulary with the standard English, what else is fine, what machines write, and where the standard",
    `stands: ${count(entries.length, "concept")} and ${count(phrasesOf(entries), "flagged phrase")}. Within a page terms go by pinyin. How an entry is written:`,
    "[docs/termbase.md](../termbase.md). To look a term up: `xindaya terms niubizi`; to take the whole along in another format:",
    "`xindaya terms export --to tbx` (also csv, tsv, utx, json, yaml, markdown).",
  ].join("\n");
  const head = ["field", "concepts", "official", "flagged phrases", "rule"];
  pages.set(
    `${termsFolder}/README.md`,
    `${written}\n\n# The termbase by field\n\n${intro}\n\n${table(head, [...rows, total])}\n`,
  );
  return pages;
}

const begin = "<!-- rules: written by npm run docs -->";
const end = "<!-- /rules -->";

const rulesStarter = `# Rules

An automatic finding is an *issue* in the sense of [MQM](https://themqm.org); only a person can call it an *error*. Each rule names its MQM
type, and has a page whose examples are its tests. Presets: \`recommended\` is the default, \`strict\` adds rules of style,
\`terms-only\` keeps to the termbase.

${begin}
${end}
`;

/** The rule's page: in its folder, or where its address says. */
function pageOf({ id, url }: Rule): string {
  if (existsSync(join(root, "rules", id, "readme.md"))) return `../rules/${id}/readme.md`;
  const path = /\/blob\/main\/(.+)$/.exec(url)?.[1];
  return path !== undefined && existsSync(join(root, path)) ? `../${path}` : url;
}

function rulesPage(): string {
  const path = join(root, "docs/rules.md");
  const text = existsSync(path) ? readFileSync(path, "utf8") : rulesStarter;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`docs/rules.md has no "${begin}" with "${end}" after it; put both where the table belongs`);
  const rows = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [
      `[\`${rule.id}\`](${pageOf(rule)})`,
      cellText(rule.summary),
      rule.mqm,
      rule.level,
      rule.presets.join(", ") || "none",
    ]);
  const body = table(["rule", "what it finds", "MQM type", "level", "presets"], rows);
  return `${text.slice(0, from)}${begin}\n\n${body}\n\n${text.slice(to)}`;
}

const pages = termPages(readDictionaries(root));
pages.set("docs/rules.md", rulesPage());
const folder = join(root, termsFolder);
const left = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => `${termsFolder}/${name}`)
      .filter((path) => path.endsWith(".md") && !pages.has(path))
  : [];

if (process.argv.includes("--check")) {
  const stale = [...pages].filter(([path, text]) => {
    const full = join(root, path);
    return !existsSync(full) || readFileSync(full, "utf8") !== text;
  });
  const names = [...stale.map(([path]) => path), ...left];
  for (const name of names) console.error(`${name} is not what npm run docs writes; run it`);
  if (names.length > 0) process.exitCode = 1;
  else console.log(`${pages.size} pages are up to date`);
} else {
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of left) rmSync(join(root, path));
  console.log(`wrote ${pages.size} pages`);
}

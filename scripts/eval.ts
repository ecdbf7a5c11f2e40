/**
 * npm run eval [-- --write]
 * Precision and recall on the project's labelled examples and, where the measuring texts stand beside the project, on
 * those. With --write the report becomes docs/evaluation.md.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, lint, rules } from "../src/index.js";
import { type Artifact, artifacts, countWords, newstest, present, seeds, workReports } from "./corpora.js";
import { labelled } from "./labelled.js";

const lines: string[] = [];
const say = (line = "") => lines.push(line);
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((part / whole) * 1000) / 10} %`);
const per1000 = (count: number, words: number) => ((count / words) * 1000).toFixed(2);
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const table = (head: string[], rows: string[][]) => {
  say(`| ${head.join(" | ")} |`);
  say(`| ${head.map(() => "---").join(" | ")} |`);
  for (const row of rows) say(`| ${row.join(" | ")} |`);
  say();
};

say("# Evaluation");
say();
say("Written by `npm run eval -- --write`. Every figure is what that command prints.");
say();
labelledSection();
if (present) {
  seedSection();
  cleanSection();
  newstestSection();
} else {
  say("The measuring texts are not here; what follows in a full report is left out.");
  say();
}
const report = `${lines.join("\n").trimEnd()}\n`;
process.stdout.write(report);
if (process.argv.includes("--write")) {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "../docs/evaluation.md"), report);
}

/**
 * Examples by rule. A mark counts as found when any finding touches it; a finding in a flagged example is right when it
 * touches a mark; any finding of the rule in a fine example is wrong.
 */
function labelledSection(): void {
  const all = labelled();
  say("## Labelled examples");
  say();
  say(
    `${all.length} examples written and labelled by an editor who had not seen the rules' code. Recall: marks that any rule finds, and that the rule itself finds. Precision: of the rule's own findings, those that touch a mark.`,
  );
  say();
  const rows: string[][] = [];
  const sums = { marks: 0, found: 0, own: 0, right: 0, wrong: 0, fine: 0, alarms: 0 };
  for (const rule of [...new Set(all.map((example) => example.rule))]) {
    const row = { marks: 0, found: 0, own: 0, right: 0, wrong: 0, fine: 0, alarms: 0 };
    for (const { flagged, text, marks } of all.filter((example) => example.rule === rule)) {
      const findings = lint(text);
      const own = findings.filter(({ ruleId }) => ruleId === rule);
      if (!flagged) {
        row.fine++;
        if (findings.length > 0) row.alarms++;
        row.wrong += own.length;
        continue;
      }
      for (const mark of marks) {
        row.marks++;
        if (findings.some((finding) => overlap(finding, mark))) row.found++;
        if (own.some((finding) => overlap(finding, mark))) row.own++;
      }
      for (const finding of own) marks.some((mark) => overlap(finding, mark)) ? row.right++ : row.wrong++;
    }
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += row[key];
    rows.push(cells(rule, row));
  }
  rows.push(cells("all", sums));
  table(
    [
      "rule",
      "marks",
      "recall, any rule",
      "recall, this rule",
      "precision",
      "fine examples",
      "of them flagged by any rule",
    ],
    rows,
  );
}

function cells(
  name: string,
  row: { marks: number; found: number; own: number; right: number; wrong: number; fine: number; alarms: number },
): string[] {
  return [
    name,
    String(row.marks),
    percent(row.found, row.marks),
    percent(row.own, row.marks),
    percent(row.right, row.right + row.wrong),
    String(row.fine),
    String(row.alarms),
  ];
}

/** The sample documents: artifacts of low and medium risk found, and suggestions that agree with the editor's. */
function seedSection(): void {
  say("## Sample documents");
  say();
  const documents = new Map(
    seeds().map(({ name, text }) => [name, { text: text.replace(/\u00a0/g, " "), findings: lint(text) }]),
  );
  const rows: string[][] = [];
  for (const [name, { findings, text }] of documents)
    rows.push([name.slice(0, 3), String(countWords(text)), String(findings.length)]);
  table(["document", "words", "findings"], rows);
  const wanted = artifacts().filter(
    ({ type, fp_risk }) => type !== "accepted_form" && (fp_risk === "low" || fp_risk === "medium"),
  );
  const misses: Artifact[] = [];
  let found = 0;
  let plain = 0;
  let agreeing = 0;
  for (const artifact of wanted) {
    const document = documents.get(artifact.file);
    const start = document?.text.indexOf(artifact.phrase) ?? -1;
    if (!document || start < 0) continue;
    const here = document.findings.filter((finding) =>
      overlap(finding, { start, end: start + artifact.phrase.length }),
    );
    if (here.length === 0) misses.push(artifact);
    else found++;
    const options = plainOptions(artifact.better);
    if (options.length > 0) {
      plain++;
      if (here.some((finding) => agrees(finding, options))) agreeing++;
    }
  }
  say(
    `Artifacts of low and medium risk that a finding overlaps: ${found} of ${found + misses.length} (${percent(found, found + misses.length)}).`,
  );
  say();
  say(
    `Of those whose better wording is a plain replacement, it or an equal is among the suggestions: ${agreeing} of ${plain} (${percent(agreeing, plain)}).`,
  );
  say();
  say("Missed:");
  say();
  for (const { phrase, type } of misses) say(`- ${phrase.slice(0, 90)} (${type})`);
  say();
}

/** A better wording as plain replacements, or none when it is advice, a rewrite or a sentence. */
function plainOptions(better: string): string[] {
  if (/[.…;]|\.\.\.|\bdelete|\bdrop\b|\bmerge|\bsource\b|\bno \w+ rule/i.test(better.replace(/\([^)]*\)/g, "")))
    return [];
  return better
    .replace(/\([^)]*\)/g, "")
    .split(/ \/ |\/(?=\S+ \S)| or /)
    .map((option) => option.trim())
    .filter((option) => option !== "" && option.split(" ").length <= 9);
}

/** The content words of a wording, endings off. */
function contents(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9&']+/)
    .filter((word) => !/^(?:|a|an|the|of|for|in|to|and|on|with|from|by|at|its|their|our)$/.test(word))
    .map((word) => word.replace(/(?:ing|ed|s)$/, ""));
}

/** Two wordings agree when the content words of the shorter stand in the longer, most of them. */
function agrees({ expected }: Finding, options: readonly string[]): boolean {
  return expected.some((text) =>
    options.some((option) => {
      const [a, b] = [contents(text), contents(option)];
      const [short, long] = a.length <= b.length ? [a, b] : [b, a];
      return short.length > 0 && short.filter((word) => long.includes(word)).length / short.length >= 0.6;
    }),
  );
}

/** Polished official English: what is found there is almost surely a false alarm. */
function cleanSection(): void {
  say("## Official English");
  say();
  let words = 0;
  const found: Finding[] = [];
  for (const { segments } of workReports()) {
    const text = segments.map((segment) => segment.text).join("\n\n");
    words += countWords(text);
    found.push(...lint(text));
  }
  say(
    `Government Work Reports of 2024 and 2025: ${found.length} findings in ${words} words, ${per1000(found.length, words)} per 1,000.`,
  );
  say();
  for (const { ruleId, actual } of found) say(`- \`${actual}\` (${ruleId})`);
  if (found.length > 0) say();
}

/** News: machine and human translations, and the spans that professional raters marked. */
function newstestSection(): void {
  say("## News, machine and human translations");
  say();
  const count = new Map(rules.map(({ id }) => [id, { machine: 0, human: 0, touched: 0 }]));
  const words = { machine: 0, human: 0 };
  for (const { human, segments } of newstest()) {
    const text = segments.map((segment) => segment.text).join("\n\n");
    words[human ? "human" : "machine"] += countWords(text);
    let offset = 0;
    const spans = segments.flatMap((segment) => {
      const here = segment.spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
      offset += segment.text.length + 2;
      return here;
    });
    for (const finding of lint(text)) {
      const row = count.get(finding.ruleId);
      if (!row) continue;
      if (human) row.human++;
      else {
        row.machine++;
        if (spans.some((span) => overlap(span, finding))) row.touched++;
      }
    }
  }
  const rows: string[][] = [];
  const all = { machine: 0, human: 0, touched: 0 };
  for (const [id, row] of count) {
    if (row.machine + row.human === 0) continue;
    for (const key of ["machine", "human", "touched"] as const) all[key] += row[key];
    rows.push([id, String(row.machine), String(row.human), percent(row.touched, row.machine)]);
  }
  rows.push(["all", String(all.machine), String(all.human), percent(all.touched, all.machine)]);
  table(["rule", "findings, machine", "findings, human", "machine findings that touch a marked span"], rows);
  const [machine, human] = [all.machine / words.machine, all.human / words.human];
  say(
    `Machine output (${words.machine} words): ${(machine * 1000).toFixed(2)} findings per 1,000 words. Human translations (${words.human} words): ${(human * 1000).toFixed(2)}, ${percent(human, machine)} of that.`,
  );
  say();
}

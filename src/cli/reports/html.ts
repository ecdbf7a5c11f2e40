/** A report in one HTML file: the text with highlights, cards with the Chinese, filters, and charts by MQM type. */
import { createHash } from "node:crypto";
import type { Level } from "../../finding.js";
import type { CliFinding, FileResult } from "../lint-file.js";
import type { ReporterFactory } from "../report.js";
import { pointsOf, scoreOf } from "../score.js";
import type { Summary } from "../summary.js";
import { script, style } from "./html-page.js";
import { count } from "./text.js";

const levels: readonly Level[] = ["error", "warning", "info"];
/** A file longer than this is shown only around its findings. */
const mostCharacters = 200_000;
const around = 300;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function safe(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (character) => references[character] as string);
}

/** A message's code spans as quoted words. */
function prose(message: string): string {
  return safe(message).replace(/`([^`]*)`/g, "<b>$1</b>");
}

/** Only addresses of the web become links. */
function link(url: string, text: string): string {
  return /^https?:\/\//.test(url)
    ? `<a href="${safe(url)}" rel="noreferrer" target="_blank">${safe(text)}</a>`
    : safe(text);
}

const address = /https?:\/\/[^\s<>"']+/;

function linked(line: string): string {
  const found = address.exec(line);
  if (!found) return safe(line);
  const [url] = found;
  return `${safe(line.slice(0, found.index))}${link(url, url)}${safe(line.slice(found.index + url.length))}`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

export const reportHtml: ReporterFactory = (write, { version }) => {
  const sections: string[] = [];
  const names: { readonly id: number; readonly path: string; readonly found: number }[] = [];
  const rules = new Map<string, number>();
  const types = new Map<string, Record<Level, number>>();
  let id = 0;

  function file(result: FileResult): void {
    const { path, findings, words } = result;
    const points = pointsOf(findings);
    for (const { ruleId, mqm, level } of findings) {
      rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
      const type = types.get(mqm) ?? { error: 0, warning: 0, info: 0 };
      type[level]++;
      types.set(mqm, type);
    }
    if (findings.length === 0) return;
    names.push({ id: names.length, path, found: findings.length });
    const first = id;
    id += findings.length;
    const { score, perThousand } = scoreOf(points, words);
    sections.push(
      `<details class="file" open data-file="${names.length - 1}"><summary>${safe(path)} <small>${count(findings.length, "finding")}, score ${score}, ${perThousand} points per 1,000 words</small></summary>\n` +
        `<div class="text" lang="en">${highlighted(result, first)}</div>\n<div class="cards">${findings.map((finding, at) => cardOf(finding, first + at)).join("\n")}</div></details>`,
    );
  }

  return {
    file,
    end(summary) {
      write(page(summary, version, sections, names, rules, types));
    },
  };
};

/** The text cut at every beginning and end of a finding, each piece with the findings it belongs to. */
function highlighted({ source, findings }: FileResult, first: number): string {
  const cuts = [...new Set(findings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const ranges = shownRanges(source, findings);
  const out: string[] = [];
  for (const [from, to] of ranges) {
    if (from > 0) out.push('<span class="gap">…\n</span>');
    const inside = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
    for (let at = 0; at + 1 < inside.length; at++) {
      const start = inside[at] as number;
      const end = inside[at + 1] as number;
      const ids: number[] = [];
      let worst = levels.length;
      for (const [index, finding] of nearby(findings, start)) {
        if (finding.start > start || finding.end < end) continue;
        ids.push(first + index);
        worst = Math.min(worst, levels.indexOf(finding.level));
      }
      const text = safe(source.slice(start, end));
      out.push(
        ids.length === 0
          ? text
          : `<mark class="${levels[worst]}" tabindex="0" data-ids="${ids.join(" ")}">${text}</mark>`,
      );
    }
    if (to < source.length) out.push('<span class="gap">…\n</span>');
  }
  return out.join("").replace(/^\ufeff/, "");
}

/** Findings that may cover `offset`: they are in order of place, and hardly any is longer than a paragraph. */
function* nearby(findings: readonly CliFinding[], offset: number): Generator<[number, CliFinding]> {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle] as CliFinding).start <= offset) low = middle + 1;
    else high = middle;
  }
  const far = 20_000;
  for (let at = low - 1; at >= 0; at--) {
    const finding = findings[at] as CliFinding;
    if (finding.start < offset - far) return;
    if (finding.end > offset) yield [at, finding];
  }
}

function shownRanges({ length }: string, findings: readonly CliFinding[]): [number, number][] {
  if (length <= mostCharacters) return [[0, length]];
  const ranges: [number, number][] = [];
  for (const { start, end } of findings) {
    const from = Math.max(0, start - around);
    const to = Math.min(length, end + around);
    const last = ranges.at(-1);
    if (last && last[1] >= from) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

function cardOf(
  { level, message, ruleId, url, mqm, expected, note, actual, zh, line, column, label }: CliFinding,
  id: number,
): string {
  const [head = "", ...rest] = note.split("\n");
  const instead = expected
    .slice(0, 5)
    .map((text) => `<b>${safe(text)}</b>`)
    .join(" · ");
  return [
    `<div class="card" id="card-${id}" data-rule="${safe(ruleId)}" data-level="${level}">`,
    `<p class="level-${level}">${prose(message)}</p>`,
    instead && `<p class="instead">${safe(actual.replace(/\s+/g, " ").slice(0, 80))} → ${instead}</p>`,
    head && `<p class="chinese">${safe(head)}</p>`,
    !head && zh && `<p class="chinese" lang="zh">${safe(zh)}</p>`,
    ...rest.map((text) => `<p class="source">${linked(text)}</p>`),
    `<p class="soft">${link(url, ruleId)} · ${safe(mqm)} · ${line}:${column}${label === undefined ? "" : ` · ${safe(label)}`}</p>`,
    "</div>",
  ]
    .filter(Boolean)
    .join("");
}

function page(
  { score, levels: counts, files, failures, reasons, types: byType }: Summary,
  version: string,
  sections: readonly string[],
  names: readonly { readonly id: number; readonly path: string; readonly found: number }[],
  rules: ReadonlyMap<string, number>,
  types: ReadonlyMap<string, Readonly<Record<Level, number>>>,
): string {
  const total = counts.error + counts.warning + counts.info;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const box = (kind: string, value: string, text: string) =>
    `<label><input type="checkbox" checked data-filter="${kind}" value="${safe(value)}"> ${text}</label>`;
  const most = Math.max(1, ...[...types.values()].map(({ error, warning, info }) => error + warning + info));
  const chart = [...types]
    .sort((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1))
    .map(
      ([type, found]) =>
        `<tr><td>${safe(type)}</td><td class="bar">${bar(found, most)}</td><td class="number">${sum(found)}</td><td class="number">${Math.round((byType.get(type)?.points ?? 0) * 10) / 10}</td></tr>`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>xindaya: ${count(total, "finding")} in ${count(files, "file")}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>xindaya: ${count(total, "finding")} in ${count(files, "file")}</h1>
<ul class="figures">
<li><b>${score.score}</b> score of 100</li>
<li><b>${score.perThousand}</b> penalty points per 1,000 words</li>
<li><b>${counts.error}</b> errors</li><li><b>${counts.warning}</b> warnings</li><li><b>${counts.info}</b> remarks</li>
<li><b>${score.words}</b> words</li>
</ul>
${reasons.length + failures.length === 0 ? "" : `<ul class="reasons">${[...reasons, ...failures.map(({ message }) => message)].map((text) => `<li>${safe(text)}</li>`).join("")}</ul>`}
<h2>By MQM type</h2>
<table id="chart"><thead><tr><th>Type</th><th></th><th class="number">Findings</th><th class="number">Points</th></tr></thead><tbody>${chart.join("\n")}</tbody></table>
<h2>Show</h2>
<fieldset id="levels"><legend>Level</legend>${levels.map((level) => box("level", level, `${level === "info" ? "remark" : level} <small>${counts[level]}</small>`)).join("")}</fieldset>
<fieldset id="rules"><legend>Rule</legend>${[...rules]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, found]) => box("rule", rule, `${safe(rule)} <small>${found}</small>`))
    .join("")}</fieldset>
<label>File <select id="file"><option value="">all files</option>${names.map(({ id, path, found }) => `<option value="${id}">${safe(path)} (${found})</option>`).join("")}</select></label>
<p class="soft"><span id="shown">${total}</span> of ${total} findings shown. Point at a highlight, or reach it with the tab key.</p>
</header>
<main>
${sections.join("\n")}
</main>
<footer class="soft"><header>xindaya ${safe(version)}. An issue is what a rule saw; whether it is an error, a person decides.</header></footer>
<div id="card" role="tooltip" hidden></div>
<script>${script}</script>
</body>
</html>
`;
}

function sum({ error, warning, info }: Readonly<Record<Level, number>>): number {
  return error + warning + info;
}

/** Drawn with attributes, for the page's policy allows no style of an element's own. */
function bar(found: Readonly<Record<Level, number>>, most: number): string {
  let at = 0;
  const parts = levels.map((level) => {
    const width = (found[level] / most) * 100;
    const rect = `<rect class="${level}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"><title>${found[level]} ${level}</title></rect>`;
    at += width;
    return found[level] > 0 ? rect : "";
  });
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${sum(found)} findings">${parts.join("")}</svg>`;
}

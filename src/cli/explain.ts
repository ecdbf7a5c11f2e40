/** Looking up: the page of a rule, the entry of a term, lists of both. */
import { readFileSync } from "node:fs";
import { nearest } from "../options.js";
import { findTerms } from "../termbase/find.js";
import { citation } from "../termbase/speak.js";
import type { Concept } from "../termbase/types.js";
import type { Arguments } from "./arguments.js";
import { provideDetailsLazily } from "./details.js";
import { exitCodes } from "./exit.js";
import { Misuse } from "./misuse.js";
import { rules } from "./rules.js";

const mostTerms = 30;

/** `xindaya explain RULE|TERM` */
export async function explain({ inputs, json }: Arguments): Promise<number> {
  const name = inputs.join(" ");
  if (name === "") throw new Misuse("name a rule (xindaya rules lists them) or a term: xindaya explain 牛鼻子");
  const rule = rules.find(({ id }) => id === name);
  if (rule) {
    const page = pageOf(rule.url);
    if (json) {
      const { check: _check, ...data } = rule;
      print(JSON.stringify({ ...data, page: page ?? null }, null, 2));
    } else print(page ?? `${rule.id}: ${rule.summary}\n${rule.level}, ${rule.mqm}\n${rule.url}`);
    return exitCodes.clean;
  }
  provideDetailsLazily();
  const found = findTerms(name);
  if (found.length === 0) {
    const near = nearest(
      name,
      rules.map(({ id }) => id),
    );
    throw new Misuse(`"${name}" is no rule and no term known here${near ? `; did you mean ${near}?` : ""}`);
  }
  const best = found.slice(0, 3);
  print(json ? JSON.stringify(best, null, 2) : best.map(entry).join("\n\n"));
  if (!json && found.length > best.length) print(`\n${found.length - best.length} more: xindaya terms ${name}`);
  return exitCodes.clean;
}

/** `xindaya rules` */
export async function listRules({ json }: Arguments): Promise<number> {
  if (json) {
    print(
      JSON.stringify(
        rules.map(({ check: _check, ...rule }) => rule),
        null,
        2,
      ),
    );
    return exitCodes.clean;
  }
  const rows = rules.map(({ id, level, presets, mqm, summary }) => [id, level, presets.join(" "), mqm, summary]);
  print(table(["rule", "level", "presets", "MQM type", "what it finds"], rows));
  return exitCodes.clean;
}

/** `xindaya terms QUERY` */
export async function searchTerms({ inputs, json }: Arguments): Promise<number> {
  const query = inputs.join(" ");
  if (query === "") throw new Misuse("name a term in Chinese, pinyin or English: xindaya terms niubizi");
  provideDetailsLazily();
  const found = findTerms(query);
  if (json) {
    print(JSON.stringify(found, null, 2));
    return exitCodes.clean;
  }
  if (found.length === 0) print(`nothing answers to "${query}"`);
  else {
    const rows = found
      .slice(0, mostTerms)
      .map(({ zh, pinyin, preferred, standing, field }) => [zh, pinyin, preferred, standing, field]);
    print(table(["Chinese", "pinyin", "standard English", "standing", "field"], rows));
    if (found.length > mostTerms) print(`and ${found.length - mostTerms} more; --json has all`);
  }
  return exitCodes.clean;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The rule's page, which the package brings along at the place that its address names. */
function pageOf(url: string): string | undefined {
  const [, path] = url.split("/blob/main/");
  for (const place of [`../${path}`, `../../${path}`]) {
    try {
      return readFileSync(new URL(place, import.meta.url), "utf8").trimEnd();
    } catch {
      // not there, then in the next place
    }
  }
  return undefined;
}

function entry({
  zh,
  pinyin,
  preferred,
  admitted,
  deprecated,
  definition,
  note,
  sources,
  standing,
  field,
}: Concept): string {
  const rows: [string, string][] = [
    ["standard", `${preferred} (${standing})`],
    ["also fine", admitted.join(" · ")],
    ["flagged", deprecated.join(" · ")],
    ["meaning", definition],
    ["note", note],
    ["field", field],
    ...sources.map((source): [string, string] => ["source", citation(source)]),
  ];
  const lines = rows.filter(([, text]) => text).map(([name, text]) => `  ${name.padEnd(9)}  ${text}`);
  return [pinyin ? `${zh}  ${pinyin}` : zh, ...lines].join("\n");
}

/** Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60“”]/g)?.length ?? 0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ""))));
  return all
    .map((row) =>
      row
        .map((text, column) =>
          column === row.length - 1 ? text : text + " ".repeat((widths[column] ?? 0) - widthOf(text)),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

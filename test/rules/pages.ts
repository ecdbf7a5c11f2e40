/** Reads a rule's page: its facts and its examples, which are the rule's tests. */
import { readFileSync } from "node:fs";

export interface Example {
  /** The text, marks taken out. */
  readonly text: string;
  readonly format: "text" | "markdown";
  /** The ranges between marks, in order. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
  /** The first suggestion, where the page shows one. */
  readonly expected: string | undefined;
}

export interface Page {
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly flagged: readonly Example[];
  readonly fine: readonly Example[];
  /** Names in the options table. */
  readonly options: readonly string[];
}

/** @param path of a readme.md. Its format is told in CONTRIBUTING.md. */
export function readPage(path: string): Page {
  const text = readFileSync(path, "utf8");
  const sections = new Map<string, string>();
  const [head = "", ...rest] = text.split(/^## /m);
  for (const section of rest) {
    const newline = section.indexOf("\n");
    sections.set(section.slice(0, newline).trim(), section.slice(newline + 1));
  }
  return {
    title: /^# `?([^`\n]+)`?/.exec(head)?.[1] ?? "",
    facts: facts(head),
    flagged: examples(sections.get("Flagged") ?? ""),
    fine: examples(sections.get("Fine") ?? ""),
    options: [...(sections.get("Options") ?? "").matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name as string),
  };
}

/** The table of two rows under the title. */
function facts(head: string): Record<string, string> {
  const rows = head
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [names = [], , values = []] = rows;
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
}

function examples(section: string): Example[] {
  const found: { at: number; example: Example }[] = [];
  const fenced = section.replace(
    /^```(text|md)\n([\s\S]*?)\n```$/gm,
    (all, format: string, body: string, at: number) => {
      found.push({ at, example: example(body, format === "md" ? "markdown" : "text") });
      return " ".repeat(all.length);
    },
  );
  for (const match of fenced.matchAll(/^- (.*)$/gm)) {
    found.push({ at: match.index, example: example(match[1] as string, "text") });
  }
  return found.sort((a, b) => a.at - b.at).map((item) => item.example);
}

function example(raw: string, format: "text" | "markdown"): Example {
  const [, body = raw, expected] = /^([\s\S]*) → `(.*)`$/.exec(raw) ?? [undefined, raw, undefined];
  const marked: { start: number; end: number }[] = [];
  let text = "";
  for (const [at, piece] of body.split("**").entries()) {
    if (at % 2 === 1) marked.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, format, marked, expected };
}

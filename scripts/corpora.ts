/** Reads the measuring texts that stand beside the project, where they do. Nothing of them is kept. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../shared");

export const present = existsSync(shared);

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly severity: string;
}

export interface Segment {
  readonly text: string;
  readonly source: string;
  readonly spans: readonly Span[];
}

/** One document as one system or person translated it. */
export interface Translation {
  readonly id: string;
  readonly human: boolean;
  readonly segments: readonly Segment[];
}

function lines<T>(name: string): T[] {
  return gunzipSync(readFileSync(join(shared, "corpora", name)))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** News in eight machine and two human translations, with the spans that raters marked. */
export function newstest(): Translation[] {
  interface Line {
    doc: string;
    seg: number;
    system: string;
    human: boolean;
    source: string;
    target: string;
    spans: Span[];
  }
  const byDocument = new Map<string, { id: string; human: boolean; segments: Segment[] }>();
  for (const { doc, system, human, source, target, spans } of lines<Line>("newstest2020-policy.jsonl.gz")) {
    const id = `${doc} ${system}`;
    let document = byDocument.get(id);
    if (!document) {
      document = { id, human, segments: [] };
      byDocument.set(id, document);
    }
    document.segments.push({ text: target, source, spans: spans.filter(({ severity }) => severity !== "Neutral") });
  }
  return [...byDocument.values()];
}

/** The Government Work Reports of 2024 and 2025 as documents of sentences. */
export function workReports(): Translation[] {
  const byDocument = new Map<string, Segment[]>();
  for (const { doc, source, target } of lines<{ doc: string; source: string; target: string }>(
    "work-reports-2024-2025.jsonl.gz",
  )) {
    const segments = byDocument.get(doc) ?? [];
    segments.push({ text: target, source, spans: [] });
    byDocument.set(doc, segments);
  }
  return [...byDocument].map(([id, segments]) => ({ id, human: true, segments }));
}

/** The sample documents by name. */
export function seeds(): { name: string; text: string }[] {
  const folder = join(shared, "seeds");
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

export interface Artifact {
  readonly file: string;
  readonly phrase: string;
  readonly zh: string;
  readonly type: string;
  readonly better: string;
  readonly fp_risk: string;
}

export function artifacts(): Artifact[] {
  return readFileSync(join(shared, "research/seed-artifacts.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Artifact);
}

/** Words of a text, roughly. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

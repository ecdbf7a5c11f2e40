/** Terms at a place of a text, and concepts as text for a person to read. */
import { findTerms } from "../termbase/find.js";
import { conceptOf, termMatches } from "../termbase/speak.js";
import { otherGoodMatches } from "../termbase/standard-calques.js";
import type { Termbase } from "../termbase/termbase.js";
import type { Concept, Source } from "../termbase/types.js";
import { createDocument } from "../text/document.js";
import { toSource } from "../text/projection.js";
import type { Draft } from "./drafts.js";

export interface TermAt {
  readonly concept: Concept;
  /** Offsets in the draft's source. */
  readonly start: number;
  readonly end: number;
}

/** The longest term that stands at an offset of the source, right or wrong, English or Chinese. */
export function termAt(draft: Draft, offset: number): TermAt | undefined {
  return chineseAt(draft, offset) ?? englishAt(draft, offset);
}

function englishAt({ projection, settings }: Draft, offset: number): TermAt | undefined {
  const { text, blocks } = projection;
  const around = blocks.find(({ start, end }) => {
    const place = toSource(projection, start, end);
    return place.start <= offset && offset <= place.end;
  });
  if (!around) return undefined;
  const part = text.slice(around.start, around.end);
  const block = { ...around, start: 0, end: part.length };
  const document = createDocument(
    { source: part, text: part, blocks: [block], map: undefined },
    { policy: settings.policy ?? true },
  );
  let best: TermAt | undefined;
  const { termbases } = settings;
  for (const match of [...termMatches(document, termbases), ...otherGoodMatches(document, termbases)]) {
    const from = around.start + (document.tokens.start[match.from] as number);
    const to = around.start + (document.tokens.end[match.to - 1] as number);
    const { start, end } = toSource(projection, from, to);
    if (offset < start || offset > end || (best && end - start <= best.end - best.start)) continue;
    const concept = match.termbase.details(match.phrase.concept) ?? bare(conceptOf(match));
    best = { concept, start, end };
  }
  return best;
}

function bare({
  zh,
  preferred,
  admitted,
  official,
}: {
  zh: string;
  preferred: string;
  admitted: readonly string[];
  official: boolean;
}): Concept {
  const standing = official ? "official" : "common";
  return {
    zh,
    preferred,
    admitted,
    standing,
    pinyin: "",
    deprecated: [],
    field: "",
    definition: "",
    note: "",
    sources: [],
  };
}

const han = /\p{Script=Han}/u;
const longestTerm = 20;

function chineseAt({ source, settings }: Draft, offset: number): TermAt | undefined {
  const line = source.slice(Math.max(0, offset - longestTerm), offset + longestTerm);
  if (!han.test(line)) return undefined;
  const known = chineseTerms(settings.termbases);
  for (let length = longestTerm; length > 1; length--) {
    for (let start = Math.max(0, offset - length); start <= offset; start++) {
      const concept = known.get(source.slice(start, start + length));
      if (concept) return { concept, start, end: start + length };
    }
  }
  return undefined;
}

const byChinese = new WeakMap<readonly Termbase[], ReadonlyMap<string, Concept>>();

function chineseTerms(termbases: readonly Termbase[]): ReadonlyMap<string, Concept> {
  let known = byChinese.get(termbases);
  if (!known) {
    const found = new Map<string, Concept>();
    for (const termbase of termbases) {
      for (let at = 0; at < termbase.size; at++) {
        const concept = termbase.details(at);
        if (concept && !found.has(concept.zh)) found.set(concept.zh, concept);
      }
    }
    known = found;
    byChinese.set(termbases, known);
  }
  return known;
}

/** The concept that has this Chinese: a user's own first. */
export function conceptNamed(zh: string, termbases: readonly Termbase[]): Concept | undefined {
  return chineseTerms(termbases).get(zh);
}

/** Concepts for a query by any of their names, a user's own first, each Chinese once. */
export function lookUp(query: string, termbases: readonly Termbase[] | undefined, most: number): Concept[] {
  const seen = new Set<string>();
  const found: Concept[] = [];
  for (const concept of findTerms(query, termbases)) {
    if (seen.has(concept.zh)) continue;
    seen.add(concept.zh);
    found.push(concept);
    if (found.length === most) break;
  }
  return found;
}

/** What a person can read: Markdown where the client shows it, plain text elsewhere. */
export interface Style {
  strong(text: string): string;
  code(text: string): string;
  link(text: string, url: string): string;
  plain(text: string): string;
}

export const markdown: Style = {
  strong: (text) => `**${escaped(text)}**`,
  code: (text) => `\`${text.replace(/`/g, "'")}\``,
  link: (text, url) => `[${escaped(text)}](${url.replace(/[()\s]/g, encodeURIComponent)})`,
  plain: escaped,
};

export const plain: Style = {
  strong: (text) => text,
  code: (text) => `“${text}”`,
  link: (text, url) => `${text}, ${url}`,
  plain: (text) => text,
};

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

function cited({ title, publisher, year, url }: Source, style: Style): string {
  const from = [publisher, year].filter(Boolean).join(", ");
  const named = url ? style.link(title, url) : style.plain(title);
  return from ? `${named} (${style.plain(from)})` : named;
}

const standings = { official: "official", common: "usual" } as const;
const mostSources = 2;

/** The Chinese and its sound, the standard English, the meaning, and where the standard stands; a paragraph each. */
export function describe(concept: Concept, style: Style): string {
  const { zh, pinyin, preferred, admitted, standing, definition, note, sources } = concept;
  const also = admitted.length > 0 ? `; also ${admitted.map((name) => style.code(name)).join(", ")}` : "";
  return [
    `${style.strong(zh)}${pinyin ? ` (${style.plain(pinyin)})` : ""}`,
    `${style.code(preferred)} (${standings[standing]})${also}`,
    style.plain(definition),
    style.plain(note),
    ...sources.slice(0, mostSources).map((source) => `Source: ${cited(source, style)}`),
  ]
    .filter(Boolean)
    .join("\n\n");
}

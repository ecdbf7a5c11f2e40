/** What all readers of term files share: errors that name a line, statuses, and the way from terms to entries. */
import type { PhraseEntry, TermEntry } from "../compile.js";
import type { Source } from "../types.js";

/** A file of terms that cannot be used as it stands: the line and, in the message, the remedy. */
export class ExchangeError extends Error {
  override name = "ExchangeError";
  /** Counted from 1. */
  readonly line: number;
  /** The message without the line. */
  readonly problem: string;
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.line = line;
    this.problem = problem;
  }
}

export interface ReadOptions {
  /**
   * Called for each concept that cannot become an entry, such as one without Chinese; it is passed over then. Left out,
   * the first such concept is an error.
   */
  readonly skip?: ((fault: ExchangeError) => void) | undefined;
}

/** Characters of a file at most; a termbase of a hundred thousand concepts is smaller. */
export const longestFile = 64 * 1024 * 1024;

/** @throws ExchangeError for a file that is larger than a termbase can be */
export function checkSize(text: string): void {
  if (text.length <= longestFile) return;
  throw new ExchangeError(1, `the file has ${text.length} characters, more than a termbase can have; split it`);
}

/** A text without the byte order mark that some editors put first. */
export function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

const lines = new WeakMap<TermEntry, number>();

/** The line that an entry was read from, for messages; `undefined` for one that no reader made. */
export function lineOf(entry: TermEntry): number | undefined {
  return lines.get(entry);
}

/** Keeps the line of an entry for `lineOf`. */
export function placed(entry: TermEntry, line: number): TermEntry {
  lines.set(entry, line);
  return entry;
}

export type Status = "preferred" | "admitted" | "deprecated";

const statuses: Readonly<Record<string, Status>> = {
  preferred: "preferred",
  preferredterm: "preferred",
  approved: "preferred",
  standardizedterm: "preferred",
  legalterm: "preferred",
  regulatedterm: "preferred",
  admitted: "admitted",
  admittedterm: "admitted",
  provisional: "admitted",
  proposed: "admitted",
  allowed: "admitted",
  deprecated: "deprecated",
  deprecatedterm: "deprecated",
  superseded: "deprecated",
  supersededterm: "deprecated",
  obsolete: "deprecated",
  forbidden: "deprecated",
  prohibited: "deprecated",
  rejected: "deprecated",
  notrecommended: "deprecated",
  nonstandard: "deprecated",
};

/**
 * What a status says in the words of TBX, its dialects, UTX and Weblate: `preferredTerm-admn-sts`, `approved`,
 * `non-standard`, `forbidden`. Unknown ones say nothing.
 */
export function statusOf(written: string | undefined): Status | undefined {
  if (written === undefined) return undefined;
  const key = written
    .trim()
    .toLowerCase()
    .replace(/-admn-sts$/, "")
    .replace(/[\s_-]/g, "");
  return Object.hasOwn(statuses, key) ? statuses[key] : undefined;
}

/** An English term as a file has it. */
export interface ReadTerm {
  readonly text: string;
  readonly status: Status | undefined;
  /** What a deprecated phrase brings along besides its text. */
  readonly phrase?: Omit<PhraseEntry, "phrase"> | undefined;
}

/** A concept, or a part of one, as a file has it. */
export interface ReadConcept {
  readonly line: number;
  /** How the file calls it, in messages. */
  readonly name: string;
  readonly zh: readonly string[];
  readonly english: readonly ReadTerm[];
  readonly notes: readonly string[];
  readonly sources: readonly (string | Source)[];
  readonly rest: Pick<TermEntry, "pinyin" | "standing" | "definition" | "field" | "rule" | "parts" | "compose">;
}

interface Gathered {
  readonly line: number;
  readonly zh: string;
  readonly english: ReadTerm[];
  readonly notes: string[];
  readonly sources: (string | Source)[];
  readonly rest: Record<string, unknown>;
}

/**
 * Puts concepts together: those with the same Chinese become one entry, the first English that is right its standard.
 * Other Chinese terms of a concept become entries of their own with the same standard.
 *
 * @throws ExchangeError for a concept without Chinese or without English that is right, unless `skip` takes it
 */
export function entriesFrom(concepts: readonly ReadConcept[], { skip }: ReadOptions = {}): TermEntry[] {
  const byChinese = new Map<string, Gathered>();
  const synonyms: { readonly of: Gathered; readonly zh: string }[] = [];
  const refuse = (line: number, problem: string) => {
    const fault = new ExchangeError(line, problem);
    if (!skip) throw fault;
    skip(fault);
  };
  for (const { line, name, zh, english, notes, sources, rest } of concepts) {
    const [first, ...others] = zh;
    if (first === undefined) {
      refuse(line, `${name} has no Chinese term; give it one, or take it out`);
      continue;
    }
    let gathered = byChinese.get(first);
    if (!gathered) {
      gathered = { line, zh: first, english: [], notes: [], sources: [], rest: {} };
      byChinese.set(first, gathered);
    }
    gathered.english.push(...english);
    gathered.notes.push(...notes.filter((note) => !gathered.notes.includes(note)));
    gathered.sources.push(...sources);
    for (const [key, value] of Object.entries(rest)) if (value !== undefined) gathered.rest[key] ??= value;
    for (const other of others) synonyms.push({ of: gathered, zh: other });
  }
  const entries: TermEntry[] = [];
  const made = new Map<Gathered, TermEntry>();
  for (const gathered of byChinese.values()) {
    const entry = entryFrom(gathered);
    if (!entry) {
      const what = gathered.english.length === 0 ? "has no English term" : "has only English that is deprecated";
      refuse(gathered.line, `${gathered.zh} ${what}; add the right one`);
      continue;
    }
    made.set(gathered, entry);
    entries.push(placed(entry, gathered.line));
  }
  for (const { of, zh } of synonyms) {
    const entry = made.get(of);
    if (!entry || byChinese.has(zh)) continue;
    byChinese.set(zh, of);
    // a phrase is deprecated under one concept only, and the sound is that of the other Chinese
    const { deprecated: _deprecated, pinyin: _pinyin, parts: _parts, ...shared } = entry;
    entries.push(placed({ ...shared, zh }, of.line));
  }
  return entries;
}

function entryFrom({ zh, english, notes, sources, rest }: Gathered): TermEntry | undefined {
  const good = english.filter(({ status }) => status !== "deprecated");
  const standard =
    good.find(({ status }) => status === "preferred") ?? good.find(({ status }) => status === undefined) ?? good[0];
  if (!standard) return undefined;
  const preferred = standard.text;
  const admitted = [...new Set(good.map(({ text }) => text))].filter((text) => text !== preferred);
  const deprecated = new Map<string, string | PhraseEntry>();
  for (const { text, status, phrase } of english) {
    if (status !== "deprecated" || deprecated.has(text)) continue;
    deprecated.set(text, phrase ? { phrase: text, ...phrase } : text);
  }
  return compact({
    zh,
    preferred,
    admitted,
    deprecated: [...deprecated.values()],
    ...rest,
    note: notes.join("\n"),
    sources,
  });
}

const order = "zh pinyin preferred admitted standing definition note field rule sources deprecated parts compose".split(
  " ",
) as readonly (keyof TermEntry)[];

/** The same entry without what says nothing (empty lists and texts, bare phrases as maps), its keys in one order. */
export function compact(entry: TermEntry): TermEntry {
  const kept: Record<string, unknown> = {};
  for (const key of order) {
    const value = key === "deprecated" ? entry.deprecated?.map(bare) : entry[key];
    const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (!empty) kept[key] = value;
  }
  return kept as unknown as TermEntry;
}

function bare(item: string | PhraseEntry): string | PhraseEntry {
  if (typeof item === "string") return item;
  const { phrase, when, examples } = item;
  if (when === undefined && examples === undefined) return phrase;
  return { phrase, ...(when === undefined ? {} : { when }), ...(examples === undefined ? {} : { examples }) };
}

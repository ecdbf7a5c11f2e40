/**
 * Linting a text that is being edited: each time the findings are those of a fresh lint, but rules that look no further
 * than a block are asked only about the blocks that an edit touched.
 */
import type { Finding, Report } from "./finding.js";
import type { Settings } from "./options.js";
import { reach } from "./rule.js";
import { check, factsOf, finish } from "./run.js";
import type { Reported } from "./settle.js";
import { knowMatches, termMatches } from "./termbase/speak.js";
import type { TermMatch } from "./termbase/termbase.js";
import { createDocument, type Document, type DocumentOptions } from "./text/document.js";
import type { Block, Projection } from "./text/projection.js";
import { type Kept, type Piece, retokenize, tokenAt } from "./text/retokenize.js";
import { tokenize } from "./text/tokens.js";

/** What is remembered of the document as it was. */
interface Memory {
  readonly document: Document;
  readonly policy: boolean;
  readonly china: boolean;
  /** For each rule, in the order of the settings. */
  readonly facts: readonly string[];
  readonly reported: readonly (readonly Reported[])[];
}

/** @returns a function that lints the document as it is now; to be called with one document only, edit after edit */
export function incrementalLinter(settings: Settings): (projection: Projection) => Finding[] {
  let memory: Memory | undefined;
  return (projection) => {
    memory = memory ? update(memory, projection, settings) : begin(projection, settings);
    return finish(memory.document, memory.reported.flat());
  };
}

function begin(projection: Projection, settings: Settings): Memory {
  const document = createDocument(projection, { policy: settings.policy });
  const facts = settings.rules.map((active) => factsOf(active, document, settings));
  const reported = settings.rules.map((active, at) => check(active, document, facts[at] as string, settings));
  return { document, policy: document.policy, china: document.china, facts, reported };
}

function update(before: Memory, projection: Projection, settings: Settings): Memory {
  const { text, blocks } = projection;
  const old = before.document.projection;
  const kept = untouched(old, projection);
  // where all is new, one reading does for both
  const piece = kept.head + kept.tail === 0 ? undefined : pieceOf(projection, kept);
  const tokens = piece && retokenize({ tokens: before.document.tokens, blocks: old.blocks }, text, blocks, kept, piece);
  const document = createDocument(projection, { policy: settings.policy }, tokens);
  const { policy, china } = document;
  const isSame = policy === before.policy && china === before.china;
  const part = piece && isSame ? partOf(piece, { policy, china }) : undefined;
  if (part) knowMatches(document, settings.termbases, matchesAfter(before.document, document, part, kept, settings));
  const facts = settings.rules.map((active) => factsOf(active, document, settings));
  const headEnd = blocks[kept.head - 1]?.end ?? 0;
  const oldTail = old.blocks[old.blocks.length - kept.tail - 1]?.end ?? 0;
  const shift =
    (blocks[blocks.length - kept.tail]?.start ?? 0) - (old.blocks[old.blocks.length - kept.tail]?.start ?? 0);
  const reported = settings.rules.map((active, at) => {
    const fact = facts[at] as string;
    if (!part || active.rule.scope(active.options) !== "block" || fact !== before.facts[at])
      return check(active, document, fact, settings);
    const known = before.reported[at] as readonly Reported[];
    const fresh = part.document ? check(active, part.document, fact, settings) : [];
    return [
      // what begins between two blocks belongs to the later one
      ...known.filter(({ report }) => report.start < headEnd),
      ...fresh
        .map((item) => moved(item, part.start))
        .filter(({ report }) => report.start >= headEnd && report.start < part.end),
      ...known.filter(({ report }) => kept.tail > 0 && report.start >= oldTail).map((item) => moved(item, shift)),
    ];
  });
  return { document, policy, china, facts, reported };
}

/** The terms of the whole: those of what was left alone, and those of the part. No term crosses a block. */
function matchesAfter(
  before: Document,
  document: Document,
  part: Part,
  { head, tail }: Kept,
  { termbases }: Settings,
): TermMatch[] {
  const { blocks } = document.projection;
  const old = before.projection.blocks;
  const known = termMatches(before, termbases);
  const headTo = head === 0 ? 0 : tokenAt(document.tokens, (blocks[head - 1] as Block).end);
  const tailFrom =
    tail === 0 ? document.tokens.count : tokenAt(document.tokens, (blocks[blocks.length - tail] as Block).start);
  const oldTailFrom =
    tail === 0 ? before.tokens.count : tokenAt(before.tokens, (old[old.length - tail] as Block).start);
  const fresh = part.document ? termMatches(part.document, termbases) : [];
  const partFrom = part.document ? tokenAt(document.tokens, part.start) : 0;
  const all = [
    ...known.filter(({ from }) => from < headTo),
    ...fresh.map((match) => shifted(match, partFrom)).filter(({ from }) => from >= headTo && from < tailFrom),
    ...known
      .filter(({ from }) => tail > 0 && from >= oldTailFrom)
      .map((match) => shifted(match, tailFrom - oldTailFrom)),
  ];
  // all of the first termbase stand before all of the next
  return termbases.length < 2
    ? all
    : termbases.flatMap((termbase) => all.filter((match) => match.termbase === termbase));
}

function shifted(match: TermMatch, by: number): TermMatch {
  if (by === 0) return match;
  // named one by one, which is several times as fast as spreading, for there are thousands
  const { termbase, phrase, from, to, head } = match;
  return { termbase, phrase, from: from + by, to: to + by, head: head < 0 ? head : head + by };
}

function moved(item: Reported, shift: number): Reported {
  if (shift === 0) return item;
  const { rule, level, report } = item;
  const { start, end, related } = report;
  const at: Report = { ...report, start: start + shift, end: end + shift };
  if (!related) return { rule, level, report: at };
  const places = related.map((other) => ({ ...other, start: other.start + shift, end: other.end + shift }));
  return { rule, level, report: { ...at, related: places } };
}

/** The blocks at both ends that no edit came nearer than `reach`. */
function untouched(old: Projection, now: Projection): Kept {
  const shift = now.text.length - old.text.length;
  const start = commonStart(old.text, now.text);
  const end = now.text.length - commonEnd(old.text, now.text, Math.min(old.text.length, now.text.length) - start);
  const most = Math.min(old.blocks.length, now.blocks.length);
  const oldAt = (tail: number) => old.blocks[old.blocks.length - tail] as Block;
  const nowAt = (tail: number) => now.blocks[now.blocks.length - tail] as Block;
  let head = 0;
  while (
    head < most &&
    isSame(old.blocks[head] as Block, now.blocks[head] as Block, 0) &&
    (now.blocks[head] as Block).end <= start
  )
    head++;
  let tail = 0;
  while (tail < most - head && nowAt(tail + 1).start >= end && isSame(oldAt(tail + 1), nowAt(tail + 1), shift)) tail++;
  // one block edited, and no bounds changed: the edit is where the characters differ
  const isInside = head + tail === now.blocks.length - 1 && now.blocks.length === old.blocks.length;
  const same = isInside && isEdited(old.blocks[head] as Block, now.blocks[head] as Block, shift);
  const from = same ? start : (now.blocks[head - 1]?.end ?? 0);
  const to = same ? end : tail === 0 ? now.text.length : nowAt(tail).start;
  while (head > 0 && (now.blocks[head - 1] as Block).end + reach > from) head--;
  while (tail > 0 && nowAt(tail).start - reach < to) tail--;
  return { head, tail };
}

function isEdited(old: Block, now: Block, shift: number): boolean {
  return now.kind === old.kind && now.start === old.start && now.end - old.end === shift;
}

function isSame(old: Block, now: Block, shift: number): boolean {
  return now.kind === old.kind && now.start - old.start === shift && now.end - old.end === shift;
}

/** Strings are compared by stretches of this length first, which is one comparison of memory each. */
const stretch = 4096;

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.slice(at, at + stretch) === b.slice(at, at + stretch)) at += stretch;
  at = Math.min(at, most);
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters at the end are the same, `most` at most. */
function commonEnd(a: string, b: string, most: number): number {
  const last = (text: string, count: number) => text.slice(text.length - count - stretch, text.length - count);
  let count = 0;
  while (count + stretch <= most && last(a, count) === last(b, count)) count += stretch;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** A stretch of the text: the blocks that were touched, and as much of those around them as a check may look into. */
interface TouchedPiece extends Piece {
  readonly projection: Projection;
  /** Where the last of the touched blocks ends in the whole. */
  readonly end: number;
}

interface Part {
  /** `undefined` when nothing is left where something was taken out. */
  readonly document: Document | undefined;
  /** Where its text begins in the whole's. */
  readonly start: number;
  /** Where the last of the touched blocks ends in the whole. */
  readonly end: number;
}

function partOf({ projection, tokens, start, end }: TouchedPiece, about: DocumentOptions): Part {
  if (projection.blocks.length === 0) return { document: undefined, start: 0, end: 0 };
  return { document: createDocument(projection, about, tokens), start, end };
}

function pieceOf({ text, blocks }: Projection, { head, tail }: Kept): TouchedPiece {
  let first = head;
  let last = blocks.length - tail;
  const from = blocks[first]?.start ?? 0;
  const end = blocks[last - 1]?.end ?? 0;
  const nothing = first === last;
  while (!nothing && first > 0 && from - (blocks[first] as Block).start < reach) first--;
  while (!nothing && last < blocks.length && (blocks[last - 1] as Block).end - end < reach) last++;
  const { start, stop } = bounds(text, blocks, first, last, from, end);
  const part = nothing ? "" : text.slice(start, stop);
  const inside = blocks.slice(first, last).map((block) => ({
    ...block,
    start: Math.max(block.start - start, 0),
    end: Math.min(block.end, stop) - start,
  }));
  const projection: Projection = { source: part, text: part, blocks: inside, map: undefined };
  return { projection, tokens: tokenize(part, inside), start, end };
}

/** The blocks at both ends are only there to be looked into: so much of them is enough, cut at white space. */
const enough = 3 * reach;

function bounds(
  text: string,
  blocks: readonly Block[],
  first: number,
  last: number,
  from: number,
  end: number,
): { start: number; stop: number } {
  let start = first === 0 ? 0 : (blocks[first] as Block).start;
  let stop = last === blocks.length ? text.length : ((blocks[last - 1] as Block | undefined)?.end ?? 0);
  if (from - start > enough) start = spaceBefore(text, from - enough, start);
  if (stop - end > enough) stop = spaceAfter(text, end + enough, stop);
  return { start, stop };
}

const spaces = /\s/;

/** The first character after the white space before `offset`, or `least`. */
function spaceBefore(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && !spaces.test(text.charAt(at - 1))) at--;
  return at;
}

/** The white space after `offset`, or `most`. */
function spaceAfter(text: string, offset: number, most: number): number {
  let at = offset;
  while (at < most && !spaces.test(text.charAt(at))) at++;
  return at;
}

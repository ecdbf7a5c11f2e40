/** How the rules that speak from the termbase find their matches and word their messages. */
import type { Report } from "../finding.js";
import type { RuleContext } from "../rule.js";
import type { Document } from "../text/document.js";
import { agree, type Replaced } from "./agree.js";
import { matchTerms, type Termbase, type TermMatch } from "./termbase.js";
import type { CompiledConcept, Concept, Source } from "./types.js";

const matched = new WeakMap<Document, Map<readonly Termbase[], readonly TermMatch[]>>();

/** All matches of all termbases, found once per document; earlier termbases override later ones. */
export function termMatches(document: Document, termbases: readonly Termbase[]): readonly TermMatch[] {
  let byTermbases = matched.get(document);
  if (!byTermbases) {
    byTermbases = new Map();
    matched.set(document, byTermbases);
  }
  let found = byTermbases.get(termbases);
  if (!found) {
    found = override(document, termbases);
    byTermbases.set(termbases, found);
  }
  return found;
}

/** Tells what is known already of a document's matches, so that they are not looked for. */
export function knowMatches(document: Document, termbases: readonly Termbase[], matches: readonly TermMatch[]): void {
  matched.set(document, new Map([[termbases, matches]]));
}

/** What an earlier termbase says of a place, or of a concept by its Chinese, goes before what a later one says. */
function override(document: Document, termbases: readonly Termbase[]): readonly TermMatch[] {
  const [first, ...later] = termbases;
  if (!first) return [];
  let kept = matchTerms(document, first);
  if (later.length === 0) return kept;
  const owned = concepts(first);
  for (const termbase of later) {
    const taken = tokensOf(kept);
    const added = matchTerms(document, termbase).filter(
      (match) => !owned.has(conceptOf(match).zh) && !overlaps(taken, match.from, match.to),
    );
    kept = [...kept, ...added];
    for (const zh of concepts(termbase)) owned.add(zh);
  }
  return kept;
}

function concepts(termbase: Termbase): Set<string> {
  return new Set(Array.from({ length: termbase.size }, (_, index) => termbase.concept(index).zh));
}

/** The tokens that matches cover. */
function tokensOf(matches: readonly TermMatch[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { from, to } of matches) for (let at = from; at < to; at++) covered.add(at);
  return covered;
}

function overlaps(covered: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (covered.has(at)) return true;
  return false;
}

export function conceptOf({ termbase, phrase }: TermMatch): CompiledConcept {
  return termbase.concept(phrase.concept);
}

/** `title (publisher, year), url` */
export function citation({ title, publisher, year, url }: Source): string {
  const from = [publisher, year].filter((part) => part !== undefined && part !== "").join(", ");
  return `${title}${from && ` (${from})`}${url ? `, ${url}` : ""}`;
}

/** The Chinese, its sound, its meaning and where the standard stands. */
export function noteOf(concept: Concept | undefined): string {
  if (!concept) return "";
  const { zh, pinyin, definition, note, sources } = concept;
  const head = pinyin ? `${zh} (${pinyin})` : zh;
  const lines = [definition ? `${head}: ${definition}` : head];
  if (note) lines.push(note);
  if (sources[0]) lines.push(`Source: ${citation(sources[0])}`);
  return lines.join("\n");
}

const opening = /["\u201c\u2018]/g;
const closing = /["\u201d]/g;

/** A range that holds one quotation mark of a pair takes in the other, where it stands right beside. */
function withQuotes(text: string, start: number, end: number): { start: number; end: number } {
  const inside = text.slice(start, end);
  const opens = inside.match(opening)?.length ?? 0;
  const closes = inside.match(closing)?.length ?? 0;
  const straight = inside.split('"').length - 1;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (straight % 2 === 1) {
    if (after === '"') return { start, end: end + 1 };
    if (before === '"') return { start: start - 1, end };
  }
  if (opens > closes && after === "\u201d") return { start, end: end + 1 };
  if (closes > opens && before === "\u201c") return { start: start - 1, end };
  return { start, end };
}

/** What to put where, and what stands there now. */
export interface Replacement {
  /** Offsets in the projected text. */
  readonly start: number;
  readonly end: number;
  /** The text between them, on one line. */
  readonly actual: string;
  /** What fits as it stands goes first; else the order of `renderings`. */
  readonly expected: readonly string[];
  /** True when the first of `renderings` fits as it stands. */
  readonly firstFits: boolean;
}

/** Renderings that agree with what they replace, and the range they replace, with both of a pair of quotation marks or none. */
export function replacement(document: Document, replaced: Replaced, renderings: readonly string[]): Replacement {
  const { texts, fits, ...agreed } = agree(document, replaced, renderings);
  const { start, end } = withQuotes(document.text, agreed.start, document.tokens.end[replaced.to - 1] as number);
  const expected = [...new Set([...texts.filter((_, at) => fits[at]), ...texts])];
  const actual = document.text.slice(start, end).replace(/\s+/g, " ");
  return { start, end, actual, expected, firstFits: fits[0] === true };
}

/** A rule's check that reports the deprecated phrases of the concepts whose rule it is. */
export function speakFor(
  ruleId: string,
  say: (actual: string, concept: CompiledConcept, suggestion: string) => string,
  fixable: boolean,
): (document: Document, report: (report: Report) => void, options: object, context: RuleContext) => void {
  return (document, report, _options, { termbases }) => {
    for (const match of termMatches(document, termbases)) {
      if (match.phrase.good) continue;
      const concept = conceptOf(match);
      if (concept.rule !== ruleId) continue;
      const { from, to, head, phrase, termbase } = match;
      const renderings = [concept.preferred, ...concept.admitted];
      const { start, end, actual, expected, firstFits } = replacement(
        document,
        { from, to, head, inflection: phrase.inflection },
        renderings,
      );
      report({
        start,
        end,
        message: say(actual, concept, expected[0] as string),
        expected,
        note: noteOf(termbase.details(phrase.concept)),
        fixable: fixable && phrase.when.length === 0 && firstFits,
        zh: concept.zh,
        certainty: phrase.when.length === 0 ? 0.9 : 0.8,
      });
    }
  };
}

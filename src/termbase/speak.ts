/** How the rules that speak from the termbase find their matches and word their messages. */
import type { Report } from "../finding.js";
import type { RuleContext } from "../rule.js";
import type { Document } from "../text/document.js";
import { agree } from "./agree.js";
import { matchTerms, type TermMatch, type Termbase } from "./termbase.js";
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
    found = override(termbases.map((termbase) => matchTerms(document, termbase)));
    byTermbases.set(termbases, found);
  }
  return found;
}

/** What an earlier termbase says of a place, or of a concept by its Chinese, goes before what a later one says. */
function override(layers: readonly TermMatch[][]): readonly TermMatch[] {
  if (layers.length < 2) return layers[0] ?? [];
  const kept: TermMatch[] = [];
  const taken: TermMatch[] = [];
  const owned = new Set<string>();
  for (const layer of layers) {
    for (const match of layer) {
      if (owned.has(conceptOf(match).zh)) continue;
      if (!taken.some(({ from, to }) => match.from < to && from < match.to)) kept.push(match);
    }
    taken.push(...layer);
    const termbase = layer[0]?.termbase;
    for (let index = 0; termbase && index < termbase.size; index++) owned.add(termbase.concept(index).zh);
  }
  return kept;
}

export function conceptOf({ termbase, phrase }: TermMatch): CompiledConcept {
  return termbase.concept(phrase.concept);
}

/** `title (publisher, year), url` */
export function citation({ title, publisher, year, url }: Source): string {
  const from = year === undefined ? publisher : `${publisher}, ${year}`;
  return `${title} (${from})${url ? `, ${url}` : ""}`;
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

/** A rule's check that reports the deprecated phrases of the concepts whose rule it is. */
export function speakFor(
  ruleId: string,
  say: (actual: string, concept: CompiledConcept, suggestion: string) => string,
  fixable: boolean,
): (document: Document, report: (report: Report) => void, options: object, context: RuleContext) => void {
  return (document, report, _options, { termbases }) => {
    const { tokens } = document;
    for (const match of termMatches(document, termbases)) {
      if (match.phrase.good) continue;
      const concept = conceptOf(match);
      if (concept.rule !== ruleId) continue;
      const { from, to, head, phrase, termbase } = match;
      const renderings = [concept.preferred, ...concept.admitted];
      const { start, texts, fits } = agree(document, { from, to, head, inflection: phrase.inflection }, renderings);
      const end = tokens.end[to - 1] as number;
      const expected = [...new Set(texts)];
      const actual = document.text.slice(tokens.start[from], end).replace(/\s+/g, " ");
      report({
        start,
        end,
        message: say(actual, concept, expected[0] as string),
        expected,
        note: noteOf(termbase.details(phrase.concept)),
        fixable: fixable && phrase.when.length === 0 && fits[0] === true,
        zh: concept.zh,
        certainty: phrase.when.length === 0 ? 0.9 : 0.8,
      });
    }
  };
}

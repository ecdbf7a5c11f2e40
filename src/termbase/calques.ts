/**
 * Which composed renderings are worth a word. A layout (compose.ts) is kept when it is no good English of the termbase,
 * has a joint that ordinary English does not have, says it with words that the standard English does not use, and ends
 * where a phrase may end. Short and partial ones are kept only where listed phrases show, in the same sentence or all
 * over the document, that the text came out of Chinese word for word. docs/calques.md tells what each of these gave.
 */
import { type Document, Flag, has, isQuoted, wordAt } from "../text/document.js";
import { Kind } from "../text/tokens.js";
import { bagHash, type Calques, familyIds, unitAt } from "./calque-data.js";
import { type Judgement, judge, type Layout, layouts } from "./compose.js";
import { Joint } from "./joints.js";
import { connectors } from "./lexicon.js";
import { words } from "./notation.js";
import { goodTermsOf, matchTerms, type Termbase, type TermMatch } from "./termbase.js";

/** A composed rendering that stands in a document. */
export interface CalqueMatch {
  readonly concept: number;
  /** Token range. */
  readonly from: number;
  readonly to: number;
  /** The token whose inflection a suggestion follows. */
  readonly head: number;
}

/** A frame and how it is laid out. */
export interface Composed {
  readonly layout: Layout;
  readonly judgement: Judgement;
  readonly concept: number;
  /** The Chinese of the concept. */
  readonly zh: string;
  /** The Chinese of the parts. */
  readonly units: readonly string[];
  /** 0 all of the Chinese, 1 all that English needs, 2 a part. */
  readonly grade: number;
  readonly from: number;
  readonly to: number;
}

/** What the listed phrases of a document say of it. */
interface Evidence {
  /** By sentence: 1 where it holds a listed phrase. */
  readonly sentences: Uint8Array;
  /** Listed phrases are so many that the whole document is word for word. */
  readonly everywhere: boolean;
}

/** Listed phrases in a thousand tokens, and in all, that make a document suspect as a whole. */
const suspectShare = 30;
const suspectCount = 3;

/** Words that make a rendering long: a chance meeting of so many is rare. */
const long = 3;

/** Share of words that a rendering may have in common with one standard rendering of its concept. */
const mostShared = 0.76;

/** Words before which a phrase may end. */
const after = new Set(
  (
    "a an the of and or for in on to at by with from as into through under between among that which who where when while if than but not nor so because before after since during " +
    "is are was were be been has have had do does did will would can could should shall may might must also only even this these those its their his her our it they he she we you i"
  ).split(" "),
);

const ownWords = new WeakMap<Calques, Map<number, readonly ReadonlySet<number>[]>>();

/** The families of each standard rendering of a concept. */
function standards(calques: Calques, termbase: Termbase, concept: number): readonly ReadonlySet<number>[] {
  let known = ownWords.get(calques);
  if (!known) {
    known = new Map();
    ownWords.set(calques, known);
  }
  let sets = known.get(concept);
  if (!sets) {
    const { preferred, admitted } = termbase.concept(concept);
    sets = [preferred, ...admitted].map(
      (rendering) =>
        new Set(
          words(rendering.replace(/[()/]/g, " "))
            .filter((word) => !connectors.has(word))
            .flatMap((word) => familyIds(calques, word)),
        ),
    );
    known.set(concept, sets);
  }
  return sets;
}

/** Whether a rendering is wrong enough in itself: other words than the standard's, and oddly put together. */
export function isOdd(calques: Calques, termbase: Termbase, concept: number, { families, odd }: Judgement): boolean {
  if (calques.good.has(bagHash(families))) return false;
  return standards(calques, termbase, concept).every((own) => {
    let shared = 0;
    let oddly = false;
    for (const [at, family] of families.entries()) {
      if (own.has(family)) shared++;
      else if (odd[at] || odd[at + 1]) oddly = true;
    }
    return shared / families.length <= mostShared && oddly;
  });
}

/** Whether a rendering is at least no standard one and has a word that no standard one has, or an odd joint. */
function isOther(calques: Calques, termbase: Termbase, concept: number, { families, odd }: Judgement): boolean {
  if (calques.good.has(bagHash(families))) return false;
  if (!odd.includes(true) && families.length <= long) return false;
  return standards(calques, termbase, concept).every((own) => families.some((family) => !own.has(family)));
}

/** Whether the joints are ones that a phrase of this length may have. */
export function isJoined({ pieces, order, joints }: Layout, { families }: Judgement, zh: string): boolean {
  // a comma coordinates what the Chinese coordinates
  if (joints.includes(Joint.comma) && !/[、，]|^[“"]?([一二三四五六七八九十两]).\1/.test(zh)) return false;
  if (pieces.length > 2 || families.length >= long) return true;
  const kept = (order[0] as number) < (order[1] as number);
  const [joint] = joints;
  if (joint === Joint.bare) return kept;
  return joint === Joint.of || joint === Joint.possessive || (kept && joint === Joint.and);
}

/** Whether a phrase may begin and end where the layout does. */
export function isPhrase({ tokens }: Document, from: number, to: number): boolean {
  if (has(tokens, from, Flag.hyphened) || has(tokens, to, Flag.hyphened)) return false;
  if (to >= tokens.count || has(tokens, to, Flag.blockStart) || has(tokens, to - 1, Flag.quoteAfter)) return true;
  return tokens.kind[to] !== Kind.word || after.has(wordAt(tokens, to));
}

const numeral = /^[“"]?[一二三四五六七八九十两双]/;

/** Whether the listed phrases are so many that the whole document is word for word. */
export function isSuspect({ tokens }: Document, terms: readonly TermMatch[]): boolean {
  let listed = 0;
  for (const { phrase } of terms) if (!phrase.good) listed++;
  return listed >= suspectCount && (listed / tokens.count) * 1000 >= suspectShare;
}

function evidenceOf(document: Document, terms: readonly TermMatch[], everywhere: boolean): Evidence {
  const { tokens } = document;
  const sentences = new Uint8Array(tokens.sentences.length);
  for (const { phrase, from } of terms) if (!phrase.good) sentences[tokens.sentence[from] as number] = 1;
  return { sentences, everywhere };
}

/**
 * @param terms what the termbase found: nothing composed is kept where a listed phrase or a good term speaks
 * @param options `wide`: keep whatever is oddly put together, without waiting for other signs; `near`: as if a listed
 *   phrase stood in every sentence; `everywhere`: what `isSuspect` says of the whole document, where this is a part of it
 * @returns composed renderings in order of place, none overlapping another
 */
export function matchCalques(
  document: Document,
  calques: Calques,
  termbase: Termbase,
  terms: readonly TermMatch[],
  {
    wide = false,
    near = false,
    everywhere = isSuspect(document, terms),
  }: { readonly wide?: boolean; readonly near?: boolean; readonly everywhere?: boolean } = {},
): CalqueMatch[] {
  if (!document.policy) return [];
  const { tokens } = document;
  const taken = tokensOf(tokens.count, terms);
  let known: ReadonlyMap<number, readonly TermMatch[]> | undefined;
  /** Good terms of two words and more that a range of tokens touches. Few texts ask for them, so they are looked for here. */
  const goodTermsAt = (from: number, to: number): TermMatch[] => {
    known ??= byStart(terms.filter(({ phrase }) => phrase.good));
    const first = Math.max(0, from - longestTerm);
    const found = matchTerms(document, goodTermsOf(calques.goodTerms, termbase), first, to);
    for (let at = first; at < to; at++) found.push(...(known.get(at) ?? []));
    return found.filter((match) => match.to > from && match.to - match.from > 1);
  };
  const evidence = evidenceOf(document, terms, everywhere || near);
  const found: Composed[] = [];
  const weak = (token: number) =>
    wide ||
    evidence.everywhere ||
    has(tokens, token, Flag.quoteBefore) ||
    evidence.sentences[tokens.sentence[token] as number] === 1;
  layouts(
    document,
    calques,
    (layout) => {
      const from = (layout.pieces[0] as { from: number }).from;
      const to = (layout.pieces.at(-1) as { to: number }).to;
      for (let at = from; at < to; at++) if (taken[at] === 1) return;
      const concept = calques.frameConcept[layout.frame] as number;
      const { zh } = termbase.concept(concept);
      if (!isPhrase(document, from, to)) return;
      const judgement = judge(layout, calques);
      if (!isJoined(layout, judgement, zh)) return;
      if (!(wide ? isOther : isOdd)(calques, termbase, concept, judgement)) return;
      const grade = calques.frameGrade[layout.frame] as number;
      const units = layout.pieces.map(({ unit }) => unitAt(calques, unit));
      const composed = { layout, judgement, concept, zh, units, grade, from, to };
      if (!wide && !isWorth(document, composed, evidence)) return;
      if (goodTermsAt(from, to).some((match) => speaksFor(match, composed))) return;
      found.push(composed);
    },
    { all: wide, weak },
  );
  return settle(found, termbase).map((composed) => ({
    concept: composed.concept,
    from: composed.from,
    to: composed.to,
    head: headOf(composed.layout),
  }));
}

/** Tokens of a good term at most, as far as a calque inside it goes. */
const longestTerm = 24;

function byStart(matches: readonly TermMatch[]): ReadonlyMap<number, readonly TermMatch[]> {
  const starts = new Map<number, TermMatch[]>();
  for (const match of matches) {
    const list = starts.get(match.from);
    if (list) list.push(match);
    else starts.set(match.from, [match]);
  }
  return starts;
}

/** By token: 1 where a listed phrase stands. */
function tokensOf(count: number, matches: readonly TermMatch[]): Uint8Array {
  const covered = new Uint8Array(count);
  for (const { phrase, from, to } of matches) if (!phrase.good) covered.fill(1, from, to);
  return covered;
}

/** A good term that holds the layout, crosses it, or is the standard of the same concept, settles the place. */
function speaksFor(match: TermMatch, { from, to, zh }: Composed): boolean {
  const inside = match.from >= from && match.to <= to;
  return !inside || (match.from === from && match.to === to) || match.termbase.concept(match.phrase.concept).zh === zh;
}

/** Whether there is evidence enough for a layout of this length. */
function isWorth(document: Document, composed: Composed, evidence: Evidence): boolean {
  const { layout, judgement, zh, grade, from, to } = composed;
  if (grade < 2 && isQuoted(document.tokens, from, to) && numeral.test(zh)) return true;
  if (grade < 2 && isLong(layout, judgement) && isSure(judgement)) return true;
  if (!isLong(layout, judgement) && !isFull(composed)) return false;
  return evidence.everywhere || evidence.sentences[document.tokens.sentence[from] as number] === 1;
}

/** So many parts, or so many words in the order of the Chinese, meet seldom by chance. */
function isLong({ pieces, order, joints }: Layout, { families }: Judgement): boolean {
  if (pieces.length >= long) return true;
  return families.length >= long && (order[0] as number) < (order[1] as number) && joints[0] === Joint.bare;
}

/** So many odd joints, or so many words, that no other sign is needed. */
function isSure({ families, odd }: Judgement): boolean {
  return families.length > long || odd.filter(Boolean).length > 1;
}

/** Two parts must be words, not single characters, and stand for most of the Chinese. */
function isFull({ units, zh, grade }: Composed): boolean {
  return grade === 0 && (units.every((unit) => unit.length > 1) || numeral.test(zh));
}

/** Of those that overlap the longest stays; where two concepts claim one place and differ in what to say, neither. */
function settle(found: readonly Composed[], termbase: Termbase): Composed[] {
  const better = (a: Composed, b: Composed) =>
    b.layout.pieces.length - a.layout.pieces.length ||
    b.to - b.from - (a.to - a.from) ||
    a.grade - b.grade ||
    a.from - b.from;
  const kept: Composed[] = [];
  const taken = new Set<number>();
  const ordered = [...found].sort(better);
  for (let at = 0; at < ordered.length; ) {
    const first = ordered[at] as Composed;
    const rivals: Composed[] = [];
    for (; at < ordered.length; at++) {
      const next = ordered[at] as Composed;
      if (next.from !== first.from || next.to !== first.to) break;
      if (next.grade === first.grade && !rivals.some(({ concept }) => concept === next.concept)) rivals.push(next);
    }
    let free = true;
    for (let token = first.from; token < first.to; token++) if (taken.has(token)) free = false;
    if (!free) continue;
    for (let token = first.from; token < first.to; token++) taken.add(token);
    const agreed = rivals.find((one) => rivals.every((other) => agree(termbase, one.concept, other.concept)));
    if (agreed) kept.push(agreed);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** True when the first choice of one concept is a choice of the other. */
function agree(termbase: Termbase, one: number, other: number): boolean {
  if (one === other) return true;
  const { preferred, admitted } = termbase.concept(other);
  const choice = termbase.concept(one).preferred;
  return choice === preferred || admitted.includes(choice);
}

/** The last word before the first preposition between parts. */
function headOf({ pieces, joints }: Layout): number {
  const turned = joints.findIndex((joint) => joint === Joint.of || joint === Joint.with);
  const piece = pieces[turned < 0 ? pieces.length - 1 : turned];
  return (piece as { to: number }).to - 1;
}

/**
 * The notation of deprecated phrases (docs/termbase.md) and what it compiles to: plain sequences of labels.
 * A label is a folded word (found only so), a lemma (found in every inflection as noun or verb), any number or any word.
 */
import { isOnlyVerb, isVerb, lemmas, singulars, verbAt } from "../text/inflect.js";
import { isNumber, Kind, tokenize } from "../text/tokens.js";
import type { Inflection } from "./types.js";

/** Suffixes that set lemma labels apart from words; no token contains them. */
export const nounMark = "\u0001";
export const verbMark = "\u0002";
export const anyNumber = "#";
export const anyWord = "*";

export interface Sequence {
  readonly labels: readonly string[];
  /** Index of the token whose inflection the suggestion follows, or -1. */
  readonly head: number;
  readonly inflection: Inflection;
}

const prepositions = new Set(
  "of for in to with on from at between among against by under into as about within through".split(" "),
);

/** Most sequences one phrase may stand for. More is a mistake in the entry. */
const limit = 96;
const gap = 3;

/** @throws Error with a sentence for the author of the entry */
export function parsePhrase(phrase: string): Sequence[] {
  const written = phrase.trim().replace(/\s+/g, " ");
  let rest = written;
  let inflection: Inflection | undefined;
  if (rest.startsWith("= ")) {
    inflection = "none";
    rest = rest.slice(2);
  } else if (/^to /.test(rest)) {
    inflection = "verb";
    rest = rest.slice(3);
  }
  if (/[[\]{}<>|\\]/.test(rest)) throw new Error(`"${phrase}" has a mark that the phrase notation does not know`);
  let variants: string[][] = [[]];
  for (const element of elements(rest)) {
    const next: string[][] = [];
    for (const head of variants) for (const option of element) next.push([...head, ...option]);
    variants = next;
    if (variants.length > limit) throw new Error(`"${phrase}" stands for more than ${limit} phrases; split it`);
  }
  const found = variants.filter((words) => words.some((word) => word !== anyWord));
  if (found.length === 0) throw new Error(`"${phrase}" has no words`);
  return found.map((words) => sequence(words, inflection ?? "noun"));
}

/** Each element of a phrase as its alternatives, each alternative as words. */
function elements(phrase: string): string[][][] {
  const found: string[][][] = [];
  const pattern = /\(([^()]*)\)|\.\.\.|…|[^\s()]+/g;
  let match = pattern.exec(phrase);
  while (match) {
    const [piece, optional] = match;
    if (optional !== undefined) found.push([[], ...alternatives(optional)]);
    else if (piece === "..." || piece === "…") {
      found.push(Array.from({ length: gap + 1 }, (_, count) => Array.from({ length: count }, () => anyWord)));
    } else found.push(alternatives(piece));
    match = pattern.exec(phrase);
  }
  if (/[()]/.test(phrase.replace(pattern, ""))) throw new Error(`"${phrase}" has a bracket without its pair`);
  return found;
}

function alternatives(piece: string): string[][] {
  return piece.split("/").map((option) => option.replace(/_/g, " ").split(" ").flatMap(words));
}

/** The folded words of a piece of phrase, tokenized as text is. */
export function words(piece: string): string[] {
  if (piece === anyNumber || /^#(?:st|nd|rd|th)$/.test(piece)) return [anyNumber];
  const tokens = tokenize(piece, [{ start: 0, end: piece.length }]);
  const found: string[] = [];
  for (let at = 0; at < tokens.count; at++) found.push(tokens.vocabulary[tokens.word[at] as number] as string);
  return found;
}

function sequence(list: readonly string[], inflection: Inflection): Sequence {
  if (inflection === "none") return { labels: list, head: -1, inflection };
  const labels = [...list];
  if (inflection === "verb") {
    // "to deeply implement", "to fully, accurately and comprehensively implement": the verb follows the adverbs
    const verb = Math.max(0, verbAt(list));
    // the object: what follows the verb and its particle
    const noun = nounHead(list, verb + 2);
    labels[verb] = `${list[verb]}${verbMark}`;
    // "to guide and support", "to bear hardship and press ahead": the second verb inflects with the first
    for (let at = verb + 2; at < list.length; at++) {
      const word = list[at] as string;
      if (list[at - 1] !== "and") continue;
      if (at === verb + 2 || (at === noun ? isOnlyVerb(word) : isVerb(word))) labels[at] = `${word}${verbMark}`;
    }
    if (noun > verb && labels[noun] === list[noun]) labels[noun] = nounLabel(list[noun] as string);
    return { labels, head: verb, inflection };
  }
  const noun = nounHead(list, 1);
  labels[noun] = nounLabel(list[noun] as string);
  return { labels, head: noun, inflection };
}

/** A noun in the singular is found in the plural too; one in the plural only so. */
function nounLabel(word: string): string {
  if (word === anyNumber || word === anyWord || isNumber(word) || !/^[\p{L}]/u.test(word)) return word;
  return singulars(word).length > 0 ? word : word + nounMark;
}

function nounHead(list: readonly string[], from: number): number {
  const end = list.findIndex((word, at) => at >= from && prepositions.has(word));
  const last = (end > 0 ? end : list.length) - 1;
  return list[last] === "'s" && last > 0 ? last - 1 : last;
}

/** Every label that a token with this folded form satisfies. */
export function labelsOf(word: string, kind: number): string[] {
  if (kind === Kind.symbol || kind === Kind.other) return [word];
  const { noun, verb } = lemmas(word);
  const found = [word, ...noun.map((lemma) => lemma + nounMark), ...verb.map((lemma) => lemma + verbMark), anyWord];
  if (isNumber(word)) found.push(anyNumber);
  return found;
}

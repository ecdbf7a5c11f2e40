/**
 * Suggestions that agree: a rendering takes the verb form, the number and the capitals of what it replaces, and the
 * article before it is put right.
 */
import { type Document, Flag, has, wordAt } from "../text/document.js";
import {
  bases,
  isAdverb,
  isOnlyVerb,
  isUncountable,
  isVerb,
  pluralOf,
  singulars,
  type VerbForm,
  verbAt,
  verbForm,
  verbFormOf,
} from "../text/inflect.js";
import { blockAt } from "../text/quotation.js";
import { isNumber, Kind } from "../text/tokens.js";
import type { Inflection } from "./types.js";

/** What is to be replaced. */
export interface Replaced {
  readonly from: number;
  readonly to: number;
  /** The token whose inflection counts, or -1. */
  readonly head: number;
  readonly inflection: Inflection;
}

/** Replacements in order, and the range they replace, which takes in the article before it when that must change. */
export interface Agreement {
  /** Offset in the projected text. */
  readonly start: number;
  readonly texts: readonly string[];
  /** For each text: whether it fits as it stands, so that it may be put in place unread. */
  readonly fits: readonly boolean[];
}

const auxiliaries = new Set("has have had having been be is are was were being get got".split(" "));
/** Adverbs without -ly that stand between an auxiliary and its participle. */
const midAdverbs = new Set("all also already always ever just never not now often since soon still yet".split(" "));
const determiners = /^(?:the|a|an|this|that|these|those|its|their|our|his|her|my|your|all|every|each|no|some|any) /i;
/** Where the head of a noun phrase ends: a preposition, an adjective behind its noun, a particle. */
const prepositionPattern =
  / (?:of|for|in|to|with|on|from|at|between|among|against|by|under|into|as|about|within|through|across|above|over|during|since|before|after|outside|inside|without|per|via|based|concerned|involved|responsible|designated|that|which|who|back|up|out|off|down)(?= |$)/;
/** Words for several that have no plural, though they end like nouns. */
const noPlural = new Set(
  "few many all real true exemplary targeted comprehensive effective impressive viral public love circulation fully precisely quickly strictly".split(
    " ",
  ),
);

interface Shape {
  readonly noun: boolean;
  readonly plural: boolean;
  readonly verb: VerbForm | undefined;
  /** The form of *be* that the verb is, if it is one. */
  readonly copula?: string;
}

const copulas = new Set("am is are was were be been being".split(" "));

/** Whether a word may be a form of a verb: "speed" is none of "spee", "focus" none of "focu". */
function mayBeFormOf(base: string, word: string): boolean {
  return isVerb(base) || (!isVerb(word) && base.length > 2 && !base.endsWith("ee"));
}

function shapeOf(document: Document, { head, inflection }: Replaced): Shape {
  const { tokens } = document;
  if (head < 0) return { noun: false, plural: false, verb: undefined };
  const word = wordAt(tokens, head);
  if (inflection === "noun") return { noun: true, plural: singulars(word).length > 0, verb: undefined };
  // the base that the word is a regular or irregular form of; the base itself when it is none
  let form: VerbForm = "base";
  for (const base of bases(word)) {
    const found = mayBeFormOf(base, word) ? verbFormOf(base, word) : undefined;
    if (found && found !== "base") form = found;
  }
  if (form === "past" || form === "participle") {
    const participle = [1, 2].some((back) => auxiliaries.has(wordAt(tokens, head - back)));
    form = participle ? "participle" : "past";
  } else if (form === "base" && verbForm(word, "participle") === word) {
    // "come", "put": only what stands before tells the participle from the base
    const before = wordAt(tokens, head - 1);
    const back = isAdverb(before) || midAdverbs.has(before) ? 2 : 1;
    if (auxiliaries.has(wordAt(tokens, head - back))) form = "participle";
  }
  if (!copulas.has(word)) return { noun: false, plural: false, verb: form };
  // "are" and "am" are what other verbs have no form for
  return { noun: false, plural: false, verb: word === "are" || word === "am" ? "base" : form, copula: word };
}

/** Splits a rendering into its head phrase (up to the first preposition, and a participle before it) and the rest. */
function splitHead(rendering: string): [string, string] {
  let at = rendering.search(prepositionPattern);
  if (at < 0) return [rendering, ""];
  // "official posted to a village", "people registered for poverty relief"
  const participle = / (?!hundred|watershed)[a-z-]{2,}[^e]ed$/.exec(rendering.slice(0, at));
  if (participle) at = participle.index;
  return [rendering.slice(0, at), rendering.slice(at)];
}

function lastWord(phrase: string): string {
  return /^[\p{L}'-]+/u.exec(phrase.slice(phrase.lastIndexOf(" ") + 1))?.[0] ?? "";
}

function inflect(rendering: string, shape: Shape): { text: string; fits: boolean } {
  const words = rendering.split(" ");
  if (shape.verb !== undefined) {
    const verb = verbAt(words);
    const base = words[verb] ?? "";
    if (!isVerb(base)) return { text: rendering, fits: false };
    if (base === "be" && shape.copula) return { text: words.with(verb, shape.copula).join(" "), fits: true };
    return { text: inflectAll(words, verb, shape.verb).join(" "), fits: true };
  }
  // a verb phrase stands where a noun stood as a gerund, for a person to say: "building" for "construction of"
  const first = verbAt(words);
  if (shape.noun && words.length > 1 && isOnlyVerb(words[first] ?? ""))
    return { text: inflectAll(words, first, "ing").join(" "), fits: false };
  if (!shape.plural) return { text: rendering, fits: true };
  const [head, rest] = splitHead(rendering);
  const noun = lastWord(head);
  const lower = noun.toLowerCase();
  if (noun === "" || singulars(lower).length > 0) return { text: rendering, fits: true };
  if (noPlural.has(lower)) return { text: rendering, fits: false };
  // a name has no plural; what stands for several is for a person to say
  if (/^\p{Lu}/u.test(noun)) return { text: rendering, fits: false };
  const plural = pluralOf(lower);
  if (plural === undefined) return { text: rendering, fits: false };
  return { text: head.slice(0, head.length - noun.length) + plural + rest, fits: true };
}

const particles = new Set("in out up down on off over forward back away together".split(" "));

/** Inflects a verb and those coordinated with it: "close or move out", "care about, take part in and support". */
function inflectAll(words: readonly string[], verb: number, form: VerbForm): string[] {
  // "care about, take part in and support": after a comma there is a list of verbs
  let listed = false;
  return words.map((word, at) => {
    if (at === verb) return verbForm(word, form);
    const before = words[at - 1] ?? "";
    const joined = before === "and" || before === "or" || before.endsWith(",");
    // "guide and support", "bring in and go global"
    const near = at === verb + 2 || (at === verb + 3 && particles.has(words[verb + 1] ?? ""));
    const twin = isVerb(word) && (near || listed);
    if (at < verb || !joined || !(twin || isOnlyVerb(word))) return word;
    if (before.endsWith(",")) listed = true;
    return verbForm(word, form);
  });
}

const small = new Set("a an the of and or for in to on at by with from as nor but".split(" "));

type Case = "lower" | "sentence" | "title" | "upper";

function caseOf(document: Document, from: number, to: number): Case {
  const { tokens } = document;
  let capitals = 0;
  let uppers = 0;
  let words = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== Kind.word || wordAt(tokens, at) === "'s") continue;
    const content = !small.has(wordAt(tokens, at));
    if (content) words++;
    if (content && has(tokens, at, Flag.capital)) capitals++;
    if (has(tokens, at, Flag.upper)) uppers++;
  }
  if (uppers > 0 && uppers >= words && words > 1) return "upper";
  // "Units in Beijing" opens a sentence; two capitals there make no title, except in a heading
  const opens = words === 2 && has(tokens, from, Flag.sentenceStart) && !inHeading(document, from);
  if (words > 1 && capitals === words && !opens) return "title";
  return has(tokens, from, Flag.capital) ? "sentence" : "lower";
}

function inHeading({ projection, tokens }: Document, at: number): boolean {
  return blockAt(projection.blocks, tokens.start[at] as number)?.kind === "heading";
}

function capitalize(text: string): string {
  return text.replace(/^["“‘'(]*\p{Ll}/u, (first) => first.toUpperCase());
}

function recase(text: string, wanted: Case): string {
  if (wanted === "upper") return text.toUpperCase();
  if (wanted === "sentence") return capitalize(text);
  if (wanted === "lower") return text;
  return text
    .split(" ")
    .map((word, at) => (at > 0 && small.has(word) ? word : capitalize(word)))
    .join(" ");
}

const vowelSound = /^(?:[aeiou]|hono|hour|heir)/i;
const consonantSound = /^(?:u(?:ni|s[aeiu]|r[ai]|t[ie]|k)|eu|one\b|once\b)/i;

/** @returns `a` or `an`, as the first word of `text` asks */
export function article(text: string): "a" | "an" {
  const first = /^[^\s-]*/.exec(text)?.[0] ?? "";
  if (/^[A-Z]{2,}/.test(first)) return /^[AEFHILMNORSX]/.test(first) ? "an" : "a";
  if (/^(?:8|11|18)(?!\d)/.test(first) || /^8/.test(first)) return "an";
  return vowelSound.test(first) && !consonantSound.test(first) ? "an" : "a";
}

/** True when a rendering takes no `a` or `an`. */
function takesNoArticle(text: string, plural: boolean): boolean {
  const [head] = splitHead(text);
  const noun = lastWord(head);
  if (plural || determiners.test(text) || singulars(noun.toLowerCase()).length > 0) return true;
  if (/^\p{Lu}/u.test(noun) && !/\p{Lu}{2}/u.test(noun)) return true;
  return isUncountable(noun.toLowerCase());
}

/** The first number of a range as it is written: *320*, *12 million*. */
function numberIn({ tokens, text }: Document, from: number, to: number): string | undefined {
  let first = from;
  while (first < to && tokens.kind[first] !== Kind.number && !isNumber(wordAt(tokens, first))) first++;
  if (first === to) return undefined;
  let last = first;
  while (last + 1 < to && /^(?:thousand|million|billion|trillion)$/.test(wordAt(tokens, last + 1))) last++;
  return text.slice(tokens.start[first], tokens.end[last]);
}

/**
 * @param renderings in base form, best first; `#` in one stands for the number that is replaced: those that have it go
 *   first where there is a number, and are left out where there is none
 */
export function agree(document: Document, replaced: Replaced, renderings: readonly string[]): Agreement {
  const { tokens } = document;
  const { from, to, head } = replaced;
  const shape = shapeOf(document, replaced);
  const wanted = caseOf(document, from, to);
  const adjacent =
    !has(tokens, from, Flag.blockStart) && has(tokens, from, Flag.spaced) && !has(tokens, from, Flag.quoteBefore);
  const before = adjacent ? wordAt(tokens, from - 1) : "";
  const between = document.text.slice(tokens.end[from - 1] ?? 0, tokens.start[from]);
  const articled = (before === "a" || before === "an") && between === " " && shape.verb === undefined;
  const determined =
    before === "the" ||
    before === "this" ||
    before === "its" ||
    before === "their" ||
    before === "our" ||
    before === "'s";
  const following = to < tokens.count && !has(tokens, to, Flag.blockStart) ? wordAt(tokens, to) : "";
  const number = numberIn(document, from, to);
  const plain = renderings.filter((rendering) => !rendering.includes("#"));
  const numbered = renderings.filter((rendering) => rendering.includes("#"));
  const filled = number === undefined ? plain : [...numbered.map((one) => one.replace("#", number)), ...plain];
  const inflected = filled.map((rendering) => {
    const made = inflect(rendering, shape);
    const text = determined ? made.text.replace(/^(?:the|The) /, "") : made.text;
    // "study the spirit" gives way to "act on the guiding principles of"; the "of" may stand there already
    const doubled = small.has(following) && text.endsWith(` ${following}`);
    return { text: doubled ? text.slice(0, -following.length - 1) : text, fits: made.fits };
  });
  const lowerArticle = before;
  const right = inflected.map(({ text }) => (takesNoArticle(text, false) ? "" : article(text)));
  const takeIn = articled && right.some((wish) => wish !== lowerArticle);
  const possessed = head >= 0 && to < tokens.count && wordAt(tokens, to) === "'s";
  const start = takeIn ? (tokens.start[from - 1] as number) : (tokens.start[from] as number);
  const opens = takeIn ? has(tokens, from - 1, Flag.capital) : false;
  const texts = inflected.map(({ text }, at) => {
    const cased = recase(text, opens && wanted === "lower" ? "lower" : wanted);
    if (!takeIn) return cased;
    const full = right[at] === "" ? cased : `${right[at]} ${cased}`;
    return opens ? capitalize(full) : full;
  });
  const fits = inflected.map(({ text, fits }) => fits && !(possessed && /s$/.test(text)));
  return { start, texts, fits };
}

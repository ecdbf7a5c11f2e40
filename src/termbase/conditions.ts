/** Conditions on a phrase, and whether they hold where it stands. */
import { type Document, Flag, has, isQuoted, wordAt } from "../text/document.js";
import { lemmas } from "../text/inflect.js";
import { Kind, type Tokens } from "../text/tokens.js";
import { words } from "./notation.js";
import type { Condition } from "./types.js";

/** A list of cue words: single ones in a set, longer ones as sequences. */
interface Cues {
  readonly single: ReadonlySet<string>;
  readonly longer: readonly (readonly string[])[];
  /** What the longer ones begin with. */
  readonly first: ReadonlySet<string>;
}

const compiled = new WeakMap<readonly string[], Cues>();

function cuesOf(list: readonly string[]): Cues {
  let cues = compiled.get(list);
  if (!cues) {
    const sequences = list.map((cue) => words(cue));
    const longer = sequences.filter(({ length }) => length > 1);
    cues = {
      single: new Set(sequences.filter(({ length }) => length === 1).map(([word]) => word as string)),
      longer,
      first: new Set(longer.map(([word]) => word as string)),
    };
    compiled.set(list, cues);
  }
  return cues;
}

/** The word and what it may be an inflection of. */
function formsOf(word: string): readonly string[] {
  const { noun, verb } = lemmas(word);
  return [word, ...noun, ...verb];
}

function isForm(word: string, of: (lemma: string) => boolean): boolean {
  if (of(word)) return true;
  const { noun, verb } = lemmas(word);
  return noun.some(of) || verb.some(of);
}

/** Where the cues of each list stand, found once per sentence: first and last token, which is all a condition asks. */
export interface CueCache {
  readonly spans: WeakMap<readonly string[], Map<number, readonly [first: number, last: number] | undefined>>;
  readonly words: WeakMap<readonly string[], Int8Array>;
  /** By index into the vocabulary: a word's forms, worked out once for all lists. */
  readonly forms: (readonly string[] | undefined)[];
}

export function cueCache(): CueCache {
  return { spans: new WeakMap(), words: new WeakMap(), forms: [] };
}

/** What a word of the vocabulary is to a list of cues; 0 is not yet known. */
const wordKinds = { cue: 1, beginsCue: 2, other: -1 } as const;

function kindOf(forms: readonly string[], { single, first }: Cues): number {
  let kind: number = wordKinds.other;
  for (const form of forms) {
    if (single.has(form)) return wordKinds.cue;
    if (first.has(form)) kind = wordKinds.beginsCue;
  }
  return kind;
}

function spanOf(tokens: Tokens, sentence: number, list: readonly string[], cache: CueCache) {
  let spans = cache.spans.get(list);
  if (!spans) {
    spans = new Map();
    cache.spans.set(list, spans);
  }
  if (spans.has(sentence)) return spans.get(sentence);
  const cues = cuesOf(list);
  let known = cache.words.get(list);
  if (!known) {
    known = new Int8Array(tokens.vocabulary.length);
    cache.words.set(list, known);
  }
  let first = -1;
  let last = -1;
  const end = tokens.sentences[sentence + 1] as number;
  for (let at = tokens.sentences[sentence] as number; at < end; at++) {
    const id = tokens.word[at] as number;
    if (known[id] === 0) {
      let forms = cache.forms[id];
      if (!forms) {
        forms = formsOf(tokens.vocabulary[id] as string);
        cache.forms[id] = forms;
      }
      known[id] = kindOf(forms, cues);
    }
    const found =
      known[id] === wordKinds.cue ||
      (known[id] === wordKinds.beginsCue && cues.longer.some((cue) => sequenceAt(tokens, at, end, cue)));
    if (!found) continue;
    if (first < 0) first = at;
    last = at;
  }
  const span = first < 0 ? undefined : ([first, last] as const);
  spans.set(sentence, span);
  return span;
}

function sequenceAt(tokens: Tokens, at: number, end: number, cue: readonly string[]): boolean {
  if (at + cue.length > end) return false;
  return cue.every((word, offset) => isForm(wordAt(tokens, at + offset), (lemma) => lemma === word));
}

function isNear(tokens: Tokens, from: number, to: number, list: readonly string[], cache: CueCache): boolean {
  const span = spanOf(tokens, tokens.sentence[from] as number, list, cache);
  return span !== undefined && (span[0] < from || span[1] >= to);
}

/** True when token `at` is a form of one of the words. Words of two tokens are read away from the phrase. */
function oneOf(tokens: Tokens, at: number, list: readonly string[], step: 1 | -1): boolean {
  if (at < 0 || at >= tokens.count) return false;
  const { single, longer } = cuesOf(list);
  const word = wordAt(tokens, at);
  if (isForm(word, (lemma) => single.has(lemma))) return true;
  return longer.some((cue) => {
    const from = step === 1 ? at : at - cue.length + 1;
    return from >= 0 && sequenceAt(tokens, from, tokens.count, cue);
  });
}

const lowerCase = new Set("a an the of and or for in to on at by with from as 's".split(" "));

/** True when every word that could take a capital has one (`true`), or none has (`false`). */
function capitalsAre(tokens: Tokens, from: number, to: number, wanted: boolean): boolean {
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== Kind.word || lowerCase.has(wordAt(tokens, at))) continue;
    if (!wanted && has(tokens, at, Flag.sentenceStart)) continue;
    if (has(tokens, at, Flag.capital) !== wanted) return false;
  }
  return true;
}

function holdsAll(condition: Condition, document: Document, from: number, to: number, cache: CueCache): boolean {
  const { tokens } = document;
  const { quoted, near, notNear, before, notBefore, after, notAfter, capitalized, sentenceStart, policy } = condition;
  const blockEnds = to < tokens.count && has(tokens, to, Flag.blockStart);
  const next = blockEnds ? -1 : to;
  const previous = has(tokens, from, Flag.blockStart) ? -1 : from - 1;
  if (quoted !== undefined && isQuoted(tokens, from, to) !== quoted) return false;
  if (capitalized !== undefined && !capitalsAre(tokens, from, to, capitalized)) return false;
  if (sentenceStart !== undefined && has(tokens, from, Flag.sentenceStart) !== sentenceStart) return false;
  if (before && !oneOf(tokens, next, before, 1)) return false;
  if (notBefore && oneOf(tokens, next, notBefore, 1)) return false;
  if (after && !oneOf(tokens, previous, after, -1)) return false;
  if (notAfter && oneOf(tokens, previous, notAfter, -1)) return false;
  if (near && !isNear(tokens, from, to, near, cache)) return false;
  if (notNear && isNear(tokens, from, to, notNear, cache)) return false;
  return policy === undefined || document.policy === policy;
}

/**
 * @param when alternatives; none at all always holds
 * @param from first token of the phrase
 * @param to one past its last
 */
export function holds(
  when: readonly Condition[],
  document: Document,
  from: number,
  to: number,
  cache: CueCache,
): boolean {
  return when.length === 0 || when.some((condition) => holdsAll(condition, document, from, to, cache));
}

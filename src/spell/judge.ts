/** Judging words that are not right, each in its place: a slip, a name, jargon, another language. */
import { Flag, has, isQuoted } from "../text/document.js";
import { atUnknown } from "./broken.js";
import type { SpellingRuleOptions } from "./definition.js";
import type { Speller } from "./dictionary.js";
import { isCombining, type Lexicon } from "./lexicon.js";
import { standsAlone } from "./mistakes.js";
import { isPinyin, type Names } from "./names.js";
import { capitalized, inCaseOf, inCode, isHyphened, type Page } from "./page.js";
import type { Phrases } from "./phrases.js";
import { farOff, joinedWords, nearWords, nextTo, type Suggestion } from "./suggest.js";

/** A word that is not right, at one place. */
export interface Suspect {
  readonly at: number;
  readonly raw: string;
  readonly lower: string;
  /** It may be a name. */
  readonly capital: boolean;
}

export interface JudgeParts {
  readonly lexicon: Lexicon;
  readonly names: Names;
  readonly phrases: Phrases;
  readonly fallback: (() => Speller) | undefined;
}

/** Tells those of the suspects that are wrong. */
export function judge(page: Page, suspects: readonly Suspect[], parts: JudgeParts, options: SpellingRuleOptions): void {
  const { lexicon, names, phrases, fallback } = parts;
  const { tokens } = page;
  const times = new Map<string, number>();
  const strangers = new Map<number, string[]>();
  const unknownAt = new Set(suspects.map(({ at }) => at));
  for (const { lower, at, capital } of suspects) {
    times.set(lower, (times.get(lower) ?? 0) + 1);
    if (capital) continue;
    const line = tokens.sentence[at] as number;
    const others = strangers.get(line);
    if (others) others.push(lower);
    else strangers.set(line, [lower]);
  }

  const vocabulary = new Set(tokens.vocabulary);
  const here = (form: string) => vocabulary.has(form);
  const nearTo = remember((lower: string) => nearWords(lower, lexicon, here));
  const joinedIn = remember((lower: string) => joinedWords(lower, lexicon));
  const deadline = performance.now() + options.budget;
  let sought = 0;
  const suggestions = remember((lower: string): readonly Suggestion[] => {
    const next = nextTo(nearTo(lower), joinedIn(lower));
    if (next.length > 0 || ++sought > options.most) return next;
    // only words that are reported whatever is near them are worth asking nspell about
    const asks = options.unknown && options.suggestions === "eager" && performance.now() < deadline;
    return farOff(lower, lexicon, here, asks ? fallback : undefined);
  });

  for (const suspect of suspects) {
    const { at, lower, capital } = suspect;
    if (page.isCovered(at) || inCode(page, at) || isForeign(at)) continue;
    if (capital) {
      if (!mangledName(suspect) && isMisspeltName(suspect)) tell(suspect);
    } else if (isProper(lower)) {
      const proper = capitalized(lower);
      page.tellUnknown(at, {
        message: `\`${suspect.raw}\` is written with a capital: \`${proper}\``,
        expected: [proper],
        certainty: 0.7,
      });
    } else if (!atUnknown(page, lexicon, at) && isMisspelt(suspect)) tell(suspect);
  }

  /** A sentence with so many words that are like none of the dictionary is no English sentence. */
  function isForeign(at: number): boolean {
    const line = tokens.sentence[at] as number;
    const unknown = strangers.get(line) ?? [];
    if (unknown.length < 3) return false;
    const length = (tokens.sentences[line + 1] as number) - (tokens.sentences[line] as number);
    return unknown.length / length > 0.25 && unknown.filter((lower) => !isSlip(lower)).length > 2;
  }

  function isSlip(lower: string): boolean {
    const [best] = nearTo(lower);
    return best !== undefined && lower.length > 5 && best.rank < 2 && best.distance <= 1;
  }

  /** chinese, beijing: a word that only its capital makes right. */
  function isProper(lower: string): boolean {
    const proper = capitalized(lower);
    const rank = lexicon.rank(proper);
    if (rank !== undefined && rank < 2) return true;
    return lower.length > 5 && ((rank !== undefined && lexicon.isTerm(proper)) || names.has(proper));
  }

  function isMisspelt({ at, lower, raw }: Suspect): boolean {
    if (lower.length < 3 || /[a-z][A-Z]/.test(raw) || isPartOfName(at)) return false;
    if (lexicon.exactly(capitalized(lower)) || names.has(capitalized(lower))) return false;
    const [best] = nearTo(lower);
    const often = (times.get(lower) ?? 0) > 2;
    // short words are as often abbreviations: only slips of the fingers in common words count
    if (lower.length < 5) {
      const common = best !== undefined && (best.rank === 0 || best.distance < 0.5);
      return common && best.distance < (lower.length < 4 ? 0.75 : 0.95) && !often;
    }
    // a word used again and again is the text's own, unless a slip makes a long word of the dictionary of it
    if (often && !(best !== undefined && best.distance <= 1 && lower.length > 6)) return false;
    const close = best !== undefined && best.rank < 2 && best.cost < 1.6;
    if (lexicon.isRare(lower)) return close && best.rank === 0 && best.cost < 0.95;
    if (isHyphened(page, at)) return close && lower.length > 5 && best.distance <= 1 && !isCombining(lower);
    if (close || joinedIn(lower)) return true;
    if (isPinyin(lower.replace(/s$/, "")) || isQuoted(tokens, at, at + 1)) return false;
    if (lower.includes("'")) return best !== undefined;
    if (options.unknown) return true;
    const [first] = suggestions(lower);
    return first !== undefined && (first.cost < 1.7 || first.cost - 0.5 < lower.length / 5);
  }

  /** ngor, of Yuet-ngor. */
  function isPartOfName(at: number): boolean {
    return (
      (has(tokens, at, Flag.hyphened) && has(tokens, at - 1, Flag.capital)) ||
      (has(tokens, at + 1, Flag.hyphened) && has(tokens, at + 1, Flag.capital))
    );
  }

  function mangledName({ at, raw }: Suspect): boolean {
    const name = names.meant(raw, standsAlone(page, phrases, at, at + 1));
    if (name === undefined) return false;
    page.tell(at, at + 1, {
      message: `\`${raw}\` looks like a slip for the name \`${name}\``,
      expected: [name],
      certainty: 0.7,
    });
    return true;
  }

  function isMisspeltName({ at, raw, lower }: Suspect): boolean {
    const first = has(tokens, at, Flag.sentenceStart);
    const often = (times.get(lower) ?? 0) > 1;
    // what is cheap to know comes first: most of the capitalized strangers of a text are names
    if (lower.length < (often ? 8 : first ? 5 : 7)) return false;
    if (/[a-z][A-Z]/.test(raw) || lower.includes("'") || isPinyin(lower) || lexicon.isRare(lower)) return false;
    const among = unknownAt.has(at - 1) || unknownAt.has(at + 1);
    if (among && lower.length < 8) return false;
    const [best] = nearTo(lower);
    if (best === undefined) return first && !often && joinedIn(lower)?.rank === 0;
    if (best.rank > 1) return false;
    // Instituto: another vowel at the end is another language
    if (/[aeiou]$/.test(lower) && lower.slice(0, -1) === best.text.slice(0, lower.length - 1)) return false;
    const sure = lower.length > 7 && best.rank === 0 && best.cost < (among ? 0.95 : 1.2);
    if (often || among || sure) return sure;
    return best.cost < (!first ? 0.95 : best.rank === 0 ? 1.3 : 1);
  }

  function tell({ at, raw, lower, capital }: Suspect): void {
    const found = suggestions(lower);
    const expected = found.map(({ text }) => inCaseOf(raw, text));
    const [first, second] = found;
    if (first === undefined) {
      page.tellUnknown(at, { message: `\`${raw}\` is in no dictionary; check its spelling`, expected, certainty: 0.4 });
      return;
    }
    const joined = first.text.includes(" ");
    const clear = first.cost < 1.3 && lower.length > 5 && (second === undefined || second.cost - first.cost > 0.8);
    page.tellUnknown(at, {
      message: `\`${raw}\` looks like ${joined ? "words run together" : "a misspelling"}${joined ? ":" : " of"} \`${expected[0]}\``,
      expected,
      fixable: clear && !capital,
      certainty: clear ? 0.7 : 0.6,
    });
  }
}

function remember<T>(answer: (lower: string) => T): (lower: string) => T {
  const answers = new Map<string, T>();
  return (lower) => {
    if (!answers.has(lower)) answers.set(lower, answer(lower));
    return answers.get(lower) as T;
  };
}

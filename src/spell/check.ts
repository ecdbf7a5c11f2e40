/** Checking a document's spelling: every word once, then each place where a word that is not right stands. */
import type { Report } from "../finding.js";
import type { Termbase } from "../termbase/termbase.js";
import { type Document, Flag, has, isQuoted, Kind, wordAt } from "../text/document.js";
import type { SpellingRuleOptions } from "./definition.js";
import type { Speller } from "./dictionary.js";
import { type Checker, createLexicon, isCombining, type Lexicon } from "./lexicon.js";
import { isPinyin, type Names } from "./names.js";
import type { Mistake, Phrases } from "./phrases.js";
import { fartherWords, inCaseOf, joinedWords, nearWords, type Suggestion } from "./suggest.js";
import type { Dialect, WordList } from "./word-list.js";

export interface CheckParts {
  readonly list: WordList;
  readonly names: Names;
  readonly phrases: Phrases;
  readonly checker: Checker | undefined;
  /** nspell with dictionary-en, made when first called. */
  readonly fallback: (() => Speller) | undefined;
  readonly words: readonly string[];
  readonly dialect: Dialect | undefined;
}

export interface Check {
  run(
    document: Document,
    report: (report: Report) => void,
    options: SpellingRuleOptions,
    termbases: readonly Termbase[],
  ): void;
  suggest(word: string): readonly string[];
  knows(word: string): boolean;
}

/** A word that is not right, at one place. */
interface Suspect {
  readonly at: number;
  readonly raw: string;
  readonly lower: string;
  /** It may be a name. */
  readonly capital: boolean;
}

/** What a word of the vocabulary needs. */
const Need = { unknown: 0, nothing: 1, capital: 2, look: 3 } as const;

const latin = /^[A-Za-z\u00C0-\u024F']+$/;
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const curly = /[\u2018\u2019\u201B\u02BC\uFF07]/g;
const accents = /[\u0300-\u036f]/g;
/** Characters that hold a word in code, a path, an address or a handle. */
const codeMarks = new Set("_@#/\\$=<>{}|~^+*`&%:.0123456789\uFFFC".split(""));
/** After a hyphen that hangs ("two- and three-year"). */
const hanging = new Set("and or to but nor versus vs through as into".split(" "));

const nowhere = () => false;
const nobody = () => undefined;

function plain(raw: string): string {
  return raw.normalize("NFKC").replace(invisible, "").replace(curly, "'");
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(accents, "");
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Reports of words that are wrong because no dictionary has them; names and broken words are wrong whatever one says. */
export const byDictionary = new WeakSet<Report>();

const termbaseWords = new WeakMap<Termbase, ReadonlySet<string>>();

/** Every word of a termbase's preferred and admitted renderings, as written and in lower case. */
function wordsOf(termbase: Termbase): ReadonlySet<string> {
  const known = termbaseWords.get(termbase);
  if (known) return known;
  const words = new Set<string>();
  for (let at = 0; at < termbase.size; at++) {
    const { preferred, admitted } = termbase.concept(at);
    for (const rendering of [preferred, ...admitted]) {
      for (const word of rendering.split(/[^\p{L}'’]+/u)) {
        words.add(word);
        words.add(word.toLowerCase());
      }
    }
  }
  termbaseWords.set(termbase, words);
  return words;
}

export function createCheck(parts: CheckParts): Check {
  const { list, names, phrases, checker, fallback, words, dialect } = parts;
  const lexicon = createLexicon(list, new Set(words), dialect, checker);

  function isKnown(word: string): boolean {
    const written = plain(word);
    const lower = written.toLowerCase();
    return (
      lexicon.known(lower) || lexicon.exactly(written) || names.has(written) || lexicon.known(withoutAccents(lower))
    );
  }

  return {
    knows: isKnown,
    suggest(word) {
      const written = plain(word);
      if (isKnown(written)) return [];
      const name = /^\p{Lu}/u.test(written) ? names.meant(written, true) : undefined;
      if (name !== undefined) return [name];
      return suggestionsFor(written.toLowerCase(), lexicon, nowhere, fallback ?? nobody).map(({ text }) =>
        inCaseOf(written, text),
      );
    },
    run: checkDocument,
  };

  function checkDocument(
    document: Document,
    report: (report: Report) => void,
    options: SpellingRuleOptions,
    ownTermbases: readonly Termbase[],
  ): void {
    const { tokens, text } = document;
    const { count, kind, start, end, word, vocabulary, sentence } = tokens;
    const own = ownTermbases.map(wordsOf);
    const isOwn = (form: string) => own.some((set) => set.has(form));
    const needs = new Uint8Array(vocabulary.length);
    const begins = new Uint8Array(vocabulary.length);
    for (let id = 0; id < vocabulary.length; id++) {
      const form = vocabulary[id] as string;
      if (phrases.mistakes.has(form) || phrases.forms.has(form) || phrases.provinceOf.has(form)) begins[id] = 1;
    }

    const suspects: Suspect[] = [];
    /** Tokens that a finding covers already. */
    const covered = new Set<number>();
    const raws = new Map<string, "fine" | "suspect">();
    const forms: { group: number; form: string; right: string; from: number; to: number }[] = [];

    for (let at = 0; at < count; at++) {
      if (kind[at] !== Kind.word) continue;
      const id = word[at] as number;
      if (begins[id] === 1) phraseAt(at);
      if (isHyphen(text.charCodeAt(end[at] as number))) brokenAt(at);
      let need = needs[id] as number;
      if (need === Need.unknown) {
        const form = vocabulary[id] as string;
        const right = dialect === undefined ? lexicon.known(form) || form.startsWith("'") : form.startsWith("'");
        const proper = capitalized(form);
        if (right || isOwn(form)) need = Need.nothing;
        else need = lexicon.exactly(proper) || names.has(proper) ? Need.capital : Need.look;
        needs[id] = need;
      }
      if (need === Need.look || (need === Need.capital && !has(tokens, at, Flag.capital))) look(at);
    }

    formsOfNames();
    judge();

    function look(at: number): void {
      const raw = text.slice(start[at], end[at]);
      const known = raws.get(raw);
      if (known === "fine") return;
      const written = plain(raw);
      const lower = written.toLowerCase();
      const capital = has(tokens, at, Flag.capital);
      if (known === undefined) {
        const fine =
          !latin.test(written) ||
          lexicon.known(lower) ||
          isOwn(written) ||
          (capital && (lexicon.exactly(written) || names.has(written))) ||
          (written !== withoutAccents(written) && isKnown(withoutAccents(written))) ||
          (has(tokens, at, Flag.upper) &&
            (written.length < 7 || lexicon.exactly(capitalized(lower)) || isPinyin(lower)));
        raws.set(raw, fine ? "fine" : "suspect");
        if (fine) return;
      }
      suspects.push({ at, raw: written, lower, capital });
    }

    function textBetween(from: number, to: number): string {
      return text.slice(end[from], start[to]);
    }

    function sameSentence(a: number, b: number): boolean {
      return a >= 0 && b >= 0 && a < count && b < count && sentence[a] === sentence[b];
    }

    /** A capitalized word of pinyin, or unknown, stands beside the tokens from `from` up to `to`. */
    function alone(from: number, to: number): boolean {
      const beside = (at: number, near: string) =>
        at >= 0 &&
        at < count &&
        /^[ \n-]?$/.test(near) &&
        kind[at] === Kind.word &&
        has(tokens, at, Flag.capital) &&
        isPinyin(wordAt(tokens, at)) &&
        !phrases.provinceOf.has(wordAt(tokens, at));
      return (
        !(from > 0 && beside(from - 1, textBetween(from - 1, from))) &&
        !(to < count && beside(to, textBetween(to - 1, to)))
      );
    }

    function matches(mistake: Mistake, at: number): boolean {
      const last = at + mistake.rest.length;
      if (!mistake.rest.every((form, step) => wordAt(tokens, at + 1 + step) === form) || !sameSentence(at, last))
        return false;
      const found = text.slice(start[at], end[last]).replace(/\s+/g, " ").replace(curly, "'");
      return /^[a-z]/.test(mistake.wrong) ? found.toLowerCase() === mistake.wrong : found === mistake.wrong;
    }

    function phraseAt(at: number): void {
      const form = wordAt(tokens, at);
      for (const mistake of phrases.mistakes.get(form) ?? []) {
        if (!matches(mistake, at)) continue;
        const to = at + mistake.rest.length + 1;
        const closed = /^[a-z]/.test(mistake.wrong);
        // a name that can be read may be another's when more of a name stands beside it
        if (!closed && isPinyin(mistake.wrong.replaceAll(" ", "")) && !alone(at, to)) continue;
        const actual = text.slice(start[at], end[to - 1]);
        tell(at, to, {
          message: closed
            ? `\`${actual}\` looks like one word in two: \`${mistake.right}\``
            : `\`${actual}\` looks like a slip for the name \`${mistake.right}\``,
          expected: [closed ? inCaseOf(actual, mistake.right) : mistake.right],
          fixable: true,
          certainty: 0.8,
        });
        return;
      }
      for (const name of phrases.forms.get(form) ?? []) {
        if (!matches(name, at)) continue;
        forms.push({ group: name.group, form: name.wrong, right: name.right, from: at, to: at + name.rest.length + 1 });
        break;
      }
      const province = phrases.provinceOf.get(form);
      if (province !== undefined && has(tokens, at, Flag.capital)) twinBeside(at, province);
    }

    /** Xi'an, Shanxi. */
    function twinBeside(at: number, province: string): void {
      const other = (phrases.twins.find((twin) => twin !== province) ?? "").toLowerCase();
      let place = -1;
      const after = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
      if (after[0] === other) place = at + 1;
      else if (
        (after[0] === "," || after[0] === "in" || after[0] === "of" || after[0] === "city") &&
        after[1] === other
      )
        place = at + 2;
      else if (wordAt(tokens, at - 1) === "'s" && wordAt(tokens, at - 2) === other) place = at - 2;
      const own = province.toLowerCase();
      // Shaanxi's Yan'an, Shanxi and Henan are three places
      if (!sameSentence(at, place) || wordAt(tokens, at - 1) === own || wordAt(tokens, at - 2) === own) return;
      const city = text.slice(start[at], end[at]);
      const wrong = text.slice(start[place], end[place]);
      tell(place, place + 1, {
        message: `\`${city}\` lies in \`${province}\`, not \`${wrong}\``,
        expected: [province],
        certainty: 0.8,
      });
    }

    /** devel- opment. */
    function brokenAt(at: number): void {
      const next = at + 1;
      if (next >= count || kind[next] !== Kind.word || !sameSentence(at, next) || has(tokens, next, Flag.capital))
        return;
      if (!/^[-\u00AD\u2010\u2011]\s+$/.test(textBetween(at, next)) || hanging.has(wordAt(tokens, next))) return;
      const whole = wordAt(tokens, at) + wordAt(tokens, next);
      if (lexicon.rank(whole) === undefined) return;
      broken(at, next + 1, whole);
    }

    function broken(from: number, to: number, whole: string): void {
      const actual = text.slice(start[from], end[to - 1]);
      const right = inCaseOf(actual, whole);
      tell(from, to, {
        message: `\`${actual.replace(/\s+/g, " ")}\` looks like one word broken in two: \`${right}\``,
        expected: [right],
        fixable: true,
        certainty: 0.8,
      });
    }

    function tell(from: number, to: number, what: Omit<Report, "start" | "end">, unknown = false): void {
      for (let at = from; at < to; at++) covered.add(at);
      const made: Report = { start: start[from] as number, end: end[to - 1] as number, ...what };
      if (unknown) byDictionary.add(made);
      report(made);
    }

    function formsOfNames(): void {
      for (const group of new Set(forms.map((found) => found.group))) {
        const here = forms.filter((found) => found.group === group && !covered.has(found.from));
        const counts = new Map<string, number>();
        for (const { form } of here) counts.set(form, (counts.get(form) ?? 0) + 1);
        if (counts.size < 2) continue;
        const standard = here[0]?.right ?? "";
        const rank = (form: string) => (counts.get(form) ?? 0) * 2 + (form === standard ? 1 : 0);
        const kept = [...counts.keys()].reduce((best, form) => (rank(form) > rank(best) ? form : best));
        for (const { form, from, to } of here) {
          if (form === kept) continue;
          tell(from, to, {
            message: `\`${form}\` is \`${kept}\` elsewhere in this text; keep to one form`,
            expected: [kept],
            certainty: 0.7,
          });
        }
      }
    }

    /** Sees each suspect in its place, and tells those that are wrong. */
    function judge(): void {
      const times = new Map<string, number>();
      const strangers = new Map<number, string[]>();
      const unknownAt = new Set(suspects.map(({ at }) => at));
      for (const { lower, at, capital } of suspects) {
        times.set(lower, (times.get(lower) ?? 0) + 1);
        if (capital) continue;
        const line = strangers.get(sentence[at] as number);
        if (line) line.push(lower);
        else strangers.set(sentence[at] as number, [lower]);
      }
      const here = new Set(vocabulary);
      const inDocument = (form: string) => here.has(form);
      const near = new Map<string, Suggestion[]>();
      const nearTo = (lower: string) => {
        let found = near.get(lower);
        if (!found) {
          found = nearWords(lower, lexicon, inDocument);
          near.set(lower, found);
        }
        return found;
      };
      const answers = new Map<string, readonly Suggestion[]>();
      const deadline = performance.now() + options.budget;
      const suggestions = (lower: string): readonly Suggestion[] => {
        let found = answers.get(lower);
        if (!found) {
          const spent = options.suggestions === "lazy" || answers.size >= options.most || performance.now() > deadline;
          const joined = joinedWords(lower, lexicon);
          const cheap = joined ? merge(nearTo(lower), joined) : nearTo(lower);
          const speller = options.unknown && fallback ? fallback : nobody;
          found = spent || cheap.length > 0 ? cheap : suggestionsFor(lower, lexicon, inDocument, speller);
          answers.set(lower, found);
        }
        return found;
      };

      for (const suspect of suspects) {
        const { at, lower, raw, capital } = suspect;
        if (covered.has(at) || inCode(at) || foreign(at)) continue;
        if (capital ? mangledName(at, raw) : splitWord(at, lower)) continue;
        if (capital ? isMisspeltName(suspect) : isMisspelt(suspect)) misspelt(suspect, suggestions(lower));
      }

      /** A sentence with so many words that are like none of the dictionary is no English sentence. */
      function foreign(at: number): boolean {
        const line = sentence[at] as number;
        const unknown = strangers.get(line) ?? [];
        if (unknown.length < 3) return false;
        const length = (tokens.sentences[line + 1] as number) - (tokens.sentences[line] as number);
        if (unknown.length / length <= 0.25) return false;
        return unknown.filter((lower) => !isSlip(lower)).length > 2;
      }

      function isSlip(lower: string): boolean {
        const best = nearTo(lower)[0];
        return best !== undefined && lower.length > 5 && best.rank < 2 && best.distance <= 1;
      }

      function isMisspelt({ at, lower, raw }: Suspect): boolean {
        if (/[a-z][A-Z]/.test(raw)) return false;
        if (isProper(lower)) return true;
        if (lexicon.exactly(capitalized(lower)) || names.has(capitalized(lower))) return false;
        if (lower.length < 3 || joinsName(at)) return false;
        const best = nearTo(lower)[0];
        const often = (times.get(lower) ?? 0) > 2;
        // short words are as often abbreviations: only slips of the fingers in common words count
        if (lower.length < 5) {
          const slip = best !== undefined && (best.rank === 0 || best.distance < 0.5);
          return slip && best.distance < (lower.length < 4 ? 0.75 : 0.95) && !often;
        }
        const close = best !== undefined && best.rank < 2 && best.cost < 1.6;
        // a word used again and again is the text's own, unless a slip makes a long word of the dictionary of it
        if (often && !(best !== undefined && best.distance <= 1 && lower.length > 6)) return false;
        if (lexicon.isRare(lower)) return close && best.rank === 0 && best.cost < 0.95;
        if (has(tokens, at, Flag.hyphened) || has(tokens, at + 1, Flag.hyphened)) {
          return close && lower.length > 5 && best.distance <= 1 && !isCombining(lower);
        }
        if (close || joinedWords(lower, lexicon)) return true;
        if (isPinyin(lower.replace(/s$/, "")) || isQuoted(tokens, at, at + 1)) return false;
        if (lower.includes("'")) return best !== undefined;
        if (options.unknown) return true;
        const [first] = suggestions(lower);
        return first !== undefined && (first.cost < 1.7 || first.cost - 0.5 < lower.length / 5);
      }

      /** chinese, beijing: a word that only its capital makes right. */
      function isProper(lower: string): boolean {
        const proper = capitalized(lower);
        const rank = lexicon.rank(proper);
        if (rank !== undefined && rank < 2) return true;
        return lower.length > 5 && ((rank !== undefined && lexicon.isTerm(proper)) || names.has(proper));
      }

      /** A part of Yuet-ngor. */
      function joinsName(at: number): boolean {
        return (
          (has(tokens, at, Flag.hyphened) && has(tokens, at - 1, Flag.capital)) ||
          (has(tokens, at + 1, Flag.hyphened) && has(tokens, at + 1, Flag.capital))
        );
      }

      function isMisspeltName({ at, raw, lower }: Suspect): boolean {
        const first = has(tokens, at, Flag.sentenceStart);
        const often = (times.get(lower) ?? 0) > 1;
        // what is cheap to know comes first: most of the capitalized strangers of a text are names
        if (lower.length < (first && !often ? 5 : often ? 8 : 7)) return false;
        if (/[a-z][A-Z]/.test(raw) || lower.includes("'") || isPinyin(lower) || lexicon.isRare(lower)) return false;
        const among = unknownAt.has(at - 1) || unknownAt.has(at + 1);
        if (among && lower.length < 8) return false;
        const best = nearTo(lower)[0];
        if (best === undefined) return first && !often && joinedWords(lower, lexicon)?.rank === 0;
        if (best.rank > 1) return false;
        // Instituto: another vowel at the end is another language
        if (/[aeiou]$/.test(lower) && lower.slice(0, -1) === best.text.slice(0, lower.length - 1)) return false;
        const sure = lower.length > 7 && best.rank === 0 && best.cost < (among ? 0.95 : 1.2);
        if (often || among || sure) return sure;
        return best.cost < (!first ? 0.95 : best.rank === 0 ? 1.3 : 1);
      }
    }

    function inCode(at: number): boolean {
      const from = start[at] as number;
      const to = end[at] as number;
      const before = from > 0 ? text.charAt(from - 1) : " ";
      if (codeMarks.has(before)) return true;
      const after = text.charAt(to);
      if (!codeMarks.has(after)) return false;
      // a stop or colon that ends a clause is no mark of code
      return !((after === "." || after === ":") && !/[\p{L}\p{N}_/]/u.test(text.charAt(to + 1)));
    }

    function mangledName(at: number, raw: string): boolean {
      const name = names.meant(raw, alone(at, at + 1));
      if (name === undefined) return false;
      tell(at, at + 1, {
        message: `\`${raw}\` looks like a slip for the name \`${name}\``,
        expected: [name],
        certainty: 0.7,
      });
      return true;
    }

    /** devel opment, govern ment: the unknown word and a neighbour make one. */
    function splitWord(at: number, lower: string): boolean {
      for (const [from, to] of [
        [at, at + 1],
        [at - 1, at],
      ] as const) {
        if (!sameSentence(from, to) || covered.has(from) || kind[from] !== Kind.word || kind[to] !== Kind.word)
          continue;
        if (!/^[ \n]$/.test(textBetween(from, to)) || has(tokens, to, Flag.capital)) continue;
        const whole = wordAt(tokens, from) + wordAt(tokens, to);
        const rank = lexicon.rank(whole);
        if (rank === undefined || rank > 2 || whole.length < 6 || whole === lower) continue;
        broken(from, to + 1, whole);
        return true;
      }
      return false;
    }

    function misspelt({ at, raw, lower, capital }: Suspect, found: readonly Suggestion[]): void {
      const proper = capitalized(lower);
      if (!capital && (lexicon.exactly(proper) || names.has(proper))) {
        tell(
          at,
          at + 1,
          { message: `\`${raw}\` is written with a capital: \`${proper}\``, certainty: 0.7, expected: [proper] },
          true,
        );
        return;
      }
      const expected = found.map((suggestion) => inCaseOf(raw, suggestion.text));
      const [first, second] = found;
      if (first === undefined) {
        tell(
          at,
          at + 1,
          { message: `\`${raw}\` is in no dictionary; check its spelling`, expected: [], certainty: 0.4 },
          true,
        );
        return;
      }
      const clear = first.cost < 1.3 && lower.length > 5 && (second === undefined || second.cost - first.cost > 0.8);
      tell(
        at,
        at + 1,
        {
          message: first.text.includes(" ")
            ? `\`${raw}\` looks like words run together: \`${expected[0]}\``
            : `\`${raw}\` looks like a misspelling of \`${expected[0]}\``,
          expected,
          fixable: clear && !capital,
          certainty: clear ? 0.7 : 0.6,
        },
        true,
      );
    }
  }
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0xad || code === 0x2010 || code === 0x2011;
}

function merge(found: readonly Suggestion[], joined: Suggestion): Suggestion[] {
  return [...found, joined].sort((a, b) => a.cost - b.cost);
}

/** All that can be thought of for a word: near words, joined words, then farther ones, then what nspell says. */
function suggestionsFor(
  lower: string,
  lexicon: Lexicon,
  here: (word: string) => boolean,
  speller: () => Speller | undefined,
): readonly Suggestion[] {
  const near = nearWords(lower, lexicon, here);
  const joined = joinedWords(lower, lexicon);
  const first = joined ? merge(near, joined) : near;
  if (first.length > 0) return first;
  const farther = fartherWords(lower, lexicon, here);
  if (farther.length > 0) return farther;
  const asked = lower.length > 14 ? [] : (speller()?.suggest(lower) ?? []);
  return asked.slice(0, 5).map((text) => ({ text, rank: 3, cost: 3, distance: 3 }));
}

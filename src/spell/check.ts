/** Checking a document's spelling: every word once, then each place where a word that is not right stands. */
import type { Report } from "../finding.js";
import type { Termbase } from "../termbase/termbase.js";
import { type Document, Flag, has, Kind } from "../text/document.js";
import { atHyphen } from "./broken.js";
import type { SpellingRuleOptions } from "./definition.js";
import type { Speller } from "./dictionary.js";
import { judge, type Suspect } from "./judge.js";
import { type Checker, createLexicon } from "./lexicon.js";
import { findMistakes } from "./mistakes.js";
import { isPinyin, type Names } from "./names.js";
import { capitalized, createPage, inCaseOf, plain, withoutAccents } from "./page.js";
import type { Phrases } from "./phrases.js";
import { farOff, joinedWords, nearWords, nextTo } from "./suggest.js";
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
  /** @param termbases the user's own, whose words are right */
  run(
    document: Document,
    report: (report: Report) => void,
    options: SpellingRuleOptions,
    termbases: readonly Termbase[],
  ): void;
  suggest(word: string): readonly string[];
  knows(word: string): boolean;
}

/** What a word of the vocabulary needs: nothing, a capital, or a look at each place. */
const Need = { unknown: 0, nothing: 1, capital: 2, look: 3 } as const;

const latin = /^[A-Za-z\u00C0-\u024F']+$/;

/** All-capital words up to this length are acronyms. */
const acronym = 6;

const termbaseWords = new WeakMap<Termbase, ReadonlySet<string>>();

/** Every word of a termbase's preferred and admitted renderings, as written and in lower case. */
function wordsOf(termbase: Termbase): ReadonlySet<string> {
  const known = termbaseWords.get(termbase);
  if (known) return known;
  const words = new Set<string>();
  for (let at = 0; at < termbase.size; at++) {
    const { preferred, admitted } = termbase.concept(at);
    for (const word of [preferred, ...admitted].join(" ").split(/[^\p{L}'’]+/u)) {
      words.add(word);
      words.add(word.toLowerCase());
    }
  }
  termbaseWords.set(termbase, words);
  return words;
}

export function createCheck(parts: CheckParts): Check {
  const { list, names, phrases, checker, fallback, words, dialect } = parts;
  const lexicon = createLexicon(list, new Set(words), dialect, checker);

  function isRight(written: string): boolean {
    return lexicon.known(written.toLowerCase()) || lexicon.exactly(written) || names.has(written);
  }

  function knows(word: string): boolean {
    const written = plain(word);
    return isRight(written) || isRight(withoutAccents(written));
  }

  return {
    knows,
    suggest(word) {
      if (knows(word)) return [];
      const written = plain(word);
      const name = /^\p{Lu}/u.test(written) ? names.meant(written, true) : undefined;
      if (name !== undefined) return [name];
      const lower = written.toLowerCase();
      const nowhere = () => false;
      const next = nextTo(nearWords(lower, lexicon, nowhere), joinedWords(lower, lexicon));
      const found = next.length > 0 ? next : farOff(lower, lexicon, nowhere, fallback);
      return found.map(({ text }) => inCaseOf(written, text));
    },
    run(document, report, options, termbases) {
      const { tokens, text } = document;
      const { count, kind, end, word, vocabulary } = tokens;
      const page = createPage(document, report);
      const mistakes = findMistakes(page, phrases);
      const own = termbases.map(wordsOf);
      const isOwn = (form: string) => own.some((set) => set.has(form));

      const needOf = (form: string): number => {
        if (form.startsWith("'") || isOwn(form)) return Need.nothing;
        // the folded form is American: it says nothing of one dialect alone
        if (dialect === undefined && lexicon.known(form)) return Need.nothing;
        const proper = capitalized(form);
        return dialect === undefined && (lexicon.exactly(proper) || names.has(proper)) ? Need.capital : Need.look;
      };

      const isFine = (written: string, capital: boolean, upper: boolean): boolean => {
        const lower = written.toLowerCase();
        if (!latin.test(written) || lexicon.known(lower) || isOwn(written)) return true;
        if (capital && isRight(written)) return true;
        if (withoutAccents(written) !== written && isRight(withoutAccents(written))) return true;
        return upper && (written.length <= acronym || lexicon.exactly(capitalized(lower)) || isPinyin(lower));
      };

      const needs = new Uint8Array(vocabulary.length);
      const fine = new Map<string, boolean>();
      const suspects: Suspect[] = [];
      for (let at = 0; at < count; at++) {
        if (kind[at] !== Kind.word) continue;
        mistakes.look(at);
        if (isHyphen(text.charCodeAt(end[at] as number))) atHyphen(page, lexicon, at);
        const id = word[at] as number;
        let need = needs[id] as number;
        if (need === Need.unknown) {
          need = needOf(vocabulary[id] as string);
          needs[id] = need;
        }
        const capital = has(tokens, at, Flag.capital);
        if (need === Need.nothing || (need === Need.capital && capital)) continue;
        const raw = page.written(at, at + 1);
        let isRaw = fine.get(raw);
        if (isRaw === undefined) {
          isRaw = isFine(plain(raw), capital, has(tokens, at, Flag.upper));
          fine.set(raw, isRaw);
        }
        if (!isRaw) suspects.push({ at, raw: plain(raw), lower: plain(raw).toLowerCase(), capital });
      }
      mistakes.end();
      judge(page, suspects, { lexicon, names, phrases, fallback }, options);
    },
  };
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0xad || code === 0x2010 || code === 0x2011;
}

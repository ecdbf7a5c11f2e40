/** Look-up: concepts by Chinese, pinyin or English. */
import { fold } from "../text/fold.js";
import { standardTermbase } from "./standard.js";
import type { Termbase } from "./termbase.js";
import type { Concept } from "./types.js";

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** Pinyin without tones, spaces, apostrophes or numbers: `niú bízi`, `niu2bi2zi5` and `niubizi` alike. */
export function pinyinKey(pinyin: string): string {
  return pinyin
    .normalize("NFD")
    .replace(toneMarks, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ü|u:|v/g, "u")
    .replace(/[\s'’\-1-5·,，]/g, "");
}

/** English as look-up compares it. */
function englishKey(text: string): string {
  return text
    .replace(/^(?:to|the|a|an|=) /i, "")
    .replace(/[“”"'’()]/g, "")
    .split(/[\s-]+/)
    .map(fold)
    .join(" ");
}

function chineseKey(text: string): string {
  return text.replace(/[“”"‘’'《》「」\s]/g, "");
}

const han = /\p{Script=Han}/u;

interface Index {
  readonly concepts: readonly Concept[];
  readonly zh: readonly string[];
  readonly pinyin: readonly string[];
  readonly english: readonly (readonly string[])[];
}

const indexes = new WeakMap<Termbase, Index>();

function indexOf(termbase: Termbase): Index {
  let index = indexes.get(termbase);
  if (!index) {
    const concepts = Array.from({ length: termbase.size }, (_, at) => termbase.details(at)).filter(
      (concept) => concept !== undefined,
    );
    index = {
      concepts,
      zh: concepts.map(({ zh }) => chineseKey(zh)),
      pinyin: concepts.map(({ pinyin }) => pinyinKey(pinyin)),
      english: concepts.map(({ preferred, admitted, deprecated }) =>
        [preferred, ...admitted, ...deprecated].map(englishKey),
      ),
    };
    indexes.set(termbase, index);
  }
  return index;
}

/** How well `text` answers `key`: 0 the same, 1 begins with it, 2 has it, 3 not at all. */
function rank(text: string, key: string): number {
  if (text === key) return 0;
  if (text.startsWith(key)) return 1;
  return text.includes(key) ? 2 : 3;
}

/**
 * Concepts that a query names, best first: the very term, then those that begin with it, then those that hold it.
 *
 * @param query Chinese (牛鼻子), pinyin with or without tones (niú bízi, niubizi), or English, right or wrong
 * @param termbases default: the package's own
 */
export function findTerms(query: string, termbases: readonly Termbase[] = [standardTermbase()]): Concept[] {
  const chinese = han.test(query);
  const key = chinese ? chineseKey(query) : englishKey(query.trim());
  const sound = chinese ? "" : pinyinKey(query);
  if (key === "" && sound === "") return [];
  const found: { concept: Concept; score: number; length: number }[] = [];
  for (const termbase of termbases) {
    const { concepts, zh, pinyin, english } = indexOf(termbase);
    for (const [at, concept] of concepts.entries()) {
      let score = 3;
      if (chinese) score = rank(zh[at] as string, key);
      else {
        if (key !== "") for (const text of english[at] as readonly string[]) score = Math.min(score, rank(text, key));
        // pinyin inside other pinyin is chance; only a whole term or its beginning counts
        const bySound = sound.length < 2 ? 3 : rank(pinyin[at] as string, sound);
        if (bySound < 2) score = Math.min(score, bySound);
      }
      if (score < 3) found.push({ concept, score, length: concept.zh.length });
    }
  }
  return found.sort((a, b) => a.score - b.score || a.length - b.length).map(({ concept }) => concept);
}

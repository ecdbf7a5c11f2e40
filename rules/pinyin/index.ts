import { defineRule } from "../../src/rule.js";
import { Flag, has, Kind } from "../../src/text/document.js";
import { bases, singulars } from "../../src/text/inflect.js";
import { syllables } from "../../src/text/pinyin.js";
import { english, loanwords, telling } from "./words.js";

/** Pinyin with a gloss beside it, or set off as a foreign word, is there on purpose. */
const glossAfter = /^["”’*_]{0,2}(?:\s*[（(=]|,? (?:or|meaning|literally|that is|i\.e\.|which means)\b)/;
const glossBefore = /(?:[（(=]\s*|\b(?:called|named|as|or|term|word|known as|pinyin:?)\s+)["“‘*_]{0,2}$/;

const tones = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;

export default defineRule({
  id: "pinyin",
  summary: "Chinese words left in pinyin, whole or half-translated",
  mqm: "accuracy/untranslated",
  level: "error",
  scope: "block",
  certainty: 0.6,
  options: { allow: [] as string[] },
  check({ tokens, text, china }, report, { allow }) {
    if (!china) return;
    const allowed = new Set(allow.map((word) => word.toLowerCase()));
    const verdicts = new Map<number, boolean>();
    const { word, kind, start, end, count, vocabulary } = tokens;
    for (let at = 0; at < count; at++) {
      // a capital makes a name of it
      if (kind[at] !== Kind.word || has(tokens, at, Flag.capital)) continue;
      const id = word[at] as number;
      let residue = verdicts.get(id);
      if (residue === undefined) {
        residue = isPinyin(vocabulary[id] as string) && !allowed.has(vocabulary[id] as string);
        verdicts.set(id, residue);
      }
      if (!residue) continue;
      const from = start[at] as number;
      const to = end[at] as number;
      if (tones.test(text.slice(from, to).normalize("NFC"))) continue;
      if (glossAfter.test(text.slice(to, to + 24)) || glossBefore.test(text.slice(Math.max(0, from - 24), from)))
        continue;
      if (has(tokens, at, Flag.hyphened) || has(tokens, at + 1, Flag.hyphened)) continue;
      const found = text.slice(from, to);
      report({
        start: from,
        end: to,
        message: `\`${found}\` looks like pinyin; translate it, or explain it in brackets`,
      });
    }
  },
});

/** Two syllables or more, with letters that hardly another language puts so, and no word of English. */
function isPinyin(word: string): boolean {
  if (word.length < 4 || word.length > 24 || !/^[a-z]+$/.test(word)) return false;
  if (!telling.test(word) || /que$/.test(word)) return false;
  if ([word, ...bases(word), ...singulars(word)].some((lemma) => english.has(lemma) || loanwords.has(lemma)))
    return false;
  const cut = syllables(word);
  return cut !== undefined && cut.length >= 2;
}

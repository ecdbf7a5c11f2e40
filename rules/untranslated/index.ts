import { defineRule } from "../../src/rule.js";
import { Kind, wordAt } from "../../src/text/document.js";

/** A gloss in brackets or quotation marks (*xin da ya* (信达雅)) is left on purpose. */
const glossBefore = /[(（[【"“‘「『《〈]\s*$/;
const glossAfter = /^\s*[)）\]】"”’」』》〉]/;
const chinese = /^[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
/** What a page about the Chinese itself says of it. */
const mention = new Set(
  "character characters word words phrase term chinese written writing wrote writes means meaning meant mandarin named called what reads read lists list radical glyph symbol seal letter".split(
    " ",
  ),
);
const mentionAfter = new Set("means meant stands is was under looks sounds".split(" "));

export default defineRule({
  id: "untranslated",
  summary: "Chinese characters left in the English",
  mqm: "accuracy/untranslated",
  level: "error",
  scope: "block",
  certainty: 0.95,
  options: { glosses: true },
  check(document, report, { glosses }) {
    const { tokens, text } = document;
    const { kind, start, end, count } = tokens;
    for (let at = 0; at < count; at++) {
      if (kind[at] !== Kind.han) continue;
      let last = at;
      // a run goes on across Latin letters, figures and marks that stand inside it without a space
      while (last + 1 < count && start[last + 1] === end[last] && runsOn(last + 1)) last++;
      while (last > at && kind[last] !== Kind.han) last--;
      // kana are no Chinese, and a page of them is no English
      const from = start[at] as number;
      const to = end[last] as number;
      const before = text.slice(Math.max(0, from - 3), from);
      const after = text.slice(to, to + 3);
      const glossed = glosses && (glossBefore.test(before) || glossAfter.test(after) || mentioned(at));
      if (!glossed && chinese.test(text.slice(from, to))) {
        report({
          start: from,
          end: to,
          message: `\`${text.slice(from, to)}\` is left in Chinese; translate it, or put it in brackets after its English`,
        });
      }
      at = last;
    }

    function runsOn(at: number): boolean {
      if (kind[at] === Kind.han || kind[at] === Kind.number) return true;
      return kind[at] === Kind.symbol && /[，。、；：！？《》“”（）·]/.test(text.charAt(start[at] as number));
    }

    function mentioned(at: number): boolean {
      if ([1, 2].some((back) => mention.has(wordAt(tokens, at - back)))) return true;
      // one character alone is mostly spoken of
      const single = (end[at] as number) - (start[at] as number) === 1;
      return single && mentionAfter.has(wordAt(tokens, at + 1));
    }
  },
});

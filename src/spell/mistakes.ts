/** Mistakes that stand in the lists: names and closed words written in parts, names in two forms, provinces mixed up. */
import { Flag, has, Kind, wordAt } from "../text/document.js";
import { isPinyin } from "./names.js";
import { inCaseOf, type Page, plain } from "./page.js";
import type { Form, Mistake, Phrases } from "./phrases.js";

export interface MistakeFinder {
  /** Looks at the phrases that begin at token `at`. */
  look(at: number): void;
  /** Tells what only the whole text shows. */
  end(): void;
}

/** A capitalized word of pinyin stands beside the tokens from `from` up to `to`: they may be parts of a longer name. */
export function standsAlone(page: Page, phrases: Phrases, from: number, to: number): boolean {
  const { tokens } = page;
  const isName = (at: number) =>
    at >= 0 &&
    at < tokens.count &&
    tokens.kind[at] === Kind.word &&
    has(tokens, at, Flag.capital) &&
    isPinyin(wordAt(tokens, at)) &&
    !phrases.provinceOf.has(wordAt(tokens, at));
  const joins = (gap: string) => /^[ \n-]?$/.test(gap);
  return !(isName(from - 1) && joins(page.gap(from - 1))) && !(isName(to) && joins(page.gap(to - 1)));
}

export function findMistakes(page: Page, phrases: Phrases): MistakeFinder {
  const { tokens } = page;
  const { vocabulary, word } = tokens;
  const begins = new Uint8Array(vocabulary.length);
  for (let id = 0; id < vocabulary.length; id++) {
    const form = vocabulary[id] as string;
    if (phrases.mistakes.has(form) || phrases.forms.has(form) || phrases.provinceOf.has(form)) begins[id] = 1;
  }
  const forms: { readonly form: Form; readonly from: number; readonly to: number }[] = [];

  function matches({ rest, wrong }: Mistake, at: number): boolean {
    const to = at + rest.length + 1;
    if (!rest.every((form, step) => wordAt(tokens, at + 1 + step) === form) || !page.together(at, to - 1)) return false;
    const found = plain(page.written(at, to)).replace(/\s+/g, " ");
    return isClosed(wrong) ? found.toLowerCase() === wrong : found === wrong;
  }

  function mistakeAt(at: number): boolean {
    for (const mistake of phrases.mistakes.get(wordAt(tokens, at)) ?? []) {
      if (!matches(mistake, at)) continue;
      const { rest, wrong, right } = mistake;
      const to = at + rest.length + 1;
      const closed = isClosed(wrong);
      if (!closed && isPinyin(wrong.replaceAll(" ", "")) && !standsAlone(page, phrases, at, to)) continue;
      const actual = page.written(at, to);
      page.tell(at, to, {
        message: closed
          ? `\`${actual}\` looks like one word in two: \`${right}\``
          : `\`${actual}\` looks like a slip for the name \`${right}\``,
        expected: [closed ? inCaseOf(actual, right) : right],
        fixable: true,
        certainty: 0.8,
      });
      return true;
    }
    return false;
  }

  /** Xi'an, Shanxi. */
  function twinBeside(at: number, own: string): void {
    const other = phrases.twins.find((twin) => twin !== own)?.toLowerCase();
    const [before, between, after, next] = [-2, -1, 1, 2].map((step) => wordAt(tokens, at + step));
    let place = -1;
    if (after === other) place = at + 1;
    else if (next === other && /^(?:,|in|of|city)$/.test(after ?? "")) place = at + 2;
    else if (before === other && between === "'s") place = at - 2;
    if (!page.together(at, place)) return;
    // Shaanxi's Yan'an, Shanxi and Henan are three places
    if ([before, between].includes(own.toLowerCase())) return;
    page.tell(place, place + 1, {
      message: `\`${page.written(at, at + 1)}\` lies in \`${own}\`, not \`${page.written(place, place + 1)}\``,
      expected: [own],
      certainty: 0.8,
    });
  }

  return {
    look(at) {
      if (begins[word[at] as number] === 0 || mistakeAt(at)) return;
      const form = phrases.forms.get(wordAt(tokens, at))?.find((one) => matches(one, at));
      if (form) forms.push({ form, from: at, to: at + form.rest.length + 1 });
      const province = phrases.provinceOf.get(wordAt(tokens, at));
      if (province !== undefined && has(tokens, at, Flag.capital)) twinBeside(at, province);
    },
    end() {
      for (const group of new Set(forms.map(({ form }) => form.group))) {
        const here = forms.filter(({ form, from }) => form.group === group && !page.isCovered(from));
        const times = new Map<string, number>();
        for (const { form } of here) times.set(form.wrong, (times.get(form.wrong) ?? 0) + 1);
        if (times.size < 2) continue;
        // of two forms equally frequent the first of the list is kept
        const weight = (form: string) => (times.get(form) ?? 0) * 2 + (form === here[0]?.form.right ? 1 : 0);
        const kept = [...times.keys()].reduce((best, form) => (weight(form) > weight(best) ? form : best));
        for (const { form, from, to } of here) {
          if (form.wrong === kept) continue;
          page.tell(from, to, {
            message: `\`${form.wrong}\` is \`${kept}\` elsewhere in this text; keep to one form`,
            expected: [kept],
            certainty: 0.7,
          });
        }
      }
    },
  };
}

function isClosed(wrong: string): boolean {
  return /^[a-z]/.test(wrong);
}

/** Names: which capitalized words are Chinese names, and which are near misses of names that are known. */
import { syllables } from "../text/pinyin.js";
import { oneEdit } from "./edits.js";

export interface Names {
  /** True for a name written exactly so. */
  has(word: string): boolean;
  /** The known name that a capitalized word is a near miss of. `alone`: no other name stands beside it. */
  meant(word: string, alone: boolean): string | undefined;
}

/** What spellings of one name have in common: no case, apostrophes, hyphens or marks over letters. */
export function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

/** True for a word or a hyphenated word that cuts into syllables, at its apostrophes if it has some. */
export function isPinyin(word: string): boolean {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ü", "v")
    .split(/['’‘-]/)
    .every((piece) => piece !== "" && syllables(piece) !== undefined);
}

/** Pairs of spellings that ears or keyboards confuse. */
const confusions: ReadonlyArray<readonly [RegExp, string]> = [
  [/zh/, "z"],
  [/ch/, "c"],
  [/sh/, "s"],
  [/^s(?!h)/, "sh"],
  [/^z(?!h)/, "zh"],
  [/^c(?!h)/, "ch"],
  [/n$/, "ng"],
  [/ng$/, "n"],
  [/ng(?=[bcdfhjklmpqrstwxyz])/, "n"],
  [/n(?=[bcdfhjklmpqrstwxyz])/, "ng"],
];

/** Legal pinyin that sounds like a known name is taken for it only when the name is this long. */
const telling = 8;

/** @param lines known names, one a line, each one word as it is written */
export function readNames(lines: string): Names {
  let known: Set<string> | undefined;
  let byKey: Map<string, string> | undefined;
  let confused: Map<string, string> | undefined;

  function load(): { known: Set<string>; byKey: Map<string, string>; confused: Map<string, string> } {
    known = new Set(lines.split("\n"));
    byKey = new Map();
    confused = new Map();
    for (const name of known) {
      const key = nameKey(name);
      // of Tiananmen and Tian'anmen the first stays; both are known
      if (!byKey.has(key)) byKey.set(key, name);
    }
    for (const [key, name] of byKey) {
      if (key.length < telling) continue;
      for (const [pattern, other] of confusions) {
        const wrong = key.replace(pattern, other);
        if (wrong !== key && !byKey.has(wrong)) confused.set(wrong, name);
      }
    }
    return { known, byKey, confused };
  }

  return {
    has(word) {
      return (known ?? load().known).has(word);
    },
    meant(word, alone) {
      const names = known && byKey && confused ? { known, byKey, confused } : load();
      if (names.known.has(word) || word.length < 5) return undefined;
      const key = nameKey(word);
      const same = names.byKey.get(key);
      const pinyin = isPinyin(word);
      // Xiongan cannot be read; Xian can, and is a name too
      if (same !== undefined) return pinyin && !/[a-z][A-Z]/.test(word) ? undefined : same;
      if (pinyin) return alone ? names.confused.get(key) : undefined;
      if (key.length < 6 || !alone) return undefined;
      const near = new Set<string>();
      for (const edit of oneEdit(key)) {
        const name = names.byKey.get(edit);
        if (name !== undefined && edit.length >= 6 && edit.charAt(0) === key.charAt(0)) near.add(name);
      }
      return near.size === 1 ? [...near][0] : undefined;
    },
  };
}

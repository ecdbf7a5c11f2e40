/** Names: which capitalized words are Chinese names, and which are near misses of names that are known. */
import { syllables } from "../text/pinyin.js";
import { isOneEdit } from "./edits.js";

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
/** Names shorter than this are too like others to be taken for a near miss. */
const missable = 6;

interface Index {
  readonly known: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, string>;
  /** Keys long enough to be missed by a letter, by their first letter. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  /** Keys as ears and keyboards confuse them. */
  readonly confused: ReadonlyMap<string, string>;
}

function indexOf(lines: string): Index {
  const known = new Set(lines.split("\n"));
  const byKey = new Map<string, string>();
  const long = new Map<string, string[]>();
  const confused = new Map<string, string>();
  for (const name of known) {
    const key = nameKey(name);
    // of Tiananmen and Tian'anmen the first stays; both are known
    if (byKey.has(key)) continue;
    byKey.set(key, name);
    if (key.length < missable) continue;
    const first = long.get(key.charAt(0)) ?? [];
    first.push(key);
    long.set(key.charAt(0), first);
  }
  for (const [key, name] of byKey) {
    if (key.length < telling) continue;
    for (const [pattern, other] of confusions) {
      const wrong = key.replace(pattern, other);
      if (wrong !== key && !byKey.has(wrong)) confused.set(wrong, name);
    }
  }
  return { known, byKey, long, confused };
}

/** @param lines known names, one a line, each one word as it is written */
export function readNames(lines: string): Names {
  let loaded: Index | undefined;
  const index = () => {
    loaded ??= indexOf(lines);
    return loaded;
  };
  return {
    has: (word) => index().known.has(word),
    meant(word, alone) {
      const { known, byKey, long, confused } = index();
      if (word.length < 5 || known.has(word)) return undefined;
      const key = nameKey(word);
      const same = byKey.get(key);
      const pinyin = isPinyin(word);
      // Xiongan cannot be read; Xian can, and is a name too
      if (same !== undefined) return pinyin && !/[a-z][A-Z]/.test(word) ? undefined : same;
      if (!alone) return undefined;
      if (pinyin) return confused.get(key);
      if (key.length < missable) return undefined;
      const near = long.get(key.charAt(0))?.filter((name) => isOneEdit(key, name)) ?? [];
      return near.length === 1 ? byKey.get(near[0] as string) : undefined;
    },
  };
}

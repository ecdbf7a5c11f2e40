/** Pinyin by analysis: which strings of letters are legal syllables, without tones. */

const initials = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ");

/** Finals by initial, as the standard table (GB/T 16159) has them. */
const table: Readonly<Record<string, string>> = {
  "": "a ai an ang ao e ei en eng er o ou",
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  f: "a an ang ei en eng o ou u",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  t: "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe ue v ve",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe ue v ve",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  k: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  zh: "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  w: "a ai an ang ei en eng o u",
};

const legal = new Set(
  ["", ...initials].flatMap((initial) => (table[initial] as string).split(" ").map((final) => initial + final)),
);

/** True for one legal syllable in lower case, without tone. */
export function isSyllable(letters: string): boolean {
  return legal.has(letters);
}

const longest = 6;

/**
 * Cuts a run of letters into the fewest legal syllables.
 *
 * @param run lower case, letters only
 * @returns the syllables, or `undefined` when there is no way to cut it
 */
export function syllables(run: string): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    let found: string[] | undefined;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      if (!before || !legal.has(piece)) continue;
      // inside a word a syllable that begins with a vowel is written with an apostrophe
      if (start > 0 && /^[aeo]/.test(piece)) continue;
      if (!found || before.length + 1 < found.length) found = [...before, piece];
    }
    best[end] = found;
  }
  return best[run.length];
}

/**
 * Folding: what two spellings of a word have in common. Case, full-width forms, ligatures, curly apostrophes and
 * British spelling go; the word stays.
 */

const curly = /[\u2018\u2019\u201B\u02BC\uFF07]/g;

/** British endings and stems, and the American spelling that the termbase is written in. */
const american: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(.{3,20})is(e|ed|es|ing|ation|ations|er|ers)$/, "$1iz$2"],
  [
    /^(.{0,12}(?:lab|fav|hon|col|behavi|neighb|endeav|harb|rum|vig|flav|vap|od|savi|parl|arm|cand|ferv|glam|clam|spl|val|rig))our(.{0,14})$/,
    "$1or$2",
  ],
  [/^(.{0,12}(?:cent|theat|lit|fib|met|calib|somb|spect|lust))re(s?)$/, "$1er$2"],
  [/^(.{0,12}(?:cent))re([d])$/, "$1ere$2"],
  [/^(.{0,8}(?:analy|cataly|paraly))s(e|ed|ing)$/, "$1z$2"],
  [
    /^(.{0,8}(?:travel|model|label|level|cancel|channel|fuel|signal|total|counsel|marvel|tunnel|quarrel|dial))l(ed|ing|er|ers)$/,
    "$1$2",
  ],
  [/^(defen|offen|licen|preten)ce(s?)$/, "$1se$2"],
  [/^(program|kilogram)me(s?)$/, "$1$2"],
];

/** Words that end in -ise in American English too. */
const keepsS = new Set(
  (
    "advise advertise arise chastise circumcise comprise compromise demise despise devise disguise enterprise excise " +
    "exercise expertise franchise improvise incise merchandise paradise precise premise promise raise praise revise " +
    "rise supervise surmise surprise televise wise likewise otherwise noise poise cruise bruise disease noised concise " +
    "enterprises treatise valise turquoise tortoise porpoise appraise anise"
  ).split(" "),
);

/** No word that has two spellings is longer; a pattern's cost grows with the word. */
const longest = 24;

function americanize(word: string): string {
  if (word.length > longest) return word;
  const stem = word.replace(/(?:d|s|r|rs|ing|ed)$/, "");
  if (keepsS.has(word) || keepsS.has(stem) || keepsS.has(`${stem}e`)) return word;
  for (const [pattern, replacement] of american) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

const irregularSpelling = new Map([
  ["grey", "gray"],
  ["tonne", "ton"],
  ["tonnes", "tons"],
  ["fulfil", "fulfill"],
  ["fulfils", "fulfills"],
  ["fulfilment", "fulfillment"],
  ["enrol", "enroll"],
  ["enrolment", "enrollment"],
  ["skilful", "skillful"],
  ["instalment", "installment"],
  ["cheque", "check"],
  ["cheques", "checks"],
  ["ageing", "aging"],
  ["manoeuvre", "maneuver"],
  ["plough", "plow"],
  ["judgement", "judgment"],
  ["acknowledgement", "acknowledgment"],
  ["towards", "toward"],
]);

/**
 * @param word one token's characters
 * @returns its folded form, the one that vocabularies and phrases are written in
 */
export function fold(word: string): string {
  const lower = word.normalize("NFKC").replace(curly, "'").toLowerCase();
  return irregularSpelling.get(lower) ?? americanize(lower);
}

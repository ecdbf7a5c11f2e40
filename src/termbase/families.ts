/**
 * Word families: what *establish*, *establishes* and *establishment* have in common. A literal rendering takes now one,
 * now the other, so composition compares families, not words.
 */
import { stemmer } from "stemmer";
import { lemmas } from "../text/inflect.js";

/** Words whose stem would throw them together with words of another meaning; each is a family of its own. */
const apart = new Set(
  (
    "important importance experience experiment general generate generation news community communist communism university universal organ " +
    "organize organization organ author authority secretary secret humanities humane station state police policy party part partial " +
    "business busy capital capitalism center central nature natural native nation international fire fir early ear " +
    "produce product production productive relation relative relate real reality realize sense sensitive custom customs customer " +
    "market marketing land landing mine mining minister ministry administer object objective subject subjective positive position negative " +
    "active activity action act activist operate operation cooperate cooperation cooperative corporate corporation community communicate communication common commune " +
    "commission commit committee committed provide province provincial provision principal principle spirit spiritual social socialism socialist society " +
    "civil civilized civilization civilian city citizen moral morale moderate modern mode model universe special species specific specify " +
    "physical physics sign signal significant design designate contract contractor content contend contest hard hardly late lately near nearly high highly " +
    "fine final finally finance sever several severe even event evening plane planet plan plant planting planning animal animate " +
    "one ones once two three four five six seven eight nine ten"
  ).split(" "),
);

/** Adverbs and agents that the stemmer leaves long. */
function reduce(lemma: string): string {
  if (apart.has(lemma)) return lemma;
  const plain = lemma.length > 6 && lemma.endsWith("ly") ? lemma.slice(0, -2) : lemma;
  return apart.has(plain) ? plain : stemmer(plain);
}

const digits = new Map(
  [..."123456789"].map((digit, at) => [digit, "one two three four five six seven eight nine".split(" ")[at] as string]),
);
digits.set("10", "ten");
digits.set("100", "hundred");

/**
 * @param word folded
 * @returns the families it may belong to, most often one
 */
export function familiesOf(word: string): readonly string[] {
  const number = digits.get(word);
  if (number !== undefined) return [number];
  // a word that stands apart still has its plural and its verb forms
  const { noun, verb } = lemmas(word);
  const found = new Set<string>();
  for (const lemma of [...noun, ...verb]) if (lemma === word || lemma.length > 1) found.add(reduce(lemma));
  return [...found];
}

/**
 * Makes `dictionaries/ordinary.txt` from the n-gram model of Debian's `pocketsphinx-en-us`: which families of the
 * lexicon stand side by side in ordinary English, and which around *of* (see docs/calques.md).
 *
 *     apt-get download pocketsphinx-en-us && dpkg-deb -x pocketsphinx-en-us_*.deb model
 *     npx tsx scripts/count-pairs.ts model/usr/share/pocketsphinx/model/en-us/en-us.lm.bin
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { familiesOf } from "../src/termbase/families.js";
import { readLexicon } from "../src/termbase/lexicon.js";
import { fold } from "../src/text/fold.js";
import { senseFamilies } from "./compile-calques.js";
import { readNgramModel } from "./ngram-model.js";
import { writeOrdinary } from "./ordinary.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "dictionaries/ordinary.txt");
const [path] = process.argv.slice(2);
if (!path) throw new Error("say where en-us.lm.bin is");
const { units } = readLexicon(parse(readFileSync(join(root, "dictionaries/calques.yml"), "utf8")));
const families = new Set<string>();
for (const { senses } of units.values())
  for (const sense of senses) for (const family of senseFamilies(sense)) families.add(family);

const model = readNgramModel(path);
const known = model.words.map((word) => familiesOf(fold(word)).filter((family) => families.has(family)));
const pairs = new Map<string, Set<string>>();
const ofPairs = new Map<string, Set<string>>();
const add = (to: Map<string, Set<string>>, a: number, b: number) => {
  for (const first of known[a] as string[]) {
    let seconds = to.get(first);
    if (!seconds) {
      seconds = new Set();
      to.set(first, seconds);
    }
    for (const second of known[b] as string[]) seconds.add(second);
  }
};
model.pairs((a, b) => add(pairs, a, b));
// a triple around another preposition counts too: "trade with partners" as well as "range of partners"
const prepositions = new Set(["of", "with", "by", "from", "into", "through"].map((word) => model.words.indexOf(word)));
model.triples((a, b, c) => {
  if (prepositions.has(b)) add(ofPairs, a, c);
});
writeOrdinary(out, families, { pairs, ofPairs });
console.log(`${families.size} families, ${count(pairs)} pairs, ${count(ofPairs)} around "of"`);

function count(map: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...map.values()].reduce((sum, { size }) => sum + size, 0);
}

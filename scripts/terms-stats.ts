/** npm run terms:stats: concepts, phrases and share of official standards, by field. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileDictionaries } from "./compile-dictionaries.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { dictionaries } = compileDictionaries(root);

interface Row {
  concepts: number;
  phrases: number;
  conditional: number;
  official: number;
}

const rows = new Map<string, Row>();
const total: Row = { concepts: 0, phrases: 0, conditional: 0, official: 0 };
for (const { field = "", deprecated = [], standing } of dictionaries.entries) {
  const row = rows.get(field) ?? { concepts: 0, phrases: 0, conditional: 0, official: 0 };
  rows.set(field, row);
  for (const into of [row, total]) {
    into.concepts++;
    into.phrases += deprecated.length;
    into.conditional += deprecated.filter((item) => typeof item !== "string" && item.when !== undefined).length;
    if (standing === "official") into.official++;
  }
}

const line = (name: string, { concepts, phrases, conditional, official }: Row) =>
  [
    name.padEnd(14),
    String(concepts).padStart(8),
    String(phrases).padStart(8),
    String(conditional).padStart(12),
    `${official} (${Math.round((official / concepts) * 100)} %)`.padStart(14),
  ].join(" ");

console.log([`field`.padEnd(14), "concepts", " phrases", " conditional", "      official"].join(" "));
for (const [field, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(line(field, row));
console.log(line("all", total));
console.log(`${Object.keys(dictionaries.sources).length} sources`);

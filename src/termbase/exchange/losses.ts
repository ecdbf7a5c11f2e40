/** What a format cannot hold of given entries. */
import type { TermEntry } from "../compile.js";

export type ExchangeFormat = "tbx" | "csv" | "tsv" | "utx" | "json" | "yaml" | "markdown";

/** @returns a sentence for each kind of thing that is left out; none for TBX, JSON and YAML */
export function losses(entries: readonly TermEntry[], format: ExchangeFormat): string[] {
  if (format === "tbx" || format === "json" || format === "yaml") return [];
  const phrases = entries.flatMap(({ deprecated = [] }) => deprecated.filter((item) => typeof item !== "string"));
  const conditional = phrases.filter(({ when }) => when !== undefined).length;
  const examples = phrases.filter((item) => item.examples !== undefined).length;
  const count = (has: (entry: TermEntry) => unknown) => entries.filter(has).length;
  const composed = count(({ parts, compose }) => parts !== undefined || compose !== undefined);
  const found: string[] = [];
  const say = (number: number, one: string, many: string, what: string) => {
    if (number > 0) found.push(`${number} ${number === 1 ? one : many} ${what}`);
  };
  if (format === "csv" || format === "tsv") {
    say(
      conditional,
      "phrase with a condition stands",
      "phrases with a condition stand",
      'under "conditional", which is not read back',
    );
  }
  if (format === "utx") {
    say(conditional, "phrase", "phrases", "with a condition left out");
    say(
      count(({ standing, sources }) => standing === "official" || sources?.length),
      "entry",
      "entries",
      "without standing and sources",
    );
    say(
      count(({ rule }) => rule !== undefined),
      "entry",
      "entries",
      "without rule",
    );
  }
  if (format === "markdown") found.push("Markdown is for reading; it cannot be imported");
  say(examples, "phrase", "phrases", "without examples");
  say(composed, "entry", "entries", "without parts and compose");
  return found;
}

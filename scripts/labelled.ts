/** Reads test/labelled: examples that an editor labelled, not the author of the rule. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../test/labelled");

export interface Labelled {
  readonly rule: string;
  readonly flagged: boolean;
  readonly text: string;
  /** What should be marked, as ranges of `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export function labelled(): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => {
      const blocks = readFileSync(join(folder, name), "utf8").split(/^---$/m);
      return blocks
        .map((block) => block.trim())
        .filter(Boolean)
        .map((block) => parse(name.slice(0, -4), block));
    });
}

function parse(rule: string, block: string): Labelled {
  const newline = block.indexOf("\n");
  const label = block.slice(0, newline).trim();
  if (label !== "flagged" && label !== "fine") throw new Error(`test/labelled/${rule}.txt: "${label}" is no label`);
  const marks: { start: number; end: number }[] = [];
  let text = "";
  for (const [at, piece] of block
    .slice(newline + 1)
    .trim()
    .split(/\[\[|\]\]/)
    .entries()) {
    if (at % 2 === 1) marks.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { rule, flagged: label === "flagged", text, marks };
}

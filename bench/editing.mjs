/**
 * node bench/editing.mjs
 * One word edited in a text of 200 kB, as an editor does: time until the findings are there, over a full lint.
 */
import { createLinter, lint } from "../dist/index.js";
import { sampleText } from "./text.mjs";

const size = 200_000;
const rounds = 101;
/** Rounds that are not counted: an editor's session is long, and its code is compiled. */
const warming = 20;
const sample = sampleText();

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

/** Full lints and edits by turns, so that a busy machine slows both. */
function compare(original, format) {
  let text = original;
  const linter = createLinter({ format });
  linter(text);
  const full = [];
  const edited = [];
  for (let round = 0; round < warming + rounds; round++) {
    // a word inside a paragraph, each time another
    const at = text.indexOf(" of ", Math.floor((text.length * ((round * 7) % rounds)) / rounds)) + 1;
    const next = `${text.slice(0, at)}word${round} ${text.slice(at)}`;
    // joined now, as the editor would have it, and in neither's time
    next.charCodeAt(0);
    let start = performance.now();
    const quick = linter(next);
    edited.push(performance.now() - start);
    start = performance.now();
    const slow = lint(next, { format });
    full.push(performance.now() - start);
    text = next;
    if (JSON.stringify(quick) !== JSON.stringify(slow))
      throw new Error(`edit ${round}: the findings differ from a fresh lint's`);
  }
  return { full: median(full.slice(warming)), edited: median(edited.slice(warming)) };
}

const text = `${sample}\n\n`.repeat(Math.ceil(size / sample.length)).slice(0, size);
for (const [name, format, aim] of [
  ["plain text", "text", "below 0.1"],
  ["Markdown", "markdown", "most of it is the parse, which is made anew"],
]) {
  const { full, edited } = compare(text, format);
  console.log(
    `one word edited in ${size / 1000} kB of ${name}: ${edited.toFixed(1)} ms, a full lint ${full.toFixed(1)} ms, ratio ${(edited / full).toFixed(3)} (${aim})`,
  );
}

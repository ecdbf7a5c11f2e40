import { defineRule } from "../../src/rule.js";
import { Flag, has, Kind, wordAt } from "../../src/text/document.js";
import { blockAt } from "../../src/text/quotation.js";

const small = new Set("a an the of and or for in to on at by with from as nor but 's".split(" "));

export default defineRule({
  id: "capitals",
  summary: "slogans that shout: words in capitals, and capitals on every word of a running sentence",
  mqm: "style/inconsistent-style",
  level: "info",
  scope: "block",
  presets: ["strict"],
  certainty: 0.3,
  options: { title: 7, upper: 4 },
  check(document, report, { title, upper }) {
    const { tokens, text } = document;
    let at = 0;
    while (at < tokens.count) {
      const shouted = runOf(at, Flag.upper);
      if (shouted.words >= upper) {
        tell(at, shouted.to, "is all in capitals");
        at = shouted.to;
        continue;
      }
      const titled = runOf(at, Flag.capital);
      if (titled.words >= title && inParagraph(at)) {
        tell(at, titled.to, "has a capital on every word");
        at = titled.to;
        continue;
      }
      at = Math.max(at + 1, titled.words > 0 ? titled.to : at + 1);
    }

    /** The run of words with a flag that begins here, small words inside it passed over. */
    function runOf(from: number, flag: number): { to: number; words: number } {
      let to = from;
      let words = 0;
      for (let next = from; next < tokens.count; next++) {
        if (tokens.kind[next] !== Kind.word || (next > from && has(tokens, next, Flag.blockStart))) break;
        if (has(tokens, next, flag)) {
          words++;
          to = next + 1;
        } else if (words === 0 || !small.has(wordAt(tokens, next))) break;
      }
      return { to, words };
    }

    function inParagraph(token: number): boolean {
      return blockAt(document.projection.blocks, tokens.start[token] as number)?.kind === "paragraph";
    }

    function tell(from: number, to: number, says: string): void {
      const start = tokens.start[from] as number;
      const end = tokens.end[to - 1] as number;
      report({ start, end, message: `\`${text.slice(start, end).replace(/\s+/g, " ")}\` ${says}` });
    }
  },
});

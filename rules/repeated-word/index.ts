import { defineRule } from "../../src/rule.js";
import { type Document, Flag, has, Kind, wordAt } from "../../src/text/document.js";
import { bases, isOnlyVerb, isVerb } from "../../src/text/inflect.js";
import { syllables } from "../../src/text/pinyin.js";
import { after, coordinates, doubles, echoes, joiners, labels, mayDouble, mayPair } from "./words.js";

/** Longest run that is compared on both sides of *and*, in tokens. */
const longest = 4;

export default defineRule({
  id: "repeated-word",
  summary: 'words said twice: "worked hard and worked hard", "digital digital"',
  mqm: "linguistic-conventions/duplication",
  level: "warning",
  scope: "block",
  certainty: 0.7,
  check(document, report) {
    const { tokens, text } = document;
    const { start, end, count } = tokens;
    const actual = (from: number, to: number) => text.slice(start[from], end[to - 1]).replace(/\s+/g, " ");

    const joins = tokens.vocabulary.map((word) => coordinates.has(word));
    const echoing = tokens.vocabulary.map((word) => echoes.has(word));
    /** A pair may begin here only when one of the next few words is *and*, the last of them soonest. */
    let and = -1;
    for (let at = 0; at < count; at++) {
      if (and <= at) {
        and = at + 1;
        while (and < count && !joins[tokens.word[and] as number]) and++;
      }
      // "they talked and talked" is good English; what machines make of Chinese pairs stands in texts about China
      const paired = and - at <= longest && document.china ? pairAt(document, at) : 0;
      if (paired > 0) {
        const to = at + paired * 2 + 1;
        const once = actual(at, at + paired);
        report({
          start: start[at] as number,
          end: end[to - 1] as number,
          message: `\`${actual(at, to)}\` says the same twice, perhaps for two Chinese words; say \`${once}\` or find the second word`,
          expected: [once],
          certainty: 0.75,
        });
        at = to - 1;
        continue;
      }
      if (tokens.word[at] === tokens.word[at + 1] && doubledAt(document, at)) {
        const second = start[at + 1] as number;
        report({
          start: start[at] as number,
          end: end[at + 1] as number,
          message: `\`${text.slice(start[at], end[at + 1]).replace(/\s+/g, " ")}\` stands twice in a row`,
          expected: [text.slice(start[at], end[at])],
          // "the the" is a slip of the pen; "digital digital" may have lost what stood between
          fixable: doubles.has(wordAt(tokens, at)) && /^\s$/.test(text.slice(end[at], second)),
        });
        at++;
        continue;
      }
      const echo = echoing[tokens.word[at] as number] ? echoAt(document, at) : undefined;
      if (echo) {
        report({
          start: start[at] as number,
          end: end[echo.to - 1] as number,
          message: `\`${actual(at, echo.to)}\` says one thing with two words of one root${echo.expected === "" ? "" : `; say \`${echo.expected}\``}`,
          expected: echo.expected === "" ? [] : [echo.expected],
          certainty: 0.6,
        });
        at = echo.to - 1;
      }
    }
  },
});

function isWord(document: Document, at: number): boolean {
  return at >= 0 && at < document.tokens.count && document.tokens.kind[at] === Kind.word;
}

/** True when nothing but a space stands between tokens `at - 1` and `at`. */
function follows(document: Document, at: number): boolean {
  const { tokens } = document;
  return at < tokens.count && has(tokens, at, Flag.spaced) && !has(tokens, at, Flag.blockStart);
}

/** Length of the run that stands before and after *and*, or 0. */
function pairAt(document: Document, at: number): number {
  const { tokens } = document;
  if (!isWord(document, at)) return 0;
  for (let size = longest; size >= 1; size--) {
    const and = at + size;
    if (!coordinates.has(wordAt(tokens, and)) || has(tokens, and, Flag.hyphened)) continue;
    if (
      and + size >= tokens.count ||
      [and, and + 1, at + size * 2].some((token) => has(tokens, token, Flag.blockStart))
    )
      continue;
    let same = true;
    for (let offset = 0; same && offset < size; offset++) {
      same =
        isWord(document, at + offset) &&
        wordAt(tokens, at + offset) === wordAt(tokens, and + 1 + offset) &&
        (offset === 0 || !has(tokens, at + offset, Flag.blockStart));
    }
    if (same && isSlip(document, at, size)) return size;
  }
  return 0;
}

/** A pair is a slip unless English has it (*more and more*), or the second of it begins something else. */
function isSlip(document: Document, at: number, size: number): boolean {
  const { tokens } = document;
  const first = wordAt(tokens, at);
  const next = at + size * 2 + 1;
  if (mayPair(first, wordAt(tokens, at + size), size)) return false;
  if (wordAt(tokens, next) === "'s" || has(tokens, next, Flag.hyphened)) return false;
  if (has(tokens, at, Flag.hyphened) || isNameLike(document, at, size)) return false;
  // "there are teachers and teachers"
  if (size === 1 && /^(?:are|is|were|was)$/.test(wordAt(tokens, at - 1)) && wordAt(tokens, at - 2) === "there")
    return false;
  // "schools and schools of thought", "credit and credit insurance" begin anew; a mark or a verb ends the pair
  const closed = next >= tokens.count || has(tokens, next, Flag.blockStart) || tokens.kind[next] !== Kind.word;
  const word = wordAt(tokens, next);
  if (closed || joiners.has(word)) return !isCompound(document, at);
  if (size > 1) return after.has(word);
  return labels.has(word) || adjective.test(first) || isBare(document, at, word);
}

/** Endings that only adjectives have: "precious and precious relics". */
const adjective = /(?:ous|ful|ible|less)$/;
const goesOn = new Set(
  "of in for to with on at by from over under through against between among during the a an this that these those local all their its".split(
    " ",
  ),
);

/**
 * "strengthen supervision and supervision over", "to help and help local hospitals": where a verb, a preposition or an
 * article stands before the pair, the first half has nothing of its own ("public oversight and oversight through" has).
 */
function isBare(document: Document, at: number, next: string): boolean {
  const { tokens } = document;
  if (has(tokens, at, Flag.sentenceStart) || !goesOn.has(next)) return false;
  const before = wordAt(tokens, at - 1);
  if (before === "to") return isVerb(wordAt(tokens, at));
  return (
    /^(?:the|on|of|for|in|by|with|a)$/.test(before) ||
    (!/(?:ing|ed)$/.test(before) && [before, ...bases(before)].some(isOnlyVerb))
  );
}

/** "for development and development for", "the cooperation and cooperation": the first half ends something of its own. */
function isCompound(document: Document, at: number): boolean {
  return has(document.tokens, at, Flag.quoteBefore);
}

/** Capitalized pinyin on both sides: Li and Li are two people. */
function isNameLike(document: Document, at: number, size: number): boolean {
  const { tokens } = document;
  for (let offset = 0; offset < size; offset++) {
    if (!has(tokens, at + offset, Flag.capital)) return false;
    if (syllables(wordAt(tokens, at + offset))) return true;
  }
  return false;
}

function doubledAt(document: Document, at: number): boolean {
  const { tokens } = document;
  if (!isWord(document, at) || !isWord(document, at + 1) || !follows(document, at + 1)) return false;
  const word = wordAt(tokens, at);
  if (word !== wordAt(tokens, at + 1) || word.length < 2 || mayDouble(word)) return false;
  if (has(tokens, at + 1, Flag.quoteBefore) || has(tokens, at, Flag.quoteAfter)) return false;
  // Bora Bora, Duran Duran; a capital on the second alone begins a sentence that lost its stop
  if (has(tokens, at + 1, Flag.capital)) return false;
  if (has(tokens, at, Flag.hyphened) || has(tokens, at + 2, Flag.hyphened))
    return doubles.has(word) === false && word.length > 4;
  return true;
}

/** "achieve great achievements", "visitors visit": one root as verb and noun within three words. */
function echoAt(document: Document, at: number): { to: number; expected: string } | undefined {
  const { tokens, text } = document;
  if (!isWord(document, at)) return undefined;
  const echo = echoes.get(wordAt(tokens, at));
  if (!echo) return undefined;
  for (let gap = 1; gap <= echo.within + 1; gap++) {
    const to = at + gap;
    if (!isWord(document, to) || has(tokens, to, Flag.sentenceStart)) return undefined;
    if (!echo.by.has(wordAt(tokens, to))) continue;
    const rest = text.slice(tokens.start[at + 1], tokens.end[to]).replace(/\s+/g, " ");
    return { to: to + 1, expected: echo.verb === "" ? "" : `${echo.verb} ${rest}` };
  }
  return undefined;
}

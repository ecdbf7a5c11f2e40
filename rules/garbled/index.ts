import { defineRule } from "../../src/rule.js";
import { type Document, Flag, has, Kind, wordAt } from "../../src/text/document.js";
import { bases, isVerb, singulars } from "../../src/text/inflect.js";
import { syllables } from "../../src/text/pinyin.js";
import { blockAt } from "../../src/text/quotation.js";
import {
  answers,
  auxiliaries,
  bareAdjectives,
  collectives,
  commands,
  deepVerbs,
  namers,
  nounsOfChange,
  openers,
  places,
  stranded,
  titles,
} from "./words.js";

interface Broken {
  /** Tokens from here up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly expected?: string;
  readonly certainty?: number;
}

/** A check looks at one token and what stands around it. */
type Check = (document: Document, at: number) => Broken | undefined;

export default defineRule({
  id: "garbled",
  summary: "sentences broken in the wrong place, words torn off, clauses without their verb or object",
  mqm: "linguistic-conventions/unintelligible",
  level: "warning",
  scope: "block",
  certainty: 0.6,
  options: { commands: true },
  facts: lowerCaseAdjectives,
  check(document, report, options, { facts }) {
    // in a text that has nothing to do with China these are style: verse, dialogue, notes
    if (!document.china) return;
    const { tokens, text } = document;
    lowerCase.set(document, new Set(facts.split(" ")));
    const { byWord, byFlag } = triggersFor(
      options.commands ? [...triggers, bareCommands] : triggers,
      tokens.vocabulary,
    );
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.kind[at] !== Kind.word) continue;
      const flags = tokens.flags[at] as number;
      const here = byWord[tokens.word[at] as number];
      if (!here && (flags & (Flag.capital | Flag.sentenceStart)) === 0) continue;
      for (const { check, flag } of here ? [...here, ...byFlag] : byFlag) {
        if (flag !== undefined && (flags & flag) === 0) continue;
        const broken = check(document, at);
        if (!broken) continue;
        const { from, to, says, expected, certainty } = broken;
        const start = tokens.start[from] as number;
        const end = tokens.end[to - 1] as number;
        report({
          start,
          end,
          message: `\`${text.slice(start, end).replace(/\s+/g, " ")}\` ${says}`,
          ...(expected === undefined ? {} : { expected: [expected] }),
          ...(certainty === undefined ? {} : { certainty }),
        });
        break;
      }
    }
  },
});

/** What makes a check look: one of some words, or a flag of the token. */
interface Trigger {
  readonly words?: readonly string[];
  readonly flag?: number;
  readonly check: Check;
}

/** Checks by the words of a document that make them look, so that the others cost nothing. */
function triggersFor(list: readonly Trigger[], vocabulary: readonly string[]) {
  const ofWord = new Map<string, Trigger[]>();
  for (const trigger of list) {
    for (const word of trigger.words ?? []) ofWord.set(word, [...(ofWord.get(word) ?? []), trigger]);
  }
  return {
    byWord: vocabulary.map((word) => ofWord.get(word)),
    byFlag: list.filter(({ words }) => words === undefined),
  };
}

const isWord = ({ tokens }: Document, at: number) => at >= 0 && at < tokens.count && tokens.kind[at] === Kind.word;
const isLower = (document: Document, at: number) => isWord(document, at) && !has(document.tokens, at, Flag.capital);
const opensBlock = ({ tokens }: Document, at: number) => has(tokens, at, Flag.blockStart);

/** True when one space and no line break stands between two tokens, and no quotation mark. */
function closeTo({ tokens, text }: Document, at: number): boolean {
  const quoted = has(tokens, at, Flag.quoteBefore) || has(tokens, at - 1, Flag.quoteAfter);
  return !quoted && !/[\n\r\t]| {2}/.test(text.slice(tokens.end[at - 1], tokens.start[at]));
}

const commonAdjectives = new Set(
  "new leading key major important good deep strong high modern digital green rural urban advanced comprehensive".split(
    " ",
  ),
);

/** The common adjectives that the document has in lower case too: their capital is a slip, not a name's. */
function lowerCaseAdjectives(document: Document): string {
  const { tokens } = document;
  const ids = new Set<number>();
  for (const [id, word] of tokens.vocabulary.entries()) if (commonAdjectives.has(word)) ids.add(id);
  const found = new Set<string>();
  for (let at = 0; at < tokens.count && found.size < ids.size; at++) {
    if (ids.has(tokens.word[at] as number) && isLower(document, at)) found.add(wordAt(tokens, at));
  }
  return [...found].sort().join(" ");
}

/** What `lowerCaseAdjectives` said of the document, or of the whole that it is a part of. */
const lowerCase = new WeakMap<Document, ReadonlySet<string>>();

/** "the sub-center of the city It is not", "Tongzhou The district", "height New situation" */
const strayCapital: Check = (document, at) => {
  const { tokens } = document;
  if (!has(tokens, at, Flag.capital) || has(tokens, at, Flag.sentenceStart) || has(tokens, at, Flag.upper))
    return undefined;
  if (!isWord(document, at - 1) || !isLower(document, at + 1) || opensBlock(document, at + 1)) return undefined;
  if (!closeTo(document, at) || has(tokens, at, Flag.hyphened) || has(tokens, at + 1, Flag.hyphened)) return undefined;
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  if (namers.has(before) || before === "'s") return undefined;
  const found = {
    from: at - 1,
    to: at + 1,
    says: "has a capital inside a sentence; a sentence may have been cut in the wrong place",
  };
  if (openers.has(word)) {
    // a title like The Hague goes on with capitals; a line of capitals is a heading
    const begins = word === "it" || word === "there" || word === "this" || word === "the";
    return isLower(document, at - 1) || begins ? found : undefined;
  }
  if (!document.policy || !isLower(document, at - 1) || auxiliaries.has(before) || word.length < 3) return undefined;
  return lowerCase.get(document)?.has(word) ? found : undefined;
};

/** "financial technology, Prevent systemic risks" */
const strayCommand: Check = (document, at) => {
  const { tokens } = document;
  if (!has(tokens, at, Flag.capital) || has(tokens, at, Flag.sentenceStart) || !isLower(document, at + 1))
    return undefined;
  const comma = wordAt(tokens, at - 1);
  if ((comma !== "," && comma !== "，") || !commands.has(wordAt(tokens, at)) || !closeTo(document, at))
    return undefined;
  return { from: at, to: at + 1, says: "has a capital after a comma; a list may have been cut in the wrong place" };
};

/** "ecosystem. Initiative.", "frontiers. Technology; At" */
const oneWord: Check = (document, at) => {
  const { tokens } = document;
  if (!document.china || !has(tokens, at, Flag.sentenceStart) || opensBlock(document, at)) return undefined;
  const word = wordAt(tokens, at);
  const mark = wordAt(tokens, at + 1);
  if ((mark !== "." && mark !== ";") || opensBlock(document, at + 1) || word.length < 6) return undefined;
  if (has(tokens, at, Flag.quoteBefore) || answers.has(word) || !stranded.test(word)) return undefined;
  if (!has(tokens, at, Flag.capital) || has(tokens, at, Flag.upper)) return undefined;
  return { from: at, to: at + 1, says: "stands alone; it may belong to the sentence before" };
};

/** "continues to usher in good, so" */
const noNoun: Check = (document, at) => {
  const { tokens } = document;
  if (!["usher", "ushers", "ushered", "ushering"].includes(wordAt(tokens, at)) || wordAt(tokens, at + 1) !== "in")
    return undefined;
  const adjective = at + 2 + (/^(?:a|an|the)$/.test(wordAt(tokens, at + 2)) ? 1 : 0);
  if (!bareAdjectives.has(wordAt(tokens, adjective))) return undefined;
  const ended =
    adjective + 1 >= tokens.count || opensBlock(document, adjective + 1) || tokens.kind[adjective + 1] === Kind.symbol;
  return ended ? { from: at, to: adjective + 1, says: "has lost its noun" } : undefined;
};

/** "Chen presided over, Wei attended" */
const noObject: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "presided" || wordAt(tokens, at + 1) !== "over" || auxiliaries.has(wordAt(tokens, at - 1)))
    return undefined;
  const ended = at + 2 >= tokens.count || opensBlock(document, at + 2) || /^[,.;]$/.test(wordAt(tokens, at + 2));
  return ended
    ? {
        from: at,
        to: at + 2,
        says: "has lost its object; say what was presided over",
        expected: `${wordsOf(document, at)} over the meeting`,
      }
    : undefined;
};

function wordsOf({ tokens, text }: Document, at: number): string {
  return text.slice(tokens.start[at], tokens.end[at]);
}

/** "Liu introduced that a number of projects" */
const introducedThat: Check = (document, at) => {
  const { tokens } = document;
  if (
    wordAt(tokens, at) !== "introduced" ||
    wordAt(tokens, at + 1) !== "that" ||
    auxiliaries.has(wordAt(tokens, at - 1))
  )
    return undefined;
  const next = wordAt(tokens, at + 2);
  const clause =
    /^(?:a|an|the|this|these|there|it|they|we|he|she|in|at|since|from|by|as|so|more|many|all|some|over|after|during|our|its|their|[0-9].*)$/.test(
      next,
    );
  const named = has(tokens, at + 2, Flag.capital);
  return clause || named || next === ","
    ? { from: at, to: at + 2, says: "is Chinese usage (介绍说); English says or explains", expected: "said that" }
    : undefined;
};

/** "implement in-depth humanities", "in-depth implement" */
const inDepth: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "in" || wordAt(tokens, at + 1) !== "depth" || !has(tokens, at + 1, Flag.hyphened))
    return undefined;
  if (deepVerbs.has(wordAt(tokens, at + 2)))
    return { from: at, to: at + 3, says: "uses an adjective as an adverb; say `fully` or `further`" };
  const before = wordAt(tokens, at - 1);
  if (
    ["implement", "implementing", "implemented"].includes(before) &&
    isWord(document, at + 2) &&
    !opensBlock(document, at + 2)
  ) {
    return { from: at - 1, to: at + 2, says: "uses an adjective as an adverb; say `fully implement`" };
  }
  return undefined;
};

/** "construction land reduction by 110 square kilometers" in a clause with no verb */
const noVerb: Check = (document, at) => {
  const { tokens } = document;
  if (!nounsOfChange.has(wordAt(tokens, at)) || wordAt(tokens, at + 1) !== "by" || tokens.kind[at + 2] !== Kind.number)
    return undefined;
  let first = at;
  while (
    first > 0 &&
    at - first < 9 &&
    isWord(document, first - 1) &&
    !opensBlock(document, first) &&
    !has(tokens, first, Flag.sentenceStart)
  )
    first--;
  if (at - first < 2 || at - first > 8) return undefined;
  for (let token = first; token < at; token++) {
    const word = wordAt(tokens, token);
    if (
      /^(?:a|an|the|this|that|of|with|by|for|its|their|to|from|in|after|following)$/.test(word) ||
      auxiliaries.has(word)
    )
      return undefined;
    if (/(?:ed|ing)$/.test(word) || (!word.endsWith("s") && bases(word).some(isVerb))) return undefined;
  }
  return { from: first, to: at + 3, says: "has no verb; say what was done" };
};

/** "a number of iconic scenario," */
const noPlural: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "a" || wordAt(tokens, at + 1) !== "number" || wordAt(tokens, at + 2) !== "of")
    return undefined;
  let to = at + 3;
  while (to < tokens.count && to < at + 11 && isWord(document, to) && !opensBlock(document, to)) {
    const word = wordAt(tokens, to);
    if (singulars(word).length > 0 || collectives.has(word) || /(?:s|'s)$/.test(word)) return undefined;
    // a verb or a joining word ends the noun phrase; what is left of it is not known well enough
    if (auxiliaries.has(word) || /^(?:that|which|who|to|in|on|at|for|with|from|and|or|of|by|as)$/.test(word)) {
      if (word !== "and") return undefined;
    }
    to++;
  }
  const closed = to >= tokens.count || opensBlock(document, to) || /^[,.;]$/.test(wordAt(tokens, to));
  if (!closed || to - at < 4 || to - at > 10) return undefined;
  return { from: at, to, says: "asks for a plural" };
};

/** "As the center of the digital economy, Kong Lei, deputy director" */
const personAsPlace: Check = (document, at) => {
  const { tokens } = document;
  if (
    wordAt(tokens, at) !== "as" ||
    !has(tokens, at, Flag.sentenceStart) ||
    !/^(?:a|an|the)$/.test(wordAt(tokens, at + 1))
  )
    return undefined;
  let place = false;
  let comma = at + 2;
  while (comma < at + 16 && isWord(document, comma) && !opensBlock(document, comma)) {
    if (places.has(wordAt(tokens, comma)) && comma < at + 8) place = true;
    comma++;
  }
  if (!place || wordAt(tokens, comma) !== ",") return undefined;
  const person = [comma + 1, comma + 2].every(
    (token) =>
      isWord(document, token) && has(tokens, token, Flag.capital) && syllables(wordAt(tokens, token)) !== undefined,
  );
  const titled =
    titles.has(wordAt(tokens, comma + 1)) && isWord(document, comma + 2) && has(tokens, comma + 2, Flag.capital);
  if (!titled && (!person || wordAt(tokens, comma + 3) !== ",")) return undefined;
  return { from: at, to: comma + 3, says: "makes a person a place; say whose place it is after the comma" };
};

/** "…is gaining momentum. Build a center, create a zone." */
const bareCommand: Check = (document, at) => {
  const { tokens, projection } = document;
  if (!document.policy || !has(tokens, at, Flag.sentenceStart) || opensBlock(document, at)) return undefined;
  const word = wordAt(tokens, at);
  if (!commands.has(word) || has(tokens, at, Flag.quoteBefore) || !isLower(document, at + 1)) return undefined;
  // an adverb opens good sentences too, unless a bare verb follows it
  const verb = /ly$|^further$/.test(word) ? at + 1 : at;
  if (verb > at && !(commands.has(wordAt(tokens, verb)) || isPlainVerb(wordAt(tokens, verb)))) return undefined;
  if (/^(?:focus|advance|increase|guide|progress)$/.test(word) && /^(?:of|in|is|has|was)$/.test(wordAt(tokens, at + 1)))
    return undefined;
  if (blockAt(projection.blocks, tokens.start[at] as number)?.kind !== "paragraph") return undefined;
  return {
    from: at,
    to: verb + 1,
    says: "opens a sentence with a bare verb, as Chinese does; say who is to do it",
    certainty: 0.5,
  };
};

function isPlainVerb(word: string): boolean {
  return isVerb(word) && !/(?:ed|ing|s)$/.test(word);
}

/** "Because of the reform, so farmers can": one of the two joining words is enough. */
const becauseSo: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "because" || !has(tokens, at, Flag.sentenceStart)) return undefined;
  for (let to = at + 3; to < at + 26 && to < tokens.count && !has(tokens, to, Flag.sentenceStart); to++) {
    if (wordAt(tokens, to) !== "," || wordAt(tokens, to + 1) !== "so") continue;
    // so far, so much, so many, so good
    if (/^(?:far|much|many|good|too|long|little|few|often|great)$/.test(wordAt(tokens, to + 2))) return undefined;
    return { from: to + 1, to: to + 2, says: "goes with 因为…所以; English has because or so, not both" };
  }
  return undefined;
};

/** "pointed out that to increase the efforts." with no clause behind it */
const thatTo: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "that" || wordAt(tokens, at + 1) !== "to" || !isVerb(wordAt(tokens, at + 2)))
    return undefined;
  if (!/^(?:out|stressed|emphasized|proposed|required|demanded|requested|noted)$/.test(wordAt(tokens, at - 1)))
    return undefined;
  for (let next = at + 3; next < at + 60 && next < tokens.count && !has(tokens, next, Flag.sentenceStart); next++) {
    const word = wordAt(tokens, next);
    if (word === "," || auxiliaries.has(word)) return undefined;
  }
  return { from: at, to: at + 2, says: "has lost its subject; say who is to do it" };
};

/** "the digital, and, smart transformation" */
const commaAndComma: Check = (document, at) => {
  const { tokens } = document;
  if (wordAt(tokens, at) !== "and" || wordAt(tokens, at - 1) !== "," || wordAt(tokens, at + 1) !== ",")
    return undefined;
  for (let next = at + 2; next < at + 12 && next < tokens.count && !has(tokens, next, Flag.sentenceStart); next++) {
    if (wordAt(tokens, next) === ",") return undefined;
  }
  return { from: at - 1, to: at + 2, says: "has a comma too many; a list may have been cut in the wrong place" };
};

const triggers: readonly Trigger[] = [
  { words: ["because"], check: becauseSo },
  { words: ["that"], check: thatTo },
  { words: ["and"], check: commaAndComma },
  { words: ["usher", "ushers", "ushered", "ushering"], check: noNoun },
  { words: ["presided"], check: noObject },
  { words: ["introduced"], check: introducedThat },
  { words: ["in"], check: inDepth },
  { words: [...nounsOfChange], check: noVerb },
  { words: ["a"], check: noPlural },
  { words: ["as"], check: personAsPlace },
  { flag: Flag.capital, check: strayCapital },
  { flag: Flag.capital, check: strayCommand },
  { flag: Flag.sentenceStart, check: oneWord },
];

const bareCommands: Trigger = { flag: Flag.sentenceStart, check: bareCommand };

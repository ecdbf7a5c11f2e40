/** Suggestions: near words of the lexicon, the termbase's and the document's own first. */

import { bases, verbForm } from "../text/inflect.js";
import type { Speller } from "./dictionary.js";
import { alphabet, isOneEdit, oneEdit, slips } from "./edits.js";
import type { Lexicon } from "./lexicon.js";

export interface Suggestion {
  readonly text: string;
  /** Slips away, commonness counted in: below 2 is a near miss of a word in use. */
  readonly cost: number;
  /** Commonness, 0 to 3. */
  readonly rank: number;
  /** Slips away. */
  readonly distance: number;
}

/** What a word costs for being rare. */
const rarity = [0, 0.35, 0.7, 1.2];
const most = 6;

/** Words that run into their neighbours: they, with a common word before or behind, make two words of one. */
const gluey = new Set(
  "the of and in to for a is with on by as at from that this its are was be will we it has have not or an all our their been more new which into these those also than they".split(
    " ",
  ),
);

function suggestion(
  text: string,
  rank: number,
  distance: number,
  lexicon: Lexicon,
  here: (word: string) => boolean,
): Suggestion {
  const local = (lexicon.isTerm(text) ? 0.3 : 0) + (here(text) ? 0.4 : 0);
  return { text, rank, distance, cost: distance + (rarity[rank] as number) - local };
}

/** The words that a slip makes of `word` at once. */
export function nearWords(word: string, lexicon: Lexicon, here: (word: string) => boolean): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const bare = word.replaceAll("'", "");
  const add = (right: string) => {
    if (found.has(right)) return;
    const rank = lexicon.rank(right);
    if (rank === undefined || (right.length < 3 && rank > 0) || right.length < 2) return;
    // an apostrophe is soon forgotten
    const distance = right.includes("'") && right.replace("'", "") === bare ? 0.4 : slips(word, right, 3.2);
    found.set(right, suggestion(right, rank, distance, lexicon, here));
  };
  if (lexicon.isBusy()) {
    for (const letter of alphabet) lexicon.list.near(letter, word, 1, (right) => isOneEdit(word, right) && add(right));
    for (const right of lexicon.own) if (isOneEdit(word, right)) add(right);
  } else for (const edit of oneEdit(word)) add(edit);
  // digged, goed
  if (word.endsWith("ed")) {
    for (const base of bases(word)) {
      const past = verbForm(base, "past");
      const rank = past.endsWith("ed") ? undefined : lexicon.rank(base);
      if (rank !== undefined && base.length > 1 && word.startsWith(base))
        found.set(past, { text: past, rank, distance: 1, cost: 0.6 + rank / 3 });
    }
  }
  // an apostrophe left out or put elsewhere: dont, does'nt
  for (let at = Math.max(1, bare.length - 3); at < bare.length; at++) add(`${bare.slice(0, at)}'${bare.slice(at)}`);
  return sorted(found.values());
}

/** Words two or three easy slips away that begin alike. */
export function fartherWords(word: string, lexicon: Lexicon, here: (word: string) => boolean): Suggestion[] {
  const found: Suggestion[] = [];
  const limit = word.length < 6 ? 1.5 : word.length < 9 ? 2.1 : 2.7;
  lexicon.list.near(word.charAt(0), word, 3, (right, { rank }) => {
    const distance = slips(word, right, limit);
    if (distance <= limit && lexicon.rank(right) !== undefined) {
      found.push(suggestion(right, rank, distance, lexicon, here));
    }
  });
  return sorted(found);
}

/** The two words that were joined to make this one: theworld. */
export function joinedWords(word: string, lexicon: Lexicon): Suggestion | undefined {
  let best: Suggestion | undefined;
  for (let at = 1; at < word.length; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    const leftGlues = gluey.has(left);
    const rightGlues = gluey.has(right);
    const leftRank = leftGlues ? 0 : left.length < 3 ? undefined : lexicon.rank(left);
    const rightRank = rightGlues ? 0 : right.length < 3 ? undefined : lexicon.rank(right);
    if (leftRank === undefined || rightRank === undefined) continue;
    const glued = leftGlues || rightGlues;
    // economicdevelopment is two words; "agroup" may be, "carpark" is one
    if (!glued && (left.length < 5 || right.length < 5 || leftRank > 1 || rightRank > 1)) continue;
    if (glued && leftRank + rightRank > 1 && word.length < 9) continue;
    if ((left === "a" || right === "a") && (left.length + right.length < 4 || leftRank + rightRank > 0)) continue;
    // "inspect on" is hardly what inspecton was; "the world" is what theworld was
    const short =
      Math.min(left.length, right.length) < 2 ? 0.6 : rightGlues && right.length < 3 && !leftGlues ? 0.6 : 0;
    const cost = 0.6 + (leftRank + rightRank) * 0.3 + (glued ? 0 : 0.3) + short;
    if (!best || cost < best.cost)
      best = { text: `${left} ${right}`, cost, distance: 1, rank: Math.max(leftRank, rightRank) };
  }
  return best;
}

function sorted(found: Iterable<Suggestion>): Suggestion[] {
  return [...found].sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1)).slice(0, most);
}

/** Words next to `lower`: a slip away, or the two that were joined. */
export function nextTo(near: readonly Suggestion[], joined: Suggestion | undefined): readonly Suggestion[] {
  return joined ? [...near, joined].sort((a, b) => a.cost - b.cost) : near;
}

/** Words longer than this nspell is not asked about: it takes half a second and finds nothing. */
const longest = 14;

/**
 * All that can be thought of for a word that has nothing next to it: words farther off, or what nspell says.
 *
 * @param speller nspell, made when it is called
 */
export function farOff(
  lower: string,
  lexicon: Lexicon,
  here: (word: string) => boolean,
  speller: (() => Speller) | undefined,
): readonly Suggestion[] {
  const farther = fartherWords(lower, lexicon, here);
  if (farther.length > 0 || !speller || lower.length > longest) return farther;
  return speller()
    .suggest(lower)
    .slice(0, most)
    .map((text) => ({ text, rank: 3, cost: 3, distance: 3 }));
}

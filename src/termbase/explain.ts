/** A concept word for word: its gloss, and what composition makes of it. */
import { decodeInts } from "./automaton.js";
import type { Calques } from "./calque-data.js";
import { isJoined, isOdd } from "./calques.js";
import { judge, type Layout } from "./compose.js";
import { familiesOf } from "./families.js";
import { Joint } from "./joints.js";
import { contentWords } from "./lexicon.js";
import { standardTermbase } from "./standard.js";
import { standardCalques } from "./standard-calques.js";

/** A part of a concept's Chinese with its literal English, best first. */
export interface Part {
  readonly zh: string;
  readonly english: readonly string[];
}

export interface Explanation {
  readonly zh: string;
  readonly preferred: string;
  /** In order; empty when the lexicon does not cover the term. */
  readonly parts: readonly Part[];
  /** Renderings that composition would flag, in base form, most literal first; capped. */
  readonly composed: readonly string[];
  /** True when there are more than `composed` lists. */
  readonly more: boolean;
}

const glosses = new WeakMap<Calques, ReadonlyMap<number, readonly number[]>>();

/** Units of each concept, read on first use: linting does without. */
function unitsOf(calques: Calques, concept: number): readonly number[] {
  let known = glosses.get(calques);
  if (!known) {
    const read = new Map<number, number[]>();
    const ints = decodeInts(calques.glosses);
    let at = 0;
    for (let index = 0; at < ints.length; ) {
      index += ints[at++] as number;
      const length = ints[at++] as number;
      read.set(index, Array.from(ints.subarray(at, at + length)));
      at += length;
    }
    known = read;
    glosses.set(calques, known);
  }
  return known.get(concept) ?? [];
}

function partsOf(calques: Calques, concept: number): Part[] {
  return unitsOf(calques, concept).map((unit) => {
    const [zh = "", ...english] = (calques.units[unit] as string).split("\t");
    return { zh, english };
  });
}

/**
 * @param concept index in the package's own termbase
 * @returns `以 with · 工 work · 代 replace · 赈 relief`, or the empty string when the lexicon does not cover the term
 */
export function glossOf(concept: number): string {
  const calques = standardCalques();
  if (!calques) return "";
  return partsOf(calques, concept)
    .map(({ zh, english }) => `${zh} ${english[0]}`)
    .join(" · ");
}

/** Renderings listed at most, and tried at most. */
const mostListed = 60;
const mostTried = 4000;

interface Choice {
  readonly text: string;
  readonly unit: number;
  readonly families: readonly number[];
}

/** The renderings of a unit that have a word to compose with. */
function choicesOf(calques: Calques, unit: number): Choice[] {
  const [, ...english] = (calques.units[unit] as string).split("\t");
  return english.flatMap((text) => {
    const families = contentWords(text).map((word) => calques.families.get(familiesOf(word)[0] as string));
    if (families.length === 0 || families.includes(undefined)) return [];
    return [{ text, unit, families: families as number[] }];
  });
}

/** The orders of a frame: as in the Chinese, and with what follows each gap moved in front of it with *of*. */
function ordersOf(length: number): { order: number[]; turned: number }[] {
  const kept = Array.from({ length }, (_, at) => at);
  const orders = [{ order: kept, turned: -1 }];
  for (let split = length - 1; split > 0; split--) {
    orders.push({ order: [...kept.slice(split), ...kept.slice(0, split)], turned: length - split - 1 });
  }
  return orders;
}

function* composed(calques: Calques, concept: number): Generator<string> {
  const termbase = standardTermbase();
  const { zh } = termbase.concept(concept);
  const { frameConcept, frameUnits } = calques;
  let left = mostTried;
  for (let frame = 0; frame < frameConcept.length; frame++) {
    if (frameConcept[frame] !== concept) continue;
    const units = Array.from(frameUnits.items.subarray(frameUnits.first[frame], frameUnits.first[frame + 1]));
    const choices = units.map((unit) => choicesOf(calques, unit));
    for (const { order, turned } of ordersOf(units.length)) {
      for (const chosen of products(order.map((place) => choices[place] as Choice[]))) {
        if (left-- === 0) return;
        const pieces = chosen.map(({ unit, families }, at) => ({ unit, families, from: at, to: at + 1 }));
        const joints = order.slice(1).map((_, at) => (at === turned ? Joint.of : Joint.bare));
        const layout: Layout = { frame, pieces, order, joints };
        const judgement = judge(layout, calques);
        if (!isJoined(layout, judgement, zh) || !isOdd(calques, termbase, concept, judgement)) continue;
        yield chosen.map(({ text }, at) => (at === turned ? `${text} of` : text)).join(" ");
      }
    }
  }
}

/** Every way to take one of each list, firsts first. */
function* products<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const item of first) for (const more of products(rest)) yield [item, ...more];
}

/**
 * What a concept's Chinese says word for word, and which renderings composition would flag.
 *
 * @param zh as the package's termbase has it; quotation marks and spaces do not count
 * @returns `undefined` when there is no such concept
 */
export function explainConcept(zh: string): Explanation | undefined {
  const termbase = standardTermbase();
  const calques = standardCalques();
  if (!calques) return undefined;
  const key = plain(zh);
  for (let concept = 0; concept < termbase.size; concept++) {
    const found = termbase.concept(concept);
    if (plain(found.zh) !== key) continue;
    const list = new Set<string>();
    let more = false;
    for (const rendering of composed(calques, concept)) {
      more = list.size === mostListed;
      if (more) break;
      list.add(rendering);
    }
    return { zh: found.zh, preferred: found.preferred, parts: partsOf(calques, concept), composed: [...list], more };
  }
  return undefined;
}

function plain(zh: string): string {
  return zh.replace(/[\s“”"‘’']/g, "");
}

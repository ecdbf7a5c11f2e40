/** Compiles composition: the lexicon, the concepts' frames, and what is known of ordinary English. */
import { buildAutomaton, encodeInts, pack } from "../src/termbase/automaton.js";
import { bagHash, type PackedCalques } from "../src/termbase/calque-data.js";
import type { Compiled, TermEntry } from "../src/termbase/compile.js";
import { familiesOf } from "../src/termbase/families.js";
import { connectors, contentWords, type Segmentation, segment, type Unit } from "../src/termbase/lexicon.js";
import { words } from "../src/termbase/notation.js";
import type { PackedGoodTerms } from "../src/termbase/termbase.js";
import type { Ordinary } from "./ordinary.js";
import { renumbered } from "./split-terms.js";

export interface CompiledCalques {
  readonly packed: PackedCalques;
  readonly counts: {
    readonly units: number;
    readonly glossed: number;
    readonly frames: number;
    readonly composed: number;
  };
  /** Concepts whose Chinese the lexicon does not cover. */
  readonly uncut: readonly string[];
}

/** Units of a frame at most; longer terms are sentences. */
const longestFrame = 7;

const knownSenses = new Map<string, readonly string[]>();

/** The families of a rendering's words: for each word the first, its own. */
export function senseFamilies(sense: string): readonly string[] {
  let families = knownSenses.get(sense);
  if (!families) {
    families = contentWords(sense).map((word) => familiesOf(word)[0] as string);
    knownSenses.set(sense, families);
  }
  return families;
}

/** Characters that count what follows them. */
const measures = new Set("个项种条位件张名只支批家座本次级类大场门面道把块片股轮");

const numerals = /^(?:第?[一二三四五六七八九十百千两双\d]+|几|多|每|各)$/;

function isNumeral(unit: Unit | undefined): boolean {
  return unit !== undefined && numerals.test(unit.zh);
}

/**
 * How much of the Chinese a frame has: all of it; all but what English leaves out, or so little that only a long
 * rendering counts; a part. Or what only `wide` looks at: with one part missing, or of words too plain.
 */
export const Grade = { whole: 0, trimmed: 1, partial: 2, wide: 3 } as const;

interface Frame {
  readonly units: readonly Unit[];
  readonly grade: number;
}

/** Fields whose terms are made of words too plain to tell a calque from English (docs/calques.md). */
const plainFields = new Set(["officialese"]);

/** Fields whose terms are images and slogans. */
const images = new Set(["metaphors", "idioms", "slogans"]);

/** Category nouns that close a Chinese term and that English leaves out. */
const categories = new Set(
  "工作 建设 工程 精神 问题 活动 情况 方面 体系 机制 行动 项目 制度 能力 任务 事业 水平 作用 办法 模式 方式 战略 计划".split(
    " ",
  ),
);

/** The frames of a way of cutting. */
function framesOf(way: Segmentation, { image, plain }: { image: boolean; plain: boolean }): Frame[] {
  const found: Frame[] = [];
  const add = (units: readonly Unit[], grade: number) => {
    if (units.length < 2 || units.length > longestFrame) return;
    found.push({ units, grade: plain ? Grade.wide : units.length === 2 ? gradeOfTwo(units, grade) : grade });
  };
  for (const whole of wholes(way.units)) {
    add(whole, Grade.whole);
    for (const units of [...doubled(whole), ...repeated(whole)]) add(units, Grade.trimmed);
    const last = whole.at(-1) as Unit;
    if (whole.length >= 3 && categories.has(last.zh)) add(whole.slice(0, -1), Grade.trimmed);
    if (whole.length >= 4) for (let out = 0; out < whole.length; out++) add(whole.toSpliced(out, 1), Grade.wide);
  }
  // a metaphor or slogan is quoted by its parts as well: 壮士断腕, 断腕
  if (image) {
    for (const whole of wholes(way.units)) {
      const half = whole.reduce((sum, { zh }) => sum + zh.length, 0) / 2;
      for (let from = 0; from < whole.length; from++) {
        for (let to = from + 2; to <= whole.length; to++) {
          const part = whole.slice(from, to);
          if (part.length < whole.length && part.reduce((sum, { zh }) => sum + zh.length, 0) >= half)
            add(part, Grade.partial);
        }
      }
    }
  }
  if (way.parts.length > 1) {
    for (const part of way.parts)
      for (const units of wholes(part)) add(units, units.length > 2 ? Grade.trimmed : Grade.partial);
  }
  return found;
}

/** Two parts say little: they must be the whole term and words, or a number and what it counts, or long in English. */
function gradeOfTwo(units: readonly Unit[], grade: number): number {
  const full = units.every(({ zh }) => zh.length > 1) || isNumeral(units[0]);
  if (grade === Grade.whole && full) return grade;
  const long = units.some(({ senses }) => senses.some((sense) => senseFamilies(sense).length > 1));
  return long ? Math.max(grade, Grade.trimmed) : Grade.wide;
}

/** What stands in English of a way of cutting: particles fall away, small words may. */
function wholes(way: readonly Unit[]): Unit[][] {
  let frames: Unit[][] = [[]];
  for (const [at, unit] of way.entries()) {
    if (!unit.compose) continue;
    const content = unit.senses.filter((sense) => contentWords(sense).length > 0);
    if (content.length === 0) continue;
    // 以 is "with", which falls away, or "use", which does not; 项 after a number counts and says nothing
    const may = content.length < unit.senses.length || (measures.has(unit.zh) && isNumeral(way[at - 1]));
    frames = frames.flatMap((frame) => (may ? [[...frame, unit], frame] : [[...frame, unit]])).slice(0, 8);
  }
  return frames;
}

/** A frame with one of two neighbours that mean one thing: 健全完善 is one "improve". */
function doubled(frame: readonly Unit[]): (readonly Unit[])[] {
  const found: (readonly Unit[])[] = [];
  for (let at = 1; at < frame.length; at++) {
    const [one, two] = [frame[at - 1] as Unit, frame[at] as Unit];
    const words = new Set(one.senses.flatMap(senseFamilies));
    if (one.zh !== two.zh && two.senses.some((sense) => senseFamilies(sense).some((word) => words.has(word)))) {
      found.push(frame.toSpliced(at, 1), frame.toSpliced(at - 1, 1));
    }
  }
  return found;
}

/** A frame with what it says twice said once: 新业态新模式 is "new A and B". */
function repeated(frame: readonly Unit[]): (readonly Unit[])[] {
  const once = frame.filter((unit, at) => frame.indexOf(unit) === at);
  if (once.length === frame.length) return [];
  return [once, frame.filter((unit, at) => frame.lastIndexOf(unit) === at)];
}

/**
 * @param units the lexicon
 * @param entries as written, for `parts` and `compose`
 * @param others good terms that matching does without
 */
export function compileCalques(
  compiled: Compiled,
  entries: readonly TermEntry[],
  units: ReadonlyMap<string, Unit>,
  ordinary: Ordinary,
  others: Compiled["sequences"] = [],
): CompiledCalques {
  const byZh = new Map(entries.map((entry) => [entry.zh, entry]));
  const unitIds = new Map<string, number>();
  const used: Unit[] = [];
  const idOf = (unit: Unit): number => {
    let id = unitIds.get(unit.zh);
    if (id === undefined) {
      id = used.length;
      used.push(unit);
      unitIds.set(unit.zh, id);
    }
    return id;
  };
  const frames: number[] = [];
  const framed: (readonly number[])[] = [];
  const glosses: number[] = [];
  const uncut: string[] = [];
  let lastFramed = 0;
  let lastGlossed = 0;
  const counts = { units: 0, glossed: 0, frames: 0, composed: 0 };
  for (const [concept, { zh }] of compiled.concepts.entries()) {
    const entry = byZh.get(zh);
    const ways = waysOf(zh, entry, units);
    const [best] = ways;
    if (!best) {
      uncut.push(zh);
      continue;
    }
    glosses.push(concept - lastGlossed, best.units.length, ...best.units.map(idOf));
    lastGlossed = concept;
    counts.glossed++;
    if (entry?.compose === false) continue;
    const field = compiled.details[concept]?.field ?? "";
    const seen = new Map<string, { ids: number[]; grade: number }>();
    for (const way of ways) {
      for (const { units, grade } of framesOf(way, { image: images.has(field), plain: plainFields.has(field) })) {
        const ids = units.map(idOf);
        const key = ids.join(" ");
        const known = seen.get(key);
        if (known === undefined || grade < known.grade) seen.set(key, { ids, grade });
      }
    }
    for (const { ids, grade } of seen.values()) {
      framed.push(ids);
      frames.push(concept - lastFramed, ids.length * 4 + grade, ...ids);
      lastFramed = concept;
      counts.frames++;
    }
    if (seen.size > 0) counts.composed++;
  }
  counts.units = used.length;

  const familyIds = idsOf(used, ordinary);
  const familyId = (family: string): number => familyIds.get(family) as number;
  const senses: number[] = [];
  for (const unit of used) {
    const lists = new Map(
      unit.senses
        .map((sense) => senseFamilies(sense).map(familyId))
        .filter(({ length }) => length > 0)
        .map((list) => [list.join(" "), list]),
    );
    senses.push(lists.size);
    for (const list of lists.values()) senses.push(list.length, ...list);
  }
  const reachable = reach(used, framed);
  const good = new Set<number>();
  for (const { preferred, admitted } of compiled.concepts) {
    for (const rendering of [preferred, ...admitted])
      for (const bag of bags(rendering, familyIds)) good.add(bagHash(bag));
  }
  return {
    packed: {
      families: [...familyIds.keys()].join("\n"),
      units: used.map(({ zh, senses }) => [zh, ...senses].join("\t")).join("\n"),
      senses: encodeInts(senses),
      frames: encodeInts(frames),
      glosses: encodeInts(glosses),
      pairs: packPairs(ordinary.pairs, familyIds, reachable),
      ofPairs: packPairs(ordinary.ofPairs, familyIds, reachable),
      good: encodeInts(differences([...good].sort((a, b) => a - b))),
      goodTerms: packGoodTerms(compiled, others),
    },
    counts,
    uncut,
  };
}

/** Ids of the families of all renderings; those that stand beside most others first, so that what is often asked for lies together. */
function idsOf(units: readonly Unit[], { pairs }: Ordinary): ReadonlyMap<string, number> {
  const families = new Set(units.flatMap(({ senses }) => senses.flatMap(senseFamilies)));
  const partners = (family: string) => pairs.get(family)?.size ?? 0;
  return new Map([...families].sort((a, b) => partners(b) - partners(a)).map((family, id) => [family, id]));
}

function packGoodTerms({ phrases }: Compiled, sequences: Compiled["sequences"]): PackedGoodTerms {
  const built = buildAutomaton(sequences);
  const { ids, endingPhrase } = renumbered(built.endingPhrase);
  return {
    automaton: pack({ ...built, endingPhrase }),
    concepts: encodeInts(ids.map((phrase) => phrases[phrase]?.concept ?? 0)),
  };
}

function waysOf(zh: string, entry: TermEntry | undefined, units: ReadonlyMap<string, Unit>): Segmentation[] {
  const parts = entry?.parts;
  if (!parts) return segment(zh, units);
  const way = parts.map((part) => units.get(part));
  return way.every((unit) => unit !== undefined) ? [{ units: way as Unit[], parts: [way as Unit[]] }] : [];
}

/** What a good rendering is made of; none when it has a word that no calque has. */
function bags(rendering: string, ids: ReadonlyMap<string, number>): number[][] {
  let found: number[][] = [[]];
  for (const word of words(rendering.replace(/[()/]/g, " "))) {
    if (connectors.has(word)) continue;
    const known = familiesOf(word)
      .map((family) => ids.get(family))
      .filter((id) => id !== undefined);
    if (known.length === 0) return [];
    found = found.flatMap((bag) => known.slice(0, 2).map((id) => [...bag, id])).slice(0, 16);
  }
  return found.filter(({ length }) => length > 1);
}

/** The pairs of families that a layout may ask about: neighbours within a rendering, and ends of units of one frame. */
function reach(units: readonly Unit[], frames: Iterable<readonly number[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (first: string, second: string) => {
    const seconds = found.get(first);
    if (seconds) seconds.add(second);
    else found.set(first, new Set([second]));
  };
  const renderings = units.map(({ senses }) => senses.map(senseFamilies).filter(({ length }) => length > 0));
  for (const list of renderings) {
    for (const families of list)
      for (let at = 1; at < families.length; at++) add(families[at - 1] as string, families[at] as string);
  }
  const firsts = renderings.map((list) => [...new Set(list.map((families) => families[0] as string))]);
  const lasts = renderings.map((list) => [...new Set(list.map((families) => families.at(-1) as string))]);
  const met = new Set<number>();
  for (const ids of frames) {
    for (const one of ids) {
      for (const two of ids) {
        const key = one * units.length + two;
        if (one === two || met.has(key)) continue;
        met.add(key);
        // both ways: a pair turned around a preposition is judged by the pair unturned
        for (const last of lasts[one] as string[]) for (const first of firsts[two] as string[]) add(last, first);
        for (const first of firsts[one] as string[]) for (const last of lasts[two] as string[]) add(first, last);
      }
    }
  }
  return found;
}

function packPairs(
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
  ids: ReadonlyMap<string, number>,
  reachable: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const out: number[] = [];
  for (const family of ids.keys()) {
    const asked = reachable.get(family);
    const seconds = [...(pairs.get(family) ?? [])]
      .filter((second) => asked?.has(second))
      .map((second) => ids.get(second))
      .filter((id) => id !== undefined);
    out.push(seconds.length, ...differences(seconds.sort((a, b) => a - b)));
  }
  return encodeInts(out);
}

function differences(sorted: readonly number[]): number[] {
  return sorted.map((value, at) => value - (sorted[at - 1] ?? 0));
}

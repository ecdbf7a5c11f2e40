/**
 * The lexicon of calques: Chinese words and morphemes with the literal English that machines write for them, and how a
 * concept's Chinese is cut into them.
 */
import { words } from "./notation.js";

/** One unit of the lexicon. */
export interface Unit {
  readonly zh: string;
  /** Literal renderings as written, best first: `replace`, `instead of`. */
  readonly senses: readonly string[];
  /** `false`: a particle, which has a gloss and falls away in English. */
  readonly compose: boolean;
}

export type LexiconEntry = string | { readonly en: string; readonly compose?: boolean };

/** A fault of the lexicon: which unit and one sentence. */
export interface LexiconFault {
  readonly unit: string;
  readonly message: string;
}

const unitKeys = new Set(["en", "compose"]);

/**
 * @param written the YAML map, nothing of it trusted
 * @returns the units by their Chinese
 */
export function readLexicon(written: unknown): { units: ReadonlyMap<string, Unit>; faults: readonly LexiconFault[] } {
  const units = new Map<string, Unit>();
  const faults: LexiconFault[] = [];
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return { units, faults: [{ unit: "", message: "must be a map from Chinese to English, such as 工: work" }] };
  }
  for (const [zh, entry] of Object.entries(written as Record<string, unknown>)) {
    const fault = (message: string) => faults.push({ unit: zh, message });
    const long = typeof entry === "object" && entry !== null && !Array.isArray(entry);
    const english = long ? (entry as { en?: unknown }).en : entry;
    if (typeof english !== "string" || english.trim() === "") {
      fault("must be English, such as work, or a map such as {en: work, compose: false}");
      continue;
    }
    if (long)
      for (const key of Object.keys(entry)) if (!unitKeys.has(key)) fault(`has no key "${key}"; use en, compose`);
    const compose = long ? (entry as { compose?: unknown }).compose : undefined;
    if (compose !== undefined && typeof compose !== "boolean") fault('"compose" must be true or false');
    const senses = english
      .split("/")
      .map((sense) => sense.replace(/_/g, " ").trim())
      .filter((sense) => sense !== "");
    units.set(zh, { zh, senses: [...new Set(senses)], compose: compose !== false });
  }
  return { units, faults };
}

/** Words that join the parts of a phrase; a composed rendering may have them or not. */
export const connectors: ReadonlySet<string> = new Set(
  (
    "the a an of for in on to at by with from into through as and or & 's its their his her our my your this that these those " +
    "which who is are be was were being been it them upon under within between among toward about"
  ).split(" "),
);

/** The words of a literal rendering that carry meaning, folded. */
export function contentWords(sense: string): string[] {
  return words(sense).filter((word) => !connectors.has(word));
}

const digitNames = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const marks = /[\s“”"‘’'、，,。·《》「」（）()：:；;—-]+/g;

/** One way to cut a concept. */
export interface Segmentation {
  /** In order. */
  readonly units: readonly Unit[];
  /** The same, apart where the Chinese has a mark. */
  readonly parts: readonly (readonly Unit[])[];
}

/** Most ways to cut one concept that are looked at. */
const mostWays = 6;

/**
 * The ways to cut a term into units, fewest units first, and of those the ones with longer units in front.
 *
 * @param zh may hold digits, quotation marks and commas
 * @param slack how many units more than the fewest a way may have
 * @returns none when some character is in no unit
 */
export function segment(zh: string, units: ReadonlyMap<string, Unit>, slack = 1): Segmentation[] {
  let ways: Unit[][][] = [[]];
  const length = (way: readonly (readonly Unit[])[]) => way.reduce((sum, part) => sum + part.length, 0);
  for (const piece of zh.split(marks)) {
    if (piece === "") continue;
    const cut = cuts(piece, units, zh, slack);
    if (cut.length === 0) return [];
    ways = ways.flatMap((way) => cut.map((part) => [...way, part])).sort((a, b) => length(a) - length(b));
    ways = ways.slice(0, mostWays);
  }
  const fewest = length(ways[0] ?? []);
  if (fewest === 0) return [];
  return ways.filter((way) => length(way) <= fewest + slack).map((parts) => ({ units: parts.flat(), parts }));
}

function cuts(piece: string, units: ReadonlyMap<string, Unit>, whole: string, slack: number): Unit[][] {
  const characters = [
    ...piece.replace(/\d+/g, (digits) =>
      digits.length === 1 || digits === "10" ? (digitNames[Number(digits)] as string) : digits,
    ),
  ];
  // best[at]: the ways to cut what follows
  const best: Unit[][][] = Array.from({ length: characters.length + 1 }, () => []);
  best[characters.length] = [[]];
  for (let at = characters.length - 1; at >= 0; at--) {
    const found: Unit[][] = [];
    const digits = /^\d+$/.test(characters.slice(at).join("").match(/^\d+/)?.[0] ?? "")
      ? (characters.slice(at).join("").match(/^\d+/)?.[0] as string)
      : "";
    if (digits !== "" && !(at > 0 && /\d/.test(characters[at - 1] as string))) {
      for (const rest of best[at + digits.length] as Unit[][])
        found.push([{ zh: digits, senses: [digits], compose: true }, ...rest]);
    }
    for (let end = Math.min(characters.length, at + 8); end > at; end--) {
      const text = characters.slice(at, end).join("");
      // a term that is a unit of its own explains nothing
      if (text === whole) continue;
      const unit = units.get(text);
      if (!unit) continue;
      for (const rest of best[end] as Unit[][]) found.push([unit, ...rest]);
    }
    found.sort((a, b) => a.length - b.length);
    const fewest = found[0]?.length ?? 0;
    best[at] = found.filter(({ length }) => length <= fewest + slack).slice(0, mostWays);
  }
  return best[0] as Unit[][];
}

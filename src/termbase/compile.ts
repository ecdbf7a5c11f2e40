/**
 * From entries as people write them to a termbase. The build uses it for `dictionaries/`, the plugin for a user's own
 * terms; every fault it finds is one sentence that says what to do.
 */
import { buildAutomaton, type Ending } from "./automaton.js";
import { nounMark, parsePhrase, type Sequence, verbMark } from "./notation.js";
import type { Termbase } from "./termbase.js";
import type { CompiledConcept, CompiledPhrase, Concept, Condition, Source } from "./types.js";

/** A deprecated phrase with what goes with it. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly when?: Condition | readonly Condition[] | undefined;
  readonly examples?:
    | { readonly flags?: readonly string[] | undefined; readonly passes?: readonly string[] | undefined }
    | undefined;
}

/** An entry of the termbase as YAML, JSON or options give it. See docs/termbase.md. */
export interface TermEntry {
  readonly zh: string;
  readonly preferred: string;
  readonly pinyin?: string | undefined;
  readonly admitted?: readonly string[] | undefined;
  readonly deprecated?: readonly (string | PhraseEntry)[] | undefined;
  readonly standing?: "official" | "common" | undefined;
  readonly definition?: string | undefined;
  readonly note?: string | undefined;
  readonly sources?: readonly (string | Source)[] | undefined;
  readonly field?: string | undefined;
  readonly rule?: string | undefined;
  readonly parts?: readonly string[] | undefined;
  readonly compose?: boolean | undefined;
}

/** A fault in an entry: where (a path of keys and indexes into the entry) and one sentence. */
export interface Fault {
  readonly entry: number;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface CompileOptions {
  /** Default rule of an entry. */
  readonly rule?: (entry: TermEntry) => string;
  /** Looks up a source id. */
  readonly source?: (id: string) => Source | undefined;
  /** Looks up a named cue list (`@name`). */
  readonly cues?: (name: string) => readonly string[] | undefined;
  /** Rule ids that may speak. */
  readonly rules?: readonly string[];
}

export interface Compiled {
  readonly concepts: readonly CompiledConcept[];
  readonly details: readonly Concept[];
  readonly phrases: readonly CompiledPhrase[];
  readonly sequences: readonly { labels: readonly string[]; ending: Ending }[];
  readonly faults: readonly Fault[];
}

const entryKeys = new Set(
  "zh pinyin preferred admitted deprecated standing definition note sources field rule parts compose".split(" "),
);
const phraseKeys = new Set(["phrase", "when", "examples"]);
const conditionKeys = new Set(
  "quoted near notNear before notBefore after notAfter capitalized sentenceStart policy".split(" "),
);
const listKeys = new Set("near notNear before notBefore after notAfter".split(" "));

/** The rule of a term that names none. */
export const defaultRule = "terminology";

/** A rendering as its label sequence with every mark and inflection off: what two spellings of one phrase share. */
export function phraseKey(labels: readonly string[]): string {
  return labels.map((label) => label.replace(nounMark, "").replace(verbMark, "")).join(" ");
}

interface Claim {
  readonly entry: number;
  readonly path: readonly (string | number)[];
  readonly conditional: boolean;
}

/** @param entries as written; nothing of them is trusted */
export function compileTerms(entries: readonly TermEntry[], options: CompileOptions = {}): Compiled {
  const faults: Fault[] = [];
  const concepts: CompiledConcept[] = [];
  const details: Concept[] = [];
  const phrases: CompiledPhrase[] = [];
  const sequences: { labels: readonly string[]; ending: Ending }[] = [];
  const zhs = new Map<string, number>();
  const good = new Map<string, number>();
  const claims = new Map<string, Claim>();
  const pending: { key: string; claim: Claim; phrase: string }[] = [];
  const lists = new Map<string, readonly string[]>();

  for (const [index, entry] of entries.entries()) {
    const fault = (path: (string | number)[], message: string) => faults.push({ entry: index, path, message });
    if (!checkShape(entry, fault)) continue;
    const earlier = zhs.get(entry.zh);
    if (earlier !== undefined) {
      fault(["zh"], `${entry.zh} has an entry already (number ${earlier + 1}); merge the two`);
      continue;
    }
    zhs.set(entry.zh, index);
    const rule = entry.rule ?? options.rule?.(entry) ?? defaultRule;
    if (options.rules && !options.rules.includes(rule)) {
      fault(["rule"], `there is no rule "${rule}"; use one of ${options.rules.join(", ")}`);
    }
    const sources = (entry.sources ?? []).flatMap((source, at) => {
      const found = typeof source === "string" ? options.source?.(source) : source;
      if (!found) fault(["sources", at], `source "${String(source)}" is not in dictionaries/sources.yml; add it there`);
      return found ? [found] : [];
    });
    if (entry.standing === "official" && sources.length === 0) {
      fault(["standing"], `${entry.zh} is called official but names no source; add one or say common`);
    }
    const concept = concepts.length;
    concepts.push({
      zh: entry.zh,
      preferred: entry.preferred,
      admitted: entry.admitted ?? [],
      rule,
      official: entry.standing === "official",
    });
    details.push({
      zh: entry.zh,
      pinyin: entry.pinyin ?? "",
      preferred: entry.preferred,
      admitted: entry.admitted ?? [],
      deprecated: (entry.deprecated ?? []).map((item) => (typeof item === "string" ? item : item.phrase)),
      field: entry.field ?? "",
      standing: entry.standing ?? "common",
      definition: entry.definition ?? "",
      note: entry.note ?? "",
      sources,
    });

    for (const rendering of [entry.preferred, ...(entry.admitted ?? [])]) {
      const sequence = renderingSequence(rendering);
      if (!sequence) continue;
      good.set(phraseKey(sequence.labels), index);
      add({ concept, good: true, inflection: sequence.inflection, when: [] }, [sequence]);
    }

    for (const [at, item] of (entry.deprecated ?? []).entries()) {
      const { phrase, when } = typeof item === "string" ? { phrase: item, when: undefined } : item;
      let parsed: Sequence[];
      try {
        parsed = parsePhrase(phrase);
      } catch (error) {
        fault(["deprecated", at], (error as Error).message);
        continue;
      }
      const conditions = (when === undefined ? [] : Array.isArray(when) ? when : [when]) as Condition[];
      const resolved = conditions.map((condition, place) =>
        resolve(condition, ["deprecated", at, "when", place], fault),
      );
      add({ concept, good: false, inflection: parsed[0]?.inflection ?? "noun", when: resolved }, parsed);
      for (const { labels } of parsed) {
        pending.push({
          key: phraseKey(labels),
          phrase,
          claim: { entry: index, path: ["deprecated", at], conditional: conditions.length > 0 },
        });
      }
    }
  }

  for (const { key, claim, phrase } of pending) {
    const owner = good.get(key);
    const say = (message: string) => faults.push({ entry: claim.entry, path: claim.path, message });
    if (owner !== undefined) {
      const whose = owner === claim.entry ? "this entry itself" : entries[owner]?.zh;
      say(`"${phrase}" is preferred or admitted by ${whose}; a phrase cannot be both right and wrong: remove one`);
      continue;
    }
    const other = claims.get(key);
    if (other && other.entry === claim.entry) {
      if (other.path[1] !== claim.path[1]) say(`"${phrase}" stands twice in this entry; remove one`);
    } else if (other && !(other.conditional && claim.conditional)) {
      say(`"${phrase}" is deprecated by ${entries[other.entry]?.zh} too; keep it in one, or give both a condition`);
    } else claims.set(key, claim);
  }

  function add(phrase: CompiledPhrase, list: readonly Sequence[]): void {
    const id = phrases.length;
    phrases.push(phrase);
    for (const { labels, head } of list) sequences.push({ labels, ending: { phrase: id, head } });
  }

  function resolve(
    condition: Condition,
    path: (string | number)[],
    fault: (path: (string | number)[], message: string) => void,
  ): Condition {
    const out: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(condition)) {
      if (!conditionKeys.has(key)) {
        fault([...path, key], `there is no condition "${key}"; use one of ${[...conditionKeys].join(", ")}`);
        continue;
      }
      if (!listKeys.has(key)) {
        if (typeof value !== "boolean") fault([...path, key], `"${key}" must be true or false`);
        out[key] = value;
        continue;
      }
      if (!Array.isArray(value) || value.some((cue) => typeof cue !== "string")) {
        fault([...path, key], `"${key}" must be a list of words`);
        continue;
      }
      const cues = (value as string[]).flatMap((cue) => {
        if (!cue.startsWith("@")) return [cue];
        const named = options.cues?.(cue.slice(1));
        if (!named) fault([...path, key], `there is no cue list "${cue}" in dictionaries/cues.yml`);
        return named ?? [];
      });
      // equal lists are one list, so that a sentence is searched for them once
      const id = cues.join("\n");
      if (!lists.has(id)) lists.set(id, cues);
      out[key] = lists.get(id);
    }
    return out as Condition;
  }

  return { concepts, details, phrases, sequences, faults };
}

/** A preferred or admitted rendering in any inflection: its first word may be a verb, its head a plural. */
function renderingSequence(rendering: string): Sequence | undefined {
  try {
    // brackets and slashes of the notation are plain characters in a rendering
    const plain = rendering.replace(/\.\.\.|…/g, " ").replace(/[()/[\]{}<>|\\_#]/g, " ");
    const noun = parsePhrase(plain.startsWith("to ") ? plain.slice(3) : plain)[0];
    if (!noun) return undefined;
    const labels = [...noun.labels];
    const first = labels[0] as string;
    if (labels.length > 1 && !first.endsWith(nounMark)) labels[0] = first + verbMark;
    return { labels, head: noun.head, inflection: "noun" };
  } catch {
    return undefined;
  }
}

function checkShape(entry: TermEntry, fault: (path: (string | number)[], message: string) => void): boolean {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    fault([], "an entry must be a map with zh, preferred and deprecated");
    return false;
  }
  let fine = true;
  const say = (path: (string | number)[], message: string) => {
    fine = false;
    fault(path, message);
  };
  for (const key of Object.keys(entry)) {
    if (!entryKeys.has(key)) say([key], `an entry has no key "${key}"; use ${[...entryKeys].join(", ")}`);
  }
  for (const key of ["zh", "preferred"] as const) {
    if (typeof entry[key] !== "string" || entry[key].trim() === "") say([key], `"${key}" is missing or not text`);
  }
  if (typeof entry.preferred === "string" && entry.preferred.includes("#")) {
    say(
      ["preferred"],
      '"preferred" cannot have #, for not every phrase has a number; put that rendering under admitted',
    );
  }
  for (const key of ["pinyin", "definition", "note", "field", "rule"] as const) {
    if (entry[key] !== undefined && typeof entry[key] !== "string")
      say([key], `"${key}" must be text; put it in quotes`);
  }
  if (entry.standing !== undefined && entry.standing !== "official" && entry.standing !== "common") {
    say(["standing"], `"standing" is official or common, not "${String(entry.standing)}"`);
  }
  for (const key of ["admitted", "parts"] as const) {
    const list = entry[key];
    if (list !== undefined && (!Array.isArray(list) || list.some((item) => typeof item !== "string"))) {
      say([key], `"${key}" must be a list of text, such as [one, two]`);
    }
  }
  for (const key of ["deprecated", "sources"] as const) {
    if (entry[key] !== undefined && !Array.isArray(entry[key])) say([key], `"${key}" must be a list`);
  }
  if (!fine) return false;
  for (const [at, item] of (entry.deprecated ?? []).entries()) {
    if (typeof item === "string") continue;
    if (typeof item !== "object" || item === null || typeof item.phrase !== "string") {
      say(["deprecated", at], "a deprecated phrase is text, or a map with phrase, when and examples");
      continue;
    }
    for (const key of Object.keys(item)) {
      if (!phraseKeys.has(key))
        say(["deprecated", at, key], `a phrase has no key "${key}"; use phrase, when, examples`);
    }
    if (item.when !== undefined && ![item.when].flat().every(isMap)) {
      say(["deprecated", at, "when"], '"when" must be a map of conditions, or a list of such maps');
    }
  }
  for (const [at, source] of (entry.sources ?? []).entries()) {
    if (typeof source === "string") continue;
    if (!isMap(source) || typeof source.title !== "string" || typeof source.publisher !== "string") {
      say(["sources", at], "a source is an id, or a map with title, publisher, year and url");
    }
  }
  return fine;
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A termbase of entries given at run time. Throws one error that names every fault. */
export function termbaseOf(compiled: Compiled): Termbase {
  return {
    automaton: buildAutomaton(compiled.sequences),
    phrase: (index) => compiled.phrases[index] as CompiledPhrase,
    size: compiled.concepts.length,
    concept: (index) => compiled.concepts[index] as CompiledConcept,
    details: (index) => compiled.details[index],
    labels: new Map(),
  };
}

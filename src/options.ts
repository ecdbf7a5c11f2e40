/** Options: what a user may say, checked, and never changed. */
import type { Level } from "./finding.js";
import type { Preset, Rule } from "./rule.js";
import { compileTerms, type TermEntry, termbaseOf } from "./termbase/compile.js";
import type { Termbase } from "./termbase/termbase.js";

/** `true` is the rule's own level; `"off"` and `false` switch it off. */
export type RuleSetting = Level | "off" | boolean | readonly [Level | boolean, Readonly<Record<string, unknown>>];

export interface Options {
  /** Where to start from (default: `"recommended"`). */
  readonly preset?: Preset | null | undefined;
  /** Rules by id: a level, or a level and the rule's options. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | null | undefined;
  /** Terms of your own. They override the package's by their Chinese and by their phrases. */
  readonly terms?: readonly TermEntry[] | null | undefined;
  /** Whether the text is about Chinese policy. Left out, its own words decide. */
  readonly policy?: boolean | null | undefined;
  /** Rules besides the package's, such as the one that `createSpelling` of `xindaya/spell` makes. */
  readonly extra?: readonly Rule[] | null | undefined;
}

export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Settings {
  readonly rules: readonly ActiveRule[];
  readonly termbases: readonly Termbase[];
  readonly policy: boolean | undefined;
}

/** A mistake in the options; `path` says where, such as `rules.pinyin`. */
export class OptionsError extends Error {
  override name = "OptionsError";
  readonly path: string;
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}

const levels: readonly string[] = ["error", "warning", "info"];
const presets: readonly string[] = ["recommended", "strict", "terms-only"];
const optionKeys = ["preset", "rules", "terms", "policy", "extra"];

/** The name most like `name`, when one is like enough. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const cost = distance(name.toLowerCase(), candidate.toLowerCase(), least);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same));
    }
    row = next;
  }
  return row[b.length] as number;
}

function meant(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near ? `did you mean "${near}"?` : `use one of ${names.join(", ")}`;
}

const compiledTerms = new WeakMap<readonly TermEntry[], Termbase>();

/** Compiles a user's terms, once per list. */
function userTermbase(terms: readonly TermEntry[]): Termbase {
  const known = compiledTerms.get(terms);
  if (known) return known;
  if (!Array.isArray(terms))
    throw new OptionsError("terms", "must be a list of entries such as {zh, preferred, deprecated}");
  const compiled = compileTerms(terms);
  const [first] = compiled.faults;
  if (first) throw new OptionsError(["terms", first.entry, ...first.path].join("."), first.message);
  const termbase = termbaseOf(compiled);
  compiledTerms.set(terms, termbase);
  return termbase;
}

function active(rule: Rule, setting: unknown, on: boolean): ActiveRule | undefined {
  const [wanted, options] = Array.isArray(setting) ? setting : [setting, undefined];
  const path = `rules.${rule.id}`;
  if (options !== undefined) checkRuleOptions(rule, options, path);
  if (wanted === undefined) return on ? { rule, level: rule.level, options: {} } : undefined;
  if (wanted === false || wanted === "off") return undefined;
  if (wanted === true) return { rule, level: rule.level, options: options ?? {} };
  if (typeof wanted !== "string" || !levels.includes(wanted)) {
    throw new OptionsError(path, `"${String(wanted)}" is no level; use error, warning, info, off, true or false`);
  }
  return { rule, level: wanted as Level, options: options ?? {} };
}

function checkRuleOptions(rule: Rule, options: unknown, path: string): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new OptionsError(path, "the second item must be a map of the rule's options");
  }
  for (const [key, value] of Object.entries(options)) {
    const known = Object.keys(rule.options);
    if (!known.includes(key)) {
      const help = known.length === 0 ? "the rule has none" : meant(key, known);
      throw new OptionsError(`${path}.${key}`, `there is no such option; ${help}`);
    }
    const wanted = rule.options[key];
    const right = Array.isArray(wanted) ? Array.isArray(value) : typeof value === typeof wanted;
    if (!right) {
      const kind = Array.isArray(wanted) ? "a list" : `a ${typeof wanted}`;
      throw new OptionsError(`${path}.${key}`, `must be ${kind}, such as ${JSON.stringify(wanted)}`);
    }
  }
}

/**
 * @param given what the user said; read, never kept or changed
 * @param standard every rule of the package
 * @param termbases the package's own
 * @throws OptionsError for anything it does not know
 */
export function resolveOptions(
  given: Readonly<Options> | null | undefined,
  standard: readonly Rule[],
  termbases: readonly Termbase[],
): Settings {
  const options = given ?? {};
  if (typeof options !== "object" || Array.isArray(options)) throw new OptionsError("options", "must be a map");
  for (const key of Object.keys(options)) {
    if (!optionKeys.includes(key)) throw new OptionsError(key, `there is no such option; ${meant(key, optionKeys)}`);
  }
  const preset = options.preset ?? "recommended";
  if (!presets.includes(preset))
    throw new OptionsError("preset", `there is no preset "${preset}"; ${meant(preset, presets)}`);
  const wanted = options.rules ?? {};
  if (typeof wanted !== "object" || Array.isArray(wanted))
    throw new OptionsError("rules", "must be a map from rule ids to levels");
  const extra = options.extra ?? [];
  if (!Array.isArray(extra)) throw new OptionsError("extra", "must be a list of rules");
  const rules: readonly Rule[] = [...standard, ...extra];
  const ids = rules.map(({ id }) => id);
  for (const id of Object.keys(wanted)) {
    if (!ids.includes(id)) throw new OptionsError(`rules.${id}`, `there is no rule "${id}"; ${meant(id, ids)}`);
  }
  const { policy } = options;
  if (policy !== undefined && policy !== null && typeof policy !== "boolean") {
    throw new OptionsError("policy", "must be true or false");
  }
  const own = options.terms ? [userTermbase(options.terms)] : [];
  return {
    rules: rules
      .map((rule) =>
        active(rule, Object.hasOwn(wanted, rule.id) ? wanted[rule.id] : undefined, rule.presets.includes(preset)),
      )
      .filter((rule) => rule !== undefined),
    termbases: [...own, ...termbases],
    policy: policy ?? undefined,
  };
}

/** What a configuration file may say, checked with the place of every mistake. */

import { nearest, type Options, OptionsError, type RuleSetting, resolveOptions } from "../options.js";
import type { TermEntry } from "../termbase/compile.js";
import { rules } from "./rules.js";

/** What holds for all files, or for those an override names. */
export interface Layer {
  readonly preset?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Entries, and files of entries. */
  readonly terms?: string | readonly (string | TermEntry)[];
  /** Words that are right, and files of such words (a word a line). */
  readonly words?: readonly string[];
  readonly audience?: "general" | "specialist";
  readonly variety?: "en-US" | "en-GB";
  readonly policy?: boolean;
}

export interface Override extends Layer {
  readonly files: string | readonly string[];
}

export interface ConfigData extends Layer {
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly Override[];
  readonly ignore?: string | readonly string[];
}

/** A mistake: where (keys and indexes from the top) and a sentence. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Check = (value: unknown) => string | undefined;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "must be text");
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "")
    ? undefined
    : "must be a list of text";
const textOrTexts: Check = (value) => (text(value) && texts(value) ? "must be text or a list of text" : undefined);
const truth: Check = (value) => (typeof value === "boolean" ? undefined : "must be true or false");

function oneOf(names: readonly string[]): Check {
  return (value) => {
    if (typeof value === "string" && names.includes(value)) return undefined;
    const near = typeof value === "string" && nearest(value, names);
    return `"${String(value)}" is none of ${names.join(", ")}${near ? `; did you mean "${near}"?` : ""}`;
  };
}

const terms: Check = (value) => {
  if (text(value) === undefined) return undefined;
  const fine = Array.isArray(value) && value.every((item) => isMap(item) || text(item) === undefined);
  return fine ? undefined : "must be a file, or a list of files and of entries such as {zh, preferred, deprecated}";
};

const layerKeys: Readonly<Record<string, Check>> = {
  preset: oneOf(["recommended", "strict", "terms-only"]),
  rules: (value) => (isMap(value) ? undefined : "must be a map from rule ids to levels"),
  terms,
  words: texts,
  audience: oneOf(["general", "specialist"]),
  variety: oneOf(["en-US", "en-GB"]),
  policy: truth,
};

const topKeys: Readonly<Record<string, Check>> = {
  $schema: text,
  extends: textOrTexts,
  ...layerKeys,
  overrides: (value) =>
    Array.isArray(value) && value.every(isMap) ? undefined : "must be a list of maps, each with files",
  ignore: textOrTexts,
};

const overrideKeys: Readonly<Record<string, Check>> = { files: textOrTexts, ...layerKeys };

/** @returns the first mistake in what a file holds; `undefined` when it is a `ConfigData` */
export function mistakeIn(data: unknown): Mistake | undefined {
  if (!isMap(data)) return { path: [], message: "must be a map such as {preset: strict}" };
  const top = mistakeInLayer(data, topKeys, []);
  if (top) return top;
  const { overrides = [] } = data as ConfigData;
  for (const [at, override] of overrides.entries()) {
    const path = ["overrides", at];
    if (!override.files) return { path, message: 'needs "files", a glob or a list of globs' };
    const mistake = mistakeInLayer(override as unknown as Record<string, unknown>, overrideKeys, path);
    if (mistake) return mistake;
  }
  return undefined;
}

function mistakeInLayer(
  data: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  path: readonly (string | number)[],
): Mistake | undefined {
  for (const [key, value] of Object.entries(data)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check) {
      const names = Object.keys(checks).filter((name) => name !== "$schema");
      const near = nearest(key, names);
      const help = near ? `did you mean "${near}"?` : `use one of ${names.join(", ")}`;
      return { path: [...path, key], message: `there is no "${key}" here; ${help}` };
    }
    const wrong = check(value);
    if (wrong) return { path: [...path, key], message: `${key}: ${wrong}` };
  }
  return mistakeInOptions({ rules: (data as Layer).rules } as Options, path);
}

/** What the package itself has to say of options, with its path as keys. */
export function mistakeInOptions(options: Options, path: readonly (string | number)[]): Mistake | undefined {
  try {
    resolveOptions(options, rules, []);
    return undefined;
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    const keys = error.path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    return { path: [...path, ...keys], message: error.message };
  }
}

/** Mistakes of several tokens, names with several forms, and provinces that are mixed up. */
import { fold } from "../text/fold.js";

export interface Mistake {
  /** Folded words after the first. */
  readonly rest: readonly string[];
  /** The mistake as it is written, hyphens and all. */
  readonly wrong: string;
  readonly right: string;
}

/** One of the forms of a name; `right` is the form to keep when all else is equal. */
export interface Form extends Mistake {
  readonly group: number;
}

export interface Phrases {
  /** By the folded first word. */
  readonly mistakes: ReadonlyMap<string, readonly Mistake[]>;
  /** By folded first word: the forms of names. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** A city's province, where the province has a twin. */
  readonly provinceOf: ReadonlyMap<string, string>;
  readonly twins: readonly string[];
}

function list(line: string): string[] {
  return line.split("\t");
}

function words(phrase: string): string[] {
  return phrase.split(/[ -]/).map(fold);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** @param data what the build wrote */
export function readPhrases(data: { phrases: string; forms: string; twins: string }): Phrases {
  const mistakes = new Map<string, Mistake[]>();
  for (const line of data.phrases.split("\n")) {
    const [wrong = "", right = ""] = list(line);
    const [first = "", ...rest] = words(wrong);
    put(mistakes, first, { rest, wrong, right });
  }
  const forms = new Map<string, Form[]>();
  for (const [group, line] of data.forms.split("\n").entries()) {
    const [standard = "", ...others] = list(line);
    for (const form of [standard, ...others]) {
      const [first = "", ...rest] = words(form);
      put(forms, first, { rest, wrong: form, right: standard, group });
    }
  }
  const provinceOf = new Map<string, string>();
  const twins = data.twins.split("\n").map((line) => {
    const [province = "", ...cities] = list(line);
    for (const city of cities) provinceOf.set(fold(city), province);
    return province;
  });
  return { mistakes, forms, provinceOf, twins };
}

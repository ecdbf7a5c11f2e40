/** Edits to a configuration file that leave its comments and its order alone. */
import { applyEdits, type JSONPath, modify, parse } from "jsonc-parser";
import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { TermEntry } from "../termbase/compile.js";

export type ConfigChange =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "term"; readonly entry: TermEntry }
  | { readonly kind: "rule"; readonly rule: string }
  /** `file` from the folder of the configuration, with slashes. */
  | { readonly kind: "rule-in-file"; readonly rule: string; readonly file: string };

/** A value put at a path of keys; the last key `-` adds to a list. */
interface Step {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/**
 * @param source what the file holds; may be empty
 * @param name the file's, whose ending says how to read it; in package.json the configuration stands under `xindaya`
 * @returns the file after the change; the same text when it says so already
 * @throws Error when the file cannot be read as what its name says
 */
export function editConfig(source: string, name: string, change: ConfigChange): string {
  if (name.endsWith(".json")) return editJson(source, name.endsWith("package.json") ? ["xindaya"] : [], change);
  return editYaml(source, change);
}

/** What to put where, seen what is there. */
function stepsOf(change: ConfigChange, data: unknown): Step[] {
  const config = (data ?? {}) as { words?: unknown; terms?: unknown; overrides?: unknown };
  switch (change.kind) {
    case "word":
      return asList(config.words).includes(change.word)
        ? []
        : [{ path: ["words", ...adding(config.words)], value: listed(config.words, change.word) }];
    case "term":
      return termSteps(config.terms, change.entry);
    case "rule":
      return [{ path: ["rules", change.rule], value: "off" }];
    case "rule-in-file": {
      const at = asList(config.overrides).findIndex(
        (item) => (item as { files?: unknown } | null)?.files === change.file,
      );
      if (at >= 0) return [{ path: ["overrides", at, "rules", change.rule], value: "off" }];
      const override = { files: change.file, rules: { [change.rule]: "off" } };
      return [{ path: ["overrides", ...adding(config.overrides)], value: listed(config.overrides, override) }];
    }
  }
}

function termSteps(terms: unknown, entry: TermEntry): Step[] {
  // a single file of terms becomes the first of a list
  if (typeof terms === "string") return [{ path: ["terms"], value: [terms, entry] }];
  const at = asList(terms).findIndex((item) => (item as { zh?: unknown } | null)?.zh === entry.zh);
  if (at < 0) return [{ path: ["terms", ...adding(terms)], value: listed(terms, entry) }];
  const { preferred, admitted } = asList(terms)[at] as Partial<TermEntry>;
  const known: readonly unknown[] = [preferred, ...asList(admitted)];
  const fresh = (entry.admitted ?? []).filter((rendering) => !known.includes(rendering));
  return fresh.length === 0 ? [] : [{ path: ["terms", at, "admitted"], value: [...asList(admitted), ...fresh] }];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function adding(list: unknown): ["-"] | [] {
  return Array.isArray(list) ? ["-"] : [];
}

function listed(list: unknown, item: unknown): unknown {
  return Array.isArray(list) ? item : [item];
}

function editJson(source: string, under: readonly string[], change: ConfigChange): string {
  const text = source.trim() === "" ? "{}\n" : source;
  const faults: { error: number; offset: number; length: number }[] = [];
  const whole = parse(text, faults, { allowTrailingComma: true }) as Record<string, unknown>;
  if (faults.length > 0) throw new Error("is not JSON; mend it first");
  const data = under.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], whole);
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.includes("\t"),
    tabSize: indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  return stepsOf(change, data).reduce((now, { path, value }) => {
    const adds = path.at(-1) === "-";
    const keys = (adds ? [...path.slice(0, -1), -1] : path) as JSONPath;
    return applyEdits(now, modify(now, [...under, ...keys], value, { formattingOptions, isArrayInsertion: adds }));
  }, text);
}

function editYaml(source: string, change: ConfigChange): string {
  const document = parseDocument(source);
  if (document.errors.length > 0) throw new Error(`is not YAML: ${document.errors[0]?.message.split("\n")[0] ?? ""}`);
  const data = document.toJS() as unknown;
  if (data !== null && data !== undefined && !isMap(document.contents)) throw new Error("is no map of settings");
  const steps = stepsOf(change, data);
  if (steps.length === 0) return source;
  for (const { path, value } of steps) put(document, path, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function put(document: Document, path: readonly (string | number)[], value: unknown): void {
  if (isScalar(document.contents) && document.contents.value === null)
    document.contents = document.createNode({}) as unknown as typeof document.contents;
  if (path.at(-1) !== "-") {
    document.setIn(path, document.createNode(value));
    return;
  }
  const list = document.getIn(path.slice(0, -1));
  const node = document.createNode(value);
  if (isSeq(list)) list.add(node);
  else document.setIn(path.slice(0, -1), document.createNode([value]));
}

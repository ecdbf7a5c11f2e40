/** Terms as JSON: the entries of docs/termbase.md, in the shape of schema/terms.schema.json. */
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { TermEntry } from "../compile.js";
import { checkSize, compact, ExchangeError, placed, type ReadOptions, withoutMark } from "./read.js";

/** A list of entries; nothing is lost. */
export function toJson(entries: readonly TermEntry[]): string {
  return `${JSON.stringify(entries.map(compact), null, 2)}\n`;
}

/**
 * Entries of a JSON list, or of `{"terms": [...]}`. Comments and trailing commas are allowed.
 *
 * @throws ExchangeError with the line for what is no JSON, no list, or an entry without `zh` or `preferred`
 */
export function fromJson(text: string, options: ReadOptions = {}): TermEntry[] {
  checkSize(text);
  const source = withoutMark(text);
  const faults: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(source, faults, { allowTrailingComma: true });
  } catch (error) {
    // the parser goes into lists inside lists by calling itself
    if (!(error instanceof RangeError)) throw error;
    throw new ExchangeError(1, "has lists nested too deep for a list of terms");
  }
  const lineAt = lineCounter(source);
  const [fault] = faults;
  if (fault || !tree) {
    const said = fault
      ? printParseErrorCode(fault.error)
          .replace(/([a-z])([A-Z])/g, "$1 $2")
          .toLowerCase()
      : "it is empty";
    throw new ExchangeError(lineAt(fault?.offset ?? 0), `is not JSON: ${said}`);
  }
  const terms = tree.type === "object" ? memberOf(tree, "terms") : tree;
  if (terms?.type !== "array") throw new ExchangeError(1, notAList);
  const items = (terms.children ?? []).map((node) => ({
    line: lineAt(node.offset),
    value: getNodeValue(node) as unknown,
  }));
  return entriesOfItems(items, options);
}

function memberOf(node: Node, name: string): Node | undefined {
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** Lines of offsets that only grow. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let next = source.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = source.indexOf("\n", next + 1);
    }
    return line;
  };
}

export const notAList =
  "must be a list of entries such as {zh, preferred, deprecated}, or a map with such a list as terms";

/** Checks what every entry needs; the rest is for `compileTerms` to say. */
export function entriesOfItems(
  items: readonly { readonly line: number; readonly value: unknown }[],
  { skip }: ReadOptions,
): TermEntry[] {
  const entries: TermEntry[] = [];
  for (const { line, value } of items) {
    const problem = faultOf(value);
    if (problem === undefined) {
      entries.push(placed(value as TermEntry, line));
      continue;
    }
    const fault = new ExchangeError(line, problem);
    if (!skip) throw fault;
    skip(fault);
  }
  return entries;
}

function faultOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "an entry must be a map with zh and preferred";
  const entry = value as Readonly<Record<string, unknown>>;
  for (const key of ["zh", "preferred"]) {
    if (typeof entry[key] !== "string" || entry[key].trim() === "") return `an entry needs "${key}", as text`;
  }
  return undefined;
}

/** Reading configuration files, and naming the line of a mistake in one. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Misuse } from "./misuse.js";
import { decode } from "./read.js";

export interface DataFile {
  /** As messages name it. */
  readonly shown: string;
  readonly data: unknown;
  /** @returns an error that names the file, the line of a path of keys, and what is wrong there */
  readonly mistake: (path: readonly (string | number)[], message: string) => Promise<Misuse>;
}

/**
 * @param path a YAML or JSON file
 * @param under keys that lead to the part that counts (`xindaya` in package.json)
 * @throws Misuse when it cannot be read or is not what its name says
 */
export async function readDataFile(path: string, shown: string, under: readonly string[] = []): Promise<DataFile> {
  const source = decode(readFileSync(path), shown).text;
  const data = path.endsWith(".json") ? await parseJson(source, shown) : await parseYaml(source, shown);
  const part = under.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
  return {
    shown,
    data: part,
    async mistake(keys, message) {
      return new Misuse(`${shown}:${await lineOf(source, [...under, ...keys])}: ${message}`);
    },
  };
}

/** JSON is parsed by what is at hand; only a mistake, or a comment, brings the parser that knows lines. */
async function parseJson(source: string, shown: string): Promise<unknown> {
  try {
    return JSON.parse(source);
  } catch (error) {
    const { parse, printParseErrorCode } = await import("jsonc-parser");
    const faults: { error: number; offset: number; length: number }[] = [];
    const data = parse(source, faults, { allowTrailingComma: true }) as unknown;
    const [fault] = faults;
    if (!fault) return data;
    const said =
      printParseErrorCode(fault.error) === "<unknown ParseErrorCode>"
        ? (error as Error).message
        : spaced(printParseErrorCode(fault.error));
    throw new Misuse(`${shown}:${lineAt(source, fault.offset)}: is not JSON: ${said}`);
  }
}

function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

async function parseYaml(source: string, shown: string): Promise<unknown> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(source, { logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const said = error.message.split(/\n| at line /)[0] ?? "";
    throw new Misuse(`${shown}:${lineAt(source, error.pos[0])}: is not YAML: ${said}`);
  }
  return document.toJS({ maxAliasCount: 1000 }) ?? {};
}

function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf("\n"); at >= 0 && at < offset; at = source.indexOf("\n", at + 1)) line++;
  return line;
}

/** The line of the deepest key of the path that is there. JSON is YAML enough for this. */
async function lineOf(source: string, path: readonly (string | number)[]): Promise<number> {
  const { isMap, isNode, isScalar, isSeq, parseDocument } = await import("yaml");
  let node: unknown = parseDocument(source, { logLevel: "silent" }).contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return lineAt(source, offset);
}

/** @returns the names of configuration files, in the order they are looked for in a folder */
export const configNames = [
  "xindaya.config.yml",
  "xindaya.config.yaml",
  "xindaya.config.json",
  "package.json",
] as const;

/** In package.json the configuration stands under `xindaya`. */
export function keysUnder(path: string): readonly string[] {
  return basename(path) === "package.json" ? ["xindaya"] : [];
}

/** The formats the command line reads, by the endings of names; each reader is loaded when the first file asks for it. */
import type { Projection } from "../text/projection.js";

export type Format = "text" | "markdown" | "html" | "json" | "yaml" | "docx";

/** What a reader made of a file. */
export interface Reading {
  readonly projection: Projection;
  /** Says where an offset of the source stands in a structured file; `undefined` when lines say it all. */
  readonly labelAt?: (offset: number) => string | undefined;
}

interface FormatRow {
  readonly endings: readonly string[];
  /** A folder is searched for these. JSON and YAML are too often no prose, so they are to be named. */
  readonly searched: boolean;
}

export const formats: Readonly<Record<Format, FormatRow>> = {
  text: { endings: ["txt", "text"], searched: true },
  markdown: { endings: ["md", "mdx", "markdown"], searched: true },
  html: { endings: ["html", "htm"], searched: true },
  docx: { endings: ["docx"], searched: true },
  json: { endings: ["json", "jsonc"], searched: false },
  yaml: { endings: ["yml", "yaml"], searched: false },
};

const byEnding = new Map<string, Format>(
  Object.entries(formats).flatMap(([format, { endings }]) =>
    endings.map((ending) => [ending, format as Format] as const),
  ),
);

/** Endings that a folder is searched for. */
export const searchedEndings: readonly string[] = Object.values(formats).flatMap(({ endings, searched }) =>
  searched ? endings : [],
);

/** How a file of this name is read: by its ending, else as plain text. */
export function formatOf(path: string): Format {
  const ending = /\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return byEnding.get(ending) ?? "text";
}

type TextReader = (source: string) => Projection;

const textReaders: Readonly<Record<Exclude<Format, "docx">, () => Promise<TextReader>>> = {
  text: async () => (await import("../formats/plain.js")).readPlain,
  markdown: async () => (await import("../formats/markdown.js")).readMarkdown,
  html: async () => (await import("../formats/html.js")).readHtml,
  json: async () => (await import("../formats/json.js")).readJson,
  yaml: async () => (await import("../formats/yaml.js")).readYaml,
};

/** @returns a function from text to its prose */
export async function textReader(format: Exclude<Format, "docx">): Promise<(source: string) => Reading> {
  const read = await textReaders[format]();
  return (source) => withLabels(read(source));
}

/** @returns a function from a file's bytes to its prose */
export async function docxReader(): Promise<(bytes: Uint8Array) => Reading> {
  const { readDocx } = await import("../formats/docx.js");
  return (bytes) => {
    const projection = readDocx(bytes);
    return { projection, labelAt: projection.labelAt };
  };
}

/** Blocks with labels stand in the order of the source, so that the last that begins before a place holds it. */
function withLabels(projection: Projection): Reading {
  const { blocks, map } = projection;
  if (!map || blocks[0]?.label === undefined) return { projection };
  return {
    projection,
    labelAt(offset) {
      let low = 0;
      let high = map.text.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((map.sourceStart[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      const at = map.text[low] as number;
      return (blocks.findLast(({ start }) => start <= at) ?? blocks[0])?.label;
    },
  };
}

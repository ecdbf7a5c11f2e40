/** Reads Word documents (Office Open XML, ISO/IEC 29500): the text of paragraphs, and where each stands. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { type BlockKind, type Projection, projectionBuilder } from "../text/projection.js";
import { objectReplacement } from "./document.js";
import { FormatError } from "./format-error.js";

/** A part of the package larger than this when unpacked is not read. */
const mostBytes = 64 * 1024 * 1024;

const parts: readonly { readonly name: string; readonly says: string }[] = [
  { name: "word/document.xml", says: "paragraph" },
  { name: "word/footnotes.xml", says: "footnote paragraph" },
  { name: "word/endnotes.xml", says: "endnote paragraph" },
];

export interface DocxProjection extends Projection {
  /** Says where an offset of `source` stands: `paragraph 12, run 3 (table 1, row 2, cell 3)`. */
  readonly labelAt: (offset: number) => string | undefined;
}

interface Paragraph {
  readonly place: string;
  readonly table: string;
  kind: BlockKind;
  readonly pieces: string[];
  length: number;
  /** Where each run begins in the paragraph. */
  readonly runs: number[];
}

/**
 * `source` is the text drawn out of the document, a line a paragraph, so that line 12 is paragraph 12 (empty ones count,
 * footnotes follow). Deleted and hidden text, field codes and the fallbacks of drawings are not read.
 *
 * @param bytes the whole file
 * @throws FormatError when it is no Word document, or larger than can be read safely
 */
export function readDocx(bytes: Uint8Array): DocxProjection {
  const wanted = new Set(parts.map(({ name }) => name));
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.has(name)) return false;
        if (originalSize > mostBytes)
          throw new FormatError("DOCX", `${name} unpacks to more than ${mostBytes / 1024 / 1024} MB`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError("DOCX", `not a readable zip package (${(error as Error).message})`);
  }
  if (!files["word/document.xml"]) throw new FormatError("DOCX", "it has no word/document.xml");
  const paragraphs = parts.flatMap(({ name, says }) => {
    const file = files[name];
    return file ? readPart(strFromU8(file), name, says) : [];
  });
  const source = paragraphs.map(({ pieces }) => pieces.join("")).join("\n");
  const builder = projectionBuilder(source);
  const starts: number[] = [];
  let at = 0;
  for (const { kind, length, place, table } of paragraphs) {
    starts.push(at);
    if (source.slice(at, at + length).trim() !== "") {
      builder.open(kind, place + table);
      builder.copy(at, at + length);
    }
    at += length + 1;
  }
  return {
    ...builder.build(),
    labelAt(offset) {
      const index = lastAtMost(starts, offset);
      const paragraph = paragraphs[index];
      if (!paragraph) return undefined;
      const run = lastAtMost(paragraph.runs, offset - (starts[index] as number)) + 1;
      return `${paragraph.place}${run > 0 ? `, run ${run}` : ""}${paragraph.table}`;
    },
  };
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Elements whose text is no prose of the document as it stands. */
const unread = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "mc:Fallback",
  "w:pPrChange",
  "w:rPrChange",
  "m:oMath",
]);

/** What an empty element stands for. */
const stands: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": " ",
  "w:cr": " ",
  "w:noBreakHyphen": "-",
  "w:drawing": objectReplacement,
};

function readPart(xml: string, name: string, says: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const open: Paragraph[] = [];
  const tables: { table: number; row: number; cell: number }[] = [];
  let tableCount = 0;
  let skipping = 0;
  let inText = 0;
  let inRun = 0;
  let hidden = false;
  const write = (text: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || skipping > 0 || hidden || text === "") return;
    paragraph.pieces.push(text);
    paragraph.length += text.length;
  };
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new FormatError("DOCX", `${name}: ${error.message}`);
  });
  parser.on("opentag", ({ name: tag, attributes }) => {
    if (tag === "m:oMath") write(objectReplacement);
    if (unread.has(tag)) skipping++;
    if (skipping > 0) return;
    const paragraph = open.at(-1);
    const value = attributes["w:val"];
    if (tag === "w:p") {
      const inside = tables.at(-1);
      const next: Paragraph = {
        place: `${says} ${paragraphs.length + 1}`,
        table: inside ? ` (table ${inside.table}, row ${inside.row}, cell ${inside.cell})` : "",
        kind: inside ? "cell" : "paragraph",
        pieces: [],
        length: 0,
        runs: [],
      };
      paragraphs.push(next);
      open.push(next);
    } else if (tag === "w:tbl") tables.push({ table: ++tableCount, row: 0, cell: 0 });
    else if (tag === "w:tr") {
      const table = tables.at(-1);
      if (table) Object.assign(table, { row: table.row + 1, cell: 0 });
    } else if (tag === "w:tc") {
      const table = tables.at(-1);
      if (table) table.cell++;
    } else if (tag === "w:r") {
      inRun++;
      hidden = false;
      paragraph?.runs.push(paragraph.length);
    } else if (tag === "w:vanish") hidden = inRun > 0 && value !== "false" && value !== "0";
    else if (tag === "w:t") inText++;
    else if (
      tag === "w:pStyle" &&
      paragraph?.kind === "paragraph" &&
      /^(?:heading|title|subtitle)/i.test(value ?? "")
    ) {
      paragraph.kind = "heading";
    } else if (tag === "w:numPr" && paragraph?.kind === "paragraph") paragraph.kind = "item";
    else if (inRun > 0 && Object.hasOwn(stands, tag)) write(stands[tag] as string);
  });
  parser.on("closetag", ({ name: tag }) => {
    if (unread.has(tag)) skipping--;
    if (skipping > 0) return;
    if (tag === "w:p") open.pop();
    else if (tag === "w:tbl") tables.pop();
    else if (tag === "w:r") {
      inRun--;
      hidden = false;
    } else if (tag === "w:t") inText--;
  });
  // inside w:t alone: white space between elements is layout of the XML; a line break there is a space
  parser.on("text", (text) => {
    if (inText > 0) write(text.replace(/[\r\n]/g, " "));
  });
  parser.write(xml).close();
  return paragraphs;
}

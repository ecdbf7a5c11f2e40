/** Writing TBX-Basic (ISO 30042:2019, version 3) in DCA style. */
import type { TermEntry } from "../compile.js";
import { compact } from "./read.js";
import { sourceText } from "./source-text.js";
import { escapeXml, ownMark, ownText, pinyinMark, settled } from "./tbx-text.js";

export interface TbxOptions {
  /** The title in the header (default: `"Terms"`). */
  readonly title?: string | undefined;
}

const schemas = [
  ["TBX_Core_RNG/master/TBXcoreStructV03.rng", "http://relaxng.org/ns/structure/1.0"],
  ["TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch", "http://purl.oclc.org/dsdl/schematron"],
] as const;

/** The empty string for an element without content, so that nothing empty is written. */
function element(name: string, type: string | undefined, content: string): string {
  if (content === "") return "";
  return `<${name}${type === undefined ? "" : ` type="${type}"`}>${escapeXml(content)}</${name}>`;
}

/** `exact` when a text does not come back from XML as it is. */
function exactly(text: string | undefined, marks: readonly string[] = []): string | undefined {
  if (text === undefined) return undefined;
  return settled(text) === text && !marks.some((mark) => text.startsWith(mark)) ? undefined : text;
}

function own(data: Readonly<Record<string, unknown>>): string {
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  return Object.keys(said).length === 0 ? "" : element("note", undefined, ownText(said));
}

function termSec(text: string, status: string, ...more: readonly string[]): string[] {
  return [
    "        <termSec>",
    `          <term>${escapeXml(settled(text))}</term>`,
    `          ${element("termNote", "administrativeStatus", `${status}Term-admn-sts`)}`,
    ...more.filter(Boolean).map((line) => `          ${line}`),
    "        </termSec>",
  ];
}

function conceptEntry(given: TermEntry, index: number): string[] {
  const entry = compact(given);
  const { zh, pinyin, preferred, admitted = [], deprecated = [], field, definition, note, sources = [] } = entry;
  const { standing, rule, parts, compose } = entry;
  const exactNote = exactly(note, [ownMark, pinyinMark]);
  const exact = { definition: exactly(definition), field: exactly(field), note: exactNote };
  const isExact = Object.values(exact).every((value) => value === undefined);
  const definitionText = settled(definition ?? "");
  const cited = sources.map((source) => {
    const text = sourceText(source);
    return settled(text) === text ? text : ownText({ source });
  });
  return [
    `    <conceptEntry id="c${index + 1}">`,
    ...[
      element("descrip", "subjectField", settled(field ?? "")),
      exactNote === undefined ? element("note", undefined, note ?? "") : "",
      own({ standing, rule, parts, compose, exact: isExact ? undefined : exact }),
    ]
      .filter(Boolean)
      .map((line) => `      ${line}`),
    `      <langSec xml:lang="zh-CN">`,
    ...termSec(
      zh,
      "preferred",
      pinyin === undefined || exactly(pinyin) !== undefined ? "" : element("note", undefined, pinyinMark + pinyin),
      own({ exact: exactly(zh), pinyin: exactly(pinyin) }),
    ),
    "      </langSec>",
    `      <langSec xml:lang="en">`,
    ...(definitionText === ""
      ? []
      : [`        <descripGrp>${element("descrip", "definition", definitionText)}</descripGrp>`]),
    ...termSec(
      preferred,
      "preferred",
      ...cited.map((text) => element("admin", "source", text)),
      own({ exact: exactly(preferred) }),
    ),
    ...admitted.flatMap((text) => termSec(text, "admitted", own({ exact: exactly(text) }))),
    ...deprecated.flatMap((item) => {
      const { phrase, when, examples } = typeof item === "string" ? { phrase: item } : item;
      return termSec(phrase, "deprecated", own({ when, examples, exact: exactly(phrase) }));
    }),
    "      </langSec>",
    "    </conceptEntry>",
  ];
}

/**
 * Terms as a TBX-Basic file. Nothing is lost: what TBX-Basic has no category for goes into notes (see tbx-text.ts), and
 * `fromTbx` reads it back. Deprecated phrases stand in the notation of docs/termbase.md.
 */
export function toTbx(entries: readonly TermEntry[], { title = "Terms" }: TbxOptions = {}): string {
  const models = schemas.map(
    ([path, language]) =>
      `<?xml-model href="https://raw.githubusercontent.com/LTAC-Global/${path}" type="application/xml" schematypens="${language}"?>`,
  );
  const body = entries.length === 0 ? [] : ["  <body>", ...entries.flatMap(conceptEntry), "  </body>"];
  return `${[
    `<?xml version="1.0" encoding="UTF-8"?>`,
    ...models,
    `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">`,
    "<tbxHeader>",
    "  <fileDesc>",
    `    <titleStmt><title>${escapeXml(settled(title))}</title></titleStmt>`,
    "    <sourceDesc>",
    "      <p>Written by xindaya. Notes that begin with “xindaya:” hold what TBX-Basic has no category for.</p>",
    "    </sourceDesc>",
    "  </fileDesc>",
    "</tbxHeader>",
    "<text>",
    ...body,
    "</text>",
    "</tbx>",
  ].join("\n")}\n`;
}

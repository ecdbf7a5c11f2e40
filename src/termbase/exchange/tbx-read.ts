/** Reading TBX: version 2 (martif, TBX-Min) and version 3, DCA and DCT style, any dialect. */
import { SaxesParser } from "saxes";
import type { PhraseEntry, TermEntry } from "../compile.js";
import type { Source } from "../types.js";
import {
  checkSize,
  ExchangeError,
  entriesFrom,
  type ReadConcept,
  type ReadOptions,
  type ReadTerm,
  statusOf,
  withoutMark,
} from "./read.js";
import { sourceOf } from "./source-text.js";
import { ownData, pinyinMark, settled } from "./tbx-text.js";

interface Node {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
  readonly line: number;
}

const roots = new Set(["martif", "tbx", "TBX"]);
const conceptNames = new Set(["conceptEntry", "termEntry"]);
const languageNames = new Set(["langSec", "langSet"]);
const termNames = new Set(["termSec", "tig", "ntig"]);
/** TBX nests a dozen elements deep. */
const deepest = 64;

/**
 * Concepts of a TBX file as entries. Of the languages, Chinese (simplified before traditional) and English count. A DTD is
 * passed over; no entity but those of XML itself is known, and nothing is fetched.
 *
 * @throws ExchangeError with the line for what is no TBX, and for a concept without Chinese or English (see `skip`)
 */
export function fromTbx(text: string, options: ReadOptions = {}): TermEntry[] {
  checkSize(text);
  return entriesFrom(readConcepts(withoutMark(text)), options);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function readConcepts(text: string): ReadConcept[] {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const found: ReadConcept[] = [];
  const open: Node[] = [];
  let depth = 0;
  const failed = (problem: string): never => {
    throw new ExchangeError(parser.line, problem);
  };
  parser.on("error", (error) => {
    const said = error.message.replace(/^(?:[^:\s]+:)?\d+:\d+: /, "").replace(/\.$/, "");
    failed(`is not well-formed XML: ${said}`);
  });
  parser.on("opentag", ({ name: written, attributes }) => {
    const name = local(written);
    depth++;
    if (depth === 1 && !roots.has(name)) failed(`is no TBX: it begins with <${written}>, not with <tbx> or <martif>`);
    if (depth > deepest) failed(`has elements ${deepest} deep, which no TBX has`);
    const parent = open.at(-1);
    if (!parent && !conceptNames.has(name)) return;
    const node: Node = { name, attributes, children: [], line: parser.line };
    parent?.children.push(node);
    open.push(node);
  });
  const addText = (piece: string) => {
    open.at(-1)?.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    depth--;
    const node = open.pop();
    // one concept is held as a tree at a time
    if (node && open.length === 0) found.push(conceptOf(node));
  });
  parser.write(text).close();
  return found;
}

function textOf({ children }: Node): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** What an element is about: in DCA style its `type` says so, in DCT style its name. */
function categoryOf({ name, attributes }: Node): string {
  return (attributes.type ?? name).toLowerCase().replace(/[\s_-]/g, "");
}

/** The elements under a node, at any depth, without those in a language or term section of their own. */
function* within(node: Node): Generator<Node> {
  for (const child of node.children) {
    if (typeof child === "string" || languageNames.has(child.name) || termNames.has(child.name)) continue;
    yield child;
    yield* within(child);
  }
}

function childrenNamed(node: Node, names: ReadonlySet<string>): Node[] {
  return node.children.filter((child): child is Node => typeof child !== "string" && names.has(child.name));
}

interface Said {
  readonly notes: string[];
  readonly sources: (string | Source)[];
  readonly own: Record<string, unknown>;
  readonly values: Map<string, string>;
}

/** What stands on one level: notes, sources, notes of ours, and the first text of each category. */
function said(node: Node): Said {
  const found: Said = { notes: [], sources: [], own: {}, values: new Map() };
  for (const element of within(node)) {
    const category = categoryOf(element);
    const text = settled(textOf(element));
    if (text === "" || element.name.endsWith("Grp")) continue;
    if (category === "note" || category === "usagenote" || category === "notevalue") {
      // TBX-Min: <note><noteValue>, which comes again by itself
      if (childrenNamed(element, new Set(["noteValue"])).length > 0) continue;
      const data = ownData(text);
      if (data) Object.assign(found.own, data);
      else if (!found.notes.includes(text)) found.notes.push(text);
    } else if (category === "source") {
      const exact = ownData(text)?.source;
      found.sources.push(exact === undefined ? sourceOf(text) : (exact as Source));
    } else if (!found.values.has(category)) found.values.set(category, text);
  }
  return found;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The less, the better: the simplified Chinese of the mainland first. -1 for another language. */
function chineseRank(language: string): number {
  if (/^(?:zh|cmn)(?:-hans)?(?:-cn|-sg)?$/.test(language)) return 0;
  return /^(?:zh|cmn)(?:-|$)/.test(language) ? 1 : -1;
}

interface Term {
  readonly node: Node;
  readonly text: string;
  readonly status: string | undefined;
  readonly said: Said;
}

function termsOf(section: Node): Term[] {
  return childrenNamed(section, termNames).flatMap((node) => {
    const term = [...within(node)].find(({ name }) => name === "term");
    const about = said(node);
    const written = string(about.own.exact) ?? (term ? settled(textOf(term)) : "");
    if (written === "") return [];
    const { values } = about;
    const status =
      values.get("administrativestatus") ?? values.get("termstatus") ?? values.get("normativeauthorization");
    return [{ node, text: written, status, said: about }];
  });
}

function conceptOf(node: Node): ReadConcept {
  const about = said(node);
  const sections = childrenNamed(node, languageNames).map((section) => ({
    language: (section.attributes["xml:lang"] ?? section.attributes.lang ?? "").toLowerCase().replace(/_/g, "-"),
    terms: termsOf(section),
    said: said(section),
  }));
  const best = Math.min(...sections.map(({ language }) => chineseRank(language)).filter((rank) => rank >= 0));
  const chinese = sections.filter(({ language }) => chineseRank(language) === best);
  const english = sections.filter(({ language }) => /^en(?:-|$)/.test(language));
  const zhTerms = chinese.flatMap(({ terms }) => terms);
  const rightFirst = [...zhTerms].sort((a, b) => wrongness(a) - wrongness(b));
  const zh = rightFirst.filter((term, at) => at === 0 || wrongness(term) === 0).map((term) => term.text);
  // Weblate marks a pair of terms as forbidden on either side
  const forbidden = zhTerms.length > 0 && zhTerms.every(({ status }) => /^(?:forbidden|obsolete)$/.test(status ?? ""));
  const terms = english.flatMap((section) => section.terms);
  const zhSaid = rightFirst[0]?.said;
  const { own } = about;
  const exact = (own.exact ?? {}) as Readonly<Record<string, unknown>>;
  const levels = [...english.map((section) => section.said), about, ...chinese.map((section) => section.said)];
  const definition = [...levels, ...[...zhTerms, ...terms].map((term) => term.said)]
    .map(({ values }) => values.get("definition") ?? values.get("descrip"))
    .find((value) => value !== undefined);
  const pinyinNote = zhSaid?.notes.find((note) => note.startsWith(pinyinMark));
  const pinyin =
    string(zhSaid?.own.pinyin) ?? pinyinNote?.slice(pinyinMark.length) ?? zhSaid?.values.get("transliteration");
  const standing = own.standing === "official" || own.standing === "common" ? own.standing : undefined;
  const exactNote = string(exact.note);
  return {
    line: node.line,
    name: node.attributes.id ? `concept ${node.attributes.id}` : "the concept",
    zh: [...new Set(zh)],
    english: terms.map((term) => readTerm(term, forbidden)),
    notes: [
      ...(exactNote === undefined ? about.notes : [exactNote]),
      ...[...chinese, ...english].flatMap((section) => section.said.notes),
      ...[...zhTerms, ...terms].flatMap((term) =>
        term.said.notes.filter((note) => note !== pinyinNote).map((note) => `${term.text}: ${note}`),
      ),
    ],
    sources: [
      about,
      ...sections.map((section) => section.said),
      ...zhTerms.map((term) => term.said),
      ...terms.map((term) => term.said),
    ].flatMap(({ sources }) => sources),
    rest: {
      pinyin,
      standing,
      definition: string(exact.definition) ?? definition,
      field: string(exact.field) ?? about.values.get("subjectfield"),
      rule: string(own.rule),
      parts: texts(own.parts),
      compose: typeof own.compose === "boolean" ? own.compose : undefined,
    },
  };
}

function wrongness({ status }: Term): number {
  return statusOf(status) === "deprecated" ? 1 : 0;
}

function readTerm({ text: written, status: given, said: { own, values } }: Term, forbidden: boolean): ReadTerm {
  const status = statusOf(given) ?? (forbidden ? "deprecated" : undefined);
  if (status !== "deprecated") return { text: written, status };
  // the notation tells verbs by their "to"
  const isVerb = values.get("partofspeech") === "verb" && !/^(?:to|=) /.test(written);
  const { when, examples } = own as Partial<PhraseEntry>;
  return {
    text: isVerb ? `to ${written}` : written,
    status,
    ...(when === undefined && examples === undefined
      ? {}
      : { phrase: { ...(when === undefined ? {} : { when }), ...(examples === undefined ? {} : { examples }) } }),
  };
}

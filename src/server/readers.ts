/** How a document is read, by the language its editor says it is in. */
import { formatOf, textReader } from "../cli/formats.js";
import { readPlain } from "../formats/plain.js";
import type { Projection } from "../text/projection.js";

/** How comments are written in the document; `undefined` where there is no way to silence a finding in the text. */
export type Notation = "plain" | "markdown" | "html" | "latex" | "git-commit";

export interface Reader {
  readonly notation: Notation | undefined;
  readonly read: (source: string) => Projection;
}

/** Names that editors have for their languages: VS Code's ids, Vim's file types, Emacs' modes without `-mode`. */
const notations: Readonly<Record<string, Notation>> = {
  plaintext: "plain",
  text: "plain",
  markdown: "markdown",
  gfm: "markdown",
  mdx: "markdown",
  pandoc: "markdown",
  quarto: "markdown",
  rmd: "markdown",
  html: "html",
  xhtml: "html",
  latex: "latex",
  tex: "latex",
  plaintex: "latex",
  "git-commit": "git-commit",
  gitcommit: "git-commit",
};

const byFormat = {
  text: "plain",
  markdown: "markdown",
  html: "html",
  json: undefined,
  yaml: undefined,
  docx: undefined,
} as const;

/**
 * @param language the editor's name for the document's language
 * @param path the file's, or `undefined` for one that was never saved
 */
export async function readerOf(language: string, path: string | undefined): Promise<Reader> {
  const known = Object.hasOwn(notations, language.toLowerCase()) ? notations[language.toLowerCase()] : undefined;
  const format = formatOf(path ?? "");
  const notation = known ?? byFormat[format];
  if (notation === "latex") return { notation, read: (source) => masked(source, latexApparatus) };
  if (notation === "git-commit") return { notation, read: (source) => masked(source, gitComments) };
  const name = notation === undefined ? format : notation === "plain" ? "text" : notation;
  const read = await textReader(name === "docx" ? "text" : name);
  return { notation, read: (source) => read(source).projection };
}

/** Comments, environments and commands of LaTeX, with what in their brackets is no prose; mathematics. */
const latexApparatus =
  /(?<!\\)%[^\n]*|\\(?:begin|end|label|ref|cref|eqref|cite[a-z]*|input|include|usepackage|documentclass|bibliography|includegraphics|url)\*?(?:\[[^\]\n]*\])?\{[^}\n]*\}|\$[^$\n]{1,400}\$|\\[a-zA-Z]+\*?|[{}~]/g;

/** Lines that git takes out, and all below its scissors. */
const gitComments = /^# -+ >8 -+$[\s\S]*|^#[^\n]*/gm;

/**
 * Reads a text as plain, its apparatus put out of sight: line by line a comment, or one sign after another for what
 * stands in a sentence. Every offset stays what it is.
 */
function masked(
  source: string,
  apparatus: RegExp,
): Projection & { readonly comments: readonly { value: string; start: number; end: number }[] } {
  const comments: { value: string; start: number; end: number }[] = [];
  const text = source.replace(apparatus, (found: string, offset: number) => {
    const isComment = /^[#%]/.test(found);
    if (isComment) comments.push({ value: found.replace(/^[#%]+/, ""), start: offset, end: offset + found.length });
    return found.replace(/[^\r\n]/g, isComment || /^[{}~]$/.test(found) ? " " : "\uFFFC");
  });
  const { blocks } = readPlain(text);
  const map = { text: Int32Array.of(0), sourceStart: Int32Array.of(0), sourceEnd: Int32Array.of(source.length) };
  return { source, text, blocks, map, comments };
}

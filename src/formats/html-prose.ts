/** What is prose in a stream of HTML tokens. Shared by the HTML reader and, for HTML inside Markdown, by that one. */

import type { BlockKind } from "../text/projection.js";
import { addressLength, addressPattern } from "./addresses.js";
import type { BlockWriter } from "./block-writer.js";
import { type HiddenRange, objectReplacement } from "./document.js";
import type { HtmlAttribute, HtmlOpenTag, HtmlToken } from "./html-tokens.js";
import { decodeHtmlReference } from "./references.js";

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Elements that begin and end a block of text. Those of forms are here because each is a string of its own. */
const blockElements = words(`
  address article aside audio blockquote body button canvas caption center col colgroup datalist dd details dialog dir
  div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe label
  legend li listing main menu meta nav noframes noscript ol optgroup option p plaintext pre search section select
  summary table tbody td template tfoot th thead title tr ul video xmp`);

const voidElements = words("area base br col embed frame hr img input link meta param source track wbr");

/** Elements whose contents are not prose. */
const skippedElements = words(`
  canvas code iframe kbd listing math noembed noframes plaintext pre rp rt samp script style svg template textarea tt
  xmp`);

/** Those that hold a place in the sentence they stand in. */
const placeholders = words("code embed img input kbd math samp svg textarea tt");

/** Attributes people read. */
const captionAttributes = words("alt aria-label placeholder title");

const kinds: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  title: "heading",
  li: "item",
  dt: "item",
  dd: "item",
  td: "cell",
  th: "cell",
  caption: "caption",
  figcaption: "caption",
  legend: "caption",
  option: "value",
  button: "value",
  // What is inside these is no longer what is around them.
  ul: "paragraph",
  ol: "paragraph",
  dl: "paragraph",
  table: "paragraph",
  blockquote: "paragraph",
  section: "paragraph",
  article: "paragraph",
};

/** What an opening tag ends without an end tag: its name, the names it ends, and the names that stop the search. */
const impliedEnds = new Map<string, { ends: ReadonlySet<string>; scope: ReadonlySet<string> }>();
{
  const imply = (names: string, ends: string, scope: string) => {
    for (const name of words(names)) impliedEnds.set(name, { ends: words(ends), scope: words(scope) });
  };
  imply(
    `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul`,
    "p",
    "button td th caption table object template",
  );
  imply("li", "li", "ul ol menu table");
  imply("dt dd", "dt dd", "dl table");
  imply("td th", "td th", "table");
  imply("tr", "tr td th", "table");
  imply("tbody thead tfoot", "tbody thead tfoot tr td th caption colgroup", "table");
  imply("option", "option", "select datalist");
  imply("optgroup", "optgroup option", "select");
  imply("body", "head", "html");
}

/** How far down the open elements an implied end is looked for; deeper nesting is not written by people. */
const implicationDepth = 64;

/**
 * Finds where every element ends.
 *
 * @param tokens tokens in order
 * @returns for each token that opens an element, the offset where that element ends; -1 for one that never does. For
 * all other tokens, their own end.
 */
export function elementEnds(tokens: readonly HtmlToken[]): Int32Array {
  const ends = new Int32Array(tokens.length);
  const open: { name: string; index: number }[] = [];
  const counts = new Map<string, number>();

  function closeTop(end: number): void {
    const top = open.pop();
    if (!top) return;
    counts.set(top.name, (counts.get(top.name) ?? 1) - 1);
    ends[top.index] = end;
  }

  function closeImplied(name: string, at: number): void {
    const rule = impliedEnds.get(name);
    if (!rule) return;
    let present = false;
    for (const ended of rule.ends) if ((counts.get(ended) ?? 0) > 0) present = true;
    if (!present) return;
    let lowest = open.length;
    const stop = Math.max(0, open.length - implicationDepth);
    for (let index = open.length - 1; index >= stop; index--) {
      const { name: above } = open[index] as { name: string };
      if (rule.scope.has(above)) break;
      if (rule.ends.has(above)) lowest = index;
    }
    while (open.length > lowest) closeTop(at);
  }

  for (const [index, token] of tokens.entries()) {
    ends[index] = token.end;
    if (token.type === "open") {
      closeImplied(token.name, token.start);
      if (voidElements.has(token.name) || token.selfClosing) continue;
      ends[index] = -1;
      open.push({ name: token.name, index });
      counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
    } else if (token.type === "close" && (counts.get(token.name) ?? 0) > 0) {
      while (open.at(-1)?.name !== token.name) closeTop(token.start);
      closeTop(token.end);
    }
  }
  return ends;
}

/**
 * Finds the elements not to be read: code and the like, and what is marked as not English or not for translation.
 *
 * The language of `html` and `body` is not asked: pages in English whose template says `lang="zh"` are common.
 *
 * @param source where the tokens were read from
 * @param tokens tokens in order
 * @param ends what `elementEnds` says of them; elements without an end are read
 */
export function hiddenElements(source: string, tokens: readonly HtmlToken[], ends: Int32Array): HiddenRange[] {
  const ranges: HiddenRange[] = [];
  const open: { end: number; mode: "read" | "hidden" | "foreign"; from: number; stand: string }[] = [];
  for (const [index, token] of tokens.entries()) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= token.start) close();
    if (token.type !== "open") continue;
    const end = ends[index] as number;
    const outer = open.at(-1);
    if (outer?.mode === "hidden") continue;
    const code = skippedElements.has(token.name);
    const mode = code || isUntranslated(source, token) ? "hidden" : modeOf(language(source, token));
    if (end < 0 || mode === undefined || mode === (outer?.mode ?? "read")) continue;
    if (outer?.mode === "foreign" && mode === "hidden") continue;
    if (outer?.mode === "foreign") ranges.push({ start: outer.from, end: token.start, stand: outer.stand });
    const block = blockElements.has(token.name) || (code && !placeholders.has(token.name));
    // The tag of an element that is skipped for its contents still has attributes to read.
    open.push({ end, mode, from: code ? token.end : token.start, stand: block ? "" : objectReplacement });
  }
  while (open.length > 0) close();
  return ranges.filter((range) => range.end > range.start);

  function close(): void {
    const element = open.pop();
    if (!element) return;
    if (element.mode !== "read") ranges.push({ start: element.from, end: element.end, stand: element.stand });
    const outer = open.at(-1);
    if (outer?.mode === "foreign") {
      outer.from = element.end;
      outer.stand = "";
    }
  }
}

function modeOf(language: string | undefined): "read" | "foreign" | undefined {
  if (!language) return undefined;
  return /^en(?:-|_|$)/i.test(language) ? "read" : "foreign";
}

function language(source: string, tag: HtmlOpenTag): string | undefined {
  if (tag.name === "html" || tag.name === "body") return undefined;
  return (attributeValue(source, tag, "lang") ?? attributeValue(source, tag, "xml:lang"))?.trim();
}

function isUntranslated(source: string, tag: HtmlOpenTag): boolean {
  return (
    attributeValue(source, tag, "translate")?.toLowerCase() === "no" ||
    /(?:^|\s)notranslate(?:\s|$)/.test(attributeValue(source, tag, "class") ?? "")
  );
}

function attributeValue(source: string, tag: HtmlOpenTag, name: string): string | undefined {
  const found = tag.attributes.find((attribute) => attribute.name === name);
  return found && source.slice(found.start, found.end);
}

/**
 * Writes the prose of block-level HTML: each block element's text a block, inline elements run together.
 *
 * @param html where to read characters; as long as the source, but may have blanks for a container's prefixes
 * @param ends what `elementEnds` says of the tokens
 * @param base the kind of text that stands in no element that says
 */
export function writeHtmlBlocks(
  writer: BlockWriter,
  html: string,
  tokens: readonly HtmlToken[],
  ends: Int32Array,
  base: BlockKind,
): void {
  const around: { end: number; kind: BlockKind }[] = [];
  let open = false;

  function endBlock(): void {
    if (open) writer.end();
    open = false;
  }

  for (const [index, token] of tokens.entries()) {
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= token.start) around.pop();
    if (token.type === "open" || token.type === "close") {
      const kind = token.type === "open" ? kinds[token.name] : undefined;
      const end = ends[index] as number;
      const hidden = writer.hiddenAt(token.start);
      if (hidden) {
        if (hidden.stand === "" && blockElements.has(token.name)) endBlock();
        else writer.replace("", token.start, token.end);
        continue;
      }
      if (kind) around.push({ end: end < 0 ? html.length : end, kind });
      if (blockElements.has(token.name)) {
        endBlock();
        if (token.type === "open") writeCaptions(writer, html, token);
        continue;
      }
    }
    if (token.type === "comment") continue;
    if (!open) {
      if (token.type === "close" || (token.type === "text" && isBlank(html, token.start, token.end))) continue;
      writer.begin(around.at(-1)?.kind ?? base);
      open = true;
    }
    writeInlineHtml(writer, html, token);
  }
  endBlock();
}

function isBlank(html: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) {
    if (!" \n\t\r\f".includes(html[offset] as string)) return false;
  }
  return true;
}

/** Writes one token that stands inside a block, which must be open. */
export function writeInlineHtml(writer: BlockWriter, html: string, token: HtmlToken): void {
  if (token.type === "text") writeText(writer, html, token.start, token.end, false);
  if (token.type === "comment") return;
  if (token.type === "text") return;
  writer.replace("", token.start, token.end); // the first tag of what is hidden has its stand-in written
  if (writer.hiddenAt(token.start)) return;
  if (token.name === "br" || blockElements.has(token.name)) writer.wrap(token.start);
  if (token.type !== "open") return;
  const isVoid = voidElements.has(token.name) && placeholders.has(token.name);
  if (isVoid) writer.replace(objectReplacement, token.start, token.end);
  writeCaptions(writer, html, token);
}

/** Writes the attributes that people read, each a block of its own. */
function writeCaptions(writer: BlockWriter, html: string, tag: HtmlOpenTag): void {
  if (tag.attributes.length === 0 || writer.hiddenAt(tag.start)) return;
  const isDescription = tag.name === "meta" && /^description$/i.test(attributeValue(html, tag, "name") ?? "");
  const written: HtmlAttribute[] = tag.attributes.filter(
    ({ name }) => captionAttributes.has(name) || (isDescription && name === "content"),
  );
  for (const { start, end } of written) {
    if (html[start] === "{") continue; // an expression of a template or of JSX
    writer.begin("caption");
    writeText(writer, html, start, end, true);
    writer.end();
  }
}

/** White space, a possible reference, an address: what in text is not copied as it is. */
const special = new RegExp(String.raw`[\t\n\f\r ]+|&(?=[#A-Za-z])|${addressPattern}`, "gi");

function writeText(writer: BlockWriter, html: string, start: number, end: number, inAttribute: boolean): void {
  const slice = html.slice(start, end);
  let done = 0;
  special.lastIndex = 0;
  for (let match = special.exec(slice); match; match = special.exec(slice)) {
    const at = match.index;
    const [found] = match;
    let length = found.length;
    const reference = found === "&" ? decodeHtmlReference(slice, at, inAttribute) : undefined;
    if (found === "&" && !reference) continue;
    if (at > done) writer.copy(start + done, start + at);
    if (reference) {
      length = reference.end - at;
      writer.replace(reference.text, start + at, start + reference.end);
    } else if (" \t\n\f\r".includes(found[0] as string)) writer.space(start + at, start + at + length);
    else {
      length = addressLength(found);
      writer.replace(objectReplacement, start + at, start + at + length);
    }
    done = at + length;
    special.lastIndex = done;
  }
  if (slice.length > done) writer.copy(start + done, start + slice.length);
}

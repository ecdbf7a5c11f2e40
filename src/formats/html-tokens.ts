/** Cuts HTML into tags, text and comments as the HTML Standard's tokenizer does, with exact ranges. Never throws. */

/** An attribute, and the range of its value as written, without quotation marks. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface HtmlOpenTag extends Range {
  readonly type: "open";
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly selfClosing: boolean;
}

export interface HtmlCloseTag extends Range {
  readonly type: "close";
  readonly name: string;
}

export interface HtmlText extends Range {
  readonly type: "text";
}

export interface HtmlComment extends Range {
  readonly type: "comment";
  readonly value: string;
}

export type HtmlToken = HtmlOpenTag | HtmlCloseTag | HtmlText | HtmlComment;

/** Elements whose contents are not markup; of all these only a title has prose. */
const rawTextElements = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

const tagStart = /<(\/?)([A-Za-z][^\t\n\f\r />]*)/y;
const attribute =
  /[\t\n\f\r /]*(=?[^\t\n\f\r />=]+|=)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)("|$)|'([^']*)('|$)|([^\t\n\f\r >]*)))?/y;
const tagEnd = /[\t\n\f\r /]*>/y;

/**
 * @param html a document or a fragment
 * @param base what to add to every offset, when the fragment is part of something longer
 * @returns its tokens in order; doctypes, processing instructions and tags cut short by the end are left out, as is
 * what stands in script and style elements and their like
 */
export function htmlTokens(html: string, base = 0): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let textStart = 0;
  let offset = 0;

  function endText(end: number): void {
    if (end > textStart) tokens.push({ type: "text", start: base + textStart, end: base + end });
  }

  while (offset < html.length) {
    const less = html.indexOf("<", offset);
    if (less < 0) break;
    const next = html[less + 1] ?? "";
    if (html.startsWith("<!--", less)) {
      endText(less);
      const comment = readComment(html, less);
      tokens.push({
        type: "comment",
        value: html.slice(Math.min(less + 4, comment.valueEnd), comment.valueEnd),
        start: base + less,
        end: base + comment.end,
      });
      offset = textStart = comment.end;
      continue;
    }
    tagStart.lastIndex = less;
    const match = tagStart.exec(html);
    if (!match) {
      // `<!doctype`, `<?php`, `</3` are bogus comments, and so is `</>`; any other `<` is text.
      if (next === "!" || next === "?" || (next === "/" && less + 2 < html.length)) {
        endText(less);
        const end = html.indexOf(">", less);
        offset = textStart = end < 0 ? html.length : end + 1;
      } else offset = less + 1;
      continue;
    }
    endText(less);
    const tag = readTag(html, less, match[0].length, base);
    if (!tag) return tokens;
    const name = (match[2] as string).toLowerCase();
    const { attributes, selfClosing } = tag;
    const range = { start: base + less, end: base + tag.end };
    offset = textStart = tag.end;
    if (match[1] === "/") tokens.push({ type: "close", name, ...range });
    else {
      tokens.push({ type: "open", name, attributes, selfClosing, ...range });
      if (rawTextElements.has(name)) {
        offset = rawTextEnd(html, name, tag.end);
        if (name !== "title") textStart = offset;
      } else if (name === "plaintext") return tokens;
    }
  }
  endText(html.length);
  return tokens;
}

function readComment(html: string, start: number): { valueEnd: number; end: number } {
  if (html.startsWith(">", start + 4)) return { valueEnd: start + 4, end: start + 5 };
  if (html.startsWith("->", start + 4)) return { valueEnd: start + 4, end: start + 6 };
  const close = /--!?>/g;
  close.lastIndex = start + 4;
  const match = close.exec(html);
  return match ? { valueEnd: match.index, end: close.lastIndex } : { valueEnd: html.length, end: html.length };
}

function readTag(html: string, start: number, nameLength: number, base: number) {
  const attributes: HtmlAttribute[] = [];
  let offset = start + nameLength;
  for (;;) {
    tagEnd.lastIndex = offset;
    const close = tagEnd.exec(html);
    if (close) return { attributes, selfClosing: close[0].endsWith("/>"), end: tagEnd.lastIndex };
    attribute.lastIndex = offset;
    const match = attribute.exec(html);
    if (!match) return undefined;
    offset = attribute.lastIndex;
    const quote = match[3] ?? match[5];
    if (quote === "") return undefined;
    const value = match[2] ?? match[4] ?? match[6];
    if (value === undefined) continue;
    const end = base + offset - (quote === undefined ? 0 : 1);
    attributes.push({ name: (match[1] as string).toLowerCase(), start: end - value.length, end });
  }
}

/** Where the end tag of a raw text element stands. */
function rawTextEnd(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** Character references of HTML and of CommonMark. */

import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** Names that HTML, unlike CommonMark, also reads without a semicolon. Source: HTML Standard, 13.5. */
const legacyNames =
  "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml".split(
    " ",
  );

/** Numbers from 128 to 159 mean windows-1252 in HTML; its gaps stand for themselves. */
const windows1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** Invisible inside a word, where they would cut it in two: the soft hyphen and the zero-width space. */
const invisible = new Set(["\u00AD", "\u200B"]);

// Longer names first, so that `&notin` without its semicolon is not read as `&not`... unless that is all there is.
const legacyPattern = [...legacyNames].sort((a, b) => b.length - a.length).join("|");
const htmlReference = new RegExp(
  `&(?:#[xX]([0-9a-fA-F]+);?|#([0-9]+);?|([A-Za-z][A-Za-z0-9]{1,31});|(${legacyPattern}))`,
  "y",
);

/** What a reference says, and where it ends. */
export interface DecodedReference {
  readonly text: string;
  readonly end: number;
}

/**
 * Reads the reference that begins with the ampersand at `offset`, as HTML does.
 *
 * @param inAttribute whether it stands in an attribute's value, where `&copy=1` is no reference
 * @returns `undefined` when that ampersand is only itself; an empty text for what is invisible inside a word
 */
export function decodeHtmlReference(html: string, offset: number, inAttribute: boolean): DecodedReference | undefined {
  htmlReference.lastIndex = offset;
  const match = htmlReference.exec(html);
  if (!match) return undefined;
  const [whole, hexadecimal, decimal, named] = match;
  const end = offset + whole.length;
  if (hexadecimal !== undefined) return { text: visible(fromNumber(hexadecimal, 16, true)), end };
  if (decimal !== undefined) return { text: visible(fromNumber(decimal, 10, true)), end };
  if (named !== undefined) {
    const text = decodeNamedCharacterReference(named);
    if (text !== false) return { text: visible(text), end };
  }
  const name = match[4] ?? legacyNames.find((legacy) => named?.startsWith(legacy)) ?? "";
  const text = name === "" ? false : decodeNamedCharacterReference(name);
  const nameEnd = offset + 1 + name.length;
  if (text === false || (inAttribute && /[=A-Za-z0-9]/.test(html[nameEnd] ?? ""))) return undefined;
  return { text: visible(text), end: nameEnd };
}

/**
 * @param reference a whole reference as CommonMark has it, from `&` to `;`
 * @returns its text; the reference itself when it has no meaning; nothing for what is invisible inside a word
 */
export function decodeMarkdownReference(reference: string): string {
  const body = reference.slice(1, -1);
  if (body[0] !== "#") return visible(decodeNamedCharacterReference(body) || reference);
  const hexadecimal = body[1] === "x" || body[1] === "X";
  return visible(fromNumber(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10, false));
}

function visible(text: string): string {
  return invisible.has(text) ? "" : text;
}

function fromNumber(digits: string, base: number, html: boolean): string {
  const code = Number.parseInt(digits, base);
  if (html && code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] as string;
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : "\uFFFD";
}

/** Sources as one line of text, and back: `title (publisher, year), url`. */
import { citation } from "../speak.js";
import type { Source } from "../types.js";

/** A source as people cite it; as JSON where the citation would not be read back as the same. */
export function sourceText(source: string | Source): string {
  if (typeof source === "string") return JSON.stringify(source);
  const { title, publisher, year, url } = source;
  const text = citation(source);
  return text === text.trim() && same(sourceOf(text), source) ? text : JSON.stringify({ title, publisher, year, url });
}

function same(a: string | Source, b: Source): boolean {
  return (
    typeof a === "object" && a.title === b.title && a.publisher === b.publisher && a.year === b.year && a.url === b.url
  );
}

const address = /^https?:\/\/\S+$/;

/** @param text what `sourceText` made, or what other tools write: a title, an address, anything */
export function sourceOf(text: string): string | Source {
  const json = fromJson(text);
  if (json !== undefined) return json;
  if (address.test(text)) return { title: text, publisher: hostOf(text), url: text };
  const comma = text.lastIndexOf(", ");
  const tail = text.slice(comma + 2);
  const url = comma > 0 && address.test(tail) ? tail : undefined;
  const named = url === undefined ? text : text.slice(0, comma);
  const open = openingOf(named);
  if (open < 1) return { title: named, publisher: "", ...(url === undefined ? {} : { url }) };
  const inside = named.slice(open + 2, -1);
  const [, publisher = inside, year] = /^(.*), (\d{4})$/s.exec(inside) ?? [];
  return {
    title: named.slice(0, open),
    publisher,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(url === undefined ? {} : { url }),
  };
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/[/:?#].*$/s, "");
}

/** Where the ` (` stands that goes with the `)` at the end; -1 when there is none. */
function openingOf(text: string): number {
  if (!text.endsWith(")")) return -1;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    const mark = text.charAt(at);
    if (mark === ")") depth++;
    if (mark === "(" && --depth === 0) return text.charAt(at - 1) === " " ? at - 1 : -1;
  }
  return -1;
}

function fromJson(text: string): string | Source | undefined {
  if (!/^["{]/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === "string") return value;
    const { title, publisher, year, url } = value as Source;
    if (typeof title !== "string" || typeof publisher !== "string") return undefined;
    return {
      title,
      publisher,
      ...(typeof year === "number" ? { year } : {}),
      ...(typeof url === "string" ? { url } : {}),
    };
  } catch {
    return undefined;
  }
}

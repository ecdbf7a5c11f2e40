/**
 * What our TBX holds besides TBX-Basic, which has no category for conditions, examples, standing, pinyin and rules:
 * notes that begin with a word of ours. Other tools show them; `fromTbx` reads them back.
 *
 * - `<note>pinyin: niú bízi</note>` on the Chinese term
 * - `<note>xindaya: {"when": …, "examples": …}</note>` on a deprecated term
 * - `<note>xindaya: {"standing": …, "rule": …, "parts": …, "compose": …}</note>` on the concept
 * - in both, `"exact": …` gives a text as it is where XML would not (runs of spaces, line breaks, control characters)
 */

export const pinyinMark = "pinyin: ";
export const ownMark = "xindaya: ";

/** Characters that XML cannot hold, lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as it comes back from XML that tools may have indented: white space in runs of one, none at the ends. */
export function settled(text: string): string {
  return text
    .replace(illegal, "")
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** JSON that survives XML: what XML cannot hold, and white space that could be settled, is written as `\u…`. */
export function ownText(data: object): string {
  const hexed = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const json = JSON.stringify(data)
    .replace(illegal, hexed)
    .replace(/ (?= )/g, "\\u0020");
  return ownMark + json.replace(/\u007f|\u0085|\u2028/g, hexed);
}

/** @returns the map that a note of ours holds; `undefined` for any other note */
export function ownData(note: string): Readonly<Record<string, unknown>> | undefined {
  if (!note.startsWith(`${ownMark}{`)) return undefined;
  try {
    const data = JSON.parse(note.slice(ownMark.length)) as unknown;
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

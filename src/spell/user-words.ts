/** Word lists that users keep: plain text, cspell's text and JSON, Hunspell's .dic. */

/**
 * Reads a list of words: a word a line, `#` and `//` begin comments. cspell's marks are understood (`!word` is left out, `*`
 * and `+` at the ends are dropped), so are its JSON (`{"words": […]}`) and the counts and flags of a Hunspell `.dic`.
 *
 * @param text the file's text
 * @returns the words, each once, in order
 */
export function readWordList(text: string): string[] {
  const body = text.replace(/^\uFEFF/, "");
  if (/^\s*\{/.test(body)) return fromJson(body);
  const words = new Set<string>();
  for (const [at, line] of body.split(/\r\n?|\n/).entries()) {
    const comment = line.search(/(?:^|\s)(?:#|\/\/)/);
    const content = (comment < 0 ? line : line.slice(0, comment)).trim();
    if (content === "" || content.startsWith("!") || (at === 0 && /^\d+$/.test(content))) continue;
    for (const item of content.split(/\s+/)) {
      const word = (item.split("/")[0] as string).replace(/^[*+~]{1,3}/, "").replace(/[*+]{1,3}$/, "");
      if (word !== "") words.add(word);
    }
  }
  return [...words];
}

function fromJson(text: string): string[] {
  const { words, ignoreWords, userWords } = JSON.parse(text) as Record<string, unknown>;
  const all = [words, userWords, ignoreWords].flat().filter((word): word is string => typeof word === "string");
  return [...new Set(all)];
}

/**
 * Adds words to a plain list.
 *
 * @param text the list as it is, comments and all
 * @param words what to add; those that are there already are left alone
 * @returns the new text, which ends in a line feed
 */
export function addWords(text: string, words: readonly string[]): string {
  const known = new Set(readWordList(text));
  const fresh = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== "" && !known.has(word));
  if (fresh.length === 0) return text;
  const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${before}${fresh.sort((a, b) => a.localeCompare(b, "en")).join("\n")}\n`;
}

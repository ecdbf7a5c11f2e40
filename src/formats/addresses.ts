/** Addresses in running text, as in "see https://example.org/a for more". */

/** Source of a regular expression, to be used without regard to case. Every mark a sentence may go on with is included. */
export const addressPattern = String.raw`\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"\x60\u0080-\uFFFF]+`;

/** How much of what looks like an address is one: a sentence's own punctuation after it is not. */
export function addressLength(address: string): number {
  let end = address.length;
  while (end > 0 && /[!'),.:;?\]*_~}]/.test(address[end - 1] as string)) {
    if (address[end - 1] === ")" && address.slice(0, end).includes("(")) break;
    end--;
  }
  return end;
}

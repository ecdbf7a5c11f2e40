/** Whether pinyin is well formed: legal syllables, one to each Han character. */
import { syllables } from "../src/text/pinyin.js";

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** @returns what is wrong with the pinyin of `zh`, or `undefined` */
export function pinyinFault(zh: string, pinyin: string): string | undefined {
  if (pinyin === "") return `${zh} has no pinyin`;
  const plain = pinyin.normalize("NFD").replace(toneMarks, "").normalize("NFC").toLowerCase();
  const count = [...zh.replace(/[^\p{Script=Han}〇]/gu, "")].length;
  const least = { count: 0 };
  for (const run of plain.split(/[^a-zü]+/).filter(Boolean)) {
    const found = syllables(run);
    if (!found) {
      // Latin letters of the term itself (AI, 5G) are no pinyin
      if (zh.toLowerCase().includes(run)) continue;
      return `pinyin "${pinyin}" has "${run}", which is no pinyin`;
    }
    least.count += found.length;
  }
  // erhua and the like merge syllables; ambiguous runs (xian) may be one or two
  if (least.count > count) return `pinyin "${pinyin}" has ${least.count} syllables, ${zh} has ${count} characters`;
  return undefined;
}

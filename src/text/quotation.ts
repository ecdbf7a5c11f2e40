/** Whether a place stands inside a quotation that opened in the same block. */
import type { Document } from "./document.js";
import type { Block } from "./projection.js";

/** The block that holds an offset of the text, found by halving. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle] as Block).start <= offset) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block && block.start <= offset && offset < block.end ? block : undefined;
}

/** How far back an opening quotation mark is looked for. */
const reach = 3000;

/** True when more quotation marks have opened than closed before `offset`. Straight ones open and close by turns. */
export function isInQuotation(document: Document, offset: number): boolean {
  const block = blockAt(document.projection.blocks, offset);
  const before = document.text.slice(Math.max(block?.start ?? 0, offset - reach), offset);
  const opens = before.split("\u201c").length;
  const closes = before.split("\u201d").length;
  return opens > closes || before.split('"').length % 2 === 0;
}

import assert from "node:assert/strict";
import { expect } from "vitest";
import { type Projection, toSource } from "../../src/text/projection.js";

/** The blocks of a projection, as `kind: text`. */
export function blocksOf(projection: Projection): string[] {
  return projection.blocks.map(({ kind, start, end }) => `${kind}: ${projection.text.slice(start, end)}`);
}

/** What the source has for the first occurrence of `text` in the projection. */
export function sourceOf(projection: Projection, text: string): string {
  const start = projection.text.indexOf(text);
  expect(start, `"${text}" is in the text`).toBeGreaterThanOrEqual(0);
  const range = toSource(projection, start, start + text.length);
  return projection.source.slice(range.start, range.end);
}

const word = /[\p{L}\p{N}]+/gu;

/** Checks what every reader promises of every source. Uses plain assertions: it runs on thousands of sources. */
export function checkContract(projection: Projection): void {
  const { source, text, blocks } = projection;
  let last = 0;
  for (const [index, block] of blocks.entries()) {
    assert(block.start >= last && block.end > block.start && block.end <= text.length, "blocks are in order");
    if (projection.map && index > 0) assert.equal(text.slice(last, block.start), "\n\n");
    last = block.end;
    const prose = text.slice(block.start, block.end);
    assert.equal(prose, prose.trim());
    for (const match of prose.matchAll(word)) {
      const start = block.start + match.index;
      const range = toSource(projection, start, start + match[0].length);
      assert(range.start >= 0 && range.end <= source.length, "ranges are inside the source");
      if (range.verbatim) assert.equal(source.slice(range.start, range.end), match[0]);
    }
  }
  checkMonotone(projection);
}

function checkMonotone({ map, source, blocks }: Projection): void {
  if (!map) return;
  const ends = blocks.values();
  let block = ends.next().value;
  let reached = 0;
  for (const [run, at] of map.text.entries()) {
    while (block && at >= block.end) {
      block = ends.next().value;
      reached = 0;
    }
    if (!block || at < block.start) continue;
    const start = map.sourceStart[run] as number;
    const end = map.sourceEnd[run] as number;
    assert(start >= reached && end >= start && end <= source.length, "the map is monotone within a block");
    reached = end;
  }
}

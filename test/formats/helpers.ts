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

/** Checks what every reader promises of every source. */
export function checkContract(projection: Projection): void {
  const { source, text, blocks } = projection;
  let last = 0;
  for (const [index, block] of blocks.entries()) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    expect(block.end).toBeGreaterThan(block.start);
    expect(block.end).toBeLessThanOrEqual(text.length);
    if (projection.map && index > 0) expect(text.slice(last, block.start)).toBe("\n\n");
    last = block.end;
    const prose = text.slice(block.start, block.end);
    expect(prose).toBe(prose.trim());
    checkMonotone(projection, block.start, block.end);
    for (const match of prose.matchAll(word)) {
      const start = block.start + match.index;
      const range = toSource(projection, start, start + match[0].length);
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeLessThanOrEqual(source.length);
      if (range.verbatim) expect(source.slice(range.start, range.end)).toBe(match[0]);
    }
  }
}

function checkMonotone({ map, source }: Projection, start: number, end: number): void {
  if (!map) return;
  let reached = 0;
  for (let run = 0; run < map.text.length; run++) {
    const at = map.text[run] as number;
    if (at < start || at >= end) continue;
    expect(map.sourceStart[run]).toBeGreaterThanOrEqual(reached);
    expect(map.sourceEnd[run]).toBeGreaterThanOrEqual(map.sourceStart[run] as number);
    reached = map.sourceEnd[run] as number;
    expect(reached).toBeLessThanOrEqual(source.length);
  }
}

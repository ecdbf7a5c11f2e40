/** Back to bytes, in the encoding a text was read in. */
import type { Decoded, Encoding } from "./read.js";

const marks: Readonly<Record<Encoding, readonly number[]>> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
  gb18030: [],
};

/** @returns the bytes, byte order mark included where the text had one */
export function encode({ text, encoding, bom }: Decoded): Buffer {
  const body = encoders[encoding](text);
  return bom ? Buffer.concat([Buffer.from(marks[encoding]), body]) : body;
}

const encoders: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text, "utf8"),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
  gb18030,
};

let table: ReadonlyMap<number, number> | undefined;

/** Node has a decoder for GB18030 and no encoder, so every sequence is decoded once and the table turned round. */
function codes(): ReadonlyMap<number, number> {
  if (table) return table;
  const made = new Map<number, number>();
  const two: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) two.push((lead << 8) | trail);
  }
  fill(made, two, 2);
  const four: number[] = [];
  for (let linear = 0; linear < 39420; linear++) four.push(fourBytes(linear));
  fill(made, four, 4);
  table = made;
  return made;
}

function fill(made: Map<number, number>, list: readonly number[], length: 2 | 4): void {
  const decoder = new TextDecoder("gb18030");
  const bytes = Buffer.alloc(length);
  for (const code of list) {
    bytes.writeUIntBE(code, 0, length);
    const text = decoder.decode(bytes);
    const point = text.codePointAt(0) as number;
    if (text.length === 1 && point !== 0xfffd && !made.has(point)) made.set(point, code);
  }
}

function fourBytes(linear: number): number {
  const d = linear % 10;
  const c = Math.floor(linear / 10) % 126;
  const b = Math.floor(linear / 1260) % 10;
  const a = Math.floor(linear / 12600);
  return (a + 0x81) * 0x1000000 + ((b + 0x30) << 16) + ((c + 0x81) << 8) + d + 0x30;
}

function gb18030(text: string): Buffer {
  const map = codes();
  const out: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) out.push(point);
    else {
      const code = point > 0xffff ? fourBytes(point - 0x10000 + 189000) : map.get(point);
      if (code === undefined) throw new Error(`GB18030 cannot write ${character}`);
      if (code > 0xffff) out.push(Math.floor(code / 0x1000000), (code >> 16) & 255);
      out.push((code >> 8) & 255, code & 255);
    }
  }
  return Buffer.from(out);
}

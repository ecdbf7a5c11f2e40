/** A file of arrays and texts that loads without being parsed: a header in JSON, then the parts, each on a multiple of four. */

export interface Frames {
  readonly ints: Readonly<Record<string, Int32Array>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Name to where it begins after the header and how many bytes it has. */
type Places = Record<string, readonly [number, number]>;

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** @returns the file; arrays are little-endian, as every machine that runs Node is */
export function frame({ ints, texts }: Frames): Buffer {
  const bodies: Buffer[] = [];
  const places = { ints: {} as Places, texts: {} as Places };
  let at = 0;
  const add = (kind: "ints" | "texts", name: string, bytes: Buffer) => {
    places[kind][name] = [at, bytes.length];
    bodies.push(bytes, Buffer.alloc(padded(bytes.length) - bytes.length));
    at += padded(bytes.length);
  };
  for (const [name, list] of Object.entries(ints)) add("ints", name, Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  for (const [name, text] of Object.entries(texts)) add("texts", name, Buffer.from(text));
  const header = Buffer.from(JSON.stringify(places));
  const start = Buffer.alloc(4 + padded(header.length), 0x20);
  start.writeUInt32LE(padded(header.length), 0);
  header.copy(start, 4);
  return Buffer.concat([start, ...bodies]);
}

export function unframe(file: Buffer): Frames {
  const length = file.readUInt32LE(0);
  const places = JSON.parse(file.toString("latin1", 4, 4 + length)) as { ints: Places; texts: Places };
  const start = 4 + length;
  return {
    ints: mapped(places.ints, (at, bytes) => new Int32Array(file.buffer, file.byteOffset + start + at, bytes / 4)),
    texts: mapped(places.texts, (at, bytes) => file.toString("utf8", start + at, start + at + bytes)),
  };
}

function mapped<Value>(places: Places, read: (at: number, bytes: number) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(places).map(([name, [at, bytes]]) => [name, read(at, bytes)]));
}

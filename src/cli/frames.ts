/** A file of arrays and texts that loads without being parsed: a header in JSON, then the parts, each on a multiple of four. */

export interface Frames {
  readonly ints: Readonly<Record<string, Int32Array>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Lists of texts, each of which is decoded when it is asked for. */
  readonly lists: Readonly<Record<string, TextList>>;
}

export interface TextList {
  readonly length: number;
  at(index: number): string | undefined;
}

/** Name to where it begins after the header and how many bytes it has. */
type Places = Record<string, readonly [number, number]>;

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** @returns the file; arrays are little-endian, as every machine that runs Node is */
export function frame({
  ints,
  texts,
  lists,
}: Omit<Frames, "lists"> & { readonly lists: Readonly<Record<string, readonly string[]>> }): Buffer {
  const bodies: Buffer[] = [];
  const places = { ints: {} as Places, texts: {} as Places, lists: {} as Places };
  let at = 0;
  const add = (kind: keyof typeof places, name: string, bytes: Buffer) => {
    places[kind][name] = [at, bytes.length];
    bodies.push(bytes, Buffer.alloc(padded(bytes.length) - bytes.length));
    at += padded(bytes.length);
  };
  const addInts = (kind: "ints" | "lists", name: string, list: Int32Array) =>
    add(kind, name, Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  for (const [name, list] of Object.entries(ints)) addInts("ints", name, list);
  for (const [name, text] of Object.entries(texts)) add("texts", name, Buffer.from(text));
  for (const [name, list] of Object.entries(lists)) {
    // where each begins, and where the last ends, then all of them
    const starts = new Int32Array(list.length + 1);
    for (const [index, text] of list.entries()) starts[index + 1] = (starts[index] as number) + Buffer.byteLength(text);
    addInts("lists", name, starts);
    bodies.push(Buffer.from(list.join("")));
    at += starts.at(-1) as number;
    bodies.push(Buffer.alloc(padded(at) - at));
    at = padded(at);
  }
  const header = Buffer.from(JSON.stringify(places));
  const start = Buffer.alloc(4 + padded(header.length), 0x20);
  start.writeUInt32LE(padded(header.length), 0);
  header.copy(start, 4);
  return Buffer.concat([start, ...bodies]);
}

export function unframe(file: Buffer): Frames {
  const length = file.readUInt32LE(0);
  const places = JSON.parse(file.toString("latin1", 4, 4 + length)) as Record<keyof Frames, Places>;
  const start = 4 + length;
  const intsAt = (at: number, bytes: number) => new Int32Array(file.buffer, file.byteOffset + start + at, bytes / 4);
  return {
    ints: mapped(places.ints, intsAt),
    lists: mapped(places.lists, (at, bytes) => {
      const starts = intsAt(at, bytes);
      const first = start + at + bytes;
      return {
        length: starts.length - 1,
        at(index) {
          const from = starts[index];
          const to = starts[index + 1];
          return from === undefined || to === undefined ? undefined : file.toString("utf8", first + from, first + to);
        },
      };
    }),
    texts: mapped(places.texts, (at, bytes) => file.toString("utf8", start + at, start + at + bytes)),
  };
}

function mapped<Value>(places: Places, read: (at: number, bytes: number) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(places).map(([name, [at, bytes]]) => [name, read(at, bytes)]));
}

/** Reading an input, telling its encoding, and saying what is wrong with one that cannot be read. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { Misuse } from "./misuse.js";

const megabyte = 1024 * 1024;
const mostBytes = 64 * megabyte;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** A text and what it takes to write it as it was. */
export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const says: Readonly<Record<string, string>> = {
  ENOENT: "is gone",
  EACCES: "may not be read; check its permissions",
  EPERM: "may not be read; check its permissions",
  ELOOP: "is a link that leads back to itself",
  EISDIR: "is a folder, not a file",
  ENAMETOOLONG: "has too long a name",
  ENOTDIR: "goes through a file as if it were a folder",
};

/** What the system said, in a clause. */
export function systemSays(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return says[code ?? ""] ?? message;
}

/**
 * @param path a file
 * @param shown its name in messages
 * @throws Misuse with the name, what is wrong, and the remedy
 */
export function readBytes(path: string, shown: string): Uint8Array {
  try {
    // a named pipe would be waited for without end, so what is opened is looked at first
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) throw new Misuse(`${shown}: is a folder, not a file`);
      if (!stat.isFile()) throw new Misuse(`${shown}: is no ordinary file; pipe it into xindaya -`);
      if (stat.size > mostBytes) throw tooLarge(shown);
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${shown}: ${systemSays(error)}`);
  }
}

/** Standard input to its end. */
export async function readStdin(shown: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(shown);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(shown: string): Misuse {
  return new Misuse(
    `${shown}: is larger than ${mostBytes / megabyte} MB; split it, or give it to xindaya stream line by line`,
  );
}

/**
 * Tells UTF-8, UTF-16 (by its mark, or by where its zero bytes stand) and GB18030, in this order.
 *
 * @throws Misuse for what is none of them
 */
export function decode(bytes: Uint8Array, shown: string): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return utf16(bytes, "utf-16le", true, shown);
  if (a === 0xfe && b === 0xff) return utf16(bytes, "utf-16be", true, shown);
  const bom = a === 0xef && b === 0xbb && c === 0xbf;
  const nul = bytes.subarray(0, 8192).indexOf(0);
  if (nul >= 0) {
    const guess = bom ? undefined : utf16Order(bytes.subarray(0, 8192));
    if (guess) return utf16(bytes, guess, false, shown);
    throw new Misuse(`${shown}: is not text (byte ${nul} is zero); convert it to UTF-8 text first`);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", bom };
  } catch {
    const text = bom ? undefined : gb18030(bytes);
    if (text !== undefined) return { text, encoding: "gb18030", bom: false };
    const at = firstBadByte(bytes);
    let line = 1;
    for (let byte = 0; byte < at; byte++) if (bytes[byte] === 10) line++;
    throw new Misuse(
      `${shown}:${line}: is neither UTF-8 (byte ${at}) nor UTF-16 nor GB18030; convert it, for example with iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
}

function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", bom: boolean, shown: string): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, bom };
  } catch {
    throw new Misuse(`${shown}: begins like UTF-16 but is not; convert it to UTF-8`);
  }
}

/** English in UTF-16 has a zero in nearly every second byte. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const most = bytes.length * 0.3;
  if (odd > most && even < odd / 20) return "utf-16le";
  if (even > most && odd < even / 20) return "utf-16be";
  return undefined;
}

/** The text, if the bytes are valid and their double bytes are nearly all of the common plane, as Chinese is. */
function gb18030(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    pairs++;
    const trail = bytes[at + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  if (common < pairs * 0.8) return undefined;
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where UTF-8 ends to be UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // what is left may end in the beginning of a character that never came
  for (let back = 1; back <= 3 && back <= good; back++) {
    const byte = bytes[good - back] as number;
    if (byte >= 0xc0) return good - back;
    if (byte < 0x80) break;
  }
  return good;
}

/** Reading an input, and saying what is wrong with one that cannot be read. */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { Misuse } from "./misuse.js";

const mostBytes = 256 * 1024 * 1024;

/**
 * @param path a file, or `-` for standard input
 * @param shown its name in messages
 * @returns the text as it is, byte order mark included
 * @throws Misuse with the name, what is wrong, and the remedy
 */
export function readText(path: string, shown: string): string {
  return decode(readBytes(path, shown), shown);
}

function readBytes(path: string, shown: string): Uint8Array {
  try {
    if (path === "-") return readFileSync(0);
    // a pipe would be waited for without end, so what is opened is looked at first
    const file = openSync(path, 0x0800 /* O_NONBLOCK */);
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) throw new Misuse(`${shown}: is a folder, not a file`);
      if (!stat.isFile()) throw new Misuse(`${shown}: is no ordinary file; pipe it into xindaya -`);
      if (stat.size > mostBytes) {
        throw new Misuse(`${shown}: is larger than ${mostBytes / 1024 / 1024} MB; split it`);
      }
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const says: Readonly<Record<string, string>> = {
      ENOENT: "is gone",
      EACCES: "may not be read; check its permissions",
      EPERM: "may not be read; check its permissions",
      ELOOP: "is a link that leads back to itself",
      EISDIR: "is a folder, not a file",
    };
    throw new Misuse(`${shown}: ${says[code ?? ""] ?? message}`);
  }
}

function decode(bytes: Uint8Array, shown: string): string {
  const nul = bytes.subarray(0, 8192).indexOf(0);
  if (nul >= 0) throw new Misuse(`${shown}: is not text (byte ${nul} is zero); convert it to UTF-8 text first`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = firstBadByte(bytes);
    const line = bytes.subarray(0, at).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
    throw new Misuse(`${shown}:${line}: is not UTF-8 (byte ${at}); convert it, for example with iconv -f GB18030 -t UTF-8`);
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
  return good;
}

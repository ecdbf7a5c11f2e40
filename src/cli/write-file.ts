/** Writing a file so that it is, at any moment, either the old one or the new one, whole. */
import {
  chownSync,
  closeSync,
  fchmodSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Misuse } from "./misuse.js";
import { systemSays } from "./read.js";

let count = 0;

/**
 * Writes beside the file and renames. The file's mode, and its owner where the system allows, stay; a link stays a link.
 *
 * @throws Misuse when the file is read-only or cannot be written
 */
export function replaceFile(path: string, shown: string, bytes: Uint8Array | string): void {
  let temporary: string | undefined;
  try {
    const target = realOf(path);
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o222) === 0) throw new Misuse(`${shown}: is read-only, so it was left as it is`);
    const name = join(dirname(target), `.${basename(target)}.xindaya-${process.pid}-${count++}.tmp`);
    const file = openSync(name, "wx", stat?.mode ?? 0o666);
    temporary = name;
    try {
      if (stat) fchmodSync(file, stat.mode);
      const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
      for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    if (stat) keepOwner(temporary, stat.uid, stat.gid);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary) rmSync(temporary, { force: true });
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${shown}: could not be written: ${systemSays(error)}`);
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // a new file
    return path;
  }
}

function keepOwner(path: string, uid: number, gid: number): void {
  if (process.getuid?.() === uid && process.getgid?.() === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // only the superuser may give files away; the content matters more
  }
}

/** Writes a report or a baseline, making its folder if need be. */
export function writeOutput(path: string, shown: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new Misuse(`${shown}: its folder could not be made: ${systemSays(error)}`);
  }
  replaceFile(path, shown, text);
}

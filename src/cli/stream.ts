/** `xindaya stream`: one text a line in, one JSON object a line out, memory bounded by the longest line. */
import { once } from "node:events";
import { resolve } from "node:path";
import type { Arguments } from "./arguments.js";
import { askedOf } from "./asked.js";
import { configFinder } from "./config.js";
import { provideDetailsLazily } from "./details.js";
import { exitCodes } from "./exit.js";
import { textLinter } from "./lint-file.js";
import { Misuse } from "./misuse.js";
import { plainFinding } from "./reports/json.js";
import { pointsOf } from "./score.js";

const mostBytes = 16 * 1024 * 1024;
/** Output is handed on in pieces of about this size. */
const pieceSize = 64 * 1024;

interface Line {
  readonly number: number;
  /** `undefined` for a line too long to be held. */
  readonly bytes: Buffer | undefined;
}

/**
 * Reads standard input to its end. An input line that cannot be read gives a line with `error`, and in the end exit code 2.
 *
 * @returns the exit code: 1 when there were errors, as for files
 */
export async function lintStream(given: Arguments): Promise<number> {
  const { input, field, onlyFindings } = given.stream;
  if (given.inputs.length > 0 && given.inputs.join() !== "-")
    throw new Misuse("stream reads standard input; give it no files");
  if (input !== "text" && input !== "jsonl") throw new Misuse(`--input must be text or jsonl, not "${input}"`);
  provideDetailsLazily();
  const cwd = process.cwd();
  const config = await configFinder(given.config, askedOf(given), cwd).find(
    resolve(cwd, given.stdinFilename ?? "stdin.txt"),
  );
  if (!config) throw new Misuse("the configuration ignores standard input; name it otherwise with --stdin-filename");
  const lint = await textLinter("text", config);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let faults = 0;
  let errors = 0;
  let piece: string[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    const text = piece.join("");
    piece = [];
    size = 0;
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  };
  for await (const line of linesOf(process.stdin)) {
    const out = one(line);
    if (out === undefined) continue;
    const text = `${JSON.stringify(out)}\n`;
    piece.push(text);
    size += text.length;
    // what is there is handed on when no more input waits, so that a slow producer sees its results at once
    if (size >= pieceSize || process.stdin.readableLength === 0) await flush();
  }
  await flush();
  return faults > 0 ? exitCodes.misuse : errors > 0 ? exitCodes.issues : exitCodes.clean;

  function one({ number, bytes }: Line): object | undefined {
    const fault = (error: string) => {
      faults++;
      return { line: number, error };
    };
    if (!bytes) return fault(`the line is longer than ${mostBytes / 1024 / 1024} MB`);
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      return fault("the line is not UTF-8");
    }
    let id: unknown;
    if (input === "jsonl") {
      if (text.trim() === "") return undefined;
      let data: Record<string, unknown>;
      try {
        data = JSON.parse(text) as Record<string, unknown>;
      } catch {
        return fault("the line is not JSON");
      }
      const value = data?.[field];
      if (typeof value !== "string") return fault(`the object has no text "${field}"`);
      text = value;
      id = data.id;
    }
    const { findings, words } = lint(text);
    const counted = given.quiet ? findings.filter(({ level }) => level === "error") : findings;
    errors += counted.filter(({ level }) => level === "error").length;
    if (onlyFindings && counted.length === 0) return undefined;
    return {
      line: number,
      ...(id === undefined ? {} : { id }),
      words,
      points: pointsOf(counted),
      messages: counted.map(plainFinding),
    };
  }
}

/** Lines without their ends; one that is too long is dropped as it comes. */
async function* linesOf(stream: NodeJS.ReadStream): AsyncGenerator<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let held = 0;
  let isTooLong = false;
  const take = (last: Buffer): Line => {
    number++;
    const whole = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    const bytes =
      isTooLong || whole.length > mostBytes ? undefined : whole.at(-1) === 13 ? whole.subarray(0, -1) : whole;
    parts = [];
    held = 0;
    isTooLong = false;
    return { number, bytes };
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    if (rest.length === 0) continue;
    held += rest.length;
    if (held > mostBytes) {
      isTooLong = true;
      parts = [];
    } else parts.push(rest);
  }
  if (held > 0) yield take(Buffer.alloc(0));
}

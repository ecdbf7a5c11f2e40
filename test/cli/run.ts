/** Runs the built command line in temporary folders. `XINDAYA_DIST` names another build than `dist/`. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const root = join(import.meta.dirname, "../..");
export const cli = join(process.env.XINDAYA_DIST ?? join(root, "dist"), "cli.js");

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** @returns a folder that holds these files and goes when the tests end */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "xindaya-test-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Never throws for an exit code. */
export function run(cwd: string, args: readonly string[], { input = "", env = {} }: RunOptions = {}): Ran {
  const { CI: _ci, NO_COLOR: _none, FORCE_COLOR: _force, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    env: { ...rest, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

export interface JsonMessage {
  readonly ruleId: string;
  readonly level: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
  readonly actual: string;
  readonly expected: readonly string[];
  readonly note: string;
  readonly url: string;
  readonly mqm: string;
  readonly label?: string;
}

/** Lints and reads the JSON report. */
export function lintJson(
  cwd: string,
  args: readonly string[],
  options?: RunOptions,
): Ran & { files: Map<string, JsonMessage[]> } {
  const ran = run(cwd, ["--format", "json", ...args], options);
  const list = JSON.parse(ran.out) as { path: string; messages: JsonMessage[] }[];
  return { ...ran, files: new Map(list.map(({ path, messages }) => [path, messages])) };
}

/** One finding at error level that is not fixable, one warning that is. */
export const draft = "The niubi nose of the plan is clear .\n";
export const clean = "The river is clean again.\n";

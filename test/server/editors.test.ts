/** Real editors with the configurations of editors/, driven without a screen. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { serverArguments } from "./client.js";

const here = join(import.meta.dirname, "editors");
const configs = join(import.meta.dirname, "../../editors");
const folder = mkdtempSync(join(tmpdir(), "xindaya-editors-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the drivers write. */
interface Seen {
  readonly problem?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly hover: string;
  readonly action: string;
  readonly text: string;
  readonly completion: readonly string[];
}

const draft = `Grasp the key tasks 😀

The county must firmly grasp the niubi nose of reform, and the whole city is “a game of chess”.
`;

// the configurations call the command by its name
const quoted = serverArguments.map((argument) => `'${argument.replace(/'/g, "'\\''")}'`).join(" ");
writeFileSync(join(folder, "xindaya"), `#!/bin/sh\nexec '${process.execPath}' ${quoted}\n`);
chmodSync(join(folder, "xindaya"), 0o755);

function isThere(program: string, ...probe: string[]): boolean {
  const there = spawnSync(program, probe, { stdio: "ignore", timeout: 20_000 }).status === 0;
  if (!there) console.warn(`SKIPPED: ${program} is not here, or lacks what its test needs (${probe.at(-1)})`);
  return there;
}

function drive(name: string, config: string, program: string, args: readonly string[]): Seen {
  const file = join(folder, `${name}.txt`);
  const out = join(folder, `${name}.json`);
  writeFileSync(file, draft);
  const run = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 100_000,
    env: {
      ...process.env,
      HOME: folder,
      LANG: "C.UTF-8",
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      XINDAYA_CONFIG: join(configs, config),
      XINDAYA_FILE: file,
      XINDAYA_OUT: out,
    },
  });
  try {
    return JSON.parse(readFileSync(out, "utf8")) as Seen;
  } catch {
    throw new Error(`${name} wrote nothing: ${run.error?.message ?? ""}\n${run.stdout}\n${run.stderr}`);
  }
}

function expectAll({ problem, before, after, hover, action, text, completion }: Seen): void {
  expect(problem).toBeUndefined();
  expect(before.join("\n")).toContain("`niubi nose` looks like a literal rendering of 牛鼻子");
  expect(hover).toContain("niú bízi");
  expect(action).toMatch(/^Replace with “key link/);
  expect(text).toContain("firmly grasp the key link");
  expect(after.join("\n")).not.toContain("niubi");
  expect(completion.some((label) => label.startsWith("key link"))).toBe(true);
}

describe("in real editors", () => {
  it.skipIf(!isThere("nvim", "--version"))("Neovim shows, tells, mends and completes", { timeout: 120_000 }, () => {
    expectAll(
      drive("neovim", "neovim/xindaya.lua", "nvim", [
        "--headless",
        "--clean",
        "-c",
        `luafile ${join(here, "neovim.lua")}`,
      ]),
    );
  });

  it.skipIf(!isThere("emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"))(
    "Emacs with eglot shows, tells, mends and completes",
    { timeout: 120_000 },
    () => {
      expectAll(
        drive("emacs", "emacs/xindaya.el", "emacs", [
          "--batch",
          "--eval",
          "(package-initialize)",
          "-l",
          join(here, "eglot.el"),
        ]),
      );
    },
  );

  const findAle = "execute empty(globpath(&packpath, 'pack/*/opt/ale')) ? 'cquit' : 'qall!'";
  it.skipIf(!isThere("vim", "-es", "-u", "NONE", "-c", findAle))("Vim with ALE shows", { timeout: 120_000 }, () => {
    const { before } = drive("vim", "vim/xindaya.vim", "vim", ["-es", "-u", "NONE", "-S", join(here, "ale.vim")]);
    expect(before.join("\n")).toContain("niubi nose");
  });
});

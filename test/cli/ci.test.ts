import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { optionTable } from "../../src/cli/options-table.js";
import { clean, cli, draft, folderOf, run } from "./run.js";

const root = join(import.meta.dirname, "../..");

/** Runs what the composite action runs, as the runner would: inputs in the environment. */
function action(folder: string, inputs: Readonly<Record<string, string>>) {
  const command = join(folder, "xindaya-here");
  writeFileSync(command, `#!/bin/sh\nexec ${process.execPath} ${cli} "$@"\n`);
  chmodSync(command, 0o755);
  const env = {
    PATH: process.env.PATH ?? "",
    XINDAYA_COMMAND: command,
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    ...inputs,
  };
  return spawnSync("bash", [join(root, "scripts/action.sh")], { cwd: folder, env, encoding: "utf8" });
}

test("the action annotates, writes its summary and reports, and fails as the command does", () => {
  const folder = folderOf({ "docs/a.md": draft, "docs/b.txt": clean });
  const ran = action(folder, {
    XINDAYA_FILES: "docs\n",
    XINDAYA_ARGS: "--max-warnings 0",
    XINDAYA_SARIF: "out.sarif",
    XINDAYA_HTML: "out.html",
  });
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(/^::error file=docs\/a\.md,line=1,/);
  expect(readFileSync(join(folder, "output"), "utf8")).toBe("exit-code=1\n");
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("### ❌ xindaya: 1 error, 1 warning");
  expect(existsSync(join(folder, "out.sarif")) && existsSync(join(folder, "out.html"))).toBe(true);
  expect(action(folder, { XINDAYA_FILES: "docs/b.txt" }).status).toBe(0);
});

test("nothing in the action's inputs is run or expanded by the shell", () => {
  const folder = folderOf({ "a.md": clean, "b.md": clean });
  const ran = action(folder, {
    XINDAYA_FILES: "$(touch hacked) `touch hacked` ;touch hacked a.md",
    XINDAYA_ARGS: "--quiet",
  });
  expect(ran.status).toBe(2);
  expect(existsSync(join(folder, "hacked"))).toBe(false);
  expect(ran.stderr).toContain("$(touch: there is no such file");
});

test("action.yml hands every input on, and hooks name the command with options that exist", () => {
  const file = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const [step] = file.runs.steps;
  const handed = Object.values(step.env as Record<string, string>).join(" ");
  for (const name of Object.keys(file.inputs)) expect(handed).toContain(`inputs.${name} `);
  expect(step.run).not.toContain("${{");
  const script = readFileSync(join(root, "scripts/action.sh"), "utf8");
  for (const name of Object.keys(step.env)) expect(script).toContain(name);
  for (const { entry } of parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as { entry: string }[]) {
    const [program, ...options] = entry.split(" ");
    expect(program).toBe("xindaya");
    for (const option of options) expect(optionTable.map(({ name }) => `--${name}`)).toContain(option);
  }
});

test("the recipes' options exist, and the lint-staged recipe mends what it is given", () => {
  for (const page of ["docs/ci.md", "docs/cli.md"]) {
    const text = readFileSync(join(root, page), "utf8");
    for (const line of text.split("\n").filter((line) => /xindaya /.test(line) && !/gh pr|parallel/.test(line))) {
      for (const [, name] of line.matchAll(/(?<=\s|`)--([a-z][a-z-]+)/g)) {
        if (name !== "yes")
          expect(
            optionTable.map((option) => option.name),
            line,
          ).toContain(name);
      }
    }
  }
  const folder = folderOf({ "a.md": "The plan , of of 2020.\n" });
  expect(run(folder, ["--fix", "--max-warnings", "0", join(folder, "a.md")]).code).toBe(0);
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("The plan, of 2020.\n");
});

test("the man page and the schema are those of the table and the rules", () => {
  const page = readFileSync(join(root, "man/xindaya.1"), "utf8").replaceAll("\\-", "-");
  for (const { name } of optionTable) expect(page).toContain(`--${name}`);
});

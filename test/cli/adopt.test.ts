import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean, draft, folderOf, lintJson, run } from "./run.js";

const texts = (files: Map<string, { actual: string }[]>, name: string) => files.get(name)?.map(({ actual }) => actual);

describe("--baseline", () => {
  test("is written, hides what it knows, and survives edits elsewhere", () => {
    const folder = folderOf({ "a.txt": `${draft}\nThe ox nose of it.\n`, "b.txt": draft });
    const first = run(folder, ["--baseline", "known.json", "."]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.err).toContain("known.json: written");
    expect(lintJson(folder, ["--baseline", "known.json", "."]).code).toBe(0);
    // lines above, a rewrap, and the same words once more
    writeFileSync(
      join(folder, "a.txt"),
      `A new line above.\n\n${draft.replace("niubi nose of", "niubi\nnose of")}\nThe ox nose of it.\n\nOne more niubi nose.\n`,
    );
    const { files, code } = lintJson(folder, ["--baseline", "known.json", "."]);
    expect(texts(files, "a.txt")).toEqual(["niubi nose"]);
    expect(files.get("a.txt")?.[0]?.line).toBe(8);
    expect(code).toBe(1);
  });

  test("is pruned of what is found no more, and only of that", () => {
    const folder = folderOf({ "a.txt": draft, "b.txt": draft, "c.txt": draft });
    run(folder, ["--baseline", "known.json", "."]);
    writeFileSync(join(folder, "a.txt"), clean);
    rmSync(join(folder, "c.txt"));
    const used = run(folder, ["--baseline", "known.json", "a.txt"]);
    expect(used.err).toContain("2 of its entries are found no more");
    run(folder, ["--baseline", "known.json", "--baseline-prune", "a.txt"]);
    const { files } = JSON.parse(readFileSync(join(folder, "known.json"), "utf8"));
    expect(Object.keys(files)).toEqual(["b.txt"]);
    writeFileSync(join(folder, "a.txt"), draft);
    expect(run(folder, ["--baseline", "known.json", "a.txt"]).code).toBe(1);
    run(folder, ["--baseline", "known.json", "--baseline-write", "a.txt"]);
    expect(run(folder, ["--baseline", "known.json", "a.txt"]).code).toBe(0);
  });

  test("in CI a missing one is an error, and a broken one always", () => {
    const folder = folderOf({ "a.txt": draft, "bad.json": '{"version": 9}' });
    const missing = run(folder, ["--baseline", "known.json", "a.txt"], { env: { CI: "true" } });
    expect(missing).toMatchObject({
      code: 2,
      err: "xindaya: known.json: there is no such baseline; write it with --baseline-write and commit it\n",
    });
    expect(existsSync(join(folder, "known.json"))).toBe(false);
    expect(run(folder, ["--baseline", "bad.json", "a.txt"])).toMatchObject({ code: 2 });
  });
});

test("--max-warnings and --min-score fail a run that has no errors", () => {
  const folder = folderOf({
    "a.txt": "It is clear . We know .\n",
    "long.txt": `It is clear . ${"The river is clean again. ".repeat(100)}\n`,
  });
  expect(run(folder, ["a.txt"]).code).toBe(0);
  expect(run(folder, ["--max-warnings", "2", "a.txt"]).code).toBe(0);
  const many = run(folder, ["--max-warnings", "1", "a.txt"]);
  expect(many.code).toBe(1);
  expect(many.out).toContain("2 warnings are more than --max-warnings 1 allows");
  expect(run(folder, ["--max-warnings", "1", "--quiet", "a.txt"]).code).toBe(1);
  expect(run(folder, ["--min-score", "95", "a.txt"])).toMatchObject({ code: 1 });
  expect(run(folder, ["--min-score", "95", "long.txt"])).toMatchObject({ code: 0 });
});

test("the score is what docs/cli.md says: 5 for an error, 1 for a warning, per thousand words", () => {
  const folder = folderOf({ "a.txt": `The niubi nose is clear . ${"The river is clean again. ".repeat(19)}\n` });
  const { out, err } = run(folder, ["--stats", "a.txt"]);
  expect(out).toContain("1 error, 1 warning");
  expect(err).toMatch(/words +100\n/);
  expect(err).toMatch(/penalty points +6, 60 per 1,000 words\n/);
  expect(err).toMatch(/score +94 of 100\n/);
});

test("--since takes changed lines and new files only", () => {
  const folder = folderOf({ "a.txt": `${draft}\n${clean}\n`, "b.txt": draft, "sub/c d.txt": `${clean}${draft}` });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: folder });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(folder, "a.txt"), `${draft}\n${clean}\nOne more niubi nose.\n`);
  writeFileSync(join(folder, "sub/c d.txt"), `${clean}${draft}The new niubi nose.\n`);
  writeFileSync(join(folder, "new 名.txt"), draft);
  const { files } = lintJson(folder, ["--since", "HEAD", "."]);
  expect([...files.keys()].sort()).toEqual(["a.txt", "new 名.txt", "sub/c d.txt"]);
  expect(files.get("a.txt")?.map(({ line }) => line)).toEqual([5]);
  expect(files.get("sub/c d.txt")?.map(({ line }) => line)).toEqual([3]);
  expect(texts(files, "new 名.txt")).toContain("niubi nose");
  expect(
    lintJson(join(folder, "sub"), ["--since", "HEAD", "."])
      .files.get("c d.txt")
      ?.map(({ line }) => line),
  ).toEqual([3]);
  expect(run(folder, ["--since", "nowhere", "."])).toMatchObject({ code: 2 });
  expect(run(folder, ["--since", "--output=x", "."])).toMatchObject({ code: 2 });
  expect(run(folderOf({ "a.txt": draft }), ["--since", "HEAD", "a.txt"]).code).toBe(2);
});

test("--cache gives the same report, and forgets when text or configuration change", () => {
  const folder = folderOf({ "a.txt": `\ufeff${draft}`, "b.md": `# ${draft}` });
  const plain = run(folder, ["-f", "json", "."]).out;
  expect(run(folder, ["-f", "json", "--cache", "."]).out).toBe(plain);
  const again = run(folder, ["-f", "json", "--cache", "--stats", "."]);
  expect(again.out).toBe(plain);
  expect(again.err).toMatch(/from the cache +2 files/);
  writeFileSync(join(folder, "a.txt"), clean);
  expect(run(folder, ["--cache", "--stats", "a.txt", "b.md"]).err).toMatch(/from the cache +1 files/);
  const other = lintJson(folder, ["--cache", "--rule", "literal-metaphor:off", "b.md"]);
  expect(texts(other.files, "b.md")).not.toContain("niubi nose");
  writeFileSync(join(folder, "node_modules/.cache/xindaya/cache.json"), "broken");
  expect(run(folder, ["--cache", "b.md"]).code).toBe(1);
});

test("threads give the same report in the same order, failures included", () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`${String(at).padStart(2, "0")}.md`, at % 3 === 0 ? clean : `# ${draft}`]),
  );
  const folder = folderOf({ ...files, "bad.txt": Buffer.from("A caf\u00e9.\n", "latin1") });
  const one = run(folder, ["-f", "json", "--threads", "1", ".", "nowhere.txt"]);
  expect(one.code).toBe(2);
  expect(run(folder, ["-f", "json", "--threads", "3", ".", "nowhere.txt"])).toEqual(one);
});

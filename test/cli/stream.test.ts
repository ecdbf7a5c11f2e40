import { execFileSync, spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderOf, run } from "./run.js";

const rows = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("stream", () => {
  test("text lines: an object for each, in order", () => {
    const { out, code } = run(folderOf(), ["stream"], { input: "The river.\r\nThe niubi nose.\n\nThe end" });
    expect(rows(out).map(({ line, words, points, messages }) => [line, words, points, messages.length])).toEqual([
      [1, 2, 0, 0],
      [2, 3, 5, 1],
      [3, 0, 0, 0],
      [4, 2, 0, 0],
    ]);
    expect(rows(out)[1].messages[0]).toMatchObject({ ruleId: "literal-metaphor", start: 4, end: 14 });
    expect(code).toBe(1);
  });

  test("JSON lines: by field, with their id; what cannot be read says why and does not stop the rest", () => {
    const input = [
      '{"id": 7, "en": "The niubi nose."}',
      "{broken",
      '{"id": 9, "zh": "牛"}',
      '{"id": "x", "en": "Fine."}',
    ].join("\n");
    const { out, code } = run(folderOf(), ["stream", "--input", "jsonl", "--field", "en"], { input });
    expect(rows(out)).toMatchObject([
      { line: 1, id: 7, points: 5 },
      { line: 2, error: "the line is not JSON" },
      { line: 3, error: 'the object has no text "en"' },
      { line: 4, id: "x", points: 0, messages: [] },
    ]);
    expect(code).toBe(2);
    const bad = run(folderOf(), ["stream", "--only-findings"], { input: Buffer.from([0x41, 0xff, 0x0a, 0x42, 0x0a]) });
    expect(rows(bad.out)).toEqual([{ line: 1, error: "the line is not UTF-8" }]);
  });

  test("answers as lines come, before the input ends", async () => {
    const child = spawn(process.execPath, [cli, "stream"], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.write("The niubi nose.\n");
    const first = await new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
    expect(JSON.parse(first)).toMatchObject({ line: 1, points: 5 });
    child.stdin.end();
  });

  test("memory stays bounded: 60 MB through a slow reader, and a line that is too long", async () => {
    const line = `${"A quiet river runs by the clean town and nobody hurries. ".repeat(4)}\n`;
    const script = `
      const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, ["--max-old-space-size=160", ${JSON.stringify(cli)}, "stream", "--only-findings"], { stdio: ["pipe", "pipe", "inherit"] });
      const line = ${JSON.stringify(line)}.repeat(64);
      let left = 60e6 / line.length;
      const feed = () => { while (left-- > 0) if (!child.stdin.write(line)) return child.stdin.once("drain", feed); child.stdin.write("x".repeat(20e6)); child.stdin.end("\\nThe niubi nose.\\n"); };
      feed();
      let out = "";
      child.stdout.on("data", (chunk) => { out += chunk; });
      child.on("close", (code) => { console.log(JSON.stringify({ code, out })); });
    `;
    const { code, out } = JSON.parse(
      execFileSync(process.execPath, ["-e", script], { encoding: "utf8", maxBuffer: 1 << 28 }),
    );
    expect(code).toBe(2);
    expect(rows(out)).toMatchObject([{ error: "the line is longer than 16 MB" }, { points: 5 }]);
  }, 120_000);

  const hasParallel = spawnSync("parallel", ["--version"]).status === 0;
  if (!hasParallel)
    console.log("skipped: stream is not run under GNU parallel, as there is none (apt-get install parallel)");
  test.skipIf(!hasParallel)("under GNU parallel the pieces come out as one run's lines would", () => {
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({ id: at, text: at % 10 === 0 ? "The niubi nose." : "A river." }),
    );
    const folder = folderOf();
    writeFileSync(join(folder, "in.jsonl"), `${lines.join("\n")}\n`);
    const command = `${process.execPath} ${cli} stream --input jsonl`;
    const { stdout, stderr } = spawnSync(
      "parallel",
      ["--will-cite", "--pipepart", "-a", "in.jsonl", "--block", "4k", "-j", "2", "--keep-order", command],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const got = rows(stdout);
    expect(got.map(({ id }) => id)).toEqual(lines.map((_, at) => at));
    expect(got.filter(({ points }) => points === 5)).toHaveLength(40);
  });
});

describe("looking up", () => {
  test("explain gives a rule's page and a term's entry, by Chinese, pinyin or English", () => {
    const folder = folderOf();
    expect(run(folder, ["explain", "slogan"]).out).toContain("Flagged");
    for (const query of ["牛鼻子", "niubizi", "niubi nose"]) {
      const { out, code } = run(folder, ["explain", query]);
      expect(code).toBe(0);
      expect(out).toMatch(/^牛鼻子 {2}niú bízi\n {2}standard {3}key link/);
    }
    expect(run(folder, ["explain", "slogn"])).toMatchObject({ code: 2 });
    expect(run(folder, ["explain", "slogn"]).err).toContain("did you mean slogan?");
    const [found] = JSON.parse(run(folder, ["terms", "牛鼻子", "--json"]).out);
    expect(found).toMatchObject({ zh: "牛鼻子", preferred: "key link" });
    expect(run(folder, ["terms", "niubizi"]).out).toContain("key link");
  });

  test("rules lists what there is", () => {
    const list = JSON.parse(run(folderOf(), ["rules", "--json"]).out) as { id: string }[];
    const table = run(folderOf(), ["rules"]).out;
    for (const { id } of list) expect(table).toContain(id);
  });

  test.each(["bash", "zsh", "fish"])("completions for %s parse", (shell) => {
    const { out, code } = run(folderOf(), ["completions", shell]);
    expect(code).toBe(0);
    expect(out).toContain("fix-dry-run");
    const there = spawnSync(shell, ["-n"], { input: out, encoding: "utf8" });
    // not every machine has every shell
    if (!there.error) expect(there).toMatchObject({ status: 0, stderr: "" });
  });

  test("bash completes options, formats and rules", () => {
    const { out } = run(folderOf(), ["completions", "bash"]);
    const complete = (...words: string[]) =>
      spawnSync(
        "bash",
        [
          "-c",
          `${out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _xindaya; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ],
        { encoding: "utf8" },
      )
        .stdout.trim()
        .split("\n");
    expect(complete("xindaya", "--fix")).toEqual(["--fix", "--fix-dry-run"]);
    expect(complete("xindaya", "-f", "sa")).toEqual(["sarif"]);
    expect(complete("xindaya", "--rule", "slo")).toEqual(["slogan"]);
    expect(complete("xindaya", "expl")).toEqual(["explain"]);
  });
});

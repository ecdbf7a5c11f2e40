import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderOf, run } from "./run.js";

const before = "The the plan , said in 2020 , is good .\r\nMore than 20, 000 came of of it.\r\n";

describe("--fix", () => {
  test("mends what is safe, keeps line endings, mode, links and byte order mark, and has nothing left to do", () => {
    const folder = folderOf({ "a.txt": `\ufeff${before}`, "b.txt": before });
    chmodSync(join(folder, "a.txt"), 0o640);
    symlinkSync("b.txt", join(folder, "link.txt"));
    run(folder, ["--fix", "a.txt", "link.txt"]);
    const fixed = readFileSync(join(folder, "a.txt"), "utf8");
    expect(fixed.startsWith("\ufeff")).toBe(true);
    expect(fixed).not.toBe(`\ufeff${before}`);
    expect(fixed.split("\r\n")).toHaveLength(3);
    expect(fixed.replaceAll("\r\n", "")).not.toContain("\n");
    expect(fixed).not.toContain(" ,");
    expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "link.txt")).isSymbolicLink()).toBe(true);
    expect(`\ufeff${readFileSync(join(folder, "b.txt"), "utf8")}`).toBe(fixed);
    expect(run(folder, ["--fix-dry-run", "a.txt"]).out).toBe("");
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.txt", "link.txt"]);
  });

  test("keeps UTF-16 and GB18030", () => {
    const text = "China , of of 中国 .\n";
    const gb = Buffer.concat([
      Buffer.from("China , of of "),
      Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]),
      Buffer.from(" .\n"),
    ]);
    const folder = folderOf({
      "u.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
      "g.txt": gb,
    });
    run(folder, ["--fix", "u.txt", "g.txt"]);
    const utf16 = readFileSync(join(folder, "u.txt"));
    expect([...utf16.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const fixed = new TextDecoder("utf-16le").decode(utf16);
    expect(fixed).toMatch(/^China, of 中国\.\n$/);
    expect(new TextDecoder("gb18030").decode(readFileSync(join(folder, "g.txt")))).toBe(fixed);
  });

  test("a read-only file is left and said so", () => {
    const folder = folderOf({ "a.txt": before, "b.txt": before });
    chmodSync(join(folder, "a.txt"), 0o444);
    const { code, err } = run(folder, ["--fix", "a.txt", "b.txt"]);
    expect(code).toBe(2);
    expect(err).toContain("a.txt: is read-only, so it was left as it is");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(before);
    expect(readFileSync(join(folder, "b.txt"), "utf8")).not.toBe(before);
  });

  test("standard input comes out mended, the report goes to standard error", () => {
    const { out, err } = run(folderOf(), ["--fix", "-"], { input: "The plan , of of 2020.\n" });
    expect(out).toBe("The plan, of 2020.\n");
    expect(err).toContain("No issues");
  });

  test("the dry run's diff is one that patch applies, and changes nothing itself", () => {
    const folder = folderOf({ "a.txt": before });
    const { out } = run(folder, ["--fix-dry-run", "a.txt"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(before);
    mkdirSync(join(folder, "other"));
    writeFileSync(join(folder, "other/a.txt"), before);
    const applied = spawnSync("git", ["apply", "-"], { cwd: join(folder, "other"), input: out, encoding: "utf8" });
    expect(applied).toMatchObject({ status: 0, stderr: "" });
    run(folder, ["--fix", "a.txt"]);
    expect(readFileSync(join(folder, "other/a.txt"), "utf8")).toBe(readFileSync(join(folder, "a.txt"), "utf8"));
    expect(run(folder, ["--fix-dry-run", "--color", "other/a.txt"]).out).toBe("");
  });

  test("a suggestion that would break the format is left", () => {
    const folder = folderOf({
      "xindaya.config.yml": "terms:\n  - {zh: 甲, preferred: 'a \"key\" & <b>', deprecated: [wrong thing]}\n",
      "a.json": '{"a": "one wrong thing here , there"}\n',
    });
    run(folder, ["--fix", "a.json"]);
    expect(JSON.parse(readFileSync(join(folder, "a.json"), "utf8"))).toEqual({ a: "one wrong thing here, there" });
  });

  test("--interactive does what it is told", () => {
    const folder = folderOf({ "a.txt": "The niubi nose. The niubi nose. The niubi nose.\n" });
    const { out } = run(folder, ["-i", "a.txt"], { input: "n\n2\ny\n" });
    expect(out).toContain("a.txt:1:5 (1/3)");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toMatch(
      /^The niubi nose\. The (?!niubi)[^.]+\. The key link\.\n$/,
    );
    const second = folderOf({ "a.txt": "The niubi nose. The niubi nose.\n", "b.txt": "The niubi nose.\n" });
    run(second, ["-i", "a.txt", "b.txt"], { input: "a\nq\n" });
    expect(readFileSync(join(second, "a.txt"), "utf8")).toBe("The key link. The key link.\n");
    expect(readFileSync(join(second, "b.txt"), "utf8")).toBe("The niubi nose.\n");
  });

  test("killed at any moment, it leaves each of 1,000 files old or new, whole", async () => {
    const old = `${before}${"A quiet line of the file.\r\n".repeat(40)}`;
    const names = Array.from({ length: 1000 }, (_, at) => `f${String(at).padStart(4, "0")}.txt`);
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, old])));
    const single = folderOf({ "a.txt": old });
    run(single, ["--fix", "a.txt"]);
    const fresh = readFileSync(join(single, "a.txt"), "utf8");
    expect(fresh).not.toBe(old);
    const states = () => names.map((name) => readFileSync(join(folder, name), "utf8"));
    for (let turn = 0; turn < 4; turn++) {
      const child = spawn(process.execPath, [cli, "--fix", "-q", "."], { cwd: folder, stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("exit", resolve));
      const done = states().filter((text) => text === fresh).length;
      // kill it as soon as it has changed some more files
      const start = Date.now();
      while (child.exitCode === null && Date.now() - start < 20_000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (readFileSync(join(folder, names[Math.min(999, done + 60)] as string), "utf8") === fresh) break;
      }
      child.kill("SIGKILL");
      await ended;
      for (const [at, text] of states().entries()) expect(text === old || text === fresh, names[at]).toBe(true);
    }
    const changed = states().filter((text) => text === fresh).length;
    expect(changed).toBeGreaterThan(100);
    expect(changed).toBeLessThan(1000);
    // what was in hand when it was killed is left beside, never in the place of a file; the next run is not led astray
    run(folder, ["--fix", "-q", "."]);
    expect(states().every((text) => text === fresh)).toBe(true);
  }, 300_000);
});

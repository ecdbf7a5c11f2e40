import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const cli = join(import.meta.dirname, "../../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "xindaya-words-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...list: string[]) => execFileSync(process.execPath, [cli, ...list], { cwd: folder, encoding: "utf8" });

describe("xindaya words", () => {
  it("keeps the project's words, each once, and a configuration lets them pass", () => {
    writeFileSync(join(folder, "a.txt"), "The frobnicatr of China works.\n");
    const flagged = () =>
      spawnSync(process.execPath, [cli, "-f", "json", "a.txt"], { cwd: folder, encoding: "utf8" }).stdout;
    run("words", "--add", "frobnicatr", "langtian");
    run("words", "--add", "langtian");
    expect(readFileSync(join(folder, "xindaya.words.txt"), "utf8")).toBe("frobnicatr\nlangtian\n");
    expect(run("words")).toBe("frobnicatr\nlangtian\n");
    writeFileSync(join(folder, "xindaya.config.yml"), "words: [./xindaya.words.txt]\n");
    expect(flagged()).not.toContain("frobnicatr");
  });

  it("says what is missing", () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, "words", "--add"], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([
      2,
      "xindaya: words --add: name the words to add, such as xindaya words --add Langtian\n",
    ]);
  });
});

describe("xindaya lsp", () => {
  it("answers a client over standard input and output", async () => {
    const body = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const server = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const answered = new Promise<string>((resolve) => {
      let said = "";
      server.stdout.on("data", (chunk) => {
        said += chunk;
        if (said.includes("hoverProvider")) resolve(said);
      });
      server.on("exit", () => resolve(said));
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    expect(await answered).toContain('"hoverProvider":true');
    server.kill();
  });
});

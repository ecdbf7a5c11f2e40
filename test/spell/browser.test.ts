import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "xindaya-spell-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(import.meta.dirname, "../../src"), loader: "ts" },
    bundle: true,
    platform: "neutral",
    // a worker has no DOM
    conditions: ["worker"],
    mainFields: ["module", "main"],
    format: "esm",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

it("checks spelling in a bundle with no Node in reach", async () => {
  const code = await bundle(
    'import { lint } from "./core.js"; import { createSpelling } from "./spell/browser.js"; const extra = [createSpelling()]; globalThis.found = lint("The goverment of Xiongan", { extra });',
  );
  const file = join(folder, "bundle.mjs");
  writeFileSync(
    file,
    `globalThis.process = undefined; globalThis.Buffer = undefined; globalThis.require = undefined;\n${code}\n`,
  );
  writeFileSync(
    join(folder, "run.mjs"),
    'const log = console.log; await import("./bundle.mjs"); log(globalThis.found.map((one) => one.expected[0]).join(" "));\n',
  );
  expect(execFileSync(process.execPath, [join(folder, "run.mjs")], { encoding: "utf8" })).toBe("government Xiong'an\n");
});

it("adds less than 450 kB, gzipped", async () => {
  const code = await bundle('import { createSpelling } from "./spell/rule.js"; globalThis.x = createSpelling;');
  expect(gzipSync(code).length).toBeLessThan(450_000);
});

/** The package as others get it: built, bundled, required. Needs `npm run build` first, as `npm test` does. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "xindaya-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles a module for a browser, or for a worker, which has no DOM; any Node import is an error. */
async function bundle(code: string, conditions: string[] = []) {
  const result = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    platform: conditions.length === 0 ? "browser" : "neutral",
    conditions,
    mainFields: ["module", "main"],
    format: "esm",
    minify: true,
    splitting: true,
    outdir: folder,
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles.map(({ path, text }) => ({ path, text, gzip: gzipSync(text).length }));
}

describe("the package", () => {
  it("has what it promises", async () => {
    const module = await import(join(root, "dist/index.js"));
    expect(Object.keys(module).sort()).toEqual([
      "OptionsError",
      "createLinter",
      "default",
      "findTerms",
      "lint",
      "presets",
      "rulePlugin",
      "rules",
    ]);
  });

  it("can be required", () => {
    const code =
      "const x = require('xindaya'); console.log(x.lint('the niubi nose of reform')[0].expected[0], typeof x.default)";
    expect(execFileSync(process.execPath, ["-e", code], { cwd: root, encoding: "utf8" })).toBe("key link function\n");
  });

  it("publishes what it builds and no more, and runs nothing on installing", () => {
    const list = JSON.parse(
      execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" }),
    )[0].files.map(({ path }: { path: string }) => path);
    const wanted =
      /^(?:dist|schema|man|rules\/[a-z-]+\/readme\.md|src\/spell\/readme\.md|LICENSE|NOTICE\.md|README\.md|CHANGELOG\.md|package\.json)/;
    expect(list.filter((path: string) => !wanted.test(path))).toEqual([]);
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      expect(manifest.scripts).not.toHaveProperty(script);
  });

  it("bundles for a browser, the part that matches below 600 kB gzipped, the details apart", async () => {
    const chunks = await bundle(
      "import { lint, loadDetails } from 'xindaya/core'; globalThis.x = { lint, loadDetails };",
    );
    const details = chunks.filter(({ path }) => /details|calques/.test(path));
    const matching = chunks.filter((chunk) => !details.includes(chunk));
    expect(details.length).toBeGreaterThan(0);
    expect(matching.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThan(600_000);
  });

  it("lints in a bundle with no Node in reach", async () => {
    const [first] = await bundle(
      "import { lint } from 'xindaya'; globalThis.found = lint('the niubi nose of reform');",
      ["worker"],
    );
    const file = join(folder, "bundle.mjs");
    writeFileSync(
      file,
      `globalThis.process = undefined; globalThis.Buffer = undefined; globalThis.require = undefined;\n${first?.text}\n`,
    );
    writeFileSync(
      join(folder, "run.mjs"),
      `const log = console.log; await import("./bundle.mjs"); log(globalThis.found[0].note.split("\\n")[0]);\n`,
    );
    expect(execFileSync(process.execPath, [join(folder, "run.mjs")], { encoding: "utf8" })).toMatch(/^牛鼻子/);
  });

  it("gives each rule as a plugin of its own", async () => {
    for (const { id } of (await import(join(root, "dist/index.js"))).rules) {
      const { default: plugin, rule } = await import(`xindaya/rules/${id}`);
      expect(typeof plugin).toBe("function");
      expect(rule.id).toBe(id);
    }
  });
});

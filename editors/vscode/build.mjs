/** node build.mjs: bundles the extension and the server into dist/, so that nothing has to be installed beside them. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const root = join(here, "../..");
const out = join(here, "dist");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = { bundle: true, platform: "node", target: "node20", mainFields: ["module", "main"], minify: true, logLevel: "warning", legalComments: "none" };
await build({ ...common, entryPoints: [join(here, "src/extension.ts")], outfile: join(out, "extension.cjs"), format: "cjs", external: ["vscode"] });
await build({
  ...common,
  entryPoints: [join(here, "src/server.ts")],
  outfile: join(out, "server.mjs"),
  format: "esm",
  // some dependencies are CommonJS and ask for Node's own modules
  banner: { js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);' },
});
// definitions and sources, which the server reads from beside itself
for (const name of readdirSync(join(root, "src/generated"))) {
  if (/^details\.(?!ts$)/.test(name)) copyFileSync(join(root, "src/generated", name), join(out, name));
}
// what spelling falls back on is read by its place in node_modules
cpSync(join(root, "node_modules/dictionary-en"), join(out, "node_modules/dictionary-en"), { recursive: true });
copyFileSync(join(root, "LICENSE"), join(here, "LICENSE"));

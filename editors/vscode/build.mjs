/** node build.mjs: bundles the extension and the server into dist/, so that nothing has to be installed beside them. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const root = join(here, "../..");
const out = join(here, "dist");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = { bundle: true, platform: "node", target: "node20", minify: true, logLevel: "warning", legalComments: "none" };
await build({ ...common, entryPoints: [join(here, "src/extension.ts")], outfile: join(out, "extension.cjs"), format: "cjs", external: ["vscode"] });
await build({
  ...common,
  entryPoints: [join(here, "src/server.ts")],
  outfile: join(out, "server.mjs"),
  format: "esm",
  // some dependencies are CommonJS and ask for Node's own modules
  banner: { js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);' },
});
copyFileSync(join(root, "src/generated/details.txt"), join(out, "details.txt"));
// what spelling falls back on is read by its place in node_modules
cpSync(join(root, "node_modules/dictionary-en"), join(out, "node_modules/dictionary-en"), { recursive: true });
copyFileSync(join(root, "LICENSE"), join(here, "LICENSE"));

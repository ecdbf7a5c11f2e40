import { copyFileSync, readdirSync } from "node:fs";
import { defineConfig } from "tsup";

/** One module a rule, so that a bundler takes only what is used. */
const rules = readdirSync("rules", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export default defineConfig((given) => ({
  entry: {
    index: "src/index.ts",
    core: "src/core.ts",
    cli: "src/cli/main.ts",
    ...Object.fromEntries(rules.map((id) => [`rules/${id}`, `src/generated/plugins/${id}.ts`])),
  },
  format: "esm",
  target: "node20",
  platform: "node",
  splitting: true,
  clean: true,
  // tsc writes the declarations: tsup's own way breaks with newer compilers
  dts: false,
  sourcemap: false,
  async onSuccess() {
    copyFileSync("src/generated/details.txt", `${given.outDir ?? "dist"}/details.txt`);
  },
}));

import { copyFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { defineConfig, type Options } from "tsup";

/** One module a rule, so that a bundler takes only what is used. */
const rules = readdirSync("rules", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const common: Options = {
  format: "esm",
  target: "node20",
  platform: "node",
  splitting: true,
  // both builds go to one folder, which is emptied below, once
  clean: false,
  // tsc writes the declarations: tsup's own way breaks with newer compilers
  dts: false,
  sourcemap: false,
};

/** Large data that both builds use: built once, by the first, as modules of their own. */
const data = ["calques", "spelling"];

/** What can run in a browser. */
const library: Options = {
  ...common,
  entry: {
    ...Object.fromEntries(data.map((name) => [`data/${name}`, `src/generated/${name}.ts`])),
    index: "src/index.ts",
    core: "src/core.ts",
    exchange: "src/termbase/exchange/index.ts",
    spell: "src/spell/index.ts",
    "spell-browser": "src/spell/browser.ts",
    ...Object.fromEntries(rules.map((id) => [`rules/${id}`, `src/generated/plugins/${id}.ts`])),
  },
};

/** What runs in Node alone: its termbase comes from a file instead of a module, which starts it in half the time. */
const program: Options = {
  ...common,
  entry: { cli: "src/cli/main.ts", worker: "src/cli/worker.ts", server: "src/server/index.ts" },
  esbuildPlugins: [
    {
      name: "termbase-from-file",
      setup(build) {
        build.onResolve({ filter: /\/standard-parts\.js$/ }, () => ({ path: resolve("src/cli/standard-parts.ts") }));
      },
    },
    {
      name: "shared-data",
      setup(build) {
        const filter = new RegExp(`/generated/(?:${data.join("|")})\\.js$`);
        build.onResolve({ filter }, ({ path }) => ({ path: `./data/${basename(path)}`, external: true }));
      },
    },
  ],
};

function empty(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name !== "types") rmSync(join(folder, name), { recursive: true });
}

export default defineConfig((given) => {
  const folder = given.outDir ?? "dist";
  empty(folder);
  const files = ["details.bin", "termbase.bin"];
  const copy = async () => {
    for (const name of files) copyFileSync(`src/generated/${name}`, join(folder, name));
  };
  return [library, { ...program, onSuccess: copy }];
});

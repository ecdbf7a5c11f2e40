/** What the README shows is what happens today. Needs `npm run build` first, as `npm test` does. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTerms, lint } from "../src/index.js";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

const run = (...list: string[]) =>
  spawnSync(process.execPath, [join(root, "dist/cli.js"), "--no-config", "--no-color", ...list], {
    cwd: root,
    encoding: "utf8",
  });

describe("the README", () => {
  it("shows what the command line prints", () => {
    const shown = /```console\n\$ xindaya (samples\/\S+)\n([\s\S]*?)\$ echo \$\?\n(\d)\n```/.exec(readme);
    const result = run(shown?.[1] ?? "");
    expect(result.stdout).toBe(shown?.[2]);
    expect(String(result.status)).toBe(shown?.[3]);
  });

  it("quotes the samples as they are", () => {
    const quoted = [...readme.matchAll(/^(?:> .*\n)+/gm)].map(([quote]) => quote.replace(/^> /gm, ""));
    expect(quoted).toEqual(
      ["draft.txt", "draft.edited.txt"].map((name) => readFileSync(join(root, "samples", name), "utf8")),
    );
  });

  it("ends with a text that passes", () => {
    const result = run("samples/draft.edited.txt");
    expect([result.status, result.stdout.split("\n")[0]]).toEqual([0, "No issues in 1 file."]);
  });

  it("promises of the functions what they do", () => {
    expect(findTerms("niubizi")[0]?.preferred).toBe("key link");
    expect(lint("We must grasp the niubi nose of reform.").map(({ actual }) => actual)).toContain("niubi nose");
  });

  it("leads nowhere that is not there", () => {
    for (const page of ["README.md", "CONTRIBUTING.md", "docs/design.md"]) {
      const text = readFileSync(join(root, page), "utf8");
      for (const [, target = ""] of text.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)) {
        expect(existsSync(join(root, page, "..", target)), `${page}: ${target}`).toBe(true);
      }
    }
  });
});

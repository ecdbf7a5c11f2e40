/** Every regular expression of the source is checked for catastrophic backtracking. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : files(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

interface Literal {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Regular expression literals that lint or read text of others: all of them but the command line's. */
function literals(path: string): Literal[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const text = node.getText(file);
      const slash = text.lastIndexOf("/");
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({
        where: `${relative(root, path)}:${line + 1}`,
        source: text.slice(1, slash),
        flags: text.slice(slash + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Without a quantifier there is nothing to backtrack into. */
const all = ["src", "rules"]
  .flatMap((folder) => files(join(root, folder)))
  .flatMap(literals)
  .filter(({ source }) => /[*+{]/.test(source));

describe("regular expressions", () => {
  it("are there to be checked", () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it.each(all)("$where /$source/", ({ source, flags }) => {
    const plain = flags.replace(/[dv]/g, "");
    const proven = checkSync(source, plain, { timeout: 20_000, checker: "automaton" });
    // what the automaton cannot take (look-around) is attacked instead
    const result = proven.status === "unknown" ? checkSync(source, plain, { timeout: 5000, checker: "fuzz" }) : proven;
    if (result.status === "vulnerable")
      expect.fail(`${result.complexity.summary}: attack ${JSON.stringify(result.attack?.string).slice(0, 80)}`);
  });
});

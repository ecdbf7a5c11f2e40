/**
 * npm run demo
 * The gate of a pull request on a sample: it fails on the machine's draft, --fix mends what is safe, an editor's hand does the
 * rest, and it passes. Everything is run on a copy in a temporary folder.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const cli = join(root, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "xindaya-demo-"));
const draft = "riverside-district.md";
const put = (name) => copyFileSync(join(root, "samples", name), join(folder, draft));

/** Runs the command as a user would, prints what it prints, and says how it ended. */
function run(...args) {
  console.log(`$ xindaya ${args.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" });
  process.stdout.write(stdout + stderr);
  console.log(`exit code ${status}\n`);
  return status;
}

const expected = [];
const expect = (what, code, wanted) => expected.push({ what, code, wanted });
try {
  put(draft);
  expect("the draft fails", run("--max-warnings", "0", draft), 1);
  expect("a dry run changes nothing", run("--fix-dry-run", draft), 1);
  expect("errors are left after --fix", run("--fix", "--quiet", draft), 1);
  console.log("(an editor works through what is left)\n");
  put("riverside-district.edited.md");
  expect("the edited text passes", run("--max-warnings", "0", draft), 0);
} finally {
  rmSync(folder, { recursive: true });
}
for (const { what, code, wanted } of expected)
  console.log(`${code === wanted ? "as it should be" : "WRONG"}: ${what} (exit code ${code})`);
process.exitCode = expected.every(({ code, wanted }) => code === wanted) ? 0 : 1;

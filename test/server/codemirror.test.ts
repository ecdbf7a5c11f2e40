/** The CodeMirror recipe in a real Chromium: underline, hover, fix. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { dist } from "./client.js";

const root = join(import.meta.dirname, "../..");
const program = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (!program) console.warn("SKIPPED: no Chromium here, so the CodeMirror recipe was not tried in one");

const draft = "Work on it goes on 🐂, as planned.\n\nThe county must grasp the niubi nose of reform in Beijing.";

async function page(): Promise<string> {
  const bundle = await build({
    stdin: {
      contents: `
        import { EditorView } from "@codemirror/view";
        import { xindaya } from "./editors/codemirror/xindaya.js";
        window.view = new EditorView({ doc: ${JSON.stringify(draft)}, parent: document.body, extensions: [EditorView.lineWrapping, xindaya()] });`,
      resolveDir: root,
    },
    alias: { xindaya: join(dist, "index.js") },
    bundle: true,
    platform: "browser",
    format: "iife",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  const script = (bundle.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  return `<!doctype html><meta charset="utf-8"><title>x</title><style>body{margin:2em;width:40em;font:16px sans-serif}.cm-editor{border:1px solid #bbb;padding:.5em}</style><body><script>${script}</script>`;
}

it.skipIf(!program)("marks, explains and mends in CodeMirror", { timeout: 120_000 }, async () => {
  const browser = await chromium.launch({ executablePath: program as string, args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 760, height: 320 } });
    const problems: string[] = [];
    tab.on("pageerror", (error) => problems.push(String(error)));
    await tab.setContent(await page());
    const mark = tab.locator(".cm-lintRange-error", { hasText: "niubi nose" });
    await mark.waitFor({ timeout: 30_000 });
    expect(await mark.textContent()).toBe("niubi nose");
    await mark.hover();
    const tooltip = tab.locator(".cm-tooltip-lint");
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toContain("牛鼻子");
    expect(await tooltip.textContent()).toContain("niú bízi");
    const picture = process.env.XINDAYA_PICTURES;
    if (picture) await tab.screenshot({ path: join(picture, "codemirror.png") });
    await tooltip.getByRole("button").filter({ hasText: "key link" }).first().click();
    await mark.waitFor({ state: "detached", timeout: 30_000 });
    const text = await tab.evaluate("window.view.state.doc.toString()");
    expect(text).toBe(draft.replace("niubi nose", "key link"));
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** The VS Code extension: it starts its server and shows what it says; the package builds without a network. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "editors/vscode");
const out = mkdtempSync(join(tmpdir(), "xindaya-vsix-"));
const manifest = createRequire(import.meta.url)(join(folder, "package.json")) as {
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: object };
  };
};

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(folder, "build.mjs")], { cwd: folder, encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
}, 120_000);
afterAll(() => rmSync(out, { recursive: true }));

describe("the extension", () => {
  it("is packaged, server and all, below 4 MB", { timeout: 120_000 }, () => {
    const file = join(out, "xindaya.vsix");
    const vsce = join(root, "node_modules/@vscode/vsce/vsce");
    const run = spawnSync(process.execPath, [vsce, "package", "--no-dependencies", "-o", file], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.status, run.stderr).toBe(0);
    expect(existsSync(file)).toBe(true);
    for (const name of ["extension.cjs", "server.mjs", "details.", "readme.md"]) expect(run.stdout).toContain(name);
    expect(run.stdout).not.toMatch(/src|build\.mjs|tsconfig/);
  });

  it("declares every setting that the server reads, and every command it registers", () => {
    const settings = Object.keys(manifest.contributes.configuration.properties).map((name) =>
      name.replace("xindaya.", ""),
    );
    for (const name of ["enable", "preset", "rules", "configFile", "codeLens", "completion", "delay"])
      expect(settings).toContain(name);
    const commands = manifest.contributes.commands.map(({ command }) => command);
    expect(commands.sort()).toEqual(["xindaya.fixAll", "xindaya.lintWorkspace", "xindaya.lookUp", "xindaya.restart"]);
  });

  it("serves from its bundle, as VS Code starts it", { timeout: 60_000 }, () => {
    // the same file over standard input and output
    const message = (body: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const uri = "untitled:Untitled-1";
    const input = [
      message({
        id: 1,
        method: "initialize",
        params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { score: true } },
      }),
      message({ method: "initialized", params: {} }),
      message({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "plaintext", version: 1, text: "the niubi nose of reform" } },
      }),
      message({
        id: 2,
        method: "textDocument/hover",
        params: { textDocument: { uri }, position: { line: 0, character: 6 } },
      }),
      message({ id: 3, method: "shutdown" }),
    ].join("");
    const code = `
      const { spawn } = require("node:child_process");
      const server = spawn(process.execPath, [${JSON.stringify(join(folder, "dist/server.mjs"))}, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
      let said = "";
      server.stdout.on("data", (chunk) => { said += chunk; if (said.includes('"id":3')) server.stdin.end(); });
      server.on("exit", () => process.stdout.write(said));
      server.stdin.write(${JSON.stringify(input)});`;
    const run = spawnSync(process.execPath, ["-e", code], { cwd: out, encoding: "utf8", timeout: 50_000 });
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("niú bízi");
  });

  it("activates: a client with the right documents, commands, and the score in the status bar", async () => {
    const { runInNewContext } = await import("node:vm");
    const { readFileSync } = await import("node:fs");
    const shown: string[] = [];
    const registered: string[] = [];
    const status = { text: "", show: () => shown.push(status.text), hide: () => {}, dispose() {} };
    const disposable = { dispose() {} };
    const on = () => disposable;
    let notify: ((score: object) => void) | undefined;
    let options: { documentSelector: { language: string; scheme: string }[] } | undefined;
    // the client library is in the bundle and asks VS Code for much; the extension's own code is compiled apart for this
    const { transformSync } = await import("esbuild");
    const source = transformSync(readFileSync(join(folder, "src/extension.ts"), "utf8"), {
      loader: "ts",
      format: "cjs",
    }).code;
    class LanguageClient {
      constructor(_id: string, _name: string, _server: object, given: NonNullable<typeof options>) {
        options = given;
      }
      onNotification(_method: string, handler: (score: object) => void) {
        notify = handler;
      }
      async start() {}
      async stop() {}
    }
    const modules: Record<string, object> = {
      "node:path": await import("node:path"),
      "vscode-languageclient/node": { LanguageClient, TransportKind: { ipc: 1 } },
      vscode: {
        window: {
          createStatusBarItem: () => status,
          onDidChangeActiveTextEditor: on,
          activeTextEditor: { document: { uri: { toString: () => "file:///a.txt" } } },
        },
        workspace: {
          getConfiguration: () => ({ get: (_: string, value: unknown) => value }),
          onDidChangeConfiguration: on,
          onDidCloseTextDocument: on,
        },
        commands: {
          registerCommand: (name: string) => {
            registered.push(name);
            return disposable;
          },
        },
        StatusBarAlignment: { Right: 2 },
        Uri: { parse: (uri: string) => ({ toString: () => uri }) },
      },
    };
    const module = { exports: {} as { activate(context: object): Promise<void>; deactivate(): Promise<void> } };
    runInNewContext(source, { module, exports: module.exports, require: (name: string) => modules[name] });
    await module.exports.activate({ extensionPath: folder, subscriptions: [] });
    expect(options?.documentSelector).toContainEqual({ language: "markdown", scheme: "untitled" });
    expect(registered.sort()).toEqual(["xindaya.fixAll", "xindaya.lookUp", "xindaya.restart"]);
    notify?.({ uri: "file:///a.txt", score: 87.5, text: "MQM score 87.5" });
    expect(shown.at(-1)).toContain("87.5");
    await module.exports.deactivate();
  });
});

/** A client for tests: the built server in a process of its own, spoken to over its pipes. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** Where the build is; another folder than `dist` for those who build beside it. */
export const dist = join(import.meta.dirname, "../..", process.env.XINDAYA_DIST ?? "dist");

/** Arguments for Node that start the server. */
export const serverArguments = [
  "--input-type=module",
  "-e",
  `import { startServer } from ${JSON.stringify(pathToFileURL(join(dist, "server.js")).href)}; startServer();`,
  "--",
  "--stdio",
];

/** Everything that a full client says it can do. */
export const able: ClientCapabilities = {
  workspace: {
    configuration: true,
    applyEdit: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      isPreferredSupport: true,
    },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      versionSupport: true,
    },
  },
  window: { workDoneProgress: true },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** What the client answers when it is asked for its settings. */
  readonly settings?: unknown;
  /** Leaves the handshake to the test. */
  readonly raw?: boolean;
}

export interface TestClient {
  readonly connection: MessageConnection;
  readonly server: ChildProcess;
  readonly folder: string;
  readonly initialized: InitializeResult | undefined;
  /** Requests and notifications that the server sent, by method, in order. */
  readonly sent: { readonly method: string; readonly params: unknown }[];
  readonly stderr: () => string;
  uri(name: string): string;
  open(name: string, text: string, languageId?: string): Promise<readonly Diagnostic[]>;
  /** Replaces a range of offsets, and waits for the diagnostics of the new version. */
  edit(name: string, start: number, end: number, text: string): Promise<readonly Diagnostic[]>;
  apply(edit: WorkspaceEdit | undefined): Promise<readonly Diagnostic[]>;
  textOf(name: string): string;
  diagnostics(name: string, version?: number): Promise<readonly Diagnostic[]>;
  request<T>(method: string, params: unknown): Promise<T>;
  settings: unknown;
  /** @returns the exit code */
  stop(): Promise<number | null>;
}

const running = new Set<TestClient>();

/** For `afterEach`: ends what a test left running. */
export async function stopAll(): Promise<void> {
  for (const client of [...running]) {
    client.server.kill();
    client.connection.dispose();
    rmSync(client.folder, { recursive: true, force: true });
    running.delete(client);
  }
}

export async function start(options: StartOptions = {}): Promise<TestClient> {
  const { capabilities = able, files = {}, initializationOptions, raw = false } = options;
  const folder = mkdtempSync(join(tmpdir(), "xindaya-lsp-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const server = spawn(process.execPath, serverArguments, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  let stderr = "";
  server.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  server.stdin.on("error", () => {});
  // its type hides that it takes handlers for every method
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  ) as unknown as MessageConnection;
  connection.onError(() => {});
  // requests that will have no answer fail at once
  server.once("exit", () => setTimeout(() => connection.dispose(), 200));
  const sent: { method: string; params: unknown }[] = [];
  const documents = new Map<string, TextDocument>();
  const published = new Map<string, PublishDiagnosticsParams>();
  let wake: (() => void)[] = [];

  connection.onRequest((method, params) => {
    sent.push({ method, params });
    if (method === "workspace/configuration") return (params as { items: unknown[] }).items.map(() => client.settings);
    if (method === "workspace/applyEdit") {
      client.apply((params as { edit: WorkspaceEdit }).edit).catch(() => {});
      return { applied: true };
    }
    return null;
  });
  connection.onNotification((method, params) => {
    sent.push({ method, params });
    if (method !== "textDocument/publishDiagnostics") return;
    const told = params as PublishDiagnosticsParams;
    published.set(told.uri, told);
    for (const resolve of wake) resolve();
    wake = [];
  });
  connection.onUnhandledProgress(({ token, value }) => {
    sent.push({ method: "$/progress", params: { token, value } });
  });
  connection.listen();

  const client: TestClient = {
    connection,
    server,
    folder,
    initialized: undefined,
    sent,
    settings: options.settings,
    stderr: () => stderr,
    uri: (name) => (name.includes(":") ? name : pathToFileURL(join(folder, name)).href),
    async open(name, text, languageId = "plaintext") {
      const uri = client.uri(name);
      const document = TextDocument.create(uri, languageId, 1, text);
      documents.set(uri, document);
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
      return await client.diagnostics(name, 1);
    },
    async edit(name, startOffset, endOffset, text) {
      const document = documents.get(client.uri(name)) as TextDocument;
      return await change(document, [
        { range: { start: document.positionAt(startOffset), end: document.positionAt(endOffset) }, newText: text },
      ]);
    },
    async apply(edit) {
      const list = edit?.documentChanges as
        | { textDocument: { uri: string; version: number | null }; edits: TextEdit[] }[]
        | undefined;
      const [uri, edits] = list
        ? [list[0]?.textDocument.uri as string, list[0]?.edits as TextEdit[]]
        : (Object.entries(edit?.changes ?? {})[0] as [string, TextEdit[]]);
      return await change(documents.get(uri) as TextDocument, edits);
    },
    textOf: (name) => documents.get(client.uri(name))?.getText() ?? "",
    async diagnostics(name, version) {
      const uri = client.uri(name);
      const end = Date.now() + 15_000;
      for (;;) {
        const told = published.get(uri);
        if (told && (version === undefined || told.version === version)) return told.diagnostics;
        if (Date.now() > end || server.exitCode !== null)
          throw new Error(`no diagnostics of ${name} at version ${version}\n${stderr}`);
        await new Promise<void>((resolve) => {
          wake.push(resolve);
          setTimeout(resolve, 500);
        });
      }
    },
    request: async <T>(method: string, params: unknown) => (await connection.sendRequest(method, params)) as T,
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const code = await ended(server);
      running.delete(client);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  running.add(client);

  /** Edits apply from the last to the first, so that none moves another. */
  async function change(document: TextDocument, edits: readonly TextEdit[]): Promise<readonly Diagnostic[]> {
    const version = document.version + 1;
    const changes = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    documents.set(document.uri, TextDocument.update(document, changes, version));
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: document.uri, version },
      contentChanges: changes,
    });
    return await client.diagnostics(document.uri, version);
  }

  if (raw) return client;
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  return Object.assign(client, { initialized });
}

/** @returns the exit code of a process, once it has ended */
export function ended(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return Promise.resolve(server.exitCode);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the server did not end")), 10_000);
    server.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

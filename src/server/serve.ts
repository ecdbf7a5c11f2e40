/** What the server answers to what the client sends. */
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type ProtocolNotificationType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { actionKinds, actionsFor } from "./actions.js";
import { type Client, clientOf } from "./client.js";
import { commands } from "./commands.js";
import { completionAt } from "./completion.js";
import type { ConfigChange } from "./config-edit.js";
import { createConfigs } from "./configs.js";
import { diagnosticsOf } from "./diagnostics.js";
import { createDrafts, type Draft, pathOf } from "./drafts.js";
import { hoverAt } from "./hover.js";
import { changeConfig, configPathOf, entryAllowing, fileFrom } from "./project.js";
import { sayStanding, standingOf } from "./score.js";
import { defaultSettings, type EditorSettings, readSettings } from "./settings.js";
import { lookUp } from "./terms.js";
import { lintWorkspace } from "./workspace.js";

/** Files whose change may change findings elsewhere. Terms and words may stand in any YAML or JSON file. */
const watched = ["**/xindaya.config.{yml,yaml,json}", "**/package.json", "**/*.{yml,yaml}"];
const configName = /(?:xindaya\.config\.(?:ya?ml|json)|package\.json|\.ya?ml)$/;

/** Concepts that a look-up returns. */
const mostFound = 50;

export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  let client: Client = clientOf({ processId: null, rootUri: null, capabilities: {} });
  let folders: readonly string[] = [];
  let initial = defaultSettings;
  const told = new Set<string>();
  const waiting = new Map<string, NodeJS.Timeout>();

  const configs = createConfigs(defaultSettings, () => folders[0] ?? process.cwd(), complain);
  const drafts = createDrafts(configs);

  /** Says a thing once, not at every keystroke. */
  function complain(message: string): void {
    if (told.has(message)) return;
    told.add(message);
    show(MessageType.Warning, message);
  }

  function show(type: MessageType, message: string): void {
    connection.sendNotification(ShowMessageNotification.type, { type, message: `xindaya: ${message}` }).catch(() => {});
  }

  /** What a handler throws is logged, and the client gets the answer that nothing is there. */
  function guarded<Params extends readonly unknown[], Answer>(
    otherwise: Answer,
    handle: (...params: Params) => Answer | Promise<Answer>,
  ): (...params: Params) => Promise<Answer> {
    return async (...params) => {
      try {
        return await handle(...params);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return otherwise;
      }
    };
  }

  /** The draft of an open document, or `undefined`; a client may ask about what it never opened. */
  async function draftOf(uri: string | undefined): Promise<Draft | undefined> {
    const document = uri === undefined ? undefined : documents.get(uri);
    return document && (await drafts.of(document));
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = clientOf(params);
    folders = foldersOf(params);
    const { settings, faults } = readSettings(params.initializationOptions);
    initial = settings;
    configs.reload(settings);
    for (const fault of faults) connection.console.warn(fault);
    return {
      serverInfo: { name: "xindaya" },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        hoverProvider: true,
        completionProvider: { resolveProvider: false },
        codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: false },
        codeLensProvider: { resolveProvider: false },
        executeCommandProvider: { commands: Object.values(commands) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    guarded(undefined, async () => {
      if (client.registersConfiguration)
        await register(DidChangeConfigurationNotification.type, { section: "xindaya" });
      if (client.registersWatchers) {
        await register(DidChangeWatchedFilesNotification.type, {
          watchers: watched.map((globPattern) => ({ globPattern })),
        });
      }
      if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
      await readConfiguration(undefined);
    }),
  );

  /** A client may refuse what it said it could do. */
  async function register<Params, Options>(
    type: ProtocolNotificationType<Params, Options>,
    options: Options,
  ): Promise<void> {
    try {
      await connection.client.register(type, options);
    } catch (error) {
      connection.console.warn(`the client did not register ${type.method}: ${(error as Error).message}`);
    }
  }

  /** @param pushed what a client sent that cannot be asked */
  async function readConfiguration(pushed: unknown): Promise<void> {
    let given = pushed;
    if (client.configuration) {
      try {
        given = await connection.workspace.getConfiguration("xindaya");
      } catch (error) {
        connection.console.warn(`the client gave no settings: ${(error as Error).message}`);
      }
    }
    const { settings, faults } = readSettings(given, initial);
    for (const fault of faults) complain(fault);
    const before = configs.settings;
    configs.reload(settings);
    if (JSON.stringify(before) !== JSON.stringify(settings)) told.clear();
    refresh(before, settings);
  }

  function refresh(before?: EditorSettings, after?: EditorSettings): void {
    for (const document of documents.all()) soon(document, 0);
    if (client.lensRefresh && before?.codeLens !== after?.codeLens)
      connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
  }

  connection.onDidChangeConfiguration(guarded(undefined, ({ settings }) => readConfiguration(settings)));

  connection.onDidChangeWatchedFiles(
    guarded(undefined, (params) => {
      const changes = params?.changes ?? [];
      if (!changes.some(({ uri }) => configName.test(uri) && !uri.includes("/node_modules/"))) return;
      reload();
    }),
  );

  function reload(): void {
    told.clear();
    configs.reload(configs.settings);
    refresh();
  }

  const foldersChanged = guarded(undefined, ({ added, removed }: WorkspaceFoldersChangeEvent) => {
    const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
    const come = added.map(({ uri }) => pathOf(uri)).filter((path) => path !== undefined);
    folders = [...folders.filter((folder) => !gone.has(folder)), ...come];
    reload();
  });

  documents.onDidChangeContent(({ document }) => soon(document, document.version <= 1 ? 0 : configs.settings.delay));

  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    drafts.forget(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  });

  function soon(document: TextDocument, delay: number): void {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(() => publish(document.uri), delay),
    );
  }

  const publish = guarded(undefined, async (uri: string) => {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const { generation } = configs;
    const draft = await drafts.of(document);
    // the text or the settings went on meanwhile; the next check is on the way
    if (documents.get(uri)?.version !== version || configs.generation !== generation) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: draft ? diagnosticsOf(draft, client) : [] });
    if (draft && client.wantsScore) {
      const standing = standingOf(draft.findings, draft.projection);
      await connection.sendNotification("xindaya/score", { uri, version, ...standing, text: sayStanding(standing) });
    }
  });

  connection.onHover(
    guarded(null, async ({ textDocument, position }) => {
      const draft = await draftOf(textDocument?.uri);
      return draft ? hoverAt(draft, position, client) : null;
    }),
  );

  connection.onCompletion(
    guarded(null, async ({ textDocument, position }) => {
      if (!configs.settings.completion) return null;
      const draft = await draftOf(textDocument?.uri);
      return draft ? completionAt(draft, position, client) : null;
    }),
  );

  connection.onCodeAction(
    guarded(null, async (params) => {
      const draft = await draftOf(params.textDocument?.uri);
      return draft ? actionsFor(draft, params, client) : null;
    }),
  );

  connection.onCodeLens(
    guarded(null, async ({ textDocument }) => {
      if (!configs.settings.codeLens) return null;
      const draft = await draftOf(textDocument?.uri);
      if (!draft) return null;
      const start = { line: 0, character: 0 };
      const title = sayStanding(standingOf(draft.findings, draft.projection));
      return [{ range: { start, end: start }, command: { title, command: "" } }];
    }),
  );

  connection.onExecuteCommand(async (params, token) => {
    try {
      return (await execute(params, token)) ?? null;
    } catch (error) {
      show(MessageType.Error, (error as Error).message);
      return null;
    }
  });

  async function execute(
    { command, arguments: args = [] }: ExecuteCommandParams,
    token: CancellationToken,
  ): Promise<unknown> {
    const texts = args.filter((argument): argument is string => typeof argument === "string" && argument !== "");
    const [first = "", second = "", third = ""] = texts;
    switch (command) {
      case commands.findTerms:
        return lookUp(first, undefined, mostFound);
      case commands.lintWorkspace: {
        const report = await lintWorkspace(folders, drafts, client, connection, token, (uri) => documents.get(uri));
        for (const failure of report.failures) connection.console.warn(failure);
        return report;
      }
      case commands.addWord:
        return texts.length === 2 ? await change(first, () => ({ kind: "word", word: second })) : null;
      case commands.addTerm:
        return texts.length === 3
          ? await change(first, ({ termbases }) => ({ kind: "term", entry: entryAllowing(second, third, termbases) }))
          : null;
      case commands.switchOff:
        return texts.length === 2 ? await change(first, () => ({ kind: "rule", rule: second })) : null;
      case commands.ignoreInFile:
        return texts.length === 2
          ? await change(first, ({ file }) => ({ kind: "rule-in-file", rule: second, file }))
          : null;
      default:
        throw new Error(`there is no command ${command}`);
    }
  }

  /** @returns the address of the configuration that was changed */
  async function change(
    uri: string,
    changeFor: (about: { readonly termbases: Draft["settings"]["termbases"]; readonly file: string }) => ConfigChange,
  ): Promise<string> {
    const draft = await draftOf(uri);
    if (!draft) throw new Error("the document is not open");
    const { path, configFile, settings } = draft;
    const file = configPathOf({ configFile, folder: folderOf(path), path, termbases: settings.termbases });
    const about = { termbases: settings.termbases, file: fileFrom(file, path ?? file) };
    await changeConfig(file, changeFor(about), connection, (address) => documents.get(address));
    reload();
    return pathToFileURL(file).href;
  }

  /** The workspace folder that holds a file, or the file's own folder. */
  function folderOf(path: string | undefined): string {
    const holding = folders.filter((folder) => path?.startsWith(folder)).sort((a, b) => b.length - a.length);
    return holding[0] ?? (path === undefined ? (folders[0] ?? process.cwd()) : dirname(path));
  }

  connection.onShutdown(() => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
  });

  documents.listen(connection);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(pathOf).filter((path) => path !== undefined);
}

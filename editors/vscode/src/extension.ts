/** The VS Code extension: a shell around the language server. */
import { join } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** What the server knows of a term; see `Concept` of the package. */
interface Concept {
  readonly zh: string;
  readonly pinyin: string;
  readonly preferred: string;
  readonly admitted: readonly string[];
  readonly definition: string;
}

interface Score {
  readonly uri: string;
  readonly score: number;
  readonly text: string;
}

const languages = ["plaintext", "markdown", "mdx", "html", "latex", "tex", "git-commit"];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = join(context.extensionPath, "dist", "server.mjs");
  const settings = () => vscode.workspace.getConfiguration("xindaya");
  client = new LanguageClient(
    "xindaya",
    "xindaya",
    { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
    {
      documentSelector: languages.flatMap((language) => ["file", "untitled", "vscode-vfs"].map((scheme) => ({ language, scheme }))),
      initializationOptions: { score: true },
      synchronize: { configurationSection: "xindaya" },
    },
  );
  const status = vscode.window.createStatusBarItem("xindaya.score", vscode.StatusBarAlignment.Right, 90);
  status.name = "xindaya: MQM score";
  status.command = "workbench.actions.view.problems";
  const scores = new Map<string, Score>();
  const show = () => {
    const score = scores.get(vscode.window.activeTextEditor?.document.uri.toString() ?? "");
    if (!score || !settings().get("statusBar", true)) return status.hide();
    status.text = `$(book) ${score.score.toFixed(1)}`;
    status.tooltip = score.text;
    status.show();
  };
  client.onNotification("xindaya/score", (score: Score) => {
    scores.set(vscode.Uri.parse(score.uri).toString(), score);
    show();
  });
  context.subscriptions.push(
    status,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeConfiguration(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => scores.delete(uri.toString())),
    vscode.commands.registerCommand("xindaya.restart", () => client?.restart()),
    vscode.commands.registerCommand("xindaya.lookUp", lookUp),
    vscode.commands.registerCommand("xindaya.fixAll", () =>
      vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.xindaya", apply: "first" }),
    ),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Looks a term up as it is typed, and puts the chosen rendering in place of the selection. */
function lookUp(): void {
  const editor = vscode.window.activeTextEditor;
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem>();
  pick.placeholder = "Chinese, pinyin or English: 牛鼻子, niubizi, key link";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  let turn = 0;
  const search = async (query: string) => {
    const mine = ++turn;
    if (query.trim() === "") {
      pick.items = [];
      return;
    }
    const found = (await client?.sendRequest("workspace/executeCommand", {
      command: "xindaya.findTerms",
      arguments: [query],
    })) as readonly Concept[] | null;
    // an answer to an older query comes too late
    if (mine !== turn) return;
    pick.items = (found ?? []).flatMap(({ zh, pinyin, preferred, admitted, definition }) =>
      [preferred, ...admitted].map((label) => ({ label, description: `${zh} ${pinyin}`, detail: definition, alwaysShow: true })),
    );
  };
  pick.onDidChangeValue(search);
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen && editor) void editor.edit((edit) => edit.replace(editor.selection, chosen.label));
    pick.hide();
  });
  pick.onDidHide(() => pick.dispose());
  const selected = editor?.document.getText(editor.selection) ?? "";
  pick.value = selected.length < 60 ? selected : "";
  void search(pick.value);
  pick.show();
}

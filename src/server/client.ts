/** What the client can do, asked once. Clients leave out what they do not know. */
import type { InitializeParams } from "vscode-languageserver/node";

export interface Client {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly related: boolean;
  readonly links: boolean;
  readonly data: boolean;
  /** Without it, code actions are commands. Ours need it. */
  readonly actionLiterals: boolean;
  readonly documentChanges: boolean;
  readonly markdown: { readonly hover: boolean; readonly completion: boolean };
  readonly progress: boolean;
  readonly changesFolders: boolean;
  readonly lensRefresh: boolean;
  /** The client asked to be told the score of each document it opens. */
  readonly wantsScore: boolean;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities ?? {};
  const publish = textDocument?.publishDiagnostics;
  const isMarkdown = (formats: readonly string[] | undefined) => formats?.includes("markdown") === true;
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    related: publish?.relatedInformation === true,
    links: publish?.codeDescriptionSupport === true,
    data: publish?.dataSupport === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    markdown: {
      hover: isMarkdown(textDocument?.hover?.contentFormat),
      completion: isMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    },
    changesFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    wantsScore: (initializationOptions as { score?: unknown } | null | undefined)?.score === true,
  };
}

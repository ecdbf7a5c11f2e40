/** Linting every file of the workspace, with progress and a way to stop. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { CancellationToken, Connection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pointsOf, scoreOf } from "../cli/score.js";
import type { Client } from "./client.js";
import { diagnosticsOf } from "./diagnostics.js";
import type { Drafts } from "./drafts.js";
import { standingOf } from "./score.js";

export interface WorkspaceReport {
  readonly files: number;
  readonly findings: number;
  readonly score: number;
  readonly words: number;
  /** False when the user stopped it. */
  readonly complete: boolean;
  /** Files that could not be read, with what is wrong. */
  readonly failures: readonly string[];
}

/** @param isOpen documents that are open have their diagnostics already */
export async function lintWorkspace(
  folders: readonly string[],
  drafts: Drafts,
  client: Client,
  connection: Connection,
  token: CancellationToken,
  isOpen: (uri: string) => TextDocument | undefined,
): Promise<WorkspaceReport> {
  const [{ findInputs, shownPath }, { decode }, { formatOf }] = await Promise.all([
    import("../cli/inputs.js"),
    import("../cli/read.js"),
    import("../cli/formats.js"),
  ]);
  const progress = client.progress
    ? await connection.window.createWorkDoneProgress().catch(() => undefined)
    : undefined;
  progress?.begin("xindaya", 0, "looking for files", true);
  const stopped = () => token.isCancellationRequested || progress?.token.isCancellationRequested === true;
  let files = 0;
  let findings = 0;
  let points = 0;
  let words = 0;
  const failures: string[] = [];
  try {
    const paths = (await Promise.all(folders.map((folder) => findInputs([folder], folder)))).flatMap(
      ({ paths }) => paths,
    );
    const unique = [...new Set(paths)].filter((path) => formatOf(path) !== "docx");
    for (const [at, path] of unique.entries()) {
      if (stopped()) break;
      const shown = shownPath(path, folders[0] ?? "");
      progress?.report(Math.round((at / unique.length) * 100), shown);
      const uri = pathToFileURL(path).href;
      const open = isOpen(uri);
      try {
        const document =
          open ?? TextDocument.create(uri, languageOf(formatOf(path)), 0, decode(readFileSync(path), shown).text);
        const draft = await drafts.of(document);
        if (draft) {
          files++;
          findings += draft.findings.length;
          points += pointsOf(draft.findings);
          words += standingOf(draft.findings, draft.projection).words;
          if (!open) await connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(draft, client) });
        }
      } catch (error) {
        failures.push(`${shown}: ${(error as Error).message}`);
      } finally {
        if (!open) drafts.forget(uri);
      }
      // lets requests and a cancellation in
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    progress?.done();
  }
  return { files, findings, words, score: scoreOf(points, words).score, complete: !stopped(), failures };
}

function languageOf(format: string): string {
  return format === "text" ? "plaintext" : format;
}

/** Commands that change the project's configuration. */
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Connection } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TermEntry } from "../termbase/compile.js";
import type { Termbase } from "../termbase/termbase.js";
import { type ConfigChange, editConfig } from "./config-edit.js";
import { conceptNamed } from "./terms.js";

export interface Project {
  /** The configuration file for a document, if there is one. */
  readonly configFile: string | undefined;
  /** Where one is made if there is none. */
  readonly folder: string;
  /** The document's own path. */
  readonly path: string | undefined;
  readonly termbases: readonly Termbase[];
}

const newConfig = "xindaya.config.yml";

/** An entry that makes `english` a right name for the concept. */
export function entryAllowing(zh: string, english: string, termbases: readonly Termbase[]): TermEntry {
  const concept = conceptNamed(zh, termbases);
  const allowed = english.replace(/\s+/g, " ").replace(/^["“”]|["“”]$/g, "");
  return concept
    ? { zh, preferred: concept.preferred, admitted: [...new Set([...concept.admitted, allowed])] }
    : { zh, preferred: allowed };
}

/** @returns the path of a file as a configuration names it */
export function fileFrom(configFile: string, path: string): string {
  return relative(dirname(configFile), path).split(sep).join("/");
}

export function configPathOf({ configFile, folder }: Project): string {
  return configFile ?? join(folder, newConfig);
}

/**
 * Changes the configuration: in the editor where it is open, so that nothing unsaved is lost, else on the disk.
 *
 * @returns the file
 * @throws Error that says what stands in the way
 */
export async function changeConfig(
  file: string,
  change: ConfigChange,
  connection: Connection,
  openDocument: (uri: string) => TextDocument | undefined,
): Promise<string> {
  const uri = pathToFileURL(file).href;
  const open = openDocument(uri);
  const before = open ? open.getText() : existsSync(file) ? readFileSync(file, "utf8") : "";
  let after: string;
  try {
    after = editConfig(before, basename(file), change);
  } catch (error) {
    throw new Error(`${file} ${(error as Error).message}`);
  }
  if (after === before) return file;
  if (!open) {
    await writeFile(file, after);
    return file;
  }
  const range = { start: open.positionAt(0), end: open.positionAt(before.length) };
  const answer = await connection.workspace.applyEdit({
    label: "xindaya",
    edit: { changes: { [uri]: [{ range, newText: after }] } },
  });
  if (!answer?.applied) throw new Error(`${file} is open, and the editor did not take the change`);
  return file;
}

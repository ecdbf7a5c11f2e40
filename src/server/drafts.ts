/** The open documents as linted: findings kept until the text, or what applies to it, changes. */
import { fileURLToPath } from "node:url";
import type { Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../finding.js";
import { incrementalLinter } from "../incremental.js";
import type { Settings } from "../options.js";
import type { Projection } from "../text/projection.js";
import type { Configs } from "./configs.js";
import { type Notation, type Reader, readerOf } from "./readers.js";

/** A document at one version. */
export interface Draft {
  readonly uri: string;
  readonly version: number;
  readonly language: string;
  readonly path: string | undefined;
  /** As the editor has it. */
  readonly document: TextDocument;
  /** Without a byte order mark, as findings count it. */
  readonly source: string;
  readonly projection: Projection;
  readonly notation: Notation | undefined;
  readonly settings: Settings;
  readonly configFile: string | undefined;
  /** Offsets count in `source`. */
  readonly findings: readonly Finding[];
  /** Where a range of `source` stands in the editor. */
  rangeOf(place: { readonly start: number; readonly end: number }): Range;
  /** An offset in `source` of a place in the editor. */
  offsetAt(position: { readonly line: number; readonly character: number }): number;
}

export interface Drafts {
  /** @returns the document linted as it is now; `undefined` when it is not to be checked */
  of(document: TextDocument): Promise<Draft | undefined>;
  forget(uri: string): void;
}

interface Kept {
  readonly settings: Settings;
  readonly reader: Reader;
  readonly language: string;
  readonly lint: (projection: Projection) => Finding[];
  draft: Draft | undefined;
}

/** @returns the path of a `file:` address, `undefined` for any other */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // an address of another machine's, or none at all
    return undefined;
  }
}

export function createDrafts(configs: Configs): Drafts {
  const kept = new Map<string, Kept>();

  async function of(document: TextDocument): Promise<Draft | undefined> {
    const { uri, languageId: language } = document;
    const path = pathOf(uri);
    const { settings, file } = await configs.of(path);
    if (!settings) {
      kept.delete(uri);
      return undefined;
    }
    let known = kept.get(uri);
    if (!known || known.settings !== settings || known.language !== language) {
      const reader = await readerOf(language, path);
      known = { settings, reader, language, lint: incrementalLinter(settings), draft: undefined };
      kept.set(uri, known);
    }
    if (known.draft?.version !== document.version || known.draft.document !== document) {
      known.draft = draftOf(document, path, file, known);
    }
    return known.draft;
  }

  return { of, forget: (uri) => void kept.delete(uri) };
}

function draftOf(document: TextDocument, path: string | undefined, configFile: string | undefined, known: Kept): Draft {
  const { settings, reader, language, lint } = known;
  const whole = document.getText();
  const mark = whole.startsWith("\ufeff") ? 1 : 0;
  const source = whole.slice(mark);
  const projection = reader.read(source);
  return {
    uri: document.uri,
    version: document.version,
    language,
    path,
    document,
    source,
    projection,
    notation: reader.notation,
    settings,
    configFile,
    findings: lint(projection),
    rangeOf: ({ start, end }) => ({ start: document.positionAt(start + mark), end: document.positionAt(end + mark) }),
    offsetAt: (position) => Math.max(0, document.offsetAt(position) - mark),
  };
}

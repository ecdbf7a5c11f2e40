/** Code actions: replacements, ways to silence, and all safe fixes at once. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { Finding } from "../finding.js";
import type { Client } from "./client.js";
import { commands } from "./commands.js";
import type { Draft } from "./drafts.js";
import { type Insertion, ignoreHere, ignoreInFile } from "./ignore.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.xindaya`;

export const actionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** Replacements shown of one finding. */
const mostAlternatives = 6;

export function actionsFor(draft: Draft, { range, context }: CodeActionParams, client: Client): CodeAction[] {
  if (!client.actionLiterals) return [];
  const wanted = context?.only;
  const wants = (kind: string) =>
    !wanted || wanted.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === "");
  const start = draft.offsetAt(range.start);
  const end = draft.offsetAt(range.end);
  const here = draft.findings.filter(
    (finding) => finding.start <= Math.max(start, end) && finding.end >= Math.min(start, end),
  );
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of here) actions.push(...fixesOf(finding, draft, context?.diagnostics ?? [], client));
  }
  if (wants(fixAllKind)) {
    const edits = safeEdits(draft);
    if (edits.length > 0)
      actions.push({ title: "Fix all that is safe to fix", kind: fixAllKind, edit: editOf(draft, edits, client) });
  }
  return actions;
}

function fixesOf(finding: Finding, draft: Draft, told: readonly Diagnostic[], client: Client): CodeAction[] {
  const place = draft.rangeOf(finding);
  const diagnostics = told.filter(
    ({ code, range }) =>
      code === finding.ruleId &&
      range?.start?.line === place.start.line &&
      range.start.character === place.start.character,
  );
  const action = (title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...rest,
  });
  const actions = finding.expected.slice(0, mostAlternatives).map((text, at) =>
    action(text === "" ? "Take it out" : `Replace with “${shown(text)}”`, {
      isPreferred: at === 0,
      edit: editOf(draft, [{ range: place, newText: text }], client),
    }),
  );
  const alike = apart(draft.findings.filter((other) => isAlike(other, finding)));
  if (alike.length > 1) {
    const edits = alike.map((other) => ({ range: draft.rangeOf(other), newText: other.expected[0] as string }));
    actions.push(
      action(`Replace all ${alike.length} like “${shown(finding.actual)}” in this file`, {
        edit: editOf(draft, edits, client),
      }),
    );
  }
  actions.push(...silencesOf(finding, draft, client).map(({ title, ...rest }) => action(title, rest)));
  return actions;
}

function silencesOf(finding: Finding, draft: Draft, client: Client): CodeAction[] {
  const { ruleId, zh, actual } = finding;
  const { uri } = draft;
  const actions: CodeAction[] = [];
  const insert = ({ at, text }: Insertion): WorkspaceEdit =>
    editOf(draft, [{ range: draft.rangeOf({ start: at, end: at }), newText: text }], client);
  const command = (title: string, name: string, ...args: unknown[]): CodeAction => ({
    title,
    command: { title, command: name, arguments: [uri, ...args] },
  });
  if (zh !== undefined) {
    actions.push(command(`Allow “${shown(actual)}” for ${zh} in this project`, commands.addTerm, zh, actual));
  }
  if (ruleId === "spelling") {
    actions.push(command(`Add “${shown(actual)}” to the words of this project`, commands.addWord, actual));
  }
  if (ruleId === "unused-directive") return actions;
  const here = ignoreHere(draft, finding);
  if (here) actions.push({ title: `Ignore ${ruleId} here`, edit: insert(here) });
  const inFile = ignoreInFile(draft, ruleId);
  if (inFile) actions.push({ title: `Ignore ${ruleId} in this file`, edit: insert(inFile) });
  else if (draft.path !== undefined)
    actions.push(command(`Ignore ${ruleId} in this file`, commands.ignoreInFile, ruleId));
  actions.push(command(`Switch ${ruleId} off in this project`, commands.switchOff, ruleId));
  return actions;
}

/** The same rule, of the same concept or the same words. */
function isAlike(other: Finding, { ruleId, zh, actual, expected }: Finding): boolean {
  if (other.ruleId !== ruleId || other.expected.length === 0 || expected.length === 0) return false;
  return zh === undefined ? other.actual.toLowerCase() === actual.toLowerCase() : other.zh === zh;
}

/** Of findings that overlap only the first is kept. */
function apart(findings: readonly Finding[]): Finding[] {
  let end = 0;
  return findings.filter((finding) => {
    if (finding.start < end) return false;
    end = finding.end;
    return true;
  });
}

function safeEdits(draft: Draft): TextEdit[] {
  return apart(draft.findings.filter(({ fixable }) => fixable)).map((finding) => ({
    range: draft.rangeOf(finding),
    newText: finding.expected[0] as string,
  }));
}

/** With the version where the client checks it, so that an edit never meets a text it was not made for. */
function editOf({ uri, version }: Draft, edits: TextEdit[], client: Client): WorkspaceEdit {
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

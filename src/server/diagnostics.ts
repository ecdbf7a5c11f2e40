/** Findings as diagnostics. */
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import type { Finding, Level } from "../finding.js";
import type { Client } from "./client.js";
import type { Draft } from "./drafts.js";

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function diagnosticOf(finding: Finding, draft: Draft, client: Client): Diagnostic {
  const { ruleId, level, message, url, related, expected, zh } = finding;
  return {
    range: draft.rangeOf(finding),
    severity: severities[level],
    code: ruleId,
    ...(client.links && { codeDescription: { href: url } }),
    source: "xindaya",
    message,
    ...(client.related &&
      related && {
        relatedInformation: related.map((other) => ({
          location: {
            uri: draft.uri,
            range: draft.rangeOf({ start: other.place.start.offset, end: other.place.end.offset }),
          },
          message: other.message,
        })),
      }),
    // for clients that show or use it; our own fixes are worked out from the text
    ...(client.data && { data: { expected: [...expected], ...(zh !== undefined && { zh }) } }),
  };
}

export function diagnosticsOf(draft: Draft, client: Client): Diagnostic[] {
  return draft.findings.map((finding) => diagnosticOf(finding, draft, client));
}

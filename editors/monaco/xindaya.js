/** Monaco: findings as markers, their fixes as code actions. */
import { createLinter } from "xindaya";

/**
 * @param monaco the Monaco API
 * @param model the text model to check
 * @param {import("xindaya").LintOptions} [options] as `lint` takes them
 * @returns a disposable
 */
export function xindaya(monaco, model, options) {
  const lint = createLinter(options);
  const severities = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  let findings = [];
  let timer;

  function check() {
    // lines and columns count from 1 in both, in UTF-16
    findings = lint(model.getValue());
    const markers = findings.map((finding) => ({
      startLineNumber: finding.line,
      startColumn: finding.column,
      endLineNumber: finding.endLine,
      endColumn: finding.endColumn,
      severity: severities[finding.level],
      message: [finding.message, finding.note].filter(Boolean).join("\n"),
      code: { value: finding.ruleId, target: monaco.Uri.parse(finding.url) },
      source: "xindaya",
    }));
    monaco.editor.setModelMarkers(model, "xindaya", markers);
  }

  const actions = monaco.languages.registerCodeActionProvider(model.getLanguageId(), {
    provideCodeActions(asked, range) {
      if (asked !== model) return { actions: [], dispose() {} };
      const here = findings.filter(({ line, column, endLine, endColumn }) =>
        monaco.Range.areIntersectingOrTouching(range, new monaco.Range(line, column, endLine, endColumn)),
      );
      const list = here.flatMap((finding) =>
        finding.expected.map((text, at) => ({
          title: `Replace with “${text}”`,
          kind: "quickfix",
          isPreferred: at === 0,
          edit: {
            edits: [
              {
                resource: model.uri,
                versionId: model.getVersionId(),
                textEdit: { range: new monaco.Range(finding.line, finding.column, finding.endLine, finding.endColumn), text },
              },
            ],
          },
        })),
      );
      return { actions: list, dispose() {} };
    },
  });
  const changes = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(check, 300);
  });
  check();
  return {
    dispose() {
      clearTimeout(timer);
      actions.dispose();
      changes.dispose();
      monaco.editor.setModelMarkers(model, "xindaya", []);
    },
  };
}

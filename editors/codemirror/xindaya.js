/** A CodeMirror 6 extension: findings underlined, their notes on hover, their fixes as buttons. */
import { linter } from "@codemirror/lint";
import { createLinter } from "xindaya";

/**
 * @param {import("xindaya").LintOptions} [options] as `lint` takes them; `format: "markdown"` for Markdown
 * @returns an extension for one editor
 */
export function xindaya(options) {
  const lint = createLinter(options);
  // offsets are UTF-16 in both, and a line break is one character in CodeMirror's text
  return linter((view) => lint(view.state.doc.toString()).map(diagnosticOf), { delay: 300 });
}

function diagnosticOf({ start, end, level, message, note, ruleId, expected }) {
  return {
    from: start,
    to: end,
    severity: level,
    source: `xindaya: ${ruleId}`,
    message,
    renderMessage: () => element([message.replaceAll("`", "“").replace(/“([^“]*)“/g, "“$1”"), note].filter(Boolean).join("\n")),
    actions: expected.map((text) => ({
      name: text === "" ? "Take it out" : text,
      apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: text } }),
    })),
  };
}

function element(text) {
  const box = document.createElement("div");
  box.style.whiteSpace = "pre-line";
  box.textContent = text;
  return box;
}

/** What is said of the place under the pointer: the finding there, or the term. */
import type { Hover, Position } from "vscode-languageserver/node";
import type { Finding } from "../finding.js";
import type { Client } from "./client.js";
import type { Draft } from "./drafts.js";
import { conceptNamed, describe, markdown, plain, type Style, termAt } from "./terms.js";

export function hoverAt(draft: Draft, position: Position, client: Client): Hover | null {
  const style = client.markdown.hover ? markdown : plain;
  const offset = draft.offsetAt(position);
  const here = draft.findings.filter(({ start, end }) => start <= offset && offset <= end);
  const contents = (value: string) =>
    client.markdown.hover ? { kind: "markdown" as const, value } : { kind: "plaintext" as const, value };
  // the narrowest finding is what the pointer means
  const [first, ...others] = here.sort((a, b) => a.end - a.start - (b.end - b.start));
  if (first) {
    const value = [first, ...others]
      .map((finding) => explain(finding, draft, style))
      .join(style === markdown ? "\n\n---\n\n" : "\n\n");
    return { contents: contents(value), range: draft.rangeOf(first) };
  }
  const term = termAt(draft, offset);
  return term ? { contents: contents(describe(term.concept, style)), range: draft.rangeOf(term) } : null;
}

function explain({ message, expected, note, zh, ruleId, url }: Finding, { settings }: Draft, style: Style): string {
  const concept = zh === undefined ? undefined : conceptNamed(zh, settings.termbases);
  const instead = expected.length > 0 ? `Say ${expected.map((text) => style.code(text)).join(" or ")}` : "";
  return [
    style === markdown ? message : message.replace(/`/g, '"'),
    instead,
    concept ? describe(concept, style) : style.plain(note),
    `xindaya: ${style.link(ruleId, url)}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

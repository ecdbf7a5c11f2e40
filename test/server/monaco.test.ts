/** The Monaco recipe against a stand-in of the API that it calls. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

vi.mock("xindaya", () => import("../../src/index.js"));
// @ts-expect-error the recipe is JavaScript, for pages without a build
const { xindaya } = await import("../../editors/monaco/xindaya.js");

interface Marker {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly message: string;
  readonly severity: number;
}

interface Action {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edit: { readonly edits: readonly { readonly textEdit: { readonly text: string } }[] };
}

class Range {
  constructor(
    readonly line: number,
    readonly column: number,
    readonly endLine: number,
    readonly endColumn: number,
  ) {}
  static areIntersectingOrTouching(a: Range, b: Range): boolean {
    const before = (one: Range, other: Range) =>
      one.endLine < other.line || (one.endLine === other.line && one.endColumn < other.column);
    return !before(a, b) && !before(b, a);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sets markers, follows edits and offers the fixes", () => {
  let text = "Good.\n\nThe 🐂 niubi nose of reform.";
  let markers: Marker[] = [];
  let changed = () => {};
  let provider = { provideCodeActions: (_model: unknown, _range: Range): { actions: Action[] } => ({ actions: [] }) };
  const model = {
    uri: "inmemory://1",
    getValue: () => text,
    getLanguageId: () => "plaintext",
    getVersionId: () => 1,
    onDidChangeContent(listener: () => void) {
      changed = listener;
      return { dispose() {} };
    },
  };
  const monaco = {
    MarkerSeverity: { Error: 8, Warning: 4, Info: 2 },
    Uri: { parse: (uri: string) => uri },
    Range,
    editor: {
      setModelMarkers(_model: unknown, _owner: string, list: Marker[]) {
        markers = list;
      },
    },
    languages: {
      registerCodeActionProvider(_language: string, given: typeof provider) {
        provider = given;
        return { dispose() {} };
      },
    },
  };
  const checking = xindaya(monaco, model);
  const marker = markers.find(({ message }) => message.includes("牛鼻子"));
  expect(marker).toMatchObject({ startLineNumber: 3, startColumn: 8, endColumn: 18, severity: 8 });
  const [first] = provider.provideCodeActions(model, new Range(3, 10, 3, 10)).actions;
  expect(first).toMatchObject({ title: expect.stringContaining("key link"), isPreferred: true });
  text = text.replace("niubi nose", first?.edit.edits[0]?.textEdit.text ?? "");
  changed();
  vi.runAllTimers();
  expect(markers.some(({ message }) => message.includes("牛鼻子"))).toBe(false);
  checking.dispose();
  expect(markers).toEqual([]);
});

/** One thing after another that an editor asks of the server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, CodeLens, CompletionList, Diagnostic, Hover } from "vscode-languageserver/node";
import { start, stopAll, type TestClient } from "./client.js";

afterEach(stopAll);

const draft =
  "The county must grasp the niubi nose of reform.\n\nIt is a “game of chess” for the whole city of Beijing.\n";

/** The range of a stretch of one document, by what it says. */
function rangeOf(client: TestClient, name: string, words: string) {
  const text = client.textOf(name);
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, at).split("\n");
  const line = before.length - 1;
  const character = (before.at(-1) as string).length;
  return { start: { line, character }, end: { line, character: character + words.length } };
}

async function actionsAt(client: TestClient, name: string, words: string, only?: string[]): Promise<CodeAction[]> {
  const range = rangeOf(client, name, words);
  const diagnostics = await client.diagnostics(name);
  const context = {
    diagnostics: diagnostics.filter((item) => item.range.start.line === range.start.line),
    ...(only && { only }),
  };
  return (
    (await client.request<CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri: client.uri(name) },
      range,
      context,
    })) ?? []
  );
}

async function completionAfter(client: TestClient, name: string): Promise<CompletionList> {
  const lines = client.textOf(name).split("\n");
  const position = { line: lines.length - 1, character: (lines.at(-1) as string).length };
  return await client.request("textDocument/completion", { textDocument: { uri: client.uri(name) }, position });
}

async function hoverOn(client: TestClient, name: string, words: string): Promise<string> {
  const { start: position } = rangeOf(client, name, words);
  const hover = await client.request<Hover | null>("textDocument/hover", {
    textDocument: { uri: client.uri(name) },
    position,
  });
  return hover ? (hover.contents as { value: string }).value : "";
}

describe("diagnostics", () => {
  it("come with rule, page, severity and place as soon as a text is opened", async () => {
    const client = await start();
    const [first] = await client.open("draft.txt", draft);
    expect(first).toMatchObject({
      code: "literal-metaphor",
      source: "xindaya",
      severity: 1,
      range: rangeOf(client, "draft.txt", "niubi nose"),
      codeDescription: { href: expect.stringMatching(/^https:.*literal-metaphor/) },
    });
    expect(first?.message).toContain("牛鼻子");
    expect(await client.stop()).toBe(0);
  });

  it("follow the text as it is edited, and go when it is closed", async () => {
    const client = await start();
    await client.open("draft.txt", draft);
    const at = draft.indexOf("niubi nose");
    const after = await client.edit("draft.txt", at, at + "niubi nose".length, "key link");
    expect(after.map(({ code }) => code)).not.toContain("literal-metaphor:niubi");
    expect(after.some(({ message }) => String(message).includes("牛鼻子"))).toBe(false);
    await client.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: client.uri("draft.txt") },
    });
    for (let turn = 0; turn < 50 && (await client.diagnostics("draft.txt")).length > 0; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await client.diagnostics("draft.txt")).toEqual([]);
  });

  it("count in UTF-16 past emoji and rare characters", async () => {
    const client = await start();
    const [first] = await client.open("draft.txt", "😀 (𠮷野家) the niubi nose of reform");
    expect(first?.range).toEqual({ start: { line: 0, character: 14 }, end: { line: 0, character: 24 } });
    const [moved] = await client.edit("draft.txt", 0, 2, "😀😀");
    expect(moved?.range.start.character).toBe(16);
  });

  it("point at the other place of a term with two names", async () => {
    const client = await start();
    const text =
      "The CPC built the two zones in Beijing.\n\nCadres of the two districts met in Beijing, and in the two zones too.\n";
    const found = (await client.open("draft.txt", text)).find(({ code }) => code === "inconsistent-term");
    expect(found?.severity).toBe(3);
    const [other] = found?.relatedInformation ?? [];
    expect(other?.location.uri).toBe(client.uri("draft.txt"));
    expect(other?.location.range).toEqual(rangeOf(client, "draft.txt", "two zones"));
  });

  it("read Markdown, HTML, LaTeX, commit messages and unsaved text as what they are", async () => {
    const client = await start();
    const found = async (name: string, language: string, text: string) =>
      (await client.open(name, text, language)).map(({ message }) => message).join("\n");
    expect(await found("a.md", "markdown", "A `niubi nose` in code, and a niubi **nose** in prose.\n")).toContain(
      "牛鼻子",
    );
    expect(await found("b.html", "html", "<p title='x'>the <b>niubi</b> nose</p><pre>niubi nose</pre>")).toContain(
      "牛鼻子",
    );
    expect(
      await found(
        "c.tex",
        "latex",
        "\\section{The niubi nose} % niubi nose\nIt is shown in \\cite{niubi}, and $x,y$.\n",
      ),
    ).toContain("牛鼻子");
    expect(await client.diagnostics("c.tex")).toHaveLength(1);
    expect(
      await found("COMMIT_EDITMSG", "git-commit", "Grasp the niubi nose\n\n# the niubi nose is not part of this\n"),
    ).toContain("牛鼻子");
    expect(await client.diagnostics("COMMIT_EDITMSG")).toHaveLength(1);
    expect(await found("untitled:Untitled-1", "plaintext", "the niubi nose")).toContain("牛鼻子");
  });

  it("say no more than the client understands", async () => {
    const client = await start({ capabilities: {} });
    const found = await client.open("draft.txt", draft);
    expect(Object.keys(found[0] as Diagnostic).sort()).toEqual(["code", "message", "range", "severity", "source"]);
  });
});

describe("hover", () => {
  it("explains a finding: what to say, the Chinese, its sound, meaning and source", async () => {
    const client = await start();
    await client.open("draft.txt", draft);
    const said = await hoverOn(client, "draft.txt", "niubi nose");
    expect(said).toMatch(/Say `key link/);
    expect(said).toMatch(/\*\*牛鼻子\*\* \(niú bízi\)/);
    expect(said).toMatch(/\]\(https:.*literal-metaphor/);
  });

  it("tells a right term, and Chinese, and is silent elsewhere", async () => {
    const client = await start();
    await client.open("draft.txt", "We build a moderately prosperous society.\n\nGrasp it (抓住牛鼻子) and go on.");
    const said = await hoverOn(client, "draft.txt", "prosperous");
    expect(said).toContain("小康社会");
    expect(said).toMatch(/Source: \[.*\]\(https?:/);
    expect(await hoverOn(client, "draft.txt", "鼻子")).toContain("key link");
    expect(await hoverOn(client, "draft.txt", "and go")).toBe("");
  });

  it("is plain text for a client that shows no Markdown", async () => {
    const client = await start({ capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } } });
    await client.open("draft.txt", draft);
    const said = await hoverOn(client, "draft.txt", "niubi nose");
    expect(said).toContain("牛鼻子 (niú bízi)");
    expect(said).not.toMatch(/\*\*|`|\]\(/);
  });
});

describe("quick fixes", () => {
  it("offer the best first, mark it, name the others, and mend the text", async () => {
    const client = await start();
    await client.open("draft.txt", draft);
    const actions = await actionsAt(client, "draft.txt", "niubi nose");
    expect(actions[0]).toMatchObject({
      title: expect.stringMatching(/^Replace with “key link/),
      kind: "quickfix",
      isPreferred: true,
    });
    expect(actions[0]?.diagnostics?.[0]?.code).toBe("literal-metaphor");
    expect(actions.filter(({ title }) => title.startsWith("Replace with")).length).toBeGreaterThan(1);
    const after = await client.apply(actions[0]?.edit);
    expect(client.textOf("draft.txt")).toContain("grasp the key link");
    expect(after.some(({ message }) => String(message).includes("牛鼻子"))).toBe(false);
  });

  it("replace all of a kind in the file", async () => {
    const client = await start();
    await client.open("draft.txt", "The niubi nose, again the niubi nose, and the bull nose of reform in Beijing.");
    const all = (await actionsAt(client, "draft.txt", "niubi nose")).find(({ title }) =>
      /^Replace all [23] like/.test(title),
    );
    await client.apply(all?.edit);
    expect(client.textOf("draft.txt")).not.toContain("niubi");
  });

  it("fix all that is safe on source.fixAll.xindaya, and nothing that is not", async () => {
    const client = await start();
    await client.open("draft.txt", "The plan，as it stands, grasps the the niubi nose.");
    const [fix, ...others] = await actionsAt(client, "draft.txt", "plan", ["source.fixAll"]);
    expect(others).toEqual([]);
    expect(fix?.kind).toBe("source.fixAll.xindaya");
    await client.apply(fix?.edit);
    expect(client.textOf("draft.txt")).toBe("The plan, as it stands, grasps the niubi nose.");
    expect(await actionsAt(client, "draft.txt", "plan", ["source.organizeImports"])).toEqual([]);
  });

  it("ignore a finding here, so that it is gone, in each notation", async () => {
    const client = await start();
    const notations: [string, string, string, string][] = [
      [
        "a.txt",
        "plaintext",
        "First line.\nThe niubi nose of reform.\n",
        "First line.\nxindaya-disable-next-line literal-metaphor\nThe niubi nose of reform.\n",
      ],
      [
        "b.md",
        "markdown",
        "# Notes\n\nThe niubi nose.\n",
        "# Notes\n\n<!-- xindaya-disable-next-line literal-metaphor -->\nThe niubi nose.\n",
      ],
      [
        "c.md",
        "markdown",
        "One line\nand the niubi nose.\n",
        "One line <!-- xindaya-disable-next-line literal-metaphor -->\nand the niubi nose.\n",
      ],
      [
        "d.html",
        "html",
        "<p>\n  The niubi nose.</p>\n",
        "<p>\n  <!-- xindaya-disable-next-line literal-metaphor -->\n  The niubi nose.</p>\n",
      ],
      ["e.tex", "latex", "The niubi nose.\n", "% xindaya-disable-next-line literal-metaphor\nThe niubi nose.\n"],
    ];
    for (const [name, language, before, after] of notations) {
      await client.open(name, before, language);
      const action = (await actionsAt(client, name, "niubi nose")).find(
        ({ title }) => title === "Ignore literal-metaphor here",
      );
      expect(await client.apply(action?.edit), name).toEqual([]);
      expect(client.textOf(name), name).toBe(after);
    }
  });

  it("ignore a rule in the file: in Markdown by a comment after the front matter", async () => {
    const client = await start();
    await client.open("a.md", "---\ntitle: x\n---\n\nThe niubi nose.\n\nAnother niubi nose.\n", "markdown");
    const action = (await actionsAt(client, "a.md", "niubi nose")).find(
      ({ title }) => title === "Ignore literal-metaphor in this file",
    );
    expect(await client.apply(action?.edit)).toEqual([]);
    expect(client.textOf("a.md")).toMatch(/^---\ntitle: x\n---\n<!-- xindaya-disable literal-metaphor -->\n/);
  });

  it("change the project's configuration, comments kept, and check anew", async () => {
    const config = "# our house style\nrules:\n  slogan: off # we gloss them\n";
    const client = await start({ files: { "xindaya.config.yml": config } });
    await client.open("draft.txt", draft);
    const run = async (title: RegExp) => {
      const action = (await actionsAt(client, "draft.txt", "niubi nose")).find((item) => title.test(item.title));
      expect(action, String(title)).toBeDefined();
      return await client.request("workspace/executeCommand", {
        command: action?.command?.command,
        arguments: action?.command?.arguments,
      });
    };
    expect(await run(/^Allow “niubi nose” for 牛鼻子/)).toMatch(/xindaya\.config\.yml$/);
    const written = readFileSync(join(client.folder, "xindaya.config.yml"), "utf8");
    expect(written).toContain("# our house style\nrules:\n  slogan: off # we gloss them\n");
    expect(written).toMatch(/terms:\n {2}- zh: 牛鼻子\n/);
    await expect
      .poll(
        async () => (await client.diagnostics("draft.txt")).some(({ message }) => String(message).includes("牛鼻子")),
        { timeout: 5000 },
      )
      .toBe(false);
  });

  it("add a misspelt word to the words of the project", async () => {
    const client = await start();
    await client.open("draft.txt", "The meeting was held in the goverment building.\n");
    const [first, ...others] = await actionsAt(client, "draft.txt", "goverment");
    expect(first?.title).toBe("Replace with “government”");
    const add = others.find(({ title }) => title === "Add “goverment” to the words of this project");
    await client.request("workspace/executeCommand", {
      command: add?.command?.command,
      arguments: add?.command?.arguments,
    });
    expect(readFileSync(join(client.folder, "xindaya.config.yml"), "utf8")).toBe("words:\n  - goverment\n");
    await expect.poll(() => client.diagnostics("draft.txt"), { timeout: 5000 }).toEqual([]);
  });

  it("make a configuration where there is none", async () => {
    const client = await start();
    await client.open("notes/draft.txt", draft);
    const action = (await actionsAt(client, "notes/draft.txt", "niubi nose")).find(
      ({ title }) => title === "Ignore literal-metaphor in this file",
    );
    await client.request("workspace/executeCommand", {
      command: action?.command?.command,
      arguments: action?.command?.arguments,
    });
    expect(readFileSync(join(client.folder, "xindaya.config.yml"), "utf8")).toBe(
      "overrides:\n  - files: notes/draft.txt\n    rules:\n      literal-metaphor: off\n",
    );
    await expect
      .poll(async () => (await client.diagnostics("notes/draft.txt")).map(({ code }) => code), { timeout: 5000 })
      .not.toContain("literal-metaphor");
  });

  it("edit an open configuration in the editor instead of behind its back", async () => {
    const config = "rules: {}\n";
    const client = await start({ files: { "xindaya.config.yml": config } });
    await client.open("xindaya.config.yml", `${config}# not saved yet\n`, "yaml");
    await client.open("draft.txt", draft);
    await client.request("workspace/executeCommand", {
      command: "xindaya.switchOff",
      arguments: [client.uri("draft.txt"), "literal-metaphor"],
    });
    expect(readFileSync(join(client.folder, "xindaya.config.yml"), "utf8")).toBe(config);
    expect(client.textOf("xindaya.config.yml")).toContain("literal-metaphor: off");
    expect(client.textOf("xindaya.config.yml")).toContain("# not saved yet");
  });
});

describe("completion", () => {
  it.each([
    ["Chinese", "We must grasp the 牛鼻子", "key link"],
    ["the end of a run of Chinese", "We must 抓住牛鼻子", "key link"],
    ["pinyin", "We must grasp the niubizi", "key link"],
    ["pinyin in two words", "We must grasp the niu bizi", "key link"],
    ["the beginning of a term", "To build a moderately prosp", "moderately prosperous society"],
  ])("offers the standard English for %s", async (_what, text, english) => {
    const client = await start();
    await client.open("draft.txt", text);
    const { items } = await completionAfter(client, "draft.txt");
    const item = items.find(({ label }) => label.startsWith(english));
    expect(item, JSON.stringify(items.map(({ label }) => label))).toBeDefined();
    expect(item?.detail).toMatch(/\p{Script=Han}/u);
    const edit = item?.textEdit as {
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
      newText: string;
    };
    await client.apply({ changes: { [client.uri("draft.txt")]: [edit] } });
    expect(client.textOf("draft.txt")).toMatch(
      /^(?:We must (?:grasp the )?key link|We must .*key link|To build a moderately prosperous society)/,
    );
  });

  it("offers nothing for ordinary words, and nothing when it is switched off", async () => {
    const client = await start();
    await client.open("draft.txt", "It was raining");
    expect((await completionAfter(client, "draft.txt")).items).toEqual([]);
    const off = await start({ initializationOptions: { completion: false } });
    await off.open("draft.txt", "We must grasp the 牛鼻子");
    expect(await completionAfter(off, "draft.txt")).toBeNull();
  });
});

describe("settings", () => {
  it("come from initializationOptions, and from workspace/configuration over them", async () => {
    const quiet = await start({ initializationOptions: { rules: { "literal-metaphor": "off" } }, capabilities: {} });
    expect((await quiet.open("draft.txt", draft)).map(({ code }) => code)).not.toContain("literal-metaphor");
    const loud = await start({ settings: { rules: { "literal-metaphor": "info" } } });
    await loud.open("draft.txt", draft);
    await expect
      .poll(
        async () => (await loud.diagnostics("draft.txt")).find(({ code }) => code === "literal-metaphor")?.severity,
        { timeout: 5000 },
      )
      .toBe(3);
    loud.settings = { enable: false };
    await loud.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await expect.poll(async () => (await loud.diagnostics("draft.txt")).length, { timeout: 5000 }).toBe(0);
  });

  it("that are wrong are named once, and the rest holds", async () => {
    const client = await start({ settings: { rules: { "no-such-rule": "error" }, delay: "soon" } });
    expect((await client.open("draft.txt", draft)).length).toBeGreaterThan(0);
    const told = () =>
      client.sent
        .filter(({ method }) => method === "window/showMessage")
        .map(({ params }) => (params as { message: string }).message);
    await expect.poll(() => told().length, { timeout: 5000 }).toBe(2);
    expect(told().join("\n")).toMatch(
      /xindaya\.delay must be[\s\S]*no rule "no-such-rule"|no rule "no-such-rule"[\s\S]*xindaya\.delay must be/,
    );
  });

  it("of a configuration file are followed when it changes, and a fault in it is shown with its line", async () => {
    const client = await start({ files: { "xindaya.config.yml": "rules:\n  literal-metaphor: off\n" } });
    expect((await client.open("draft.txt", draft)).map(({ code }) => code)).not.toContain("literal-metaphor");
    const { writeFileSync } = await import("node:fs");
    const file = join(client.folder, "xindaya.config.yml");
    const changed = async (text: string) => {
      writeFileSync(file, text);
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: client.uri("xindaya.config.yml"), type: 2 }],
      });
    };
    await changed("rules:\n  literal-metaphor: warning\n");
    await expect
      .poll(
        async () => (await client.diagnostics("draft.txt")).find(({ code }) => code === "literal-metaphor")?.severity,
        { timeout: 5000 },
      )
      .toBe(2);
    await changed("rules:\n  literal-metaphr: warning\n");
    await expect
      .poll(() => client.sent.find(({ method }) => method === "window/showMessage")?.params, { timeout: 5000 })
      .toMatchObject({
        message: expect.stringMatching(/xindaya\.config\.yml:2: .*literal-metaphr/),
      });
  });
});

describe("code lens", () => {
  it("gives the score above the text when it is switched on", async () => {
    const off = await start();
    await off.open("draft.txt", draft);
    expect(await off.request("textDocument/codeLens", { textDocument: { uri: off.uri("draft.txt") } })).toBeNull();
    const on = await start({ initializationOptions: { codeLens: true } });
    await on.open("draft.txt", draft);
    const [lens] = await on.request<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri: on.uri("draft.txt") },
    });
    expect(lens?.command?.title).toMatch(/^MQM score \d+\.\d: \d+ errors?.* in \d+ words$/);
  });
});

describe("commands", () => {
  it("lint the workspace with progress, findings of closed files included", async () => {
    const client = await start({
      files: {
        "a.txt": draft,
        "b/c.md": "# The niubi nose\n",
        "node_modules/x/y.md": "niubi nose",
        "d.txt": "All is well.\n",
      },
    });
    const report = await client.request<{ files: number; findings: number; complete: boolean }>(
      "workspace/executeCommand",
      { command: "xindaya.lintWorkspace" },
    );
    expect(report).toMatchObject({ files: 3, complete: true });
    expect((await client.diagnostics("b/c.md"))[0]?.code).toBe("literal-metaphor");
    expect(client.sent.map(({ method }) => method)).toContain("window/workDoneProgress/create");
    const kinds = client.sent
      .filter(({ method }) => method === "$/progress")
      .map(({ params }) => (params as { value: { kind: string } }).value.kind);
    expect(kinds[0]).toBe("begin");
    expect(kinds.at(-1)).toBe("end");
  });

  it("look terms up", async () => {
    const client = await start();
    const found = await client.request<{ zh: string }[]>("workspace/executeCommand", {
      command: "xindaya.findTerms",
      arguments: ["niubizi"],
    });
    expect(found[0]?.zh).toBe("牛鼻子");
  });
});

describe("what it offers", () => {
  it("is declared, with UTF-16 and edits only", async () => {
    const client = await start();
    expect(client.initialized?.capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { change: 2, openClose: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.xindaya"] },
    });
    // formatting is not ours: an editor that formats on saving would change the text
    expect(client.initialized?.capabilities.documentFormattingProvider).toBeUndefined();
  });
});

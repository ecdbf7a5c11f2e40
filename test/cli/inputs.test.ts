import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { clean, draft, folderOf, lintJson, run } from "./run.js";

describe("exit codes", () => {
  test("0 for clean text, 1 for an error, 2 for wrong use", () => {
    const folder = folderOf({ "clean.txt": clean, "draft.txt": draft });
    expect(run(folder, ["clean.txt"]).code).toBe(0);
    expect(run(folder, ["draft.txt"]).code).toBe(1);
    const wrong = run(folder, ["--fomat", "json", "clean.txt"]);
    expect(wrong).toMatchObject({ code: 2, err: "xindaya: there is no option --fomat; did you mean --format?\n" });
    expect(run(folder, []).code).toBe(2);
    expect(run(folder, ["-f", "sarfi", "clean.txt"]).err).toContain('did you mean "sarif"?');
    expect(run(folder, ["--rule", "slogn", "clean.txt"]).err).toContain('did you mean "slogan"?');
    expect(run(folder, ["--max-warnings", "few", "clean.txt"])).toMatchObject({ code: 2 });
  });

  test("help and version", () => {
    const folder = folderOf();
    expect(run(folder, ["--help"]).out).toContain("Exit code");
    expect(
      run(folder, ["--help"])
        .out.split("\n")
        .every((line) => line.length <= 90),
    ).toBe(true);
    expect(run(folder, ["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("what is read", () => {
  test("folders, globs, ignore files", () => {
    const folder = folderOf({
      "a.txt": draft,
      "docs/b.md": draft,
      "docs/c.html": `<p>${draft}</p>`,
      "docs/old/d.md": draft,
      "docs/old/keep.md": draft,
      "docs/old/.gitignore": "*.md\n!keep.md\n",
      "docs/e.md": draft,
      "drafts/f.md": draft,
      "node_modules/g/readme.md": draft,
      ".gitignore": "drafts/\n",
      ".xindayaignore": "docs/e.md\n",
      "image.png": "",
    });
    mkdirSync(join(folder, ".git"));
    expect([...lintJson(folder, ["."]).files.keys()]).toEqual([
      "a.txt",
      "docs/b.md",
      "docs/c.html",
      "docs/old/keep.md",
    ]);
    expect([...lintJson(folder, ["docs/*.md"]).files.keys()]).toEqual(["docs/b.md"]);
    // a hook names what it finds, so .xindayaignore holds for named files, .gitignore does not
    const named = lintJson(folder, ["docs/e.md", "drafts/f.md"]);
    expect([...named.files.keys()]).toEqual(["drafts/f.md"]);
    expect(named.err).toContain("docs/e.md: passed over");
  });

  test("standard input, read by the ending of its name", () => {
    const folder = folderOf();
    const plain = lintJson(folder, ["-"], { input: "Grasp `the niubi nose` now.\n" });
    expect(plain.files.get("<stdin>")?.map(({ actual }) => actual)).toContain("niubi nose");
    const markdown = lintJson(folder, ["-", "--stdin-filename", "x.md"], { input: "Grasp `the niubi nose` now.\n" });
    expect(markdown.files.get("x.md")).toEqual([]);
  });

  test("the keys of the JSON report", () => {
    const folder = folderOf({ "a.txt": draft });
    const [message] = lintJson(folder, ["a.txt"]).files.get("a.txt") ?? [];
    expect(Object.keys(message ?? {})).toEqual(
      "ruleId level message line column endLine endColumn start end actual expected note url mqm".split(" "),
    );
    expect(message).toMatchObject({ line: 1, column: 5, start: 4, end: 14, actual: "niubi nose", level: "error" });
    expect(message?.note).toContain("牛鼻子");
  });

  test("JSON and YAML catalogues: values with their key paths, keys never", () => {
    const json =
      '{"niubi nose": {"title": "Grasp the niubi nose of \\u201creform\\u201d", "list": ["The {count} niubi nose"]}, "link": "https://x.example/niubi-nose"}';
    const yaml =
      'menu:\n  # the niubi nose\n  title: Grasp the niubi nose\n  long: |\n    One line and\n    a niubi nose.\n\n    Another niubi nose.\n  said: "The \\"niubi nose\\" of it"\n';
    const folder = folderOf({ "en.json": json, "en.yml": yaml });
    const { files } = lintJson(folder, ["en.json", "en.yml", "--rule", "punctuation:off"]);
    const places = (name: string) => files.get(name)?.map(({ label, actual }) => `${label}: ${actual}`);
    expect(places("en.json")).toEqual(['["niubi nose"].title: niubi nose', '["niubi nose"].list[0]: niubi nose']);
    expect(places("en.yml")).toEqual(
      ["menu.title", "menu.long", "menu.long", "menu.said"].map((path) => `${path}: niubi nose`),
    );
    for (const [name, source] of [
      ["en.json", json],
      ["en.yml", yaml],
    ] as const) {
      for (const { start, end, actual } of files.get(name) ?? []) expect(source.slice(start, end)).toBe(actual);
    }
  });

  test("Word documents: paragraphs and runs, cells, footnotes; deleted text is not read", () => {
    const part = (root: string, body: string) =>
      strToU8(
        `<?xml version="1.0"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:${root}>`,
      );
    const run_ = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const document = part(
      "document",
      `<w:body><w:p>${run_("A river runs by.")}</w:p><w:p>${run_("Grasp the niubi")}${run_(" nose &amp; go.")}<w:del>${run_("The ox nose.")}</w:del></w:p>` +
        `<w:tbl><w:tr><w:tc><w:p>${run_("First.")}</w:p></w:tc><w:tc><w:p>${run_("The niubi nose is here.")}</w:p></w:tc></w:tr></w:tbl></w:body>`,
    );
    const footnotes = part("footnotes", `<w:footnote><w:p>${run_("A niubi nose indeed.")}</w:p></w:footnote>`);
    const folder = folderOf({
      "a.docx": zipSync({ "word/document.xml": document, "word/footnotes.xml": footnotes }),
      "broken.docx": "no zip at all",
      "other.docx": zipSync({ "hello.txt": strToU8("hello") }),
    });
    const { files, code, err } = lintJson(folder, ["a.docx", "broken.docx", "other.docx"]);
    expect(files.get("a.docx")?.map(({ label, actual, line }) => [line, label, actual])).toEqual([
      [2, "paragraph 2, run 1", "niubi nose"],
      [4, "paragraph 4, run 1 (table 1, row 1, cell 2)", "niubi nose"],
      [5, "footnote paragraph 1, run 1", "niubi nose"],
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/broken\.docx: is not well-formed DOCX/);
    expect(err).toMatch(/other\.docx: is not well-formed DOCX: it has no word\/document\.xml/);
  });
});

describe("encodings", () => {
  const text = "Zhongguancun grasps the niubi nose.\r\nFarmers in 中国 plant.\r\n";
  // written out, as Node encodes no GB18030
  const gb18030 = Buffer.concat([
    Buffer.from("Zhongguancun grasps the niubi nose.\r\n"),
    Buffer.from("Farmers in "),
    Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]),
    Buffer.from(" plant.\r\n"),
  ]);
  const utf16 = Buffer.from(text, "utf16le");
  const folder = folderOf({
    "bom.txt": `\ufeff${text}`,
    "le.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    "be.txt": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    "nomark.txt": utf16,
    "gb.txt": gb18030,
    "latin.txt": Buffer.from("A caf\u00e9 in Paris.\n", "latin1"),
    "zeros.txt": Buffer.from([1, 0, 0, 2, 0, 3, 0, 0, 0]),
  });

  test("are recognized and said", () => {
    const { files, err, code } = lintJson(folder, ["bom.txt", "le.txt", "be.txt", "nomark.txt", "gb.txt"]);
    for (const messages of files.values()) {
      expect(messages[0]).toMatchObject({ line: 1, column: 25, actual: "niubi nose" });
      expect(messages.some(({ actual }) => actual.includes("中国"))).toBe(true);
    }
    expect(code).toBe(1);
    expect(err).toBe(
      [
        "le.txt: read as UTF-16LE",
        "be.txt: read as UTF-16BE",
        "nomark.txt: read as UTF-16LE",
        "gb.txt: read as GB18030",
      ]
        .map((line) => `xindaya: ${line}\n`)
        .join(""),
    );
    const source = readFileSync(join(folder, "bom.txt"), "utf8");
    for (const { start, end, actual } of files.get("bom.txt") ?? []) expect(source.slice(start, end)).toBe(actual);
  });

  test("what is none of them is said to be none", () => {
    const { err, code } = run(folder, ["latin.txt", "zeros.txt"]);
    expect(code).toBe(2);
    expect(err).toContain("latin.txt:1: is neither UTF-8 (byte 5) nor UTF-16 nor GB18030");
    expect(err).toContain("zeros.txt: is not text");
  });
});

test("each bad input has one message, and the others are linted", () => {
  const folder = folderOf({
    "good.txt": draft,
    "bad/xindaya.config.yml": "preset: strickt\n",
    "bad/a.txt": draft,
    "bad/b.txt": draft,
  });
  mkdirSync(join(folder, "x.md"));
  symlinkSync("two", join(folder, "one"));
  symlinkSync("one", join(folder, "two"));
  writeFileSync(join(folder, "huge.txt"), "");
  truncateSync(join(folder, "huge.txt"), 1024 ** 3);
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  symlinkSync(join(folder, "nowhere.txt"), join(folder, "gone.txt"));
  const { files, code, err } = lintJson(folder, ["x.md", "one", "huge.txt", "pipe.txt", "gone.txt", "bad", "good.txt"]);
  expect(code).toBe(2);
  expect([...files.keys()]).toEqual(["good.txt"]);
  expect(err.trimEnd().split("\n").sort()).toEqual([
    'xindaya: bad/xindaya.config.yml:1: preset: "strickt" is none of recommended, strict, terms-only; did you mean "strict"?',
    "xindaya: gone.txt: there is no such file; check the name, or put a glob in quotes",
    "xindaya: huge.txt: is larger than 64 MB; split it, or give it to xindaya stream line by line",
    "xindaya: one: is a link that leads back to itself",
    "xindaya: pipe.txt: is no ordinary file; pipe it into xindaya -",
    "xindaya: x.md: the folder has no text, Markdown, HTML or Word files",
  ]);
});

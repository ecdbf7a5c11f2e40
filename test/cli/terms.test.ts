import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fromCsv, fromJson, fromTbx, fromUtx } from "../../src/termbase/exchange/index.js";
import { folderOf, lintJson, run } from "./run.js";

const glossary = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="a"><langSet xml:lang="zh-CN"><tig><term>云长制</term></tig></langSet>
<langSet xml:lang="en"><tig><term>cloud steward scheme</term></tig>
<tig><term>cloud chief system</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
<termEntry id="b"><langSet xml:lang="en"><tig><term>orphan</term></tig></langSet></termEntry>
</body></text></martif>
`;

describe("terms", () => {
  test("are looked up, as a table or as JSON", () => {
    const folder = folderOf();
    const table = run(folder, ["terms", "niubizi"]);
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/牛鼻子 +niú bízi +key link/);
    expect(run(folder, ["terms", "niubizi", "--format", "table"]).out).toBe(table.out);
    const [first] = JSON.parse(run(folder, ["terms", "key", "link", "--format", "json"]).out) as {
      preferred: string;
    }[];
    expect(first?.preferred).toBe("key link");
    expect(run(folder, ["terms", "key link", "--format", "sarif"])).toMatchObject({
      code: 2,
      err: 'xindaya: terms are shown as table or json, not "sarif"; xindaya terms export --to writes other formats\n',
    });
  });

  test("are exported by field in every format, and read back", () => {
    const folder = folderOf();
    const json = run(folder, ["terms", "export", "--to", "json", "--field", "metaphors"]);
    expect(json.code).toBe(0);
    const entries = fromJson(json.out);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.every(({ field }) => field === "metaphors")).toBe(true);
    const out = (to: string) => run(folder, ["terms", "export", "--to", to, "--field", "metaphors"]);
    expect(fromTbx(out("tbx").out)).toEqual(entries);
    expect(fromCsv(out("csv").out)).toHaveLength(entries.length);
    expect(out("csv").err).toMatch(
      /csv: \d+ phrases with a condition stand under "conditional", which is not read back/,
    );
    expect(fromUtx(out("utx").out)).toHaveLength(entries.length);
    expect(out("markdown").out).toMatch(/^# xindaya termbase: metaphors\n/);
    const written = run(folder, ["terms", "export", "--field", "metaphors", "--output", "out/terms.yml"]);
    expect(written.out).toBe(`wrote ${entries.length} entries to out/terms.yml\n`);
    expect(parse(readFileSync(join(folder, "out/terms.yml"), "utf8"))).toEqual(entries);
  });

  test("in the whole come out as TBX", () => {
    const folder = folderOf();
    expect(run(folder, ["terms", "export", "--output", "all.tbx"]).code).toBe(0);
    expect(fromTbx(readFileSync(join(folder, "all.tbx"), "utf8")).length).toBeGreaterThan(5_000);
  });

  test("of a glossary become a project termbase that the linter uses", () => {
    const folder = folderOf({ "glossary.tbx": glossary, "a.txt": "The cloud chief system works.\n" });
    const imported = run(folder, ["terms", "import", "glossary.tbx"]);
    expect(imported).toMatchObject({
      code: 0,
      err: "xindaya: glossary.tbx:7: passed over: concept b has no Chinese term; give it one, or take it out\n",
      out: 'wrote 1 entry to project-terms.yml; use it by "terms: ./project-terms.yml" in xindaya.config.yml\n',
    });
    const text = readFileSync(join(folder, "project-terms.yml"), "utf8");
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expect(parse(text)).toEqual([
      { zh: "云长制", preferred: "cloud steward scheme", deprecated: ["cloud chief system"] },
    ]);
    expect(run(folder, ["terms", "import", "glossary.tbx"])).toMatchObject({
      code: 2,
      err: "xindaya: project-terms.yml: is there already; name another file with --output, or this one to write over it\n",
    });
    expect(run(folder, ["terms", "import", "glossary.tbx", "--output", "terms.csv"]).code).toBe(0);
    for (const file of ["project-terms.yml", "terms.csv"]) {
      const config = folderOf({
        "xindaya.config.yml": `terms: ./${file}\n`,
        [file]: readFileSync(join(folder, file)),
        "a.txt": "The cloud chief system works.\n",
      });
      const [message] = lintJson(config, ["a.txt"]).files.get("a.txt") ?? [];
      expect(message).toMatchObject({ actual: "cloud chief system", expected: ["cloud steward scheme"] });
    }
  });

  test("of a project are converted from one format to another", () => {
    const folder = folderOf({
      "terms.csv": "zh,preferred,deprecated\n云长制,cloud steward scheme,cloud chief system\n",
    });
    const { code, out } = run(folder, ["terms", "export", "terms.csv", "--to", "tbx"]);
    expect(code).toBe(0);
    expect(fromTbx(out)).toEqual([
      { zh: "云长制", preferred: "cloud steward scheme", deprecated: ["cloud chief system"] },
    ]);
  });
});

describe("project termbases in a configuration", () => {
  const linted = (name: string, text: string) => {
    const folder = folderOf({
      "xindaya.config.yml": `terms: [./${name}]\n`,
      [name]: text,
      "a.txt": "The niubi nose of the cloud chief system.\n",
    });
    return { folder, ...run(folder, ["--format", "json", "a.txt"]) };
  };
  const found = (name: string, text: string) =>
    (JSON.parse(linted(name, text).out) as { messages: { actual: string; expected: string[] }[] }[])[0]?.messages.map(
      ({ actual, expected }) => `${actual} > ${expected[0]}`,
    );

  test("in CSV, TSV, UTX, TBX, JSON and YAML add and override", () => {
    const both = ["niubi nose > lever", "cloud chief system > cloud steward scheme"];
    const csv = "zh,preferred,deprecated\n牛鼻子,lever,niubi nose\n云长制,cloud steward scheme,cloud chief system\n";
    expect(found("t.csv", csv)).toEqual(both);
    expect(found("t.tsv", csv.replaceAll(",", "\t"))).toEqual(both);
    const folder = folderOf({ "t.csv": csv });
    for (const to of ["tbx", "utx", "json", "yml"]) {
      expect(run(folder, ["terms", "export", "t.csv", "--output", `t.${to}`]).code).toBe(0);
      expect(found(`t.${to}`, readFileSync(join(folder, `t.${to}`), "utf8"))).toEqual(both);
    }
  });

  test("silence ours by their Chinese", () => {
    expect(found("t.csv", "zh,preferred\n牛鼻子,niubi nose\n")).toEqual([]);
  });

  test("that are faulty stop the run with file, line and remedy", () => {
    expect(linted("t.csv", "zh,preferred\n牛鼻子,\n")).toMatchObject({
      code: 2,
      err: "xindaya: t.csv:2: 牛鼻子 has no English term; add the right one\n",
    });
    expect(linted("t.tbx", "<tbx>\n</text>").err).toMatch(/^xindaya: t\.tbx:2: is not well-formed XML: /);
    expect(linted("t.csv", "zh,preferred,deprecated\n甲,one,b\n乙,two,b\n").err).toBe(
      'xindaya: t.csv:3: "b" is deprecated by 甲 too; keep it in one, or give both a condition\n',
    );
    expect(linted("t.docx", "x").err).toMatch(/^xindaya: t\.docx:1: a file of terms ends in /);
  });
});

describe("mistakes are said", () => {
  const folder = folderOf({ "a.csv": "zh,preferred\n甲,one\n", "bad.csv": "zh,preferred,rule\n甲,one,nope\n" });
  const err = (...args: string[]) => {
    const ran = run(folder, ["terms", ...args]);
    expect(ran.code).toBe(2);
    return ran.err;
  };

  test("of export", () => {
    expect(err("export")).toMatch(/name a format: xindaya terms export --to tbx, csv/);
    expect(err("export", "--to", "tbxx")).toBe('xindaya: --to: there is no format "tbxx"; did you mean tbx?\n');
    expect(err("export", "--to", "csv", "--field", "econmy")).toBe(
      'xindaya: --field: there is no field "econmy"; did you mean economy?\n',
    );
    expect(err("export", "none.csv", "--to", "csv")).toMatch(/^xindaya: none\.csv: /);
    expect(err("lever", "--to", "csv")).toBe("xindaya: --to goes with export: xindaya terms export --to csv\n");
  });

  test("of import", () => {
    expect(err("import")).toMatch(/name one file/);
    expect(err("import", "a.csv", "--output", "a.md")).toMatch(/name a file that ends in \.yml/);
    expect(err("import", "bad.csv")).toMatch(/^xindaya: bad\.csv:2: there is no rule "nope"; use one of /);
    expect(existsSync(join(folder, "project-terms.yml"))).toBe(false);
  });
});

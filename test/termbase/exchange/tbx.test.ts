import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { compileTerms } from "../../../src/termbase/compile.js";
import { ExchangeError, fromTbx, lineOf, longestFile, toTbx } from "../../../src/termbase/exchange/index.js";

/** What TBX-Basic allows inside each element that we write; DCA style. */
const content: Readonly<Record<string, readonly string[]>> = {
  tbx: ["tbxHeader", "text"],
  tbxHeader: ["fileDesc"],
  fileDesc: ["titleStmt", "sourceDesc"],
  titleStmt: ["title"],
  sourceDesc: ["p"],
  text: ["body"],
  body: ["conceptEntry"],
  conceptEntry: ["descrip", "note", "langSec"],
  langSec: ["descripGrp", "termSec"],
  descripGrp: ["descrip"],
  termSec: ["term", "termNote", "admin", "note"],
};

/** Data categories by level, as the dialect has them. */
const categories: Readonly<Record<string, readonly string[]>> = {
  "conceptEntry/descrip": ["subjectField"],
  "descripGrp/descrip": ["definition"],
  "termSec/termNote": ["administrativeStatus"],
  "termSec/admin": ["source"],
};
const statuses = ["preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"];

function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  const ids = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  let text = "";
  parser.on("error", (error) => faults.push(error.message));
  parser.on("opentag", ({ name, uri, attributes }) => {
    text = "";
    const parent = open.at(-1);
    if (uri !== "urn:iso:std:iso:30042:ed-2") faults.push(`${name} is in no namespace of TBX`);
    if (parent && !content[parent.name]?.includes(name)) faults.push(`${name} in ${parent.name}`);
    parent?.children.push(name);
    const type = attributes.type?.value;
    const allowed = categories[`${parent?.name}/${name}`];
    if (allowed ? !allowed.includes(String(type)) : type !== undefined && name !== "tbx")
      faults.push(`type ${type} of ${name}`);
    if (name === "conceptEntry") {
      const id = attributes.id?.value ?? "";
      if (!/^[A-Za-z_][\w.-]*$/.test(id) || ids.has(id)) faults.push(`id ${id}`);
      ids.add(id);
    }
    if (name === "langSec" && !attributes["xml:lang"]) faults.push("langSec without language");
    open.push({ name, children: [] });
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    const children = open.pop()?.children ?? [];
    if (name === "termNote" && !statuses.includes(text)) faults.push(`status ${text}`);
    if (name === "termSec" && (children[0] !== "term" || children[1] !== "termNote"))
      faults.push("termSec begins with no term");
    if (name === "langSec" && !children.includes("termSec")) faults.push("langSec without terms");
    if (name === "conceptEntry" && children.filter((child) => child === "langSec").length !== 2)
      faults.push("not two languages");
  });
  parser.write(xml).close();
  return faults;
}

const weblate = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="zh">
  <martifHeader><fileDesc><sourceDesc><p>glossary</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="1">
      <descrip>how a district is run</descrip>
      <langSet xml:lang="zh_Hans"><tig><term>网格化管理</term></tig></langSet>
      <langSet xml:lang="en"><tig><term>grid-based management</term><note from="translator">Lower case.</note></tig></langSet>
    </termEntry>
    <termEntry id="2">
      <langSet xml:lang="zh_Hans"><tig><term>网格化管理</term></tig></langSet>
      <langSet xml:lang="en"><tig><term>gridding management</term><termNote type="administrativeStatus">forbidden</termNote></tig></langSet>
    </termEntry>
    <termEntry id="3">
      <langSet xml:lang="zh_Hans"><tig><term>网格化管理</term><termNote type="administrativeStatus">obsolete</termNote></tig></langSet>
      <langSet xml:lang="en"><tig><term>grid-ization</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>`;

describe("TBX is written", () => {
  test("as TBX-Basic allows it", () => {
    const xml = toTbx(
      [
        {
          zh: "一盘棋",
          pinyin: "yī pán qí",
          preferred: "coordinated approach",
          admitted: ["work as one <team> & more"],
          deprecated: ["chess game", { phrase: "game of chess", when: { near: ["country"] } }],
          field: "metaphors",
          definition: "all parts move by one plan",
          note: "Since 1959.",
          standing: "official",
          sources: [{ title: "A report", publisher: "A press", year: 2020 }],
        },
        { zh: "一张网", preferred: "one network" },
      ],
      { title: "Terms & conditions" },
    );
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain('<descrip type="subjectField">metaphors</descrip>');
    expect(xml).toContain('<admin type="source">A report (A press, 2020)</admin>');
    expect(xml).toContain("<note>pinyin: yī pán qí</note>");
    expect(faultsOf(toTbx([]))).toEqual([]);
  });
});

describe("TBX is read", () => {
  test("of version 2 as Weblate writes it: forbidden and obsolete pairs join their term", () => {
    expect(fromTbx(weblate)).toEqual([
      {
        zh: "网格化管理",
        preferred: "grid-based management",
        definition: "how a district is run",
        note: "grid-based management: Lower case.",
        deprecated: ["gridding management", "grid-ization"],
      },
    ]);
  });

  test("of version 2 with ntig, several languages, and superseded terms", () => {
    const [entry, ...more] = fromTbx(`<martif type="TBX-Default" xml:lang="en"><text><body>
      <termEntry id="t7">
        <descripGrp><descrip type="definition">low flying as a business</descrip><admin type="source">https://www.example.org/low</admin></descripGrp>
        <descrip type="subjectField">economy</descrip>
        <langSet xml:lang="de"><ntig><termGrp><term>Wirtschaft in niedriger Höhe</term></termGrp></ntig></langSet>
        <langSet xml:lang="en-GB">
          <ntig><termGrp><term>lower-altitude economy</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig>
          <ntig><termGrp><term>low-altitude   <hi>economy</hi></term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig>
          <ntig><termGrp><term>fly low</term><termNote type="partOfSpeech">verb</termNote><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
        </langSet>
        <langSet xml:lang="zh-TW"><tig><term>低空經濟</term></tig></langSet>
        <langSet xml:lang="zh-CN"><tig><term>低空经济</term></tig></langSet>
      </termEntry></body></text></martif>`);
    expect(more).toEqual([]);
    expect(entry).toEqual({
      zh: "低空经济",
      preferred: "low-altitude economy",
      deprecated: ["lower-altitude economy", "to fly low"],
      definition: "low flying as a business",
      field: "economy",
      sources: [{ title: "https://www.example.org/low", publisher: "example.org", url: "https://www.example.org/low" }],
    });
  });

  test("of version 3 in DCT style, whatever the prefixes, and of TBX-Min", () => {
    expect(
      fromTbx(`<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic">
      <text><body><conceptEntry id="c1"><m:subjectField>law</m:subjectField>
        <langSec xml:lang="en"><descripGrp><b:definition>settling a quarrel out of court</b:definition><b:source>Handbook</b:source></descripGrp>
          <termSec><term>mediation</term><m:administrativeStatus>preferredTerm-admn-sts</m:administrativeStatus></termSec>
          <termSec><term>conciliation</term><m:administrativeStatus>admittedTerm-admn-sts</m:administrativeStatus></termSec>
          <termSec><term>harmonizing</term><m:administrativeStatus>deprecatedTerm-admn-sts</m:administrativeStatus></termSec></langSec>
        <langSec xml:lang="zh"><termSec><term>调解</term></termSec></langSec>
      </conceptEntry></body></text></tbx>`),
    ).toEqual([
      {
        zh: "调解",
        preferred: "mediation",
        admitted: ["conciliation"],
        deprecated: ["harmonizing"],
        definition: "settling a quarrel out of court",
        field: "law",
        sources: [{ title: "Handbook", publisher: "" }],
      },
    ]);
    expect(
      fromTbx(`<TBX dialect="TBX-Min"><header/><body><termEntry id="C1">
        <langSet xml:lang="zh"><tig><term>抓手</term></tig></langSet>
        <langSet xml:lang="en"><tig><term>hand grip</term><termStatus>notRecommended</termStatus></tig>
        <tig><term>lever</term><termStatus>preferred</termStatus><noteGrp><note><noteKey>usage</noteKey><noteValue>in speeches</noteValue></note></noteGrp></tig></langSet>
      </termEntry></body></TBX>`),
    ).toEqual([{ zh: "抓手", preferred: "lever", note: "lever: in speeches", deprecated: ["hand grip"] }]);
  });

  test("a second Chinese term becomes an entry of its own, without the deprecated phrases", () => {
    const read = fromTbx(`<tbx><text><body><conceptEntry id="c1">
      <langSec xml:lang="zh-CN"><termSec><term>城中村</term></termSec><termSec><term>都市里的村庄</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>urban village</term></termSec><termSec><term>village in city</term><termNote type="administrativeStatus">deprecated</termNote></termSec></langSec>
    </conceptEntry></body></text></tbx>`);
    expect(read).toEqual([
      { zh: "城中村", preferred: "urban village", deprecated: ["village in city"] },
      { zh: "都市里的村庄", preferred: "urban village" },
    ]);
    expect(compileTerms(read).faults).toEqual([]);
  });

  test("each entry knows its line", () => {
    const [entry] = fromTbx(weblate);
    expect(entry && lineOf(entry)).toBe(6);
  });
});

describe("what is wrong is said with its line", () => {
  const failing = (text: string): string => {
    try {
      fromTbx(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ExchangeError);
      return (error as Error).message;
    }
    return "no error";
  };

  test("no XML, no TBX, no Chinese, no English, nothing right", () => {
    expect(failing("<tbx>\n<text></tbx>")).toMatch(/^line 2: is not well-formed XML: /);
    expect(failing("zh,en")).toMatch(/^line 1: is not well-formed XML: /);
    expect(failing("<tbx><text>")).toMatch(/^line 1: is not well-formed XML: /);
    expect(failing("<html></html>")).toBe("line 1: is no TBX: it begins with <html>, not with <tbx> or <martif>");
    const concept = (...sections: string[]) =>
      `<tbx><text><body>\n<conceptEntry id="c9">${sections.join("")}</conceptEntry></body></text></tbx>`;
    const section = (language: string, term: string, status = "") =>
      `<langSec xml:lang="${language}"><termSec><term>${term}</term><termNote type="administrativeStatus">${status}</termNote></termSec></langSec>`;
    expect(failing(concept(section("en", "crux")))).toBe(
      "line 2: concept c9 has no Chinese term; give it one, or take it out",
    );
    expect(failing(concept(section("zh", "关键")))).toBe("line 2: 关键 has no English term; add the right one");
    expect(failing(concept(section("zh", "关键"), section("en", "key key", "deprecatedTerm-admn-sts")))).toBe(
      "line 2: 关键 has only English that is deprecated; add the right one",
    );
    const skipped: string[] = [];
    expect(fromTbx(concept(section("en", "crux")), { skip: ({ message }) => skipped.push(message) })).toEqual([]);
    expect(skipped).toHaveLength(1);
  });

  test("entities are not expanded, files not fetched, floods refused", () => {
    const bomb = `<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><tbx><text>&b;&f;</text></tbx>`;
    expect(failing(bomb)).toMatch(/^line 1: is not well-formed XML: undefined entity/);
    expect(failing(`<tbx>${"<text>".repeat(100_000)}`)).toMatch(/has elements 64 deep/);
    expect(failing(" ".repeat(longestFile + 1))).toMatch(/more than a termbase can have; split it/);
  });

  test("a large file is read in time that grows with its size", () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({
      zh: `词${at}`,
      preferred: `word ${at}`,
      deprecated: [`wird ${at}`],
    }));
    const text = toTbx(many);
    const start = performance.now();
    expect(fromTbx(text)).toHaveLength(many.length);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

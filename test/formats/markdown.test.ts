import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readMarkdown } from "../../src/formats/markdown.js";
import { markdownEvents } from "../../src/formats/markdown-events.js";
import { toSource } from "../../src/text/projection.js";
import { blocksOf, checkContract, sourceOf } from "./helpers.js";

// Properties and long documents take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function read(source: string): string[] {
  return blocksOf(readMarkdown(source));
}

describe("readMarkdown: blocks", () => {
  it("reads paragraphs, headings, items, cells, notes and captions, in reading order", () => {
    const source = `# Work *plan* #

Rivers and lakes
================

Dredge the ![old **canal**](a.png "t") first.[^1]

- Plant trees

  in the north
- [x] Pave roads

> Hold fast.

| Year | Output |
| ---- | ------ |
| 2021 | a \\| b |

[^1]: By June.

[ref]: https://example.org "Not prose"
`;
    expect(read(source)).toEqual([
      "heading: Work plan",
      "heading: Rivers and lakes",
      "paragraph: Dredge the \uFFFC first.",
      "caption: old canal",
      "item: Plant trees",
      "item: in the north",
      "item: Pave roads",
      "paragraph: Hold fast.",
      "cell: Year",
      "cell: Output",
      "cell: 2021",
      "cell: a | b",
      "paragraph: By June.",
    ]);
  });

  it("leaves out code, front matter and formulas", () => {
    const source = "---\ntitle: Plan\n---\n\n```js\nniubi\n```\n\n    niubi\n\n$$\nniubi\n$$\n\nProse.\n";
    expect(read(source)).toEqual(["paragraph: Prose."]);
    expect(read("+++\ntitle = 'Plan'\n+++\n\nProse.")).toEqual(["paragraph: Prose."]);
  });

  it("takes a rule at the start for no front matter", () => {
    expect(read("---\n\n- One\n\n> Two\n")).toEqual(["item: One", "paragraph: Two"]);
  });

  it("drops blocks without prose", () => {
    expect(read("`code`\n\n![](a.png)\n\n- <!-- x -->\n\n| |\n|-|\n| |")).toEqual([]);
  });
});

describe("readMarkdown: inlines", () => {
  it("runs emphasis, links and deletions together with what is around them", () => {
    expect(
      read('**niu**bi [no*se*](https://example.org "t")s, ~~old~~er, [a][r], [r][], [r] and [q]\n\n[r]: x'),
    ).toEqual(["paragraph: niubi noses, older, a, r, r and [q]"]);
  });

  it("has one object for code, formulas and addresses", () => {
    const source = "Run `a b`, $x_1$, $$y$$, <https://example.org>, https://example.org/x. and [www.example.org/y](z).";
    const projection = readMarkdown(source);
    expect(projection.text).toBe("Run \uFFFC, \uFFFC, \uFFFC, \uFFFC, \uFFFC. and \uFFFC.");
    expect(sourceOf(projection, "\uFFFC")).toBe("`a b`");
  });

  it("takes amounts for no formula and ranges for no deletion", () => {
    const source = "from $5 billion to $6 billion, US$5 and HK$6, $7–$8, between $5 billion and HK$, 5~10 and 20~30 mu";
    expect(read(source)).toEqual([`paragraph: ${source}`]);
  });

  it("drops tags and notes' numbers, and the space they leave", () => {
    expect(read("A <b>big</b> <!-- c --> st<i>e</i>p <span>on</span> [^1].\n\n[^1]: Note")).toEqual([
      "paragraph: A big step on.",
      "paragraph: Note",
    ]);
  });

  it("reads inline HTML's captions and leaves out what HTML marks", () => {
    const source = 'The <img alt="map &amp; key"> of <span lang="zh">牛鼻子</span> and <code>a *b*</code>s<br>\nends';
    expect(read(source)).toEqual(["paragraph: The \uFFFC of \uFFFC and \uFFFCs\nends", "caption: map & key"]);
  });
});

describe("readMarkdown: the map", () => {
  // The cases that remark-retext misplaces: each word after the trap must map to itself.
  const traps: [name: string, source: string][] = [
    ["a reference", "Tom &amp; Jerry bravo charlie."],
    ["a space by reference", "Alpha&nbsp;bravo charlie"],
    ["a numeric reference", "Alpha &#x2014; bravo &#8212; charlie"],
    ["an escape", "Alpha \\* bravo charlie"],
    ["a wrapped item", "- Alpha\n  bravo\n  charlie"],
    ["a lazy item", "- Alpha\nbravo charlie"],
    ["a wrapped quotation", "> Alpha\n> bravo\n> charlie"],
    ["a lazy quotation", "> Alpha\nbravo charlie"],
    ["a nested quotation", "> > - Alpha\n> >   bravo\n> >   charlie"],
    ["an indented wrap", "Alpha\n   bravo\n\tcharlie"],
    ["a hard break", "Alpha  \nbravo\\\ncharlie"],
    ["carriage returns", "Alpha\r\nbravo\r\ncharlie"],
    ["old carriage returns", "Alpha\rbravo\rcharlie"],
    ["carriage returns in a quotation", "> Alpha\r\n> bravo  \r\n> charlie"],
    ["a tab", "-\tAlpha\tbravo\n\tcharlie"],
    ["a wrapped note", "x[^1]\n\n[^1]: Alpha\n    bravo\n    charlie"],
    ["a byte order mark", "\uFEFFAlpha bravo charlie"],
    ["an astral character", "𠮷 Alpha 😀 bravo &#x1F600; charlie"],
    ["HTML in a quotation", "> <div>\n> Alpha\n> bravo &mdash; charlie\n> </div>"],
    ["a null", "Alpha \0 bravo charlie"],
  ];
  it.each(traps)("is exact after %s", (_, source) => {
    const projection = readMarkdown(source);
    checkContract(projection);
    for (const word of ["bravo", "charlie"]) {
      const start = projection.text.indexOf(word);
      expect(toSource(projection, start, start + word.length)).toEqual({
        start: source.indexOf(word),
        end: source.indexOf(word) + word.length,
        verbatim: true,
      });
    }
  });

  it("has a line feed for a wrapped line and swallows the prefix", () => {
    const projection = readMarkdown("> Alpha \n> bravo\n\nCharlie\ndelta");
    expect(projection.text).toBe("Alpha\nbravo\n\nCharlie\ndelta");
    expect(sourceOf(projection, "Alpha\nbravo")).toBe("Alpha \n> bravo");
    expect(toSource(projection, projection.text.indexOf("Charlie"), projection.text.length).verbatim).toBe(true);
  });

  it("gives what the source has for a decoded or divided word", () => {
    const projection = readMarkdown("R&amp;D, snake\\_case, **niu**bi, co&shy;operate");
    expect(projection.text).toBe("R&D, snake_case, niubi, cooperate");
    expect(sourceOf(projection, "R&D")).toBe("R&amp;D");
    expect(sourceOf(projection, "snake_case")).toBe("snake\\_case");
    expect(sourceOf(projection, "niubi")).toBe("niu**bi");
    expect(sourceOf(projection, "cooperate")).toBe("co&shy;operate");
  });
});

describe("readMarkdown: HTML blocks", () => {
  it("reads the text of their elements, not of code", () => {
    const source = `<table>
  <tr><td>Rivers &amp; lakes</td><td lang="zh">河湖</td></tr>
</table>

<pre>
niubi

niubi
</pre>

<details><summary>More</summary>

Inside *Markdown*.

</details>
`;
    expect(read(source)).toEqual(["cell: Rivers & lakes", "paragraph: More", "paragraph: Inside Markdown."]);
  });

  it("leaves out Markdown inside an element that is not English, and none when it never ends", () => {
    expect(read('<div lang="zh">\n\n牛鼻子 *x*\n\n</div>\n\nEnglish')).toEqual(["paragraph: English"]);
    expect(read('<div lang="zh">\n\nStill read')).toEqual(["paragraph: Still read"]);
  });
});

describe("readMarkdown: MDX and other dialects", () => {
  it("leaves out modules, expressions and components", () => {
    const source = `import Map from "./map.js"
import {a,
  b} from './b.js'

export const meta = {
  title: "Plan"
}

<Tabs.Item label={t("x")}>Output</Tabs.Item> rose by {props.rate} percent{/* note */}.

{/* a

b */}

## Rivers {#rivers}

{{ title }} and {% include x %} of {the people}.
`;
    expect(read(source)).toEqual([
      "paragraph: Output rose by \uFFFC percent.",
      "heading: Rivers",
      "paragraph: \uFFFC and \uFFFC of {the people}.",
    ]);
  });

  it("reads prose that begins like a module", () => {
    expect(read("import and export volume rose from 5 to 6.\n\nexport default risk fell.")).toEqual([
      "paragraph: import and export volume rose from 5 to 6.",
      "paragraph: export default risk fell.",
    ]);
  });

  it("leaves out the marks of directives and alerts", () => {
    expect(read(":::note\nHold fast.\n:::\n\n> [!NOTE]\n> Go on.")).toEqual([
      "paragraph: Hold fast.",
      "paragraph: Go on.",
    ]);
  });
});

describe("readMarkdown: comments", () => {
  it("returns HTML's and MDX's in order, but none in code", () => {
    const source =
      "<!-- one -->\n\nProse <!-- two --> {/* three */} `<!-- no -->` `{/* no */}`\n\n```\n<!-- no -->\n{/* no */}\n```\n\n{/*four*/}\n";
    const { comments } = readMarkdown(source);
    expect(comments.map(({ value }) => value.trim())).toEqual(["one", "two", "three", "four"]);
    expect(comments.map(({ start, end }) => source.slice(start, end))).toEqual([
      "<!-- one -->",
      "<!-- two -->",
      "{/* three */}",
      "{/*four*/}",
    ]);
  });

  it("returns comments of HTML in a quotation without its prefixes", () => {
    const { comments } = readMarkdown("> <!-- one\n> two -->\n");
    expect(comments.map(({ value }) => value.replace(/\s+/g, " "))).toEqual([" one two "]);
  });
});

describe("readMarkdown: properties", () => {
  const inline = fc.constantFrom(
    ..."dredge canals policy 5.2 R 牛鼻子 é 😀 , . “ ” * ** _ ~ ~~ ` `` $ $$ | \\ < > [ ] ( ) ! { } & # : -".split(" "),
    ...[
      "\\*",
      "\\_",
      "\\&",
      "&amp;",
      "&nbsp;",
      "&#8212;",
      "&#x1F600;",
      "&shy;",
      "&bogus;",
      "  \n",
      "\\\n",
      "\n",
      "\r\n",
      "\n> ",
      "\n  ",
    ],
    ...[
      "**niu**bi",
      "*one*",
      "`code`",
      "$x$",
      "[link](x 'y')",
      "![alt *a*](x)",
      "[ref][r]",
      "[^1]",
      "<https://example.org>",
    ],
    ...[
      "https://example.org/a_b.",
      "<b>",
      "</b>",
      "<br>",
      "<!-- c -->",
      "<code>",
      "</code>",
      "<i lang=zh>",
      "</i>",
      "{x}",
      "{/* c */}",
    ],
    ...[" ", " ", " ", "\t"],
  );
  const prefix = fc.constantFrom(
    "",
    "",
    "# ",
    "- ",
    "  ",
    "1. ",
    "> ",
    "> - ",
    "    ",
    "| ",
    "<p>",
    "<div>\n",
    "[^1]: ",
    "```\n",
    ":::",
    "\t",
  );
  const block = fc.tuple(prefix, fc.array(inline, { maxLength: 14 })).map(([start, pieces]) => start + pieces.join(""));
  const document = fc
    .tuple(fc.array(block, { maxLength: 6 }), fc.constantFrom("\n\n", "\n", "\r\n\r\n", "\n> "))
    .map(([blocks, between]) => `${blocks.join(between)}\n\n[r]: x\n\n[^1]: Note`);

  it("keeps its contract on any Markdown", () => {
    fc.assert(
      fc.property(document, (source) => checkContract(readMarkdown(source))),
      { numRuns: 300 },
    );
  });

  it("keeps its contract on any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (source) => checkContract(readMarkdown(source))),
    );
  });

  it("has the same tokens whether parsed at once or part by part", () => {
    const pieces = fc.constantFrom(
      ...[
        "Prose [r] and *more* [^1].",
        "# Head",
        "- item",
        "- item\n\n  more",
        "> quoted\nlazy",
        "    code",
        "text\n====",
        "“Go on”",
      ],
      ...[
        "```\ncode",
        "```",
        "~~~",
        "<div>",
        "</div>",
        "<!-- a",
        "b -->",
        "<pre>\n\nx",
        "</pre>",
        "$$",
        "- ```",
        "  ```",
        "[r]: x",
      ],
      ...["[^1]: Note\n\n    more", "| a |\n|-|\n| b |", "---", "1. one", "**Bold**", "\tindented", "(a)"],
    );
    const between = fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "\n \n", "\r\n\r\n");
    const documents = fc.array(fc.tuple(pieces, between), { maxLength: 12 }).map((list) => list.flat().join(""));
    fc.assert(
      fc.property(documents, (source) => {
        const whole = `${source}\n\n[r]: x\n\n[^1]: Note\n`;
        const prose = (length: number) => outline(markdownEvents(whole, length));
        expect(prose(1)).toEqual(prose(Number.POSITIVE_INFINITY));
      }),
      { numRuns: 300 },
    );
    // Whether a blank line belongs to the block before it may be told differently; it is no prose.
    function outline(events: ReturnType<typeof markdownEvents>): string[] {
      const blank = new Set(["lineEndingBlank", "lineEnding", "content", "linePrefix"]);
      const open = /^(?:list|blockQuote$|codeFenced$|codeIndented$|htmlFlow|mathFlow|gfmFootnoteDefinition$)/;
      return events
        .filter(({ enters, type }) => !blank.has(type) && (enters || !open.test(type)))
        .map(({ enters, type, start, end }) => `${enters} ${type} ${start} ${open.test(type) ? "" : end}`);
    }
  });

  it("reads long documents in linear time", () => {
    const unit = "> Hold the line.\n\n- Plant trees\n- Pave roads [r]\n\nThe <b>city</b> grows by $5 {x}.\n\n";
    const started = performance.now();
    const projection = readMarkdown(`${unit.repeat(3_000)}[r]: x`);
    expect(projection.blocks).toHaveLength(12_000);
    expect(projection.text).toContain("Pave roads r");
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  // Every word is unique, so where it stands is known without the map.
  const wrap = fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => word,
    (word) => `*${word}*`,
    (word) => `**${word}**`,
    (word) => `~~${word}~~`,
    (word) => `[${word}](https://example.org "t")`,
    (word) => `[${word}][r]`,
    (word) => `<b>${word}</b>`,
    (word) => `&ldquo;${word}&rdquo;`,
    (word) => `\\*${word}\\*`,
    (word) => `${word} \`code\``,
    (word) => `${word} <!-- c -->`,
    (word) => `![](x) ${word}`,
  );
  const container = fc.constantFrom<[first: string, rest: string]>(
    ["", ""],
    ["> ", "> "],
    ["- ", "  "],
    ["- ", ""],
    ["10. ", "    "],
    ["> - ", ">   "],
    ["> > ", "> > "],
    ["- > ", "  > "],
    ["[^1]: ", "    "],
    ["", "   "],
  );
  const space = fc.constantFrom(" ", " ", "\n", "&nbsp;", "  \n", "\\\n", " &amp; ", "\t");
  const paragraph = fc.tuple(container, fc.array(fc.tuple(wrap, space), { minLength: 1, maxLength: 12 }));

  it("maps every word to the very place it stands in", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.boolean(), (paragraphs, crlf) => {
        const words: string[] = [];
        let source = paragraphs
          .map(([[first, rest], pieces]) => {
            const line = pieces.map(([wrapped, gap], index) => {
              const word = `w${words.length}z`;
              words.push(word);
              return wrapped(word) + (index < pieces.length - 1 ? gap : "");
            });
            return first + line.join("").replaceAll("\n", `\n${rest}`);
          })
          .join("\n\n");
        source += "\n\nlast[^1]\n\n[r]: x";
        if (crlf) source = source.replaceAll("\n", "\r\n");
        const projection = readMarkdown(source);
        checkContract(projection);
        for (const word of words) {
          const start = projection.text.indexOf(word);
          const place = source.indexOf(word);
          expect(start, word).toBeGreaterThanOrEqual(0);
          expect(toSource(projection, start, start + word.length)).toEqual({
            start: place,
            end: place + word.length,
            verbatim: true,
          });
        }
      }),
      { numRuns: 400 },
    );
  });
});

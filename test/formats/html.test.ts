import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readHtml } from "../../src/formats/html.js";
import { toSource } from "../../src/text/projection.js";
import { blocksOf, checkContract, sourceOf } from "./helpers.js";

// Properties and long documents take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("readHtml", () => {
  it("makes a block of each block element and runs inline elements together", () => {
    const source = `<!doctype html><html><head><title>Work plan</title></head><body>
      <h1>Ten <em>ta</em>sks</h1><p>Dredge the <b>canal</b><p>Plant trees
      <ul><li>Oak<li>Elm<ul><li>Wych elm</ul> and so on</ul>
      <table><caption>Output</caption><tr><th>Year<td>2021</table>The end</body></html>`;
    expect(blocksOf(readHtml(source))).toEqual([
      "heading: Work plan",
      "heading: Ten tasks",
      "paragraph: Dredge the canal",
      "paragraph: Plant trees",
      "item: Oak",
      "item: Elm",
      "item: Wych elm",
      "item: and so on",
      "caption: Output",
      "cell: Year",
      "cell: 2021",
      "paragraph: The end",
    ]);
  });

  it("collapses white space and maps it", () => {
    const projection = readHtml("<p>\n  Grasp <i> the </i> key\n     link\t now<br>\n or later </p>");
    expect(blocksOf(projection)).toEqual(["paragraph: Grasp the key\nlink now\nor later"]);
    expect(sourceOf(projection, "key\nlink")).toBe("key\n     link");
    expect(sourceOf(projection, "later")).toBe("later");
  });

  it("decodes references as HTML does, with exact ranges", () => {
    const source = "<p>R&amp;D &mdash; 5&nbsp;mu &#8220;grain&#x201d; &#150; AT&T &copy 2021 &notacity; co&shy;operate";
    const projection = readHtml(source);
    expect(projection.text).toBe("R&D — 5\u00a0mu “grain” – AT&T © 2021 ¬acity; cooperate");
    expect(sourceOf(projection, "R&D")).toBe("R&amp;D");
    expect(sourceOf(projection, "“grain”")).toBe("&#8220;grain&#x201d;");
    expect(sourceOf(projection, "AT&T")).toBe("AT&T");
    expect(sourceOf(projection, "©")).toBe("&copy");
    expect(sourceOf(projection, "cooperate")).toBe("co&shy;operate");
    expect(sourceOf(projection, "mu")).toBe("mu");
    expect(toSource(projection, 0, 3).verbatim).toBe(false);
  });

  it("leaves out code, scripts, drawings and formulas, and marks their place in a sentence", () => {
    const source = `<script>if (a < b) "</p>"</script><style>p{}</style><pre>x = 1</pre><template><p>t</p></template>
      <p>Run <code>make <b>all</b></code>now<textarea>a <b></textarea> and <svg><title>T</title><path/></svg>-<math>x</math>.</p>`;
    expect(blocksOf(readHtml(source))).toEqual(["paragraph: Run \uFFFCnow\uFFFC and \uFFFC-\uFFFC."]);
  });

  it("reads the attributes that people read", () => {
    const source = `<meta name="description" content="Rivers &amp; lakes"><meta name=keywords content=a>
      <p title='Side
        note'>Text <img alt="A canal" src=x> more</p><input placeholder=Search><button aria-label="Close it">x</button>`;
    expect(blocksOf(readHtml(source))).toEqual([
      "caption: Rivers & lakes",
      "caption: Side\nnote",
      "paragraph: Text \uFFFC more",
      "caption: A canal",
      "caption: Search",
      "caption: Close it",
      "value: x",
    ]);
    expect(sourceOf(readHtml(source), "Rivers & lakes")).toBe("Rivers &amp; lakes");
  });

  it("leaves out what is not for translation or not English", () => {
    const source = `<p translate="no">Kept as is<p>One<p lang="zh-CN">牛鼻子<p class="x notranslate">Brand
      <div lang="fr">non <p lang="en-GB">yes</p> non</div><p>the <i lang=zh>nose</i> of it<td lang=zh>格</td>`;
    expect(blocksOf(readHtml(source))).toEqual(["paragraph: One", "paragraph: yes", "paragraph: the \uFFFC of it"]);
  });

  it("reads a page whose template says it is Chinese", () => {
    expect(blocksOf(readHtml('<html lang="zh"><body lang="zh"><p>In English'))).toEqual(["paragraph: In English"]);
  });

  it("returns comments", () => {
    const source = "<p>a<!-- xindaya ignore --> b</p><!--->c<!-- open";
    const { comments } = readHtml(source);
    expect(comments.map(({ value }) => value)).toEqual([" xindaya ignore ", "", " open"]);
    expect(comments.map(({ start, end }) => source.slice(start, end))).toEqual([
      "<!-- xindaya ignore -->",
      "<!--->",
      "<!-- open",
    ]);
  });

  it("has one object for an address, without the sentence's own marks", () => {
    const projection = readHtml("<p>See https://example.org/a?b=1&amp;c=2, or www.example.org/x_(y).");
    expect(projection.text).toBe("See \uFFFC, or \uFFFC.");
    expect(sourceOf(projection, "\uFFFC,")).toBe("https://example.org/a?b=1&amp;c=2,");
  });

  it("reads malformed markup", () => {
    expect(blocksOf(readHtml("a < b</i></p><b>c<p>d <e f='g"))).toEqual([
      "paragraph: a < b",
      "paragraph: c",
      "paragraph: d",
    ]);
    expect(blocksOf(readHtml("<p>x</3>y<?php z ?>&#0;&#x110000;&;&"))).toEqual(["paragraph: xy\uFFFD\uFFFD&;&"]);
  });

  const piece = fc.constantFrom(
    ..."<p> </p> <b> </b> <li> <ul> </ul> <td> <table> </table> <br> <br/> <code> </code> <svg> </svg> <script> </script>".split(
      " ",
    ),
    ...[
      "<!-- c -->",
      "<!--",
      "-->",
      "<",
      ">",
      "</",
      "&",
      "&amp;",
      "&amp",
      "&#8212;",
      "&nbsp;",
      "&shy;",
      "\r\n",
      "\n ",
      "  ",
    ],
    ...[
      '<img alt="a &lt; b">',
      "<i title='x\n y'>",
      "<div lang=zh>",
      "</div>",
      "<p lang=en>",
      "<p translate=no>",
      '<a href="',
    ],
    ...["canal", "rivers", "R", "5", ".", "牛", " ", "https://example.org/x."],
  );

  it("keeps its contract on any markup", () => {
    const piecewise = fc.array(piece, { maxLength: 30 }).map((list) => list.join(""));
    fc.assert(
      fc.property(fc.oneof(piecewise, fc.string({ unit: "binary" })), (source) => checkContract(readHtml(source))),
      { numRuns: 300 },
    );
  });

  it("reads hostile markup in linear time", () => {
    const started = performance.now();
    for (const unit of [
      "<b>",
      "<p>",
      "</p>",
      "<li>",
      "<!--",
      "<script>",
      "<a b='",
      "&amp",
      "<div lang=zh><p lang=en>",
      "<td><p><b>",
    ]) {
      readHtml(unit.repeat(50_000));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

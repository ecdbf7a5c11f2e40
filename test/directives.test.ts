import { describe, expect, it } from "vitest";
import { lint } from "../src/index.js";

const found = (text: string, format: "text" | "markdown" | "html" = "text") =>
  lint(text, { format }).map(({ ruleId, actual }) => `${ruleId}: ${actual}`);

const fault = "We grasp the niubi nose of reform.";
const metaphor = "literal-metaphor: niubi nose";

describe("ignore comments", () => {
  it("silence the next line of a plain text", () => {
    expect(found(fault)).toEqual([metaphor]);
    expect(found(`xindaya-disable-next-line\n${fault}`)).toEqual([]);
    expect(found(`# xindaya-disable-next-line literal-metaphor\n\n${fault}\n\n${fault}`)).toEqual([metaphor]);
    expect(found(`xindaya-disable-next-line punctuation, literal-metaphor\r\n${fault}`)).toEqual([]);
  });

  it("silence a stretch of Markdown", () => {
    expect(found(`<!-- xindaya-disable -->\n\n${fault}\n\n<!-- xindaya-enable -->\n\n${fault}`, "markdown")).toEqual([
      metaphor,
    ]);
    expect(found(`<!-- xindaya-disable literal-metaphor -->\n\n${fault}`, "markdown")).toEqual([]);
  });

  it("silence the next block of Markdown and HTML", () => {
    expect(found(`<!-- xindaya-ignore -->\n\n${fault}\n\n${fault}`, "markdown")).toEqual([metaphor]);
    expect(found(`<!-- xindaya-ignore literal-metaphor --><p>${fault}</p><p>${fault}</p>`, "html")).toEqual([metaphor]);
  });

  it("silence only the rules they name", () => {
    expect(found(`<!-- xindaya-ignore punctuation -->\n\n${fault}`, "markdown")).toEqual([
      "unused-directive: <!-- xindaya-ignore punctuation -->",
      metaphor,
    ]);
  });

  it("are told when they silence nothing", () => {
    const text = "xindaya-disable-next-line\nAll is well.";
    const [finding] = lint(text);
    expect(finding).toMatchObject({
      ruleId: "unused-directive",
      message: "`xindaya-disable-next-line` silences nothing; take it out",
      actual: "xindaya-disable-next-line",
    });
  });

  it("are no comments inside code", () => {
    expect(found("```\n<!-- xindaya-disable -->\n```\n\n".concat(fault), "markdown")).toEqual([metaphor]);
  });

  it("are no prose", () => {
    expect(found(`${fault}\n\nxindaya-disable-next-line\n\n${fault}`)).toEqual([metaphor]);
  });
});

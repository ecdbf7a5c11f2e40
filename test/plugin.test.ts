import fc from "fast-check";
import remarkParse from "remark-parse";
import remarkRetext from "remark-retext";
import retextEnglish from "retext-english";
import retextStringify from "retext-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import xindaya, { lint, type Options, presets, rulePlugin, rules } from "../src/index.js";

const text =
  "The county grasps the “bull nose” of reform.\n\nThe city adheres to a game of chess, as the Party asks.\n";

/** Messages that the plugin gives in a retext pipeline. */
function messages(value: string, options?: Options) {
  const processor = unified().use(retextEnglish).use(xindaya, options).use(retextStringify);
  const file = new VFile(value);
  processor.runSync(processor.parse(file), file);
  return file.messages;
}

/** The same through Markdown, as `remark-retext` hands it on. */
async function markdownMessages(value: string) {
  const file = await unified()
    .use(remarkParse)
    .use(remarkRetext, unified().use(retextEnglish).use(xindaya) as never)
    .use(function compile() {
      this.compiler = () => "";
    })
    .process(value);
  return file.messages;
}

describe("the plugin", () => {
  it("gives messages with all that an editor needs", () => {
    const [message] = messages(text);
    expect({ ...message, stack: undefined }).toMatchObject({
      source: "xindaya",
      ruleId: "literal-metaphor",
      fatal: true,
      actual: "bull nose",
      place: { start: { line: 1, column: 24, offset: 23 }, end: { line: 1, column: 33, offset: 32 } },
      mqm: "accuracy/mistranslation",
    });
    expect(message?.expected?.[0]).toBe("key link");
    expect(message?.note).toMatch(/^牛鼻子 \(niú bízi\): /);
    expect(message?.url).toMatch(/^https:\/\/.*\/rules\/literal-metaphor\/readme\.md$/);
  });

  it("finds what lint() finds", () => {
    const found = (list: readonly { ruleId?: unknown; actual?: unknown; place?: unknown }[]) =>
      list.map(({ ruleId, actual, place }) => ({ ruleId, actual, place }));
    expect(found(messages(text))).toEqual(found(lint(text)));
  });

  it("finds the same on any text, at places that hold", () => {
    const piece = fc.constantFrom(
      "bull nose",
      "“five sons” linkage",
      "a game of chess idea",
      "niubi nose",
      "reform",
      " ",
      "\n",
      "\n\n",
      ". ",
      ", ",
      "It is",
      "café",
      "𠮷",
      "😀",
      "u.s. ",
      "the Party",
      "Worked hard and worked hard",
      "，",
      "牛鼻子",
      "- ",
      "’",
      '"',
      "’s",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const value = pieces.join(" ");
        const direct = lint(value);
        expect(messages(value).map(({ ruleId, actual, place }) => ({ ruleId, actual, place }))).toEqual(
          direct.map(({ ruleId, actual, place }) => ({ ruleId, actual, place })),
        );
        for (const { start, end, place, actual } of direct) {
          expect(value.slice(start, end)).toBe(actual);
          expect([place.start.offset, place.end.offset]).toEqual([start, end]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("puts its messages right under remark-retext, where the tree's own places are wrong", async () => {
    const value =
      "Tom &amp; Ann grasp the **bull** *nose*.\n\n- A wrapped item\n  says niubi nose \\* here.\n\n> A quote\n> of the niubi nose.\n";
    const found = await markdownMessages(value);
    expect(found.map(({ actual }) => actual)).toEqual(["bull** *nose", "niubi nose", "niubi nose"]);
    for (const { place, actual } of found) {
      const { start, end } = place as { start: { offset: number }; end: { offset: number } };
      expect(value.slice(start.offset, end.offset)).toBe(actual);
    }
  });

  it("has places that hold under remark-retext whatever the Markdown", async () => {
    const piece = fc.constantFrom(
      "bull nose",
      "**bull** nose",
      "niubi&nbsp;nose",
      "a \\* b",
      "[niubi nose](https://example.org)",
      "`code`",
      "\n",
      "\n\n",
      "\n- ",
      "\n> ",
      "&amp;",
      "<br>",
      "text",
      "# ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const value = pieces.join(" ");
        for (const { place, actual } of await markdownMessages(value)) {
          const { start, end } = place as { start: { offset: number }; end: { offset: number } };
          expect(value.slice(start.offset, end.offset)).toBe(actual);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the tree and the options alone", () => {
    const options: Options = Object.freeze({ rules: Object.freeze({ slogan: "off" as const }) });
    const processor = unified().use(retextEnglish).use(xindaya, options);
    const tree = processor.parse(text);
    const before = JSON.stringify(tree);
    processor.runSync(tree, new VFile(text));
    expect(JSON.stringify(tree)).toBe(before);
    expect(options).toEqual({ rules: { slogan: "off" } });
  });

  it("lints a tree that came without a file", () => {
    const processor = unified().use(retextEnglish).use(xindaya);
    const file = new VFile();
    processor.runSync(processor.parse(new VFile(text)), file);
    expect(file.messages.map(({ actual }) => actual)).toContain("bull nose");
  });
});

describe("options", () => {
  it("set levels, and switch rules off and on", () => {
    const level = (options: Options) => lint(text, options).find(({ actual }) => actual === "bull nose")?.level;
    expect(level({})).toBe("error");
    expect(level({ rules: { "literal-metaphor": "info" } })).toBe("info");
    expect(level({ rules: { "literal-metaphor": "off" } })).toBeUndefined();
    expect(level({ rules: { "literal-metaphor": false } })).toBeUndefined();
  });

  it("add terms, which override the package's own by Chinese and by phrase", () => {
    const terms = [{ zh: "牛鼻子", preferred: "pivot", deprecated: ["bull nose"] }];
    expect(lint(text, { terms }).find(({ zh }) => zh === "牛鼻子")?.expected).toEqual(["pivot"]);
    expect(lint(text, { terms: [{ zh: "牛鼻子", preferred: "pivot" }] }).filter(({ zh }) => zh === "牛鼻子")).toEqual(
      [],
    );
    const admits = [{ zh: "词", preferred: "bull nose" }];
    expect(lint(text, { terms: admits }).filter(({ actual }) => actual === "bull nose")).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      "an unknown rule",
      { rules: { "litteral-metaphor": "error" } },
      'rules.litteral-metaphor: there is no rule "litteral-metaphor"; did you mean "literal-metaphor"?',
    ],
    [
      "an unknown level",
      { rules: { slogan: "fatal" } },
      'rules.slogan: "fatal" is no level; use error, warning, info, off, true or false',
    ],
    ["an unknown option", { preset: "strict", rule: {} }, 'rule: there is no such option; did you mean "rules"?'],
    [
      "an unknown preset",
      { preset: "recomended" },
      'preset: there is no preset "recomended"; did you mean "recommended"?',
    ],
    ["an unknown rule option", { rules: { slogan: ["error", { x: 1 }] } }, "rules.slogan.x: there is no such option; "],
    ["faulty terms", { terms: [{ zh: "词" }] }, 'terms.0.preferred: "preferred" is missing or not text'],
    ["terms that are no list", { terms: {} }, "terms: must be a list of entries"],
  ])("refuse %s and say what would do", (_, options, message) => {
    const start = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as Error).message.slice(0, message.length);
      }
      return "no error";
    };
    expect(start(() => lint("x", options as Options))).toBe(message);
    expect(
      start(() =>
        unified()
          .use(retextEnglish)
          .use(xindaya, options as Options)
          .freeze(),
      ),
    ).toBe(message);
  });

  it("come as presets, each an object of its own that a user may change", () => {
    const mine = presets.recommended();
    mine.rules["literal-metaphor"] = "info";
    expect(presets.recommended().rules["literal-metaphor"]).toBe("error");
    expect(lint(text, mine)[0]?.level).toBe("info");
    for (const id of Object.keys(presets["terms-only"]().rules)) expect(rules.map((rule) => rule.id)).toContain(id);
  });
});

describe("a rule alone", () => {
  it("is a plugin of its own", () => {
    const rule = rules.find(({ id }) => id === "literal-metaphor");
    if (!rule) throw new Error("no such rule");
    const processor = unified().use(retextEnglish).use(rulePlugin(rule), { level: "info" });
    const file = new VFile(text);
    processor.runSync(processor.parse(file), file);
    expect(new Set(file.messages.map(({ ruleId }) => ruleId))).toEqual(new Set(["literal-metaphor"]));
    expect(file.messages[0]?.fatal).toBeUndefined();
  });
});

/** Entries of every shape that the termbase allows. */
import fc from "fast-check";
import type { TermEntry } from "../../../src/termbase/compile.js";

/** Any text a person or a program may leave in a field: markup, quotes, separators, line breaks, odd characters. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: "binary" }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "key link",
      "a & b < c",
      'the "bull\'s nose"',
      "= as the core",
      "  two  spaces ",
      "first\nsecond\r\nthird",
      "one; two",
      "one | two",
      "back\\slash",
      "xindaya: {}",
      "pinyin: x",
      "]]>",
      "牛鼻子",
      "\u0000\u000b\ufffe",
      "\ud800",
      "tab\there",
    ),
  },
);

const condition = fc.record(
  {
    quoted: fc.boolean(),
    near: fc.array(text, { maxLength: 3 }),
    notBefore: fc.array(text, { maxLength: 3 }),
    policy: fc.constant(true),
  },
  { requiredKeys: [] },
);

const source = fc.oneof(
  text,
  fc.record(
    { title: text, publisher: text, year: fc.integer({ min: 1949, max: 2030 }), url: fc.webUrl() },
    { requiredKeys: ["title", "publisher"] },
  ),
  fc.record({ title: text, publisher: text, year: fc.integer(), url: text }, { requiredKeys: ["title", "publisher"] }),
);

const texts = fc.uniqueArray(text, { maxLength: 4 });

interface Limits {
  /** Conditions, examples, parts, compose. */
  readonly everything: boolean;
  readonly text: fc.Arbitrary<string>;
}

function entryOf({ everything, text }: Limits): fc.Arbitrary<TermEntry> {
  const list = fc.uniqueArray(text, { maxLength: 4 });
  const phrase = fc.record(
    {
      phrase: text,
      when: fc.oneof(condition, fc.array(condition, { minLength: 1, maxLength: 2 })),
      examples: fc.record({ flags: texts, passes: texts }, { requiredKeys: [] }),
    },
    { requiredKeys: ["phrase"] },
  );
  return fc
    .record(
      {
        zh: text.filter((name) => name.trim() !== ""),
        preferred: text.filter((name) => name.trim() !== ""),
        pinyin: text,
        admitted: list,
        deprecated: everything
          ? fc.uniqueArray(fc.oneof(text, phrase), {
              maxLength: 4,
              selector: (item) => (typeof item === "string" ? item : item.phrase),
            })
          : list,
        standing: fc.constantFrom("official" as const, "common" as const),
        definition: text,
        note: text,
        field: text,
        rule: fc.constantFrom("slogan", "terminology"),
        sources: fc.array(source, { maxLength: 3 }),
        ...(everything ? { parts: texts, compose: fc.boolean() } : {}),
      },
      { requiredKeys: ["zh", "preferred"] },
    )
    .map((entry) => {
      const { admitted } = entry;
      return { ...entry, ...(admitted ? { admitted: admitted.filter((item) => item !== entry.preferred) } : {}) };
    }) as fc.Arbitrary<TermEntry>;
}

/** Lists of entries with everything, each Chinese once. */
export const anyEntries = fc.uniqueArray(entryOf({ everything: true, text }), {
  maxLength: 5,
  selector: ({ zh }) => zh,
});

/** What a table can hold: texts without white space at their ends, phrases without conditions. */
export const tableEntries = fc.uniqueArray(
  entryOf({ everything: false, text: text.map((item) => item.trim() || "word") }),
  { maxLength: 5, selector: ({ zh }) => zh },
);

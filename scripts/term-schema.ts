/** The JSON Schema of an entry of a termbase, and of a list of them. */

const text = { type: "string", minLength: 1 };
const list = (items: object) => ({ type: "array", items });

const yesNo = (description: string) => ({ type: "boolean", description });
const cues = (description: string) => ({ ...list(text), description });

const condition = {
  type: "object",
  description: "All that is given must hold.",
  additionalProperties: false,
  properties: {
    quoted: yesNo("whether the phrase stands in quotation marks of its own"),
    near: cues("one of these is in the same sentence, in any inflection; @name is a list of dictionaries/cues.yml"),
    notNear: cues("none of these is in the same sentence"),
    before: cues("the next word is one of these"),
    notBefore: cues("the next word is none of these"),
    after: cues("the word before is one of these"),
    notAfter: cues("the word before is none of these"),
    capitalized: yesNo("every word that could take a capital has one, or none has"),
    sentenceStart: yesNo("whether the phrase opens its sentence"),
    policy: yesNo("the document is plainly about China and its government"),
  },
};

const phrase = {
  type: "object",
  additionalProperties: false,
  required: ["phrase"],
  properties: {
    phrase: { ...text, description: "a phrase in the notation of docs/termbase.md" },
    when: {
      description: "flagged only when this holds, or one of these",
      anyOf: [condition, { ...list(condition), minItems: 1 }],
    },
    examples: {
      type: "object",
      description: "sentences that the phrase must flag, and sentences that it must pass",
      additionalProperties: false,
      properties: { flags: list(text), passes: list(text) },
    },
  },
};

const source = {
  anyOf: [
    { ...text, description: "an id of dictionaries/sources.yml (in the package's own termbase only)" },
    {
      type: "object",
      additionalProperties: false,
      required: ["title", "publisher"],
      properties: { title: text, publisher: { type: "string" }, year: { type: "integer" }, url: text },
    },
  ],
};

/**
 * One concept.
 *
 * @param rules ids of rules that may speak for a term
 */
export function termSchema(rules: readonly string[]): object {
  return {
    type: "object",
    description: "One concept; see docs/termbase.md.",
    additionalProperties: false,
    required: ["zh", "preferred"],
    properties: {
      zh: { ...text, description: "the Chinese, simplified; no two entries share one" },
      pinyin: { ...text, description: "how it is said, with tone marks" },
      preferred: {
        ...text,
        description:
          "the standard English, offered first, in its base form: singular, infinitive without to, no article",
      },
      admitted: { ...list(text), description: "other English that is fine too: offered next, never flagged" },
      deprecated: {
        ...list({ anyOf: [text, phrase] }),
        description: "what machines and word-for-word translators write: flagged",
      },
      standing: {
        enum: ["official", "common"],
        default: "common",
        description: "official: a source below was read and has the standard; common: usual among translators",
      },
      definition: { type: "string", description: "what it means, in a dozen words, for a reader without Chinese" },
      note: { type: "string", description: "what else a translator should know" },
      sources: { ...list(source), description: "where the standard stands" },
      field: { ...text, description: "the subject field (default: the name of the file)" },
      rule: { enum: rules, description: "the rule that speaks for it" },
      parts: { ...list(text), description: "how the Chinese is cut for composition, where the lexicon cuts it wrong" },
      compose: { type: "boolean", default: true, description: "false switches composition off for this concept" },
    },
  };
}

/** A file of entries: a list, or a map with the list under `terms`. */
export function termsSchema(rules: readonly string[]): object {
  const terms = { type: "array", items: { $ref: "#/$defs/term" } };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://raw.githubusercontent.com/xindaya/xindaya/main/schema/terms.schema.json",
    title: "xindaya termbase",
    description: "Terms: a list of entries, or a map that has such a list under terms.",
    anyOf: [
      terms,
      {
        type: "object",
        additionalProperties: false,
        required: ["terms"],
        properties: { $schema: text, terms },
      },
    ],
    $defs: { term: termSchema(rules) },
  };
}

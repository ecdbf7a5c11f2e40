/** Writes schema/ and man/ from the rules and the table of options. Run by `npm run build`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandTable, optionTable } from "../src/cli/options-table.js";
import { rules } from "../src/cli/rules.js";
import { termSchema, termsSchema } from "./term-schema.js";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

function write(name: string, text: string): void {
  mkdirSync(join(root, name, ".."), { recursive: true });
  writeFileSync(join(root, name), text);
}

function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "array", default: value };
  return { type: typeof value, default: value };
}

const level = { enum: ["error", "warning", "info", "off", true, false] };
const text = { type: "string", minLength: 1 };
const list = (items: object) => ({ type: "array", items });
const textOrTexts = { anyOf: [text, list(text)] };

const rulesSchema = {
  type: "object",
  additionalProperties: false,
  description: "Rules by id: a level, or a level and the rule's options.",
  properties: Object.fromEntries(
    rules.map(({ id, summary, options, level: own }) => [
      id,
      {
        description: `${summary} (default level: ${own})`,
        anyOf: [
          level,
          {
            type: "array",
            minItems: 1,
            maxItems: 2,
            prefixItems: [
              level,
              {
                type: "object",
                additionalProperties: false,
                properties: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, schemaOf(value)])),
              },
            ],
          },
        ],
      },
    ]),
  ),
};

const layer = {
  preset: { enum: ["recommended", "strict", "terms-only"], description: "Where to start from." },
  rules: { $ref: "#/$defs/rules" },
  terms: {
    description: "Your own terms, and files of such terms.",
    anyOf: [text, list({ anyOf: [text, { $ref: "#/$defs/term" }] })],
  },
  words: { ...list(text), description: "Words that are right; ./file.txt names a file with a word a line." },
  audience: {
    enum: ["general", "specialist"],
    default: "general",
    description: "Who reads it: for a specialist, what is foreign to the culture is a remark.",
  },
  variety: { enum: ["en-US", "en-GB"], description: "The English it is written in; left out, both are right." },
  policy: {
    type: "boolean",
    description: "Whether the texts are about Chinese policy. Left out, the words of each decide.",
  },
};

write(
  "schema/xindaya.config.schema.json",
  `${JSON.stringify(
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://raw.githubusercontent.com/xindaya/xindaya/main/schema/xindaya.config.schema.json",
      title: "xindaya configuration",
      type: "object",
      additionalProperties: false,
      properties: {
        $schema: text,
        extends: {
          ...textOrTexts,
          description: "A preset, a file, or an installed package that holds a configuration.",
        },
        ...layer,
        overrides: {
          description: "Other settings for some files.",
          ...list({
            type: "object",
            additionalProperties: false,
            required: ["files"],
            properties: { files: { ...textOrTexts, description: "Globs, from the configuration's folder." }, ...layer },
          }),
        },
        ignore: { ...textOrTexts, description: "Globs of files that are not read." },
      },
      $defs: { rules: rulesSchema, term: termSchema(rules.map(({ id }) => id)) },
    },
    null,
    2,
  )}\n`,
);

write("schema/terms.schema.json", `${JSON.stringify(termsSchema(rules.map(({ id }) => id)), null, 2)}\n`);

const roff = (words: string) =>
  words
    .replace(/\\/g, "\\e")
    .replace(/-/g, "\\-")
    .replace(/^([.'])/gm, "\\&$1");
const groups = [...new Set(optionTable.map(({ group }) => group))];

write(
  "man/xindaya.1",
  `.TH XINDAYA 1 "" "xindaya ${version}" "User Commands"
.SH NAME
xindaya \\- find what machine translation from Chinese leaves in English
.SH SYNOPSIS
.B xindaya
[\\fIoptions\\fR] [\\fIfiles, folders, globs, or \\- for standard input\\fR]
.br
.B xindaya
\\fIcommand\\fR ...
.SH DESCRIPTION
Reads English that came out of Chinese and points at what betrays its source: metaphors word for word, slogans left
unexplained, policy terms in other words than the standard ones, numbers off by a power of ten. For each finding it offers the
standard English.
.PP
Plain text, Markdown, HTML, Word documents and string catalogues in JSON and YAML are told apart by the endings of their names.
.SH COMMANDS
${commandTable.map(({ name, value, says }) => `.TP\n.B ${roff(`${name} ${value}`.trim())}\n${roff(says)}`).join("\n")}
.SH OPTIONS
${groups
  .map((group) => {
    const rows = optionTable.filter((option) => option.group === group);
    return `.SS ${group}\n${rows
      .map(
        ({ name, short, value, says }) =>
          `.TP\n.BR ${short ? `\\-${short} ", " ` : ""}${roff(`--${name}`)}${value ? ` " " \\fI${roff(value)}\\fR` : ""}\n${roff(says)}`,
      )
      .join("\n")}`;
  })
  .join("\n")}
.SH EXIT STATUS
.TP
.B 0
nothing worse than warnings
.TP
.B 1
errors found, too many warnings, or too low a score
.TP
.B 2
wrong use, a faulty configuration, or an input that could not be read; the others were linted all the same
.SH FILES
.TP
.I xindaya.config.yml, xindaya.config.yaml, xindaya.config.json, package.json (under "xindaya")
configuration, looked for upwards from each file
.TP
.I .gitignore, .xindayaignore
files passed over in folders and globs; those in .xindayaignore also when they are named
.SH ENVIRONMENT
.TP
.B NO_COLOR, FORCE_COLOR
no colors, or colors
.TP
.B CI
when set, a missing baseline is an error instead of being written
`,
);

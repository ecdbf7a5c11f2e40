/** Every option of the command line, once: parsing, help, completions and the man page read this table. */

export interface OptionRow {
  readonly name: string;
  readonly short?: string;
  /** What the value is called in help; left out for a switch. */
  readonly value?: string;
  readonly repeats?: boolean;
  /** Words that may be its value, for completions. */
  readonly choices?: readonly string[];
  readonly group: string;
  readonly says: string;
}

export const reportNames = [
  "text",
  "json",
  "jsonl",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "rdjson",
  "markdown",
  "html",
] as const;

export const presetNames = ["recommended", "strict", "terms-only"] as const;

export const optionTable: readonly OptionRow[] = [
  {
    name: "format",
    short: "f",
    value: "NAME",
    repeats: true,
    choices: reportNames,
    group: "Reports",
    says: `${reportNames.join(", ")}; several may be given, each followed by its --output`,
  },
  {
    name: "output",
    short: "o",
    value: "FILE",
    repeats: true,
    group: "Reports",
    says: "write the report before it to FILE (its ending names the format when --format is left out)",
  },
  { name: "quiet", short: "q", group: "Reports", says: "errors only" },
  {
    name: "stats",
    group: "Reports",
    says: "say on standard error what was read, found and scored, and how long it took",
  },
  { name: "color", group: "Reports", says: "colors (default: in a terminal; NO_COLOR and FORCE_COLOR are obeyed)" },
  { name: "no-color", group: "Reports", says: "no colors" },
  {
    name: "preset",
    value: "NAME",
    choices: presetNames,
    group: "What is checked",
    says: "recommended (default), strict, terms-only",
  },
  {
    name: "rule",
    value: "ID[:LEVEL]",
    repeats: true,
    group: "What is checked",
    says: "set one rule: --rule slogan:off --rule punctuation:error",
  },
  { name: "config", short: "c", value: "FILE", group: "What is checked", says: "use this configuration for all files" },
  { name: "no-config", group: "What is checked", says: "pass over configuration files" },
  { name: "since", value: "REV", group: "What is checked", says: "only lines changed in git since REV" },
  {
    name: "stdin-filename",
    value: "FILE",
    group: "What is checked",
    says: "what to call standard input; its ending says how to read it",
  },
  { name: "max-warnings", value: "N", group: "When it fails", says: "exit with 1 for more than N warnings" },
  {
    name: "min-score",
    value: "N",
    group: "When it fails",
    says: "exit with 1 when the score of all files is below N (0 to 100, see docs/cli.md)",
  },
  { name: "baseline", value: "FILE", group: "When it fails", says: "hide what FILE knows; written if it is not there" },
  { name: "baseline-write", group: "When it fails", says: "write the baseline anew from what is found now" },
  { name: "baseline-prune", group: "When it fails", says: "take out of the baseline what is found no more" },
  { name: "fix", group: "Mending", says: "put safe suggestions in place" },
  { name: "fix-dry-run", group: "Mending", says: "show as a diff what --fix would do" },
  { name: "interactive", short: "i", group: "Mending", says: "go through the findings one by one, as git add -p does" },
  { name: "cache", group: "Speed", says: "keep results, and lint only what has changed" },
  {
    name: "cache-location",
    value: "FILE",
    group: "Speed",
    says: "where (default: node_modules/.cache/xindaya/cache.json)",
  },
  {
    name: "threads",
    value: "N",
    group: "Speed",
    says: "worker threads (default: one for each 4 MB to be linted, as many as there are cores)",
  },
  { name: "no-progress", group: "Speed", says: "no progress bar" },
  { name: "print-config", value: "FILE", group: "Else", says: "say what applies to FILE" },
  { name: "add", group: "Else", says: "for words: add the words named" },
  { name: "json", group: "Else", says: "for rules, terms and explain: JSON" },
  {
    name: "input",
    value: "KIND",
    choices: ["text", "jsonl"],
    group: "Else",
    says: "for stream: text (default: a text a line) or jsonl (a JSON object a line)",
  },
  {
    name: "field",
    value: "NAME",
    group: "Else",
    says: "for stream: the field that holds the text (default: text); for terms export: the subject field",
  },
  {
    name: "to",
    value: "FORMAT",
    choices: ["tbx", "csv", "tsv", "utx", "json", "yaml", "markdown"],
    group: "Else",
    says: "for terms export: tbx, csv, tsv, utx, json, yaml, markdown",
  },
  { name: "only-findings", group: "Else", says: "for stream: write nothing for lines without findings" },
  { name: "help", short: "h", group: "Else", says: "this" },
  { name: "version", short: "v", group: "Else", says: "the version" },
];

export interface CommandRow {
  readonly name: string;
  readonly value: string;
  readonly says: string;
}

export const commandTable: readonly CommandRow[] = [
  {
    name: "lint",
    value: "[FILE...]",
    says: "lint files, folders, globs, or - for standard input; the word may be left out",
  },
  { name: "stream", value: "", says: "lint standard input line by line, one JSON line out for each" },
  { name: "explain", value: "RULE|TERM", says: "the page of a rule, or all that is known of a term" },
  { name: "rules", value: "", says: "the rules, their levels and presets" },
  {
    name: "terms",
    value: "QUERY|export|import FILE",
    says: "look a term up by Chinese, pinyin or English; write the termbase in another format (--to); make a glossary a project termbase",
  },
  { name: "words", value: "[--add WORD...]", says: "the project's own words, in xindaya.words.txt" },
  { name: "lsp", value: "--stdio", says: "a language server for editors, see docs/editors.md" },
  { name: "init", value: "", says: "write a commented xindaya.config.yml" },
  { name: "completions", value: "bash|zsh|fish", says: "a completion script for a shell" },
];

/** The help text, made from the tables. */
import { commandTable, optionTable } from "./options-table.js";

const width = 78;
const indent = 26;

/** @returns what `xindaya --help` prints */
export function helpText(): string {
  const groups = [...new Set(optionTable.map(({ group }) => group))];
  return `xindaya: finds what machine translation from Chinese leaves in English

  xindaya [options] [files, folders, globs, or - for standard input]
  xindaya COMMAND ...

Examples
  xindaya draft.txt                              one file
  xindaya "content/**/*.md" notes                all Markdown there, all text in a folder
  pandoc -t plain x.docx | xindaya -             standard input
  xindaya --fix-dry-run draft.txt                what could be mended, as a diff
  xindaya -f text -f sarif -o out.sarif docs     a report to read, one for a machine
  xindaya --baseline known.json docs             from today on, new findings only
  xindaya explain 牛鼻子                         what a term is, and its standard English

Commands
${commandTable.map(({ name, value, says }) => row(`${name} ${value}`.trim(), says)).join("\n")}

${groups
  .map((group) => {
    const rows = optionTable.filter((option) => option.group === group);
    return `${group}\n${rows.map((option) => row(flags(option.short, option.name, option.value), option.says)).join("\n")}`;
  })
  .join("\n\n")}

Exit code
  0  nothing worse than warnings (or than --max-warnings, --min-score allow)
  1  errors found, or too many warnings, or too low a score
  2  wrong use, a faulty configuration, or an input that could not be read
`;
}

function flags(short: string | undefined, name: string, value: string | undefined): string {
  return `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;
}

function row(head: string, says: string): string {
  const lines: string[] = [];
  let line = `  ${head}`;
  if (line.length >= indent) {
    lines.push(line);
    line = "";
  }
  line = line.padEnd(indent);
  let empty = true;
  for (const word of says.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}

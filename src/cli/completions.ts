/** `xindaya completions bash|zsh|fish`: scripts made from the tables of options and commands. */

import type { Arguments } from "./arguments.js";
import { exitCodes } from "./exit.js";
import { Misuse } from "./misuse.js";
import { commandTable, type OptionRow, optionTable } from "./options-table.js";
import { rules } from "./rules.js";

const shells: Readonly<Record<string, () => string>> = { bash, zsh, fish };

export async function completions({ inputs }: Arguments): Promise<number> {
  const [name = ""] = inputs;
  const make = Object.hasOwn(shells, name) ? shells[name] : undefined;
  if (!make)
    throw new Misuse(
      `completions are there for ${Object.keys(shells).join(", ")}; for example: source <(xindaya completions bash)`,
    );
  process.stdout.write(make());
  return exitCodes.clean;
}

const commandNames = commandTable.map(({ name }) => name).join(" ");
const ruleIds = rules.map(({ id }) => id).join(" ");

function choicesOf({ name, choices }: OptionRow): string {
  return name === "rule" ? ruleIds : (choices?.join(" ") ?? "");
}

function takesFile({ value }: OptionRow): boolean {
  return value === "FILE";
}

function bash(): string {
  const cases = optionTable
    .filter((option) => option.value)
    .map((option) => {
      const flags = option.short ? `-${option.short}|--${option.name}` : `--${option.name}`;
      const words = choicesOf(option);
      const reply = words
        ? `COMPREPLY=($(compgen -W "${words}" -- "$cur"))`
        : takesFile(option)
          ? 'COMPREPLY=($(compgen -f -- "$cur"))'
          : "COMPREPLY=()";
      return `    ${flags}) ${reply}; return ;;`;
    });
  return `# bash completion for xindaya
_xindaya() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$prev" in
${cases.join("\n")}
    explain) COMPREPLY=($(compgen -W "${ruleIds}" -- "$cur")); return ;;
    completions) COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur")); return ;;
  esac
  if [[ "$cur" == -* ]]; then
    COMPREPLY=($(compgen -W "${optionTable.map(({ name }) => `--${name}`).join(" ")}" -- "$cur"))
    return
  fi
  COMPREPLY=($(compgen -f -- "$cur"))
  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY+=($(compgen -W "${commandNames}" -- "$cur")); fi
}
complete -o filenames -F _xindaya xindaya
`;
}

function zsh(): string {
  const quoted = (text: string) => text.replace(/'/g, "'\\''").replace(/[[\]:]/g, "\\$&");
  const rows = optionTable.map((option) => {
    const { name, short, value, says, repeats } = option;
    const words = choicesOf(option);
    const action = value ? `:${value.toLowerCase()}:${words ? `(${words})` : takesFile(option) ? "_files" : ""}` : "";
    const star = repeats ? "*" : "";
    const forms = short ? [`-${short}`, `--${name}`] : [`--${name}`];
    return forms
      .map((form) => `    '${star}${form}[${quoted(says)}]${quoted(action).replaceAll("\\:", ":")}'`)
      .join(" \\\n");
  });
  const commands = commandTable.map(({ name, says }) => `    '${name}:${quoted(says)}'`);
  return `#compdef xindaya
_xindaya() {
  local -a commands
  commands=(
${commands.join("\n")}
  )
  _arguments -s \\
${rows.join(" \\\n")} \\
    '1: :{_describe command commands; _files}' \\
    '*:file:_files'
}
compdef _xindaya xindaya
`;
}

function fish(): string {
  const quoted = (text: string) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
  const options = optionTable.map((option) => {
    const { name, short, value, says } = option;
    const words = choicesOf(option);
    const value_ = value ? (words ? ` -x -a ${quoted(words)}` : takesFile(option) ? " -r -F" : " -x") : "";
    return `complete -c xindaya -l ${name}${short ? ` -s ${short}` : ""}${value_} -d ${quoted(says)}`;
  });
  const commands = commandTable.map(
    ({ name, says }) => `complete -c xindaya -n __fish_use_subcommand -a ${name} -d ${quoted(says)}`,
  );
  return `# fish completion for xindaya
${[...commands, ...options].join("\n")}
complete -c xindaya -n '__fish_seen_subcommand_from explain' -a ${quoted(ruleIds)}
complete -c xindaya -n '__fish_seen_subcommand_from completions' -x -a 'bash zsh fish'
`;
}

/** `xindaya init`: a commented configuration to start from. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "./arguments.js";
import { configNames } from "./config-files.js";
import { exitCodes } from "./exit.js";
import { Misuse } from "./misuse.js";
import { rules } from "./rules.js";
import { writeOutput } from "./write-file.js";

const schema = "https://raw.githubusercontent.com/xindaya/xindaya/main/schema/xindaya.config.schema.json";

export async function init({ inputs }: Arguments): Promise<number> {
  if (inputs.length > 0) throw new Misuse("init takes no names; it writes xindaya.config.yml here");
  const cwd = process.cwd();
  const there = configNames.find((name) => name !== "package.json" && existsSync(join(cwd, name)));
  if (there) throw new Misuse(`${there}: is there already; change it, or remove it first`);
  const [name] = configNames;
  writeOutput(join(cwd, name), name, starter());
  process.stdout.write(`wrote ${name}; xindaya --print-config FILE says what it comes to\n`);
  return exitCodes.clean;
}

/** A configuration that says what is so anyway, and in comments what could be. */
export function starter(): string {
  const list = rules.map(({ id, level, presets, summary }) => {
    const on = presets.includes("recommended");
    return `#   ${id}: ${on ? level : "off"}${" ".repeat(Math.max(1, 30 - id.length - (on ? level : "off").length))}# ${summary}`;
  });
  return `# yaml-language-server: $schema=${schema}
# What xindaya checks in this folder and below. All of it may be left out.

# Where to start from: recommended, strict, or terms-only. Also a file, or a package that holds a configuration.
extends: recommended

# Who reads it. A general reader is warned of slogans left unexplained; for a specialist they are remarks.
# audience: general

# en-US or en-GB. Left out, both are right.
# variety: en-US

# Whether the texts are about Chinese policy. Left out, the words of each text decide.
# policy: true

# A level is error, warning, info or off; [level, {option: value}] sets a rule's options.
# rules:
${list.join("\n")}

# Your own terms go before the package's. Files of such entries may be named too: ./terms.yml
# terms:
#   - zh: 一网通办
#     preferred: one-stop online government services
#     deprecated: [one network to do everything]

# Words that are right: names, trade marks. Files with a word a line may be named too: ./words.txt
# words: [Zhongguancun]

# What is not read, besides what .gitignore and .xindayaignore name.
# ignore: [drafts/**]

# Other settings for some files.
# overrides:
#   - files: "glossary/**/*.md"
#     rules:
#       slogan: off
`;
}

/** `xindaya words`: the project's own word list, shown and added to. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addWords, readWordList } from "../../spell/user-words.js";
import type { Arguments } from "../arguments.js";
import { exitCodes } from "../exit.js";
import { Misuse } from "../misuse.js";
import { writeOutput } from "../write-file.js";

/** The list that this command keeps, in the working directory. */
const name = "xindaya.words.txt";

export async function words({ inputs, add }: Arguments): Promise<number> {
  const path = join(process.cwd(), name);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!add) {
    for (const word of readWordList(before)) process.stdout.write(`${word}\n`);
    return exitCodes.clean;
  }
  if (inputs.length === 0) throw new Misuse("words --add: name the words to add, such as xindaya words --add Langtian");
  const after = addWords(before, inputs);
  if (after !== before) writeOutput(path, name, after);
  process.stdout.write(
    `${name} has ${readWordList(after).length} words; a configuration uses it by words: [./${name}]\n`,
  );
  return exitCodes.clean;
}

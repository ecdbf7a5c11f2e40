/** Going through findings one by one, as `git add -p` goes through hunks. */
import { createInterface } from "node:readline";
import { styleText } from "node:util";
import { applyEdits, type Edit, editOf } from "./fix.js";
import type { Format } from "./formats.js";
import type { CliFinding } from "./lint-file.js";
import { frameOf } from "./reports/frame.js";
import { withoutMarks } from "./reports/text.js";

const mostChoices = 9;

export interface Asker {
  /**
   * @param source what offsets count in
   * @returns the text with what was chosen
   */
  ask(path: string, source: string, findings: readonly CliFinding[], format: Format): Promise<string>;
  /** True once the user has had enough. */
  readonly done: boolean;
  close(): void;
}

const help = `  y, 1   put the first suggestion in place
  2 to 9 put that one in place
  e      type what to put there
  n      leave it
  a      the first suggestion here and for the same words later in this file
  d      leave the rest of this file
  q      quit; what was chosen so far is kept
`;

export function createAsker(color: boolean): Asker {
  const input = createInterface({ input: process.stdin, terminal: false });
  const lines = input[Symbol.asyncIterator]();
  const paint = (style: "bold" | "dim" | "red" | "green", text: string) => (color ? styleText(style, text) : text);
  const say = (text: string) => process.stdout.write(text);
  let done = false;

  /** @returns the next line, `q` at the end of input */
  async function answer(prompt: string): Promise<string> {
    say(prompt);
    const { value, done: ended } = await lines.next();
    if (ended) {
      say("\n");
      return "q";
    }
    return String(value).trim();
  }

  function show(path: string, source: string, finding: CliFinding, at: number, all: number): void {
    const { before, hit, after } = frameOf(source, finding);
    say(
      `\n${paint("bold", `${path}:${finding.line}:${finding.column}`)} (${at}/${all}) ${withoutMarks(finding.message)}  ${paint("dim", finding.ruleId)}\n`,
    );
    say(`  ${before}${paint("red", hit)}${after}\n`);
    const [meaning] = finding.note.split("\n");
    if (meaning) say(`  ${paint("dim", meaning)}\n`);
    for (const [index, text] of finding.expected.slice(0, mostChoices).entries())
      say(`  ${index + 1}) ${text === "" ? paint("dim", "(take it out)") : paint("green", text)}\n`);
  }

  return {
    get done() {
      return done;
    },
    async ask(path, source, findings, format) {
      const edits: Edit[] = [];
      const always = new Set<string>();
      const worth = findings.filter(({ expected }) => expected.length > 0);
      let end = 0;
      for (const [at, finding] of worth.entries()) {
        // what an earlier choice has changed cannot be chosen again
        if (finding.start < end) continue;
        const [first = ""] = finding.expected;
        const take = (text: string) => {
          const edit = editOf(finding, text, format);
          if (!edit) say("  that would break the file's markup; left\n");
          else {
            edits.push(edit);
            end = finding.end;
          }
        };
        const words = `${finding.ruleId}\n${finding.actual}`;
        if (always.has(words)) {
          take(first);
          continue;
        }
        show(path, source, finding, at + 1, worth.length);
        const said = await decide(finding);
        if (said.text !== undefined) take(said.text);
        if (said.always) always.add(words);
        if (said.quit) done = true;
        if (said.quit || said.leave) break;
      }
      return applyEdits(source, edits);
    },
    close() {
      input.close();
    },
  };

  async function decide({
    expected,
  }: CliFinding): Promise<{ text?: string | undefined; always?: boolean; leave?: boolean; quit?: boolean }> {
    const numbers = expected.length > 1 ? `,1-${Math.min(expected.length, mostChoices)}` : "";
    for (;;) {
      const key = (await answer(`Replace? [y,n${numbers},e,a,d,q,?] `)).toLowerCase();
      if (key === "y") return { text: expected[0] };
      if (key === "n" || key === "") return {};
      if (key === "a") return { text: expected[0], always: true };
      if (key === "d") return { leave: true };
      if (key === "q") return { quit: true };
      const chosen = /^[1-9]$/.test(key) ? expected[Number(key) - 1] : undefined;
      if (chosen !== undefined) return { text: chosen };
      if (key === "e") {
        const text = await answer("  write: ");
        if (text !== "" && text !== "q") return { text };
      } else say(help);
    }
  }
}

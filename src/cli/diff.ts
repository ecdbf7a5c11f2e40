/** Unified diffs, as `patch` and `git apply` take them. */
import { styleText } from "node:util";

const lineStyles: readonly (readonly [string, "bold" | "cyan" | "green" | "red"])[] = [
  ["---", "bold"],
  ["+++", "bold"],
  ["@@", "cyan"],
  ["+", "green"],
  ["-", "red"],
];

/** @returns the diff from `before` to `after`, in colors if asked */
export async function unifiedDiff(path: string, before: string, after: string, color: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })
    .replace(/^=+\n/, "")
    .replace(/\t(?=\n)/g, "");
  if (!color) return patch;
  return patch
    .split("\n")
    .map((line) => {
      const style = lineStyles.find(([mark]) => line.startsWith(mark))?.[1];
      return style ? styleText(style, line) : line;
    })
    .join("\n");
}

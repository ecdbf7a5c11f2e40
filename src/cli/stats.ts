/** What --stats says on standard error. */
import type { Summary } from "./summary.js";

export function statsOf(
  { files, score, levels, rules, types, failures }: Summary,
  milliseconds: number,
  hits: number | undefined,
): string {
  const rows: [string, string][] = [
    ["files", `${files}${failures.length > 0 ? `, ${failures.length} not read` : ""}`],
    ["words", String(score.words)],
    ["findings", `${levels.error} errors, ${levels.warning} warnings, ${levels.info} remarks`],
    ["penalty points", `${score.points}, ${score.perThousand} per 1,000 words`],
    ["score", `${score.score} of 100`],
  ];
  for (const [type, { findings, points }] of sorted(types, ({ points }) => points)) {
    rows.push([`  ${type}`, `${findings} findings, ${Math.round(points * 10) / 10} points`]);
  }
  for (const [rule, count] of sorted(rules, (count) => count)) rows.push([`  ${rule}`, `${count} findings`]);
  if (hits !== undefined) rows.push(["from the cache", `${hits} files`]);
  const { user, system } = process.cpuUsage();
  rows.push(["time", `${Math.round(milliseconds)} ms, ${Math.round((user + system) / 1000)} ms of processor`]);
  rows.push(["memory", `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n")}\n`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>, by: (value: Value) => number): [string, Value][] {
  return [...map].sort((a, b) => by(b[1]) - by(a[1]));
}

/** Reports. */
import type { Finding } from "../finding.js";
import { Misuse } from "./misuse.js";

export interface FileResult {
  /** As the user would write it. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface ReportOptions {
  readonly color: boolean;
}

export type Reporter = (results: readonly FileResult[], options: ReportOptions) => string;

const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import("./report-text.js")).reportText,
  json: async () => (await import("./report-json.js")).reportJson,
};

/** @throws Misuse for a format that does not exist */
export async function findReporter(name: string): Promise<Reporter> {
  const load = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (!load) throw new Misuse(`there is no format "${name}"; use one of ${Object.keys(reporters).join(", ")}`);
  return await load();
}

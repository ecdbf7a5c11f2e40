/** Reports: each takes files as they come and writes text. */
import { basename } from "node:path";
import { nearest } from "../options.js";
import type { Rule } from "../rule.js";
import type { FileResult } from "./lint-file.js";
import { Misuse } from "./misuse.js";
import { reportNames } from "./options-table.js";
import type { Summary } from "./summary.js";

export interface Reporter {
  /** Called once for each file, in order. */
  file(result: FileResult): void;
  end(summary: Summary): void;
}

export interface ReportOptions {
  readonly color: boolean;
  /** Whether addresses may be put behind words, as some terminals can. */
  readonly links: boolean;
  readonly version: string;
  readonly rules: readonly Rule[];
  /** Absolute path of the working directory. */
  readonly cwd: string;
}

export type ReporterFactory = (write: (text: string) => void, options: ReportOptions) => Reporter;

type ReportName = (typeof reportNames)[number];

const reporters: Readonly<Record<ReportName, () => Promise<ReporterFactory>>> = {
  text: async () => (await import("./reports/text.js")).reportText,
  json: async () => (await import("./reports/json.js")).reportJson,
  jsonl: async () => (await import("./reports/json.js")).reportJsonLines,
  sarif: async () => (await import("./reports/sarif.js")).reportSarif,
  github: async () => (await import("./reports/github.js")).reportGithub,
  gitlab: async () => (await import("./reports/gitlab.js")).reportGitlab,
  junit: async () => (await import("./reports/junit.js")).reportJunit,
  checkstyle: async () => (await import("./reports/checkstyle.js")).reportCheckstyle,
  rdjson: async () => (await import("./reports/rdjson.js")).reportRdjson,
  markdown: async () => (await import("./reports/markdown.js")).reportMarkdown,
  html: async () => (await import("./reports/html.js")).reportHtml,
};

/** Formats by the ending of an output's name. */
const byEnding: Readonly<Record<string, ReportName>> = {
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  sarif: "sarif",
  xml: "junit",
  md: "markdown",
  html: "html",
  htm: "html",
  txt: "text",
};

/**
 * @param name a format; left out, the ending of `output` says
 * @throws Misuse for a format that does not exist
 */
export async function findReporter(name: string | undefined, output: string | undefined): Promise<ReporterFactory> {
  const wanted = name ?? byEnding[/\.([^.]+)$/.exec(basename(output ?? ""))?.[1]?.toLowerCase() ?? ""];
  if (wanted === undefined)
    throw new Misuse(`--output ${output}: its ending names no format; give --format NAME before it`);
  if (!Object.hasOwn(reporters, wanted)) {
    const near = nearest(wanted, reportNames);
    throw new Misuse(
      `there is no format "${wanted}"; ${near ? `did you mean "${near}"?` : `use one of ${reportNames.join(", ")}`}`,
    );
  }
  return await reporters[wanted as ReportName]();
}

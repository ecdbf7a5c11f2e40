/** SARIF 2.1.0: rules with their MQM types as a taxonomy, fixes, and fingerprints that stay. */
import { pathToFileURL } from "node:url";
import type { Level } from "../../finding.js";
import { fingerprinter } from "../fingerprint.js";
import type { CliFinding, FileResult } from "../lint-file.js";
import type { ReporterFactory } from "../report.js";
import { withoutMarks } from "./text.js";

const levels: Readonly<Record<Level, string>> = { error: "error", warning: "warning", info: "note" };
const mqm = { name: "MQM", index: 0 } as const;
const home = "https://github.com/xindaya/xindaya";

export const reportSarif: ReporterFactory = (write, { version, rules, cwd }) => {
  const results: unknown[] = [];
  const artifacts: unknown[] = [];
  const types = [...new Set(rules.map((rule) => rule.mqm))].sort();
  const known = new Map<string, unknown>(
    rules.map((rule) => [
      rule.id,
      {
        id: rule.id,
        name: rule.id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        shortDescription: { text: rule.summary },
        helpUri: rule.url,
        defaultConfiguration: { level: levels[rule.level], enabled: rule.presets.includes("recommended") },
        relationships: [{ target: taxon(rule.mqm), kinds: ["relevant"] }],
        properties: { tags: ["translation", rule.mqm], presets: rule.presets },
      },
    ]),
  );
  const ids = [...known.keys()];

  function taxon(type: string): Record<string, unknown> {
    return { id: type, index: types.indexOf(type), toolComponent: mqm };
  }

  function file(result: FileResult): void {
    const uri = encodeURI(result.path).replace(/[?#]/g, encodeURIComponent);
    const location = result.path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "SRCROOT" };
    artifacts.push({ location });
    const fingerprint = fingerprinter(result.path);
    for (const finding of result.findings)
      results.push(resultOf(finding, location, fingerprint(finding), result.format === "docx"));
  }

  function resultOf(finding: CliFinding, artifactLocation: object, fingerprint: string, isDrawn: boolean): unknown {
    const { ruleId, level, message, note, label, related, zh } = finding;
    const physical = (region: object) => ({ physicalLocation: { artifactLocation, region } });
    const logicalLocations =
      label === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: label, kind: "member" }] };
    const types = taxon(finding.mqm);
    return {
      ruleId,
      ...(ids.includes(ruleId) ? { ruleIndex: ids.indexOf(ruleId) } : {}),
      level: levels[level],
      message: {
        text: note ? `${withoutMarks(message)}\n${note}` : withoutMarks(message),
        markdown: note ? `${message}\n\n${note}` : message,
      },
      locations: [{ ...physical(regionOf(finding)), ...logicalLocations }],
      partialFingerprints: { "xindaya/v1": fingerprint },
      ...(types.index === -1 ? {} : { taxa: [types] }),
      ...(related?.length
        ? {
            relatedLocations: related.map(({ place, message: text }, id) => ({
              id: id + 1,
              message: { text },
              ...physical({
                startLine: place.start.line,
                startColumn: place.start.column,
                endLine: place.end.line,
                endColumn: place.end.column,
              }),
            })),
          }
        : {}),
      // a Word document has no place in its bytes that text could replace
      ...(finding.expected.length > 0 && !isDrawn
        ? {
            fixes: finding.expected.slice(0, 5).map((text) => ({
              description: { text: `Write “${text}”` },
              artifactChanges: [
                { artifactLocation, replacements: [{ deletedRegion: regionOf(finding), insertedContent: { text } }] },
              ],
            })),
          }
        : {}),
      properties: { mqm: finding.mqm, fixable: finding.fixable, ...(zh === undefined ? {} : { zh }) },
    };
  }

  return {
    file,
    end({ failures, exitCode, score }) {
      const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: {
              driver: {
                name: "xindaya",
                version,
                semanticVersion: version,
                informationUri: home,
                supportedTaxonomies: [mqm],
                rules: [...known.values()],
              },
            },
            taxonomies: [
              {
                name: "MQM",
                organization: "MQM Council",
                informationUri: "https://themqm.org/the-mqm-full-typology/",
                shortDescription: { text: "Multidimensional Quality Metrics: types of translation errors" },
                isComprehensive: false,
                taxa: types.map((id) => ({
                  id,
                  name: id.split("/")[1],
                  shortDescription: { text: id.replace("/", ": ").replaceAll("-", " ") },
                })),
              },
            ],
            columnKind: "utf16CodeUnits",
            originalUriBaseIds: { SRCROOT: { uri: pathToFileURL(`${cwd}/`).href } },
            invocations: [
              {
                executionSuccessful: failures.length === 0,
                exitCode,
                toolExecutionNotifications: failures.map(({ message }) => ({
                  level: "error",
                  message: { text: message },
                })),
              },
            ],
            artifacts,
            results,
            properties: { score: score.score, penaltyPointsPerThousandWords: score.perThousand, words: score.words },
          },
        ],
      };
      write(`${JSON.stringify(log, null, 2)}\n`);
    },
  };
};

function regionOf({ line, column, endLine, endColumn, start, end, actual }: CliFinding): Record<string, unknown> {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    charOffset: start,
    charLength: end - start,
    snippet: { text: actual },
  };
}

/** Running: one document, all active rules, settled findings. */
import { obey } from "./directives.js";
import type { Finding } from "./finding.js";
import type { Settings } from "./options.js";
import { type Reported, settle } from "./settle.js";
import { createDocument } from "./text/document.js";
import type { Projection } from "./text/projection.js";

/** @returns findings in order of place */
export function run(projection: Projection, settings: Settings): Finding[] {
  const document = createDocument(projection, { policy: settings.policy });
  const reported: Reported[] = [];
  for (const { rule, level, options } of settings.rules) {
    rule.check(document, (report) => reported.push({ rule, level, report }), options, settings);
  }
  return obey(projection, settle(document, reported));
}

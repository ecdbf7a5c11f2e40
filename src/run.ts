/** Running: one document, all active rules, settled findings. */
import { obey } from "./directives.js";
import type { Finding } from "./finding.js";
import type { ActiveRule, Settings } from "./options.js";
import { type Reported, settle } from "./settle.js";
import { createDocument, type Document } from "./text/document.js";
import type { Projection } from "./text/projection.js";

/** What the rule must know of the whole document. */
export function factsOf({ rule }: ActiveRule, document: Document, { termbases }: Settings): string {
  return rule.facts?.(document, { termbases }) ?? "";
}

/**
 * What one rule reports of a document.
 *
 * @param facts of the whole document, which this one may be a part of
 */
export function check(active: ActiveRule, document: Document, facts: string, { termbases }: Settings): Reported[] {
  const { rule, level, options } = active;
  const reported: Reported[] = [];
  rule.check(document, (report) => reported.push({ rule, level, report }), options, { termbases, facts });
  return reported;
}

/** What the rules reported, settled and with the author's directives obeyed. */
export function finish(document: Document, reported: readonly Reported[]): Finding[] {
  return obey(document.projection, settle(document, reported));
}

/** @returns findings in order of place */
export function run(projection: Projection, settings: Settings): Finding[] {
  const document = createDocument(projection, { policy: settings.policy });
  return finish(
    document,
    settings.rules.flatMap((active) => check(active, document, factsOf(active, document, settings), settings)),
  );
}

/** The plugin that runs every rule in one pass, and the making of one plugin a rule. */
import type { Root } from "nlcst";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import type { Finding, Level } from "./finding.js";
import { settingsFor } from "./lint.js";
import type { Options, Settings } from "./options.js";
import type { Rule } from "./rule.js";
import { run } from "./run.js";
import { projectTree } from "./tree.js";

declare module "vfile-message" {
  interface VFileMessage {
    /** MQM type of the issue, such as `accuracy/mistranslation`. */
    mqm?: string | undefined;
    /** The Chinese of the concept, where one is known. */
    zh?: string | undefined;
    /** True when the first of `expected` may be put in place unread. */
    fixable?: boolean | undefined;
  }
}

/** vfile's `fatal`: an error is true, a warning false, a remark undefined. */
const fatal: Readonly<Record<Level, boolean | undefined>> = { error: true, warning: false, info: undefined };

/** Adds findings to a file as messages. */
export function tell(file: VFile, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const message = file.message(finding.message, {
      place: finding.place,
      ruleId: finding.ruleId,
      source: "xindaya",
    });
    message.fatal = fatal[finding.level];
    message.actual = finding.actual;
    message.expected = [...finding.expected];
    message.note = finding.note;
    message.url = finding.url;
    message.mqm = finding.mqm;
    message.fixable = finding.fixable;
    if (finding.zh !== undefined) message.zh = finding.zh;
  }
}

function transformer(settings: Settings): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    tell(file, run(projectTree(tree, String(file)), settings));
  };
}

/**
 * retext plugin: all rules in one pass. `unified().use(retextEnglish).use(xindaya, options)`, also right under
 * `remark-retext` and `rehype-retext`. It reports and changes nothing.
 *
 * @param options read, never changed
 * @throws OptionsError when it is attached with options that do not exist
 */
const xindaya: Plugin<[(Readonly<Options> | null | undefined)?], Root> = function xindaya(options) {
  return transformer(settingsFor(options));
};

export default xindaya;

/** What the plugin of a single rule takes: the rule's own options, its level, and terms of your own. */
export type RuleOptions = Pick<Options, "terms" | "policy"> & {
  readonly level?: Level | null | undefined;
  readonly options?: Readonly<Record<string, unknown>> | null | undefined;
};

/** Makes the retext plugin of one rule. */
export function rulePlugin(rule: Rule): Plugin<[(Readonly<RuleOptions> | null | undefined)?], Root> {
  return function retextXindayaRule(given) {
    const { level, options, terms, policy } = given ?? {};
    const all = settingsFor({ rules: { [rule.id]: [level ?? true, options ?? {}] }, terms, policy, preset: "strict" });
    return transformer({ ...all, rules: all.rules.filter((active) => active.rule.id === rule.id) });
  };
}

/** Rules: what one is, and how one becomes a retext plugin of its own. */
import type { Level, Report } from "./finding.js";
import type { Termbase } from "./termbase/termbase.js";
import type { Document } from "./text/document.js";

/** Where the project's pages stand. */
const repository = "https://github.com/xindaya/xindaya/blob/main";

/** The absolute address of a page of the project. */
export function page(path: string): string {
  return `${repository}/${path}`;
}

/** What a rule may look at besides the document. */
export interface RuleContext {
  /** A user's own first, then the package's. */
  readonly termbases: readonly Termbase[];
  /** What the rule's `facts` said of the whole document; empty for a rule that has none. */
  readonly facts: string;
}

/**
 * How far a check looks. `"block"`: no further than `reach` characters beyond the block that a report begins in, so that
 * an editor checks again only what an edit touched. `"document"`: anywhere.
 */
export type Scope = "block" | "document";

/** How far beyond its block a check of scope `"block"` may look, in characters of `document.text`. */
export const reach = 100;

export interface RuleDefinition<Options extends object = Record<string, never>> {
  /** Plain English, kebab-case; the name of its folder. */
  readonly id: string;
  /** What it finds, in a clause. */
  readonly summary: string;
  /** MQM type, `dimension/type`. */
  readonly mqm: string;
  readonly level: Level;
  /** How sure a finding is by default, 0 to 1. */
  readonly certainty?: number;
  /** The presets that have it on. Default: recommended and strict. */
  readonly presets?: readonly Preset[];
  /** Default: `"document"`, which is always right and slower in editors. A function where it hangs on the options. */
  readonly scope?: Scope | ((options: Options) => Scope);
  /**
   * What a check of scope `"block"` must know of the whole document besides `policy`, as text: its context has it, and
   * when it changes every block is checked anew.
   */
  readonly facts?: (document: Document, context: Pick<RuleContext, "termbases">) => string;
  /** Every option with its default. */
  readonly options?: Options;
  readonly check: (
    document: Document,
    report: (report: Report) => void,
    options: Options,
    context: RuleContext,
  ) => void;
}

export type Preset = "recommended" | "strict" | "terms-only";

export interface Rule {
  readonly id: string;
  readonly summary: string;
  readonly mqm: string;
  readonly level: Level;
  readonly certainty: number;
  readonly presets: readonly Preset[];
  readonly scope: (options: Readonly<Record<string, unknown>>) => Scope;
  readonly facts: ((document: Document, context: Pick<RuleContext, "termbases">) => string) | undefined;
  readonly options: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly check: (
    document: Document,
    report: (report: Report) => void,
    options: Readonly<Record<string, unknown>>,
    context: RuleContext,
  ) => void;
}

const everyday: readonly Preset[] = ["recommended", "strict"];

/** Completes a rule's definition. Options a user leaves out have their defaults when `check` sees them. */
export function defineRule<Options extends object = Record<string, never>>(definition: RuleDefinition<Options>): Rule {
  const { id, summary, mqm, level, certainty = 0.5, presets = everyday, scope = "document", facts, check } = definition;
  const { options = {} as Options } = definition;
  return {
    id,
    summary,
    mqm,
    level,
    certainty,
    presets,
    scope: (given) => (typeof scope === "function" ? scope({ ...options, ...given } as Options) : scope),
    facts,
    options: options as Readonly<Record<string, unknown>>,
    url: page(`rules/${id}/readme.md`),
    check: (document, report, given, context) => check(document, report, { ...options, ...given } as Options, context),
  };
}

/** The termbase's own words, as in ISO 704 and TBX (ISO 30042). */

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly year?: number | undefined;
  readonly url?: string | undefined;
}

/** One concept as look-up returns it. */
export interface Concept {
  readonly zh: string;
  readonly pinyin: string;
  /** The standard English, offered first. */
  readonly preferred: string;
  /** Other good English: offered next, never flagged. */
  readonly admitted: readonly string[];
  /** What machines and word-for-word translators write, in the notation of docs/termbase.md. */
  readonly deprecated: readonly string[];
  readonly field: string;
  readonly standing: "official" | "common";
  readonly definition: string;
  readonly note: string;
  readonly sources: readonly Source[];
}

/** What must hold for a deprecated phrase to be flagged. All given members must hold. */
export interface Condition {
  readonly quoted?: boolean | undefined;
  readonly near?: readonly string[] | undefined;
  readonly notNear?: readonly string[] | undefined;
  readonly before?: readonly string[] | undefined;
  readonly notBefore?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  readonly notAfter?: readonly string[] | undefined;
  readonly capitalized?: boolean | undefined;
  readonly sentenceStart?: boolean | undefined;
  readonly policy?: boolean | undefined;
}

/** How a phrase inflects: by its head noun, by its first verb, or not. */
export type Inflection = "noun" | "verb" | "none";

/** What an entry of the automaton is: a phrase to flag, a term that is right, or an order or a name told apart by `kind`. */
export interface CompiledPhrase {
  /** Index of the concept. */
  readonly concept: number;
  /** `true` for preferred and admitted renderings. */
  readonly good: boolean;
  readonly inflection: Inflection;
  /** Alternatives, one of which must hold; empty when there is no condition. */
  readonly when: readonly Condition[];
}

/** Concept data that linting needs; the rest is loaded when somebody asks. */
export interface CompiledConcept {
  readonly zh: string;
  readonly preferred: string;
  readonly admitted: readonly string[];
  /** Id of the rule that speaks. */
  readonly rule: string;
  readonly official: boolean;
}

/** What linting finds. */

export type Level = "error" | "warning" | "info";

/** A place in the source: lines and columns from 1, offsets in UTF-16 code units from 0, as unist has them. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** One issue. `source.slice(start, end) === actual`, always. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  /** One sentence of Markdown. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly actual: string;
  /** Replacements for `actual`, best first; empty when nothing safe can be offered. */
  readonly expected: readonly string[];
  /** The Chinese, its meaning and where the standard stands; or what else helps. Empty when there is nothing to add. */
  readonly note: string;
  /** The rule's page. */
  readonly url: string;
  /** The MQM type, such as `accuracy/mistranslation`. */
  readonly mqm: string;
  /** True when the first replacement may be put in place unread. */
  readonly fixable: boolean;
  /** The Chinese of the concept, where one is known. */
  readonly zh?: string;
  /** Other places that belong to it. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/** What a rule reports: a range of the projected text and what to say of it. */
export interface Report {
  /** Offsets in `document.text`. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly expected?: readonly string[];
  readonly note?: string;
  /** The first replacement fits as it is and changes no meaning. */
  readonly fixable?: boolean;
  readonly zh?: string;
  /** How sure the rule is, 0 to 1; its own default when left out. The surer hides the less sure inside it. */
  readonly certainty?: number;
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
}

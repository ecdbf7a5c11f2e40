/** Words that carry nothing: category nouns, twins, verbs that only prop up a noun. After Pinkham's classes. */

export interface Wordy {
  readonly pattern: RegExp;
  readonly says: string;
  /** What to write instead; the groups of the match are at hand. */
  readonly instead?: (found: readonly string[]) => string;
}

const activity =
  "prevention and control|supervision|inspection|publicity|education|rectification|implementation|coordination|planning|relief|poverty alleviation|governance|management|promotion|rescue|investigation";

export const wordy: readonly Wordy[] = [
  {
    pattern: new RegExp(`\\bthe work of (${activity})\\b`, "gi"),
    says: "calls an activity a work",
    instead: ([, noun = ""]) => noun,
  },
  {
    pattern: new RegExp(`\\b(${activity}) work\\b`, "gi"),
    says: "calls an activity a work",
    instead: ([, noun = ""]) => noun,
  },
  {
    pattern:
      /\b(?:carry|carries|carried|carrying) out (?:the )?(?:implementation|promotion|construction|reform|management|supervision) of\b/gi,
    says: "props up a noun with a verb; use the verb",
  },
  {
    pattern: /\b(?:make|makes|made|making) (?:great |every |continuous |unremitting )?efforts to\b/gi,
    says: "can mostly go",
    instead: () => "work to",
  },
  {
    pattern:
      /\b(?:realize|realizes|realized|realizing|achieve|achieves|achieved|achieving) the (?:goal|target|objective|realization) of\b/gi,
    says: "says reach twice",
  },
  { pattern: /\bviews and opinions\b/gi, says: "says one thing twice", instead: () => "views" },
  { pattern: /\b(?:help and assistance|assistance and help)\b/gi, says: "says one thing twice", instead: () => "help" },
  { pattern: /\b(?:care and concern|concern and care)\b/gi, says: "says one thing twice", instead: () => "concern" },
  { pattern: /\b(?:rules and regulations)\b/gi, says: "says one thing twice", instead: () => "rules" },
  {
    pattern: /\b(?:methods and measures|measures and methods|ways and means|means and methods)\b/gi,
    says: "says one thing twice",
    instead: () => "measures",
  },
  { pattern: /\b(?:discuss|discussed|discussing) and (?:study|studied|studying)\b/gi, says: "says one thing twice" },
  {
    pattern:
      /\b(?:constantly|continuously|continually) (?:improve|improved|improving) and (?:perfect|perfected|perfecting)\b/gi,
    says: "says one thing twice",
  },
  {
    pattern: /\bin (?:the )?(?:process|course) of (\w+ing)\b/gi,
    says: "can be shorter",
    instead: ([, verb = ""]) => `in ${verb}`,
  },
  {
    pattern: /\b(?:in terms of|in the aspect of|in the field of) (\w+ing)\b/gi,
    says: "can be shorter",
    instead: ([, verb = ""]) => `in ${verb}`,
  },
  {
    pattern: /\bthe (?:speed|pace) of (?:economic )?(?:growth|development) (?:is|was) (?:fast|slow)\b/gi,
    says: "says speed twice",
  },
  {
    pattern: /\b(?:at present|at the present time|at the current stage)\b/gi,
    says: "is said by the present tense",
    instead: () => "now",
  },
  {
    pattern:
      /\b(?:future prospects|past history|final outcome|mutual cooperation|new innovation|advance planning|further continue)\b/gi,
    says: "says one thing twice",
  },
  { pattern: /\bfurther (?:accelerate|strengthen|enhance|deepen|improve|promote)\b/gi, says: "says more twice" },
  { pattern: /\b(?:so as to|in order to) (?:be able to )?\b/gi, says: "can mostly be to", instead: () => "to " },
  {
    pattern: /\bplay(?:s|ed|ing)? (?:a|an) (?:\w+ )?role in (?:promoting|strengthening|improving)\b/gi,
    says: "can be one verb",
  },
  {
    pattern:
      /\b(?:conduct|conducts|conducted|conducting) (?:an? )?(?:investigation|inspection|study|analysis|discussion)s? (?:of|on|into)\b/gi,
    says: "props up a noun with a verb; use the verb",
  },
  {
    pattern: /\bthe (?:construction|building) of (?:a )?(?:spiritual|ecological|political) civilization\b/gi,
    says: "is Chinese usage (文明建设)",
  },
  { pattern: /\b(?:large|small|great) in (?:number|size|scale)\b/gi, says: "can be shorter" },
];

/** What is wrong with a mark, as patterns whose whole match is the range to replace. Each is linear. */

export interface Mark {
  readonly pattern: RegExp;
  /** Says what is wrong, in a clause that begins with the mark. */
  readonly says: string;
  /** What stands there instead; `undefined` when a person must decide. */
  readonly instead: (found: string, before: string, after: string) => string | undefined;
  readonly fixable: boolean;
  /** Only in texts about China; elsewhere it is somebody's style. */
  readonly china?: boolean;
}

/** Full-width and Chinese marks, and what English has for them. */
const western: Readonly<Record<string, string>> = {
  "，": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "？": "?",
  "！": "!",
  "（": "(",
  "）": ")",
  "、": ",",
  "【": "[",
  "】": "]",
  "「": "“",
  "」": "”",
  "『": "“",
  "』": "”",
  "《": "“",
  "》": "”",
  "〈": "“",
  "〉": "”",
  "％": "%",
  "～": "–",
  "．": ".",
};

const opens = /^[（【「『《〈]/;
const han = /\p{Script=Han}/u;

/** The western mark with the spaces that belong to it. */
function westernOf(found: string, before: string, after: string): string | undefined {
  const mark = western[found.charAt(0)];
  if (mark === undefined) return undefined;
  if (opens.test(found)) return /[\p{L}\p{N},.;:]/u.test(before) ? ` ${mark}` : mark;
  if (/[“”([%–]/.test(mark) && mark !== "”") return mark;
  return /[\p{L}\p{N}“"(]/u.test(after) ? `${mark} ` : mark;
}

export const marks: readonly Mark[] = [
  {
    pattern: /[，。；：？！（）、【】「」『』《》〈〉％～．]/g,
    says: "is a Chinese mark",
    instead: (found, before, after) =>
      han.test(before) || han.test(after) ? undefined : westernOf(found, before, after),
    fixable: true,
  },
  {
    // ”a game of chess”
    pattern: /”(?<=(?:^|[\s([—–])”)(?=[\p{L}\p{N}])/gmu,
    says: "closes where a quotation opens",
    instead: () => "“",
    fixable: true,
  },
  {
    // the Party of China“, and “it is“ here
    pattern: /“(?=[\s.,;:!?)]|$)(?<=[\p{L}\p{N}.,!?%)]“)/gmu,
    says: "opens where a quotation closes",
    instead: () => "”",
    fixable: true,
  },
  {
    // the world‘s
    pattern: /‘(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))(?<=\p{L}‘)/gu,
    says: "is an opening quotation mark where an apostrophe belongs",
    instead: () => "’",
    fixable: true,
  },
  {
    // "mixed”
    pattern: /"(?<=(?:^|[\s(])")(?=[^"“”\n]{1,80}”)/gm,
    says: "is straight, and its other half is curly",
    instead: () => "“",
    fixable: true,
  },
  {
    // 2022).Photo, in the city.It
    pattern: /\.(?=[A-Z][a-z]{1,30}[\s,])(?<=(?:[a-z]{3}|\d\)|[a-z]\)|[a-z]”)\.)/g,
    says: "has no space after it",
    instead: () => ". ",
    fixable: false,
  },
  {
    // complete .The
    pattern: / (?:\.(?=[A-Z][a-z])|,(?=[A-Za-z][a-z]))(?<=[\p{L}\p{N})] [.,])/gu,
    says: "has its space on the wrong side",
    instead: (found) => `${found.trim()} `,
    fixable: true,
  },
  {
    // “ clean plate”
    pattern: /“ {1,3}(?=[\p{L}\p{N}])| {1,3}”(?=[\s.,;:!?)]|$)(?<=[\p{L}\p{N}.,!?] {1,3}”)/gmu,
    says: "has a space inside the quotation",
    instead: (found) => found.trim(),
    fixable: true,
  },
  {
    // to the door.”.
    pattern: /\.(?<=[.!?]”\.)/g,
    says: "is one mark too many",
    instead: () => "",
    fixable: true,
  },
  {
    // by Wang,reprinted
    pattern: /,(?=[A-Za-z]{2})(?![A-Za-z]{1,20}[,@_({[<=/])(?<=[a-z]{2},)(?<![,@_/][a-z]{1,20},)/g,
    says: "has no space after it",
    instead: () => ", ",
    fixable: true,
  },
  {
    // GDP .
    pattern: /[ \u00a0]{1,4}(?=[,;](?:\s|$)|[.!?](?:\s|$)(?![.\s]{0,4}[.]))(?<=[\p{L}\p{N}%)”"][ \u00a0]{1,4})/gmu,
    says: "stands before a mark",
    instead: () => "",
    fixable: true,
  },
  {
    // Beijing. , Green
    pattern: /(?:\. |[;:,]\s?)[,;](?=\s|$)(?<=[\p{L}\p{N})”](?:\. |[;:,]\s?)[,;])/gmu,
    says: "is two marks where one belongs",
    instead: () => ",",
    fixable: false,
  },
  {
    // over. . It
    pattern: /(?:\. \.|,\.|\.\.)(?=\s|$)(?! ?\.)(?<=[\p{L}\p{N})”](?:\. \.|,\.|\.\.))/gmu,
    says: "is two marks where one belongs",
    instead: () => ".",
    fixable: false,
    china: true,
  },
  {
    // reform.” said Li
    pattern: /\.(?=[”"] (?:said|says|added|noted|stressed|explained|told|introduced|recalled)\b)(?<=[\p{L}\p{N}]\.)/gu,
    says: "ends a quotation that the sentence goes on from",
    instead: () => ",",
    fixable: true,
  },
  {
    // “reform,”said
    pattern: /”(?=[A-Za-z])(?<=[.,!?]”)/g,
    says: "has no space after it",
    instead: () => "” ",
    fixable: true,
  },
  {
    // 120kilometers
    pattern:
      /\d(?=(?:percent|yuan|square|kilometers?|meters?|hectares?|million|billion|trillion|people|households|tons|tonnes|mu)\b)/g,
    says: "has lost the space before its unit",
    instead: (found) => `${found} `,
    fixable: true,
  },
  {
    pattern: /……|\.{6}(?=\s|$|[”"])(?<=[\p{L}\p{N}]\.{6})/gmu,
    says: "is a Chinese ellipsis",
    instead: () => "…",
    fixable: true,
  },
];

/** Spaced hyphens and double hyphens for dashes: a house style in many places, so only on demand. */
export const dashes: Mark = {
  pattern: /(?<=[\p{L}\p{N}”")])(?: - |--| -- )(?=[\p{L}\p{N}“"(])/gu,
  says: "is a hyphen where a dash belongs",
  instead: () => " — ",
  fixable: true,
};

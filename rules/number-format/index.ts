import { defineRule } from "../../src/rule.js";

interface Malformed {
  readonly pattern: RegExp;
  readonly says: string;
  readonly expected?: (found: RegExpMatchArray) => string | undefined;
  readonly fixable?: boolean;
}

const scales: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** A value in the scale that English gives it: 2030 million is 2.03 billion. */
function rescaled(value: number): string | undefined {
  for (const scale of ["trillion", "billion", "million"] as const) {
    const size = scales[scale] as number;
    if (value >= size) return `${Number((value / size).toPrecision(6))} ${scale}`;
  }
  return undefined;
}

const parse = (figures: string) => Number(figures.replace(/,/g, ""));

const malformed: readonly Malformed[] = [
  {
    // 2030 million yuan; a year stands before "Million" only in names
    pattern: /(?<![\d.,$€£¥-])\b(\d{4,6}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})? (million|billion)\b(?! years)/g,
    says: "has too many figures before its scale word; 万 or 亿 may have been misread",
    expected: ([all, figures = "", scale = ""]) => rescaled(parse(all.split(" ")[0] ?? figures) * (scales[scale] ?? 1)),
  },
  {
    // 20, 000
    pattern:
      /(?<![\d,.]|\bof )\b(\d{1,3}), (\d{3})\b(?! (?:points|behind|ahead))(?=(?:,\d{3}){0,4} (?:[a-z]+|people|yuan|US dollars))(?!, \d)(?! (?:and|or|to|were|was|are|is|in|respectively)\b)/g,
    says: "has a space inside",
    expected: ([, thousands = "", rest = ""]) => (thousands.startsWith("0") ? undefined : `${thousands},${rest}`),
    fixable: true,
  },
  {
    // 2,5689
    pattern: /(?<![\d,.])\b\d{1,3},\d{4,6}\b(?![\d,])/g,
    says: "has its comma in the wrong place; check the figure",
  },
  {
    pattern: /(?<![\d,.])\b\d{4,12},\d{3}\b(?![\d,])/g,
    says: "has its comma in the wrong place; check the figure",
  },
  {
    // 28,77 million
    pattern: /(?<![\d,.])\b\d{1,3},\d{2}\b(?= (?:million|billion|trillion|percent|yuan)\b)/g,
    says: "has its comma in the wrong place; check the figure",
  },
  {
    // 56 0,000 and 4 000 0000
    pattern: /(?<![\d,.])\b(?:\d{1,3} \d,\d{3}|\d{1,3} \d{3} \d{4}|\d{1,4} 0{4})\b(?![\d,])/g,
    says: "is broken in the wrong place; check the figure",
  },
  {
    pattern: /(?<![\d,.])\b(\d{1,3}(?:\.\d{1,3})?) thousand (million|billion)\b/g,
    says: "counts thousands of millions, which English does not",
    expected: ([, figures = "", scale = ""]) => rescaled(parse(figures) * 1000 * (scales[scale] ?? 1)),
  },
  {
    pattern: /(?<=\d )percents\b/g,
    says: "takes no plural",
    expected: () => "percent",
    fixable: true,
  },
  {
    // ten thousand yuan, as a unit after figures
    pattern:
      /\b(\d[\d,]{0,15}(?:\.\d{1,6})?) (ten thousands?|hundred millions?)(?: (yuan|people|tons|tonnes|mu|households|square meters|US dollars|kilowatts|visits|vehicles))?(?=[\s.,;)])/g,
    says: "counts in 万 or 亿, which English does not",
    expected: ([, figures = "", unit = "", noun]) => {
      const value = parse(figures) * (unit.startsWith("ten") ? 1e4 : 1e8);
      const said = value >= 1e6 ? rescaled(value) : Math.round(value).toLocaleString("en-US");
      return said === undefined ? undefined : noun ? `${said} ${noun}` : said;
    },
  },
  {
    pattern: /\b(?:in |unit: ?)(?:RMB )?(?:10,000|ten thousand|100 million) yuan\b/gi,
    says: "counts in 万 or 亿, which English does not",
  },
  {
    // about 1/5 of, over 1/3.
    pattern:
      /(?<=\b(?:about|over|nearly|almost|for|exceeding|than|by|only|is|was|of) )(1\/[3-9]|2\/3|3\/4|4\/5|1\/10)(?=(?: of\b|[.,;]|$))|(?<=^|[.!?] )(?:1\/[3-9]|[23]\/[345]|4\/5)(?= of the\b)/gm,
    says: "is a fraction in figures; write it out",
    expected: ([found]) => fractions[found],
    fixable: true,
  },
  {
    // 5 %, but not in French or SI style after a decimal comma
    pattern: /(?<=\d) {1,3}%(?=[\s.,;)])/g,
    says: "has a space before its sign",
    expected: () => "%",
    fixable: true,
  },
  {
    pattern: /(?:RMB|CNY) ?\d[\d,.]{0,15} ?(?:million |billion |trillion )?yuan\b/g,
    says: "names the currency twice",
    expected: ([found]) => found.replace(/^(?:RMB|CNY) ?/, ""),
    fixable: true,
  },
];

const fractions: Readonly<Record<string, string>> = {
  "1/3": "one-third",
  "2/3": "two-thirds",
  "1/4": "one-fourth",
  "3/4": "three-fourths",
  "1/5": "one-fifth",
  "2/5": "two-fifths",
  "3/5": "three-fifths",
  "4/5": "four-fifths",
  "1/6": "one-sixth",
  "1/7": "one-seventh",
  "1/8": "one-eighth",
  "1/9": "one-ninth",
  "1/10": "one-tenth",
};

export default defineRule({
  id: "number-format",
  summary: 'figures no English reader can take in: "2030 million", "20, 000", "3 ten thousand"',
  mqm: "locale-conventions/number-format",
  level: "warning",
  scope: "block",
  certainty: 0.75,
  check({ text }, report) {
    for (const { pattern, says, expected, fixable } of malformed) {
      for (const match of text.matchAll(pattern)) {
        const [found] = match;
        const instead = expected?.(match);
        report({
          start: match.index,
          end: match.index + found.length,
          message: `\`${found.trim()}\` ${says}${instead === undefined || instead === found ? "" : `; write \`${instead}\``}`,
          expected: instead === undefined || instead === found ? [] : [instead],
          fixable: fixable ?? false,
        });
      }
    }
  },
});

import { defineRule } from "../../src/rule.js";

interface Slip {
  readonly pattern: RegExp;
  readonly says: string;
  readonly expected?: (found: RegExpMatchArray) => string;
  /** Bare Chinese units are right beside a conversion. */
  readonly unless?: RegExp;
}

const amount = "\\d[\\d,]{0,15}(?:\\.\\d{1,6})?(?: (?:thousand|million|billion))?";

const slips: readonly Slip[] = [
  {
    // 1.4 billion degrees (of electricity)
    pattern: new RegExp(`\\b(${amount}) degrees(?= of (?:electricity|power|electric energy)\\b)`, "g"),
    says: "counts electricity in 度, which is a kilowatt-hour",
    expected: ([, figure = ""]) => `${figure} kilowatt-hours`,
  },
  {
    pattern:
      /\b(\d[\d,]{0,15}(?:\.\d{1,6})? (?:million|billion)) degrees\b(?! (?:Celsius|Fahrenheit|Kelvin|C\b|F\b|of (?:electricity|power|electric energy)))/g,
    says: "may count electricity in 度, which is a kilowatt-hour",
    expected: ([, figure = ""]) => `${figure} kilowatt-hours`,
  },
  {
    pattern: new RegExp(`\\b(${amount}) degrees of (?:electricity|power) consumption`, "g"),
    says: "counts electricity in 度, which is a kilowatt-hour",
    expected: ([, figure = ""]) => `${figure} kilowatt-hours of consumption`,
  },
  {
    pattern: new RegExp(
      `\\b(${amount}) kilowatts(?= of (?:electricity|power) (?:a|per|every|each) (?:day|month|year|hour)\\b)`,
      "g",
    ),
    says: "gives an amount of electricity in kilowatts, which measure power",
    expected: ([, figure = ""]) => `${figure} kilowatt-hours`,
  },
  {
    pattern: /\b(?:yuan|RMB) (?:a|an|per) (?:jin|catty|liang|mu)\b/g,
    says: "leaves the Chinese unit bare; give kilograms or hectares beside it",
    unless: /kilogram|\bkg\b|hectare|acre/,
  },
  {
    pattern:
      /\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundred|thousand) (?:catties|jin|mu of)\b/g,
    says: "leaves the Chinese unit bare; give kilograms or hectares beside it",
    unless: /kilogram|\bkg\b|hectare|acre/,
  },
  {
    pattern: new RegExp(`(?<!\\d, )\\b${amount} (?:mu|mus)\\b(?! of (?:experience|points))`, "g"),
    says: "leaves the Chinese unit bare; give hectares beside it (15 mu are a hectare)",
    unless: /hectare|acre|square (?:kilo)?met|\bha\b/,
  },
  {
    pattern: new RegExp(`\\b${amount} (?:jin|catties|catty|liang)\\b`, "g"),
    says: "leaves the Chinese unit bare; give kilograms (1 jin is half a kilogram)",
    unless: /kilogram|\bkg\b|ton/,
  },
  {
    pattern: new RegExp(`\\b${amount} li\\b(?! [A-Z])`, "g"),
    says: "leaves the Chinese unit bare; give kilometers (1 li is half a kilometer)",
    unless: /kilomet|\bkm\b|mile/,
  },
];

/** How far on either side a conversion may stand. */
const beside = 60;

export default defineRule({
  id: "unit",
  summary: "electricity in degrees, mu and jin left bare",
  mqm: "locale-conventions/measurement-format",
  level: "warning",
  scope: "block",
  certainty: 0.7,
  check({ text }, report) {
    for (const { pattern, says, expected, unless } of slips) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (unless?.test(text.slice(Math.max(0, start - beside), end + beside))) continue;
        report({
          start,
          end,
          message: `\`${match[0]}\` ${says}${expected ? `; write \`${expected(match)}\`` : ""}`,
          ...(expected === undefined ? {} : { expected: [expected(match)] }),
        });
      }
    }
  },
});

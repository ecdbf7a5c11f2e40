import { defineRule } from "../../src/rule.js";

interface Residue {
  readonly pattern: RegExp;
  readonly says: string;
  readonly expected?: (found: RegExpMatchArray) => string;
}

const months: Readonly<Record<string, string>> = {
  January: "Jan.",
  February: "Feb.",
  August: "Aug.",
  September: "Sept.",
  October: "Oct.",
  November: "Nov.",
  December: "Dec.",
};

/** What newspapers print around a text and machines translate as if it were text. */
const residues: readonly Residue[] = [
  {
    pattern:
      /^Xinhua News Agency, ([A-Z][a-z]+(?: [A-Z][a-z]+)?), ([A-Z][a-z]+) (\d{1,2})(?:st|nd|rd|th)?\b[.,]?(?: \((?:Reporter|Reporters) [^()\n]{2,60}\))?/gm,
    says: "is a Chinese dateline",
    expected: ([, place = "", month = "", day = ""]) =>
      `${place.toUpperCase()}, ${months[month] ?? month} ${day} (Xinhua) --`,
  },
  {
    pattern:
      /^(?:People's Daily|People’s Daily|China News Service|Chinanews(?:\.com)?|China Youth Daily|Guangming Daily|CCTV News),? [A-Z][a-z]+,? [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?\b[.,]?/gm,
    says: "is a Chinese dateline",
  },
  {
    pattern:
      /\((?:Our |This )?(?:[Rr]eporter|[Rr]eporters|[Cc]orrespondents?|[Tt]rainee reporter|[Ii]ntern) [A-Z][^()\n]{1,60}\)/g,
    says: "is a byline in brackets; put it at the head as By …",
  },
  {
    pattern: /\([Rr]eporters?:? [A-Z][^()\n]{1,60}\)/g,
    says: "is a byline in brackets; put it at the head as By …",
  },
  { pattern: /\(photographed (?:on|in) [A-Z][^()\n]{2,40}\)/g, says: "belongs to a caption, not to the text" },
  {
    pattern: /\bPhoto by [A-Z][a-z]+(?: [A-Z][a-z]+)? ?\/ ?(?:China News|Xinhua|CNS|People)[^\n.]{0,20}/g,
    says: "belongs to a caption, not to the text",
  },
  { pattern: /^(?:The )?(?:picture|photo) shows [^.\n]{5,120}\. ?Photo by\b/gm, says: "is a caption, not text" },
  {
    pattern:
      /^(?:Editor|Proofreading|Proofreader|Reviewer|Typesetting)[:：] ?[A-Z][a-z]+ [A-Z][a-z]+(?: (?:Proofreading|Editor|Reviewer)[:：] ?[A-Z][a-z]+ [A-Z][a-z]+)?/gm,
    says: "was left over from the page",
  },
  {
    pattern:
      /^(?:Print this page|Close (?:this )?window|Back to top|Collect this page|Add to favorites)(?: Close (?:this )?window)?/gm,
    says: "was left over from the page",
  },
  {
    pattern:
      /^(?:Release|Published?|Publishing|Posting) (?:time|date) ?[:：] ?\d{4}-\d{1,2}-\d{1,2}(?: Views ?[:：] ?\d+)?/gm,
    says: "was left over from the page",
  },
  {
    pattern: /\b(?:Views|Clicks|Number of (?:views|clicks|visits)) ?[:：] ?\d+\b/g,
    says: "was left over from the page",
  },
  {
    pattern: /^(?:This |Our )?[Nn]ewspaper, [A-Z][a-z]+, [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?\b/gm,
    says: "is a Chinese dateline",
  },
  { pattern: /\(photo taken (?:on|in|at) [^()\n]{3,40}\)/gi, says: "belongs to a caption, not to the text" },
  {
    pattern:
      /\b(?:Photo by|Photographed by|Photo courtesy of) (?:(?:Xinhua(?: News Agency)?|China News Service|our) )?(?:[Rr]eporter )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}/g,
    says: "belongs to a caption, not to the text",
  },
  {
    pattern: /^This is an? [^.\n]{5,90} (?:filmed|photographed|shot) (?:at|on|in) [^.\n]{3,80}/gm,
    says: "is a caption, not text",
  },
  {
    pattern:
      /^(?:Posted by|Reposted from|Reprinted from|Original title|Original author|Source of the manuscript) ?[:：]/gim,
    says: "was left over from the page",
  },
  {
    pattern:
      /[([](?:Editor in charge|Responsible editor|Editor-in-charge|Edited by|Proofreader)[:： ][^()[\]\n]{2,60}[)\]]/gi,
    says: "was left over from the page",
  },
  {
    pattern: /^(?:Editor in charge|Responsible editor|Editor-in-charge|Duty editor) ?[:：]/gim,
    says: "was left over from the page",
  },
  { pattern: /,\s?Reprinted with attribution to\b/g, says: "was left over from the page" },
  {
    pattern:
      /\b(?:Share to WeChat|Share to Weibo|Scan the QR code to (?:follow|share)|Click to (?:read|view) the original|font ?[Ss]ize: +(?:big|large|small))/g,
    says: "was left over from the page",
  },
  { pattern: /^\(?(?:End|Finish|Over)\)(?=\s*$)/gm, says: "closes a Chinese dispatch (完); English has no such mark" },
];

export default defineRule({
  id: "byline",
  summary: "datelines, captions, bylines and buttons left in the text",
  mqm: "style/organizational-style",
  level: "warning",
  scope: "block",
  certainty: 0.8,
  check({ text }, report) {
    for (const { pattern, says, expected } of residues) {
      for (const match of text.matchAll(pattern)) {
        const found = match[0].trimEnd();
        report({
          start: match.index,
          end: match.index + found.length,
          message: `\`${found.replace(/\s+/g, " ")}\` ${says}${expected ? `; write \`${expected(match)}\`` : ""}`,
          ...(expected === undefined ? {} : { expected: [expected(match)] }),
        });
      }
    }
  },
});

/** A made-up text in the genre, for timings: paragraphs put together from clauses, some with faults. */
const openings = [
  "In the first half of the year the municipal government",
  "The county committee of the Party",
  "On the afternoon of May 6 the leading group",
  "Since the plan was adopted, the district",
  "According to the bureau, the enterprise",
  "At the meeting the mayor",
  "Over the past five years the province",
  "In accordance with the arrangements of the center, the township",
];
const verbs = [
  "has thoroughly implemented the requirements of the plan",
  "continued to strengthen the management of water resources",
  "must firmly grasp the niubi nose of reform",
  "worked hard and worked hard",
  "built more than 1,200 kilometers of rural roads",
  "issued opinions on the protection of farmland",
  "will usher in good",
  "improved the living standards of 30,000 households",
  "put forward the statistical caliber of the digital economy",
  "held that the whole city should be a game of chess",
  "opened three new vocational schools",
  "set up a mechanism for the sharing of data",
];
const closings = [
  "and achieved remarkable results.",
  "so that people’s sense of gain was constantly enhanced.",
  "with an annual increase of 5.2 percent.",
  "in line with the “14th Five-Year Plan”.",
  "while reducing emissions by 3,000 tons.",
  "and the work is progressing steadily.",
  "which was well received by residents and companies alike.",
];

/** About 24 kB, the same at every call. */
export function sampleText() {
  const paragraphs = [];
  let turn = 7;
  const next = (list) => {
    turn = (turn * 1103515245 + 12345) % 2147483648;
    return list[turn % list.length];
  };
  for (let paragraph = 0; paragraph < 45; paragraph++) {
    const sentences = [];
    for (let sentence = 0; sentence < 4; sentence++)
      sentences.push(`${next(openings)} ${next(verbs)}, ${next(verbs)} ${next(closings)}`);
    paragraphs.push(sentences.join(" "));
  }
  return paragraphs.join("\n\n");
}

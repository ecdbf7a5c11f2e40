/** How the parts of a composed rendering are joined, and which joints ordinary English has. */
import { type Calques, hasPair } from "./calque-data.js";

/** How two neighbors are joined: by nothing or an article, by `and`, by `of` and other prepositions, by `'s`, by something else. */
export const Joint = { bare: 0, and: 1, of: 2, possessive: 3, other: 4, comma: 5, with: 6 } as const;

/** The joint that a small word makes; articles and the rest make none. */
export const jointOf: ReadonlyMap<string, number> = new Map<string, number>([
  ...["and", "or", "&", "as"].map((word) => [word, Joint.and] as const),
  ...["of", "for", "in", "on", "at", "within", "under", "between", "among", "toward", "about", "upon"].map(
    (word) => [word, Joint.of] as const,
  ),
  ...["with", "by", "from", "into", "through"].map((word) => [word, Joint.with] as const),
  ["'s", Joint.possessive],
  [",", Joint.comma],
  ...["to", "that", "which", "who", "is", "are", "be", "was", "were", "being", "been"].map(
    (word) => [word, Joint.other] as const,
  ),
]);

/** Whether ordinary English joins two families so. */
export function isOrdinary(calques: Calques, first: number, second: number, joint: number): boolean {
  const { pairs, ofPairs, figures } = calques;
  // figures stand beside anything
  if (figures[first] === 1 || figures[second] === 1) return true;
  if (joint === Joint.with) return hasPair(ofPairs, first, second);
  if (hasPair(pairs, first, second)) return true;
  if (joint === Joint.bare || joint === Joint.possessive) return false;
  if (hasPair(pairs, second, first)) return true;
  return joint !== Joint.and && joint !== Joint.comma && hasPair(ofPairs, first, second);
}

/**
 * Whether an order may come out of translation: the parts stand as in the Chinese, or two neighboring blocks have
 * changed places around a preposition, and so within each block.
 *
 * @param order for each part in the text its place in the Chinese
 * @param joints what stands between each two
 */
export function isOrdered(order: ArrayLike<number>, joints: ArrayLike<number>): boolean {
  return parse(order, joints, 0, order.length);
}

function parse(order: ArrayLike<number>, joints: ArrayLike<number>, from: number, to: number): boolean {
  if (to - from < 2) return true;
  for (let split = from + 1; split < to; split++) {
    let leftMost = -1;
    let leftLeast = 99;
    for (let at = from; at < split; at++) {
      leftMost = Math.max(leftMost, order[at] as number);
      leftLeast = Math.min(leftLeast, order[at] as number);
    }
    let rightMost = -1;
    let rightLeast = 99;
    for (let at = split; at < to; at++) {
      rightMost = Math.max(rightMost, order[at] as number);
      rightLeast = Math.min(rightLeast, order[at] as number);
    }
    const joint = joints[split - 1] as number;
    const kept = leftMost < rightLeast;
    const turned =
      rightMost < leftLeast &&
      (joint === Joint.of || joint === Joint.with || joint === Joint.other || joint === Joint.bare);
    if ((kept || turned) && parse(order, joints, from, split) && parse(order, joints, split, to)) return true;
  }
  return false;
}

/** Edit distance: what is one slip away, and how far two words are apart. */

export const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** Every string one slip away from `word`: a letter left out, doubled, added, changed, or two swapped. */
export function* oneEdit(word: string, letters: string = alphabet): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    yield before + after;
    if (at + 1 < word.length && word.charAt(at) !== word.charAt(at + 1)) {
      yield before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    }
    for (const letter of letters) if (letter !== word.charAt(at)) yield before + letter + after;
  }
  for (let at = 0; at <= word.length; at++) {
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at);
  }
}

/** True when `other` is one slip away from `word`, as `oneEdit` has it. */
export function isOneEdit(word: string, other: string): boolean {
  const n = word.length;
  const m = other.length;
  if (Math.abs(n - m) > 1 || word === other) return false;
  let head = 0;
  while (head < n && head < m && word.charCodeAt(head) === other.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < n - head && tail < m - head && word.charCodeAt(n - 1 - tail) === other.charCodeAt(m - 1 - tail)) tail++;
  const left = n - head - tail;
  const right = m - head - tail;
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 &&
    right === 2 &&
    word.charAt(head) === other.charAt(head + 1) &&
    word.charAt(head + 1) === other.charAt(head)
  );
}

/** Room for three rows, enough for any word. */
const widest = 64;
let previous = new Float64Array(widest);
let current = new Float64Array(widest);
let older = new Float64Array(widest);

const vowels = "aeiouy";
/** Letters that stand beside each other on a keyboard, or look alike in print. */
const neighbours = new Set(
  (
    "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa wa ws es ed rd rf tf tg yg yh uh uj ij ik ok ol pl az sz sx dx dc fc fv gv gb hb hn jn jm km " +
    "li ij ce eo hb nh un vy rn cs sz sc ck gj qg td fv pb mn"
  )
    .split(" ")
    .flatMap((pair) => [pair, pair.charAt(1) + pair.charAt(0)]),
);

function change(a: string, b: string): number {
  if (vowels.includes(a) && vowels.includes(b)) return 0.75;
  return neighbours.has(a + b) ? 0.9 : 1.1;
}

/**
 * Distance by slips, each weighed by how easily it is made: a doubled letter 0.6, two swapped 0.7, a vowel for a vowel 0.75,
 * up to 1.1 for unlike letters; what happens to the first letter costs more.
 *
 * @param most distances above it come out as Infinity
 */
export function slips(wrong: string, right: string, most: number): number {
  const n = wrong.length;
  const m = right.length;
  if (n + 2 > widest || m + 2 > widest || Math.abs(n - m) * 0.6 > most) return Number.POSITIVE_INFINITY;
  previous[0] = 0;
  for (let j = 1; j <= m; j++) previous[j] = (previous[j - 1] as number) + missing(right, j - 1);
  for (let i = 1; i <= n; i++) {
    const a = wrong.charAt(i - 1);
    current[0] = (previous[0] as number) + extra(wrong, i - 1);
    let least = current[0] as number;
    for (let j = 1; j <= m; j++) {
      const b = right.charAt(j - 1);
      let cost = previous[j - 1] as number;
      if (a !== b) cost += change(a, b) + (i === 1 && j === 1 ? 0.5 : 0);
      cost = Math.min(
        cost,
        (previous[j] as number) + extra(wrong, i - 1),
        (current[j - 1] as number) + missing(right, j - 1),
      );
      if (i > 1 && j > 1 && a !== b && a === right.charAt(j - 2) && wrong.charAt(i - 2) === b) {
        cost = Math.min(cost, (older[j - 2] as number) + 0.7);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [older, previous, current] = [previous, current, older];
  }
  const distance = previous[m] as number;
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

/** Cost of a letter too many. */
function extra(wrong: string, at: number): number {
  if (at === 0) return 1.3;
  return wrong.charAt(at) === wrong.charAt(at - 1) ? 0.6 : 1;
}

/** Cost of a letter left out. */
function missing(right: string, at: number): number {
  if (at === 0) return 1.3;
  return right.charAt(at) === right.charAt(at - 1) ? 0.6 : 0.9;
}

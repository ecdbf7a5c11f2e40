/** What English says twice on purpose, and what it never does. */

const set = (list: string) => new Set(list.split(" "));

export const coordinates = set("and or");

/** Verbs that may follow a pair: it ended there. A preposition may not, for it belongs to the second half alone. */
export const joiners = set(
  "is are was were will would has have had be can must should shall may also who which while when if but and so",
);

/** Words that may follow a pair of two words or more without changing it: "worked hard and worked hard all winter". */
export const after = set(
  "all every each again now then today together throughout during after before since until yesterday this last",
);

/** Nouns that only label what they follow: "at the township and township level". */
export const labels = set(
  "level levels department departments governments committees authorities organs units work personnel officials cadres",
);

/** *more and more*, *years and years*, *talked and talked*: emphasis and duration, one word each side. */
const pairs = set(
  "more less again over on up down out round around time through by so such far near better worse further higher lower bigger smaller larger longer shorter " +
    "stronger weaker faster slower closer deeper wider greater fewer richer poorer older younger harder easier hotter colder louder half neck side bit step " +
    "year day hour minute month week decade century mile century score dozen hundred thousand million billion lot ton heap load page pile layer row generation " +
    "years days hours minutes months weeks decades centuries miles scores dozens hundreds thousands millions billions lots tons heaps loads pages piles layers rows generations times " +
    "on off in away along back forward forth ever never only very really many much too well yes no this that one two three " +
    "talked waited walked ran tried worked looked laughed cried ate read wrote drove grew rose fell went thought prayed hoped begged asked argued searched " +
    "talk wait walk run try work look laugh cry eat read write drive grow rise fall go think keep kept went going running growing trying rising falling waiting",
);

/** @returns true when English has the pair, so that it is no slip */
export function mayPair(first: string, coordinate: string, size: number): boolean {
  if (coordinate === "or") return true;
  if (first.length < 3 || /^[0-9]/.test(first)) return true;
  if (size === 1) return pairs.has(first) || (/(?:er|est)$/.test(first) && first.length < 8);
  // "more jobs and more jobs", "one day and one day", "so good and so good"
  return /^(?:more|less|fewer|better|one|two|so|such|very|really|too|that|this|all|some|any|no|each|every|not|another|other|how|what|for|from|to|of|in|with|by|as|at)$/.test(
    first,
  );
}

/** Small words whose doubling is a slip of the pen, safe to mend. */
export const doubles = set(
  "the a an of in to and for with on at by from is are was were be as or which will it this these their its",
);

/** What may stand twice in a row in good English. */
const twice = set(
  "ay aye har haw hee la na da yo yes win that had very so no now well there many bye knock ha blah hear hush tut chop quick long really far too never poor dear go who what is do can",
);

export function mayDouble(word: string): boolean {
  return twice.has(word) || /^[0-9]/.test(word);
}

export interface Echo {
  /** Words of the same root that must not follow. */
  readonly by: ReadonlySet<string>;
  /** Words that may stand between. */
  readonly within: number;
  /** What to say instead of the first; empty when nothing safe can be offered. */
  readonly verb: string;
}

const echo = (by: string, within: number, verb = ""): Echo => ({ by: set(by), within, verb });

/** Verb forms with the nouns of their own root. */
export const echoes: ReadonlyMap<string, Echo> = new Map([
  ["achieve", echo("achievement achievements", 2, "make")],
  ["achieved", echo("achievement achievements", 2, "made")],
  ["achieves", echo("achievement achievements", 2, "makes")],
  ["achieving", echo("achievement achievements", 2, "making")],
  ["growth", echo("grew grows grow growing", 0)],
  ["emphasize", echo("emphasis", 1)],
  ["emphasized", echo("emphasis", 1)],
  ["decide", echo("decision decisions", 1)],
  ["decided", echo("decision decisions", 1)],
  ["visitor", echo("visits visited visiting", 0)],
  ["visitors", echo("visit visited visiting", 0)],
  ["upsurge", echo("surging surged", 5)],
  ["innovate", echo("innovation innovations", 1)],
  ["innovating", echo("innovation innovations", 1)],
  ["organize", echo("organization organizations", 1)],
  ["develop", echo("development", 1)],
  ["developing", echo("development", 0)],
  ["construct", echo("construction constructions", 1)],
  ["governance", echo("governing governs", 1)],
  ["industry", echo("industrial industrialized", 1)],
]);

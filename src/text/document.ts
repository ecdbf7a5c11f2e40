/**
 * The Text view that rules read: a projection, its tokens and its sentences, made once per document.
 */

import { syllables } from "./pinyin.js";
import { type Projection, type SourceRange, toSource } from "./projection.js";
import { Flag, Kind, type Tokens, tokenize } from "./tokens.js";

export interface Document {
  readonly projection: Projection;
  /** The prose; offsets of tokens and blocks count in it. */
  readonly text: string;
  readonly tokens: Tokens;
  /** True when the document is plainly about China and its government. Worked out on first use. */
  readonly policy: boolean;
  /** True when it speaks of China at all. */
  readonly china: boolean;
}

/** Options that say what a reader could not know of the document. */
export interface DocumentOptions {
  /** Whether the document is about Chinese policy; left out, the document's own words decide. */
  readonly policy?: boolean | undefined;
  /** Whether it speaks of China at all. */
  readonly china?: boolean | undefined;
}

/** Names and terms that hardly any other kind of text uses, and words that a few of make one certain. */
const strong = new Set(
  "cpc cppcc npc xinhua jinping renminbi rmb cadre cadres hukou ndrc politburo communist comrade comrades bri masses grassroots well-off".split(
    " ",
  ),
);
const places = new Set(
  (
    "china chinese beijing shanghai tianjin chongqing hebei shanxi liaoning jilin heilongjiang jiangsu zhejiang anhui fujian jiangxi shandong " +
    "henan hubei hunan guangdong hainan sichuan guizhou yunnan shaanxi gansu qinghai taiwan guangxi xinjiang tibet xizang ningxia macao shenzhen guangzhou " +
    "hangzhou nanjing wuhan chengdu xi'an zhongguancun yuan xi tongzhou xiongan xiong'an dalian ningbo suzhou qingdao xiamen changsha zhengzhou jinan harbin " +
    "kunming guiyang lhasa urumqi lanzhou xining yinchuan hohhot taiyuan shijiazhuang hefei nanchang fuzhou haikou nanning changchun shenyang zhuhai wenzhou foshan " +
    "dongguan wuxi yangtze haidian chaoyang fengtai daxing xicheng dongcheng huairou yanqing pudong"
  ).split(" "),
);
const govern = new Set(
  (
    "party municipal province provincial district county township committee secretary reform socialism socialist modernization revitalization rural enterprise enterprises " +
    "governance state-owned government policy policies development innovation construction leadership council congress five-year plenum plenary deepen implement ecological " +
    "poverty industrial demonstration opening subdistrict mayor regulations"
  ).split(" "),
);

/** How thick the signs of China and of its government stand in a document. */
interface Topic {
  /** Words of China a thousand. */
  readonly china: number;
  /** Those and words of government, weighed, a thousand; 0 when there are none of government. */
  readonly policy: number;
}

const weights = { strong: 3, place: 2, govern: 1 } as const;
/** Stands for a word that counts only before a given name. */
const surname = 100;

const surnames = new Set(
  (
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su " +
    "jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin qiao he"
  ).split(" "),
);

/** A surname and a given name in pinyin: Wang Xiaohong, Li Ming. */
function isPersonAt({ count, word, flags, vocabulary }: Tokens, at: number): boolean {
  if (at + 1 >= count) return false;
  const next = flags[at + 1] as number;
  if ((next & Flag.capital) === 0 || (next & (Flag.upper | Flag.sentenceStart)) !== 0) return false;
  const given = vocabulary[word[at + 1] as number] as string;
  return given.length > 1 && given.length < 15 && syllables(given) !== undefined;
}

const partyNouns = new Set(
  "committee committees branch branches member members secretary secretaries school schools building organization organizations discipline conduct".split(
    " ",
  ),
);

/** The Party and its bodies, as texts about no other party have them. */
function isPartyAt({ count, word, flags, vocabulary }: Tokens, at: number): boolean {
  const capital = ((flags[at] as number) & (Flag.capital | Flag.sentenceStart)) === Flag.capital;
  return capital && at + 1 < count && partyNouns.has(vocabulary[word[at + 1] as number] as string);
}

/** A capitalized name in pinyin, by letters that hardly another language puts so. */
function isChineseName(word: string): boolean {
  return (
    /zh|x[iu]|q[iu]|iang|uang|iong|iao|ong/.test(word) &&
    /^[a-z']{5,20}$/.test(word) &&
    (syllables(word.replace("'", ""))?.length ?? 0) > 1
  );
}

function topicOf(tokens: Tokens): Topic {
  const { count, word, flags, vocabulary } = tokens;
  const weight = new Int8Array(vocabulary.length).fill(-1);
  let china = 0;
  let policy = 0;
  let governed = false;
  const party = vocabulary.indexOf("party");
  for (let at = 0; at < count; at++) {
    const id = word[at] as number;
    let value = weight[id] as number;
    if (value < 0) {
      const text = vocabulary[id] as string;
      if (strong.has(text)) value = weights.strong;
      else if (places.has(text)) value = weights.place;
      else if (govern.has(text)) value = weights.govern;
      else value = ((flags[at] as number) & Flag.capital) !== 0 && isChineseName(text) ? weights.place : 0;
      weight[id] = value === 0 && surnames.has(text) ? surname : value;
      value = weight[id] as number;
    }
    if (value === surname)
      value = ((flags[at] as number) & Flag.capital) !== 0 && isPersonAt(tokens, at) ? weights.place : 0;
    if (id === party && isPartyAt(tokens, at)) value = weights.strong;
    if (value === 0) continue;
    policy += value;
    if (value > weights.govern) china++;
    if (value !== weights.place) governed = true;
  }
  // a heading or a sentence is too short to be thick with anything by chance
  const per = 1000 / Math.max(count, 60);
  return { china: china * per, policy: governed ? policy * per : 0 };
}

/** Official English has 95 and more, thin county news 10; novels and manuals have less than 1 in 1,000 words. */
const policyFrom = 9;
const chinaFrom = 1.5;

/**
 * @param projection what a reader made of the source
 * @param tokens of the projection, where they are known already
 */
export function createDocument(
  projection: Projection,
  options: DocumentOptions = {},
  tokens: Tokens = tokenize(projection.text, projection.blocks),
): Document {
  let topic: Topic | undefined;
  const about = () => {
    topic ??= topicOf(tokens);
    return topic;
  };
  let { policy, china } = options;
  return {
    projection,
    text: projection.text,
    tokens,
    get policy() {
      policy ??= about().china >= chinaFrom && about().policy >= policyFrom;
      return policy;
    },
    get china() {
      china ??= policy === true || about().china >= chinaFrom;
      return china;
    },
  };
}

/** The folded form of token `at`, or the empty string outside the document. */
export function wordAt(tokens: Tokens, at: number): string {
  return at < 0 || at >= tokens.count ? "" : (tokens.vocabulary[tokens.word[at] as number] as string);
}

/** True when token `at` has the flag (a member of `Flag`). */
export function has(tokens: Tokens, at: number, flag: number): boolean {
  return at >= 0 && at < tokens.count && ((tokens.flags[at] as number) & flag) !== 0;
}

/** True when the tokens from `from` up to `to` stand in quotation marks of their own. */
export function isQuoted(tokens: Tokens, from: number, to: number): boolean {
  return has(tokens, from, Flag.quoteBefore) && has(tokens, to - 1, Flag.quoteAfter);
}

/** Where a range of the prose stands in the source. */
export function sourceRange(document: Document, start: number, end: number): SourceRange {
  return toSource(document.projection, start, end);
}

export { Flag, Kind, topicOf };

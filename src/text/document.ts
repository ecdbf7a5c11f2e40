/**
 * The Text view that rules read: a projection, its tokens and its sentences, made once per document.
 */
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
  "cpc cppcc npc xinhua jinping renminbi rmb cadre cadres hukou ndrc politburo communist comrade comrades bri".split(
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
    "poverty industrial masses grassroots demonstration opening subdistrict mayor regulations"
  ).split(" "),
);

function aboutPolicy(tokens: Tokens): boolean {
  let strongly = 0;
  let places_ = 0;
  let governing = 0;
  for (const word of tokens.vocabulary) {
    if (strong.has(word)) strongly++;
    else if (places.has(word)) places_++;
    else if (govern.has(word)) governing++;
  }
  if (strongly + places_ === 0) return false;
  return strongly * 2 + Math.min(places_, 3) + Math.min(governing, 6) / 2 >= 3;
}

function speaksOfChina(tokens: Tokens): boolean {
  return tokens.vocabulary.some((word) => strong.has(word) || places.has(word));
}

/**
 * @param projection what a reader made of the source
 * @param tokens of the projection, where they are known already
 */
export function createDocument(
  projection: Projection,
  options: DocumentOptions = {},
  tokens: Tokens = tokenize(projection.text, projection.blocks),
): Document {
  let { policy, china } = options;
  return {
    projection,
    text: projection.text,
    tokens,
    get policy() {
      policy ??= aboutPolicy(tokens);
      return policy;
    },
    get china() {
      china ??= policy === true || speaksOfChina(tokens);
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

export { Flag, Kind };

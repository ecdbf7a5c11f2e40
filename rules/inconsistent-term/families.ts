/** Concepts that machines render now one way and now another in one document, with the rival names of each. */
import { words } from "../../src/termbase/notation.js";

interface Family {
  /** What they stand for. */
  readonly of: string;
  /** Rival names; several forms of one name share a line. */
  readonly names: readonly (readonly string[])[];
}

export const families: Readonly<Record<string, Family>> = {
  "two-zones": { of: "两区", names: [["two zones"], ["two districts"], ["two areas"]] },
  "sub-center": {
    of: "城市副中心",
    names: [
      ["city's sub-center", "city sub-center", "city's sub-centers"],
      ["urban sub-center", "urban sub-centers"],
      ["sub-center of the city"],
      ["deputy center", "city deputy center"],
      ["administrative center", "Municipal Administrative Center"],
      ["vice-center", "vice-centers"],
    ],
  },
  "demonstration-zone": { of: "示范区", names: [["two demonstration zones"], ["two demonstration areas"]] },
  "consumption-center": {
    of: "国际消费中心城市",
    names: [["international consumption center"], ["international consumer center"], ["global consumption center"]],
  },
  fintech: { of: "金融科技", names: [["fintech"], ["financial technology"]] },
  "free-trade-zone": {
    of: "自贸试验区",
    names: [["pilot free trade zone"], ["free trade pilot zone"], ["free trade pilot area"]],
  },
  "party-congress-20": {
    of: "党的二十大",
    names: [["20th National Congress"], ["20th Party Congress"], ["20th Congress"], ["20th National Party Congress"]],
  },
  "party-congress-19": {
    of: "党的十九大",
    names: [["19th National Congress"], ["19th Party Congress"], ["19th Congress"]],
  },
  "xi-core": {
    of: "以习近平同志为核心",
    names: [
      ["Xi Jinping at its core"],
      ["Xi Jinping as the core", "Xi Jinping as its core"],
      ["Xi Jinping at the core"],
    ],
  },
  "well-off": { of: "小康社会", names: [["moderately prosperous society"], ["well-off society"]] },
  "shared-future": {
    of: "人类命运共同体",
    names: [
      ["community with a shared future"],
      ["community of shared future"],
      ["community of human destiny", "community of common destiny"],
    ],
  },
  "belt-road": {
    of: "一带一路",
    names: [["Belt and Road"], ["One Belt One Road", "One Belt and One Road", "One Belt, One Road"]],
  },
  "negative-list": { of: "负面清单", names: [["negative list"], ["adverse list"]] },
  "productive-forces": {
    of: "新质生产力",
    names: [
      ["new quality productive forces"],
      ["new productivity", "new-quality productivity", "new type productivity", "new quality productivity"],
    ],
  },
  "common-prosperity": {
    of: "共同富裕",
    names: [["common prosperity"], ["mutual wealth", "common wealth", "shared wealth"]],
  },
  "yangtze-belt": {
    of: "长江经济带",
    names: [
      ["Yangtze River Economic Belt"],
      ["Yangtze River Economic Zone", "Changjiang Economic Zone", "Changjiang Economic Belt"],
    ],
  },
  "rural-revitalization": {
    of: "乡村振兴",
    names: [["rural revitalization"], ["rural rejuvenation"], ["village revitalization", "countryside revitalization"]],
  },
  poverty: { of: "脱贫攻坚", names: [["poverty alleviation"], ["poverty relief"]] },
  "carbon-peak": {
    of: "碳达峰",
    names: [
      ["carbon peaking", "carbon peak"],
      ["carbon emission summit", "peak of carbon"],
    ],
  },
  "new-area": { of: "新区", names: [["Xiong'an New Area"], ["Xiong'an New District"]] },
};

export interface Variant {
  readonly family: string;
  readonly label: string;
  readonly words: readonly string[];
}

/** Variants by their first word, longest first. */
export const variants: ReadonlyMap<string, readonly Variant[]> = (() => {
  const found = new Map<string, Variant[]>();
  for (const [family, { names }] of Object.entries(families)) {
    for (const forms of names) {
      for (const form of forms) {
        const list = words(form);
        const first = list[0] as string;
        const variant = { family, label: forms[0] as string, words: list };
        found.set(
          first,
          [...(found.get(first) ?? []), variant].sort((a, b) => b.words.length - a.words.length),
        );
      }
    }
  }
  return found;
})();

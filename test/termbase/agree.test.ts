import { describe, expect, it } from "vitest";
import { lint } from "../../src/index.js";
import { article } from "../../src/termbase/agree.js";

const terms = [
  { zh: "甲", preferred: "key link", admitted: ["crux", "obstacle"], deprecated: ["zorp nose", "odd nose"] },
  { zh: "乙", preferred: "relieve Beijing of nonessential functions", deprecated: ["to dezorp functions"] },
  { zh: "丙", preferred: "take stock", admitted: ["stocktaking"], deprecated: ["to zorp up"] },
  { zh: "丁", preferred: "Beijing Municipal Administrative Center", admitted: ["BMC"], deprecated: ["zorp center"] },
  { zh: "戊", preferred: "guidance", deprecated: ["zorp opinion"] },
  { zh: "己", preferred: "SOE", admitted: ["state-owned enterprise"], deprecated: ["zorp firm"] },
  { zh: "庚", preferred: "the country", deprecated: ["our zorp", "zorp land"] },
  { zh: "辛", preferred: "take shape", deprecated: ["to come zorp"] },
  { zh: "壬", preferred: "official posted to a village", deprecated: ["zorp cadre"] },
  { zh: "癸", preferred: "key few", admitted: ["speed of work"], deprecated: ["zorp minority"] },
];

/** The replaced words and what is offered. */
const offer = (text: string) => {
  const [finding] = lint(text, { terms, preset: "terms-only" });
  return finding && [finding.actual, ...finding.expected];
};
const fixable = (text: string) => lint(text, { terms, preset: "terms-only" })[0]?.fixable;

describe("a suggestion", () => {
  it("takes the number of what it replaces", () => {
    expect(offer("the zorp nose")).toEqual(["zorp nose", "key link", "crux", "obstacle"]);
    expect(offer("the zorp noses")).toEqual(["zorp noses", "key links", "cruxes", "obstacles"]);
  });

  it("puts the plural on the noun, not on what follows it", () => {
    expect(offer("the zorp cadres")?.[1]).toBe("officials posted to a village");
    expect(offer("the zorp minorities")).toEqual(["zorp minorities", "speeds of work", "key few"]);
  });

  it("takes the number that it replaces", () => {
    const moved = [
      {
        zh: "甲",
        preferred: "evacuate residents",
        admitted: ["evacuate # people"],
        deprecated: ["to move (#) (million) zorps"],
      },
    ];
    const of = (text: string) => lint(text, { terms: moved, preset: "terms-only" })[0]?.expected;
    expect(of("they moved 320 zorps")).toEqual(["evacuated 320 people", "evacuated residents"]);
    expect(of("by moving 1.2 million zorps")).toEqual(["evacuating 1.2 million people", "evacuating residents"]);
    expect(of("they moved zorps")).toEqual(["evacuated residents"]);
  });

  it("knows a base from a form of another verb, and keeps the form of be", () => {
    const own = [
      {
        zh: "甲",
        preferred: "take stock",
        deprecated: ["to speed zorp", "to focus zorp", "to need zorp", "to be zorped"],
      },
      { zh: "乙", preferred: "be kept below", deprecated: ["to be dezorped"] },
    ];
    const of = (text: string) => lint(text, { terms: own, preset: "terms-only" })[0]?.expected[0];
    expect(of("it will speed zorp")).toBe("take stock");
    expect(of("we focus zorp")).toBe("take stock");
    expect(of("they need zorp")).toBe("take stock");
    expect(of("he needs zorp")).toBe("takes stock");
    expect(of("they are zorped")).toBe("take stock");
    expect(of("it is zorped")).toBe("takes stock");
    expect(of("they were dezorped")).toBe("were kept below");
    expect(of("they are dezorped")).toBe("are kept below");
  });

  it("inflects every verb of a list", () => {
    const own = [{ zh: "甲", preferred: "care about, take part in and support", deprecated: ["to zorp about"] }];
    expect(lint("they zorped about it", { terms: own, preset: "terms-only" })[0]?.expected[0]).toBe(
      "cared about, took part in and supported",
    );
  });

  it("does not double the small word that follows", () => {
    const own = [{ zh: "甲", preferred: "act on the principles of", deprecated: ["to zorp the spirit"] }];
    const of = (text: string) => lint(text, { terms: own, preset: "terms-only" })[0]?.expected[0];
    expect(of("we zorp the spirit of the meeting")).toBe("act on the principles");
    expect(of("we zorp the spirit there")).toBe("act on the principles of");
  });

  it("is a gerund where a verb stands for a noun, and never put in place unread", () => {
    const own = [{ zh: "甲", preferred: "further implement the plan", deprecated: ["zorp construction"] }];
    const [finding] = lint("after zorp construction", { terms: own, preset: "terms-only" });
    expect([finding?.expected[0], finding?.fixable]).toEqual(["further implementing the plan", false]);
  });

  it("takes the verb form", () => {
    expect(offer("by dezorping functions")?.[1]).toBe("relieving Beijing of nonessential functions");
    expect(offer("it dezorps functions")?.[1]).toBe("relieves Beijing of nonessential functions");
    expect(offer("they dezorped functions")?.[1]).toBe("relieved Beijing of nonessential functions");
    expect(offer("they zorped up")?.[1]).toBe("took stock");
    expect(offer("they have zorped up")?.[1]).toBe("taken stock");
    expect(offer("plans have come zorp")?.[1]).toBe("taken shape");
    expect(offer("plans have already come zorp")?.[1]).toBe("taken shape");
    expect(offer("plans have to come zorp")?.[1]).toBe("take shape");
    expect(offer("plans come zorp")?.[1]).toBe("take shape");
  });

  it("takes its capitals", () => {
    expect(offer("Zorp nose it is")?.[1]).toBe("Key link");
    expect(offer("the Zorp Nose Plan")?.[1]).toBe("Key Link");
    expect(offer("THE ZORP NOSE")?.[1]).toBe("KEY LINK");
    expect(offer("the zorp center")?.[1]).toBe("Beijing Municipal Administrative Center");
  });

  it("brings the right article with it", () => {
    expect(offer("An odd nose leads")).toEqual(["An odd nose", "A key link", "A crux", "An obstacle"]);
    expect(offer("It is an odd nose")).toEqual(["an odd nose", "a key link", "a crux", "an obstacle"]);
    expect(offer("It is a zorp opinion")).toEqual(["a zorp opinion", "guidance"]);
    expect(offer("It is a zorp firm")).toEqual(["a zorp firm", "an SOE", "a state-owned enterprise"]);
  });

  it("doubles no article", () => {
    expect(offer("in the zorp land")?.[1]).toBe("country");
    expect(offer("in zorp land")?.[1]).toBe("the country");
  });

  it("leaves the possessive where it is", () => {
    expect(offer("the zorp nose’s ring")?.slice(0, 2)).toEqual(["zorp nose", "key link"]);
  });

  it("is not put in place unread when it cannot be made to agree", () => {
    expect(fixable("one zorp nose")).toBe(true);
    expect(fixable("two zorp opinions")).toBe(false);
    expect(fixable("two zorp centers")).toBe(false);
  });

  it("covers both quotation marks or none", () => {
    expect(offer("the odd “nose”")?.[0]).toBe("odd “nose”");
    expect(offer("the “odd” nose")?.[0]).toBe("“odd” nose");
    expect(offer("the “odd nose” again")?.[0]).toBe("odd nose");
  });
});

describe("a or an", () => {
  it.each([
    ["key link", "a"],
    ["obstacle", "an"],
    ["hour", "an"],
    ["university", "a"],
    ["European plan", "a"],
    ["unusual plan", "an"],
    ["NPC deputy", "an"],
    ["CPC member", "a"],
    ["one-stop service", "a"],
    ["11-point plan", "an"],
    ["8 percent rise", "an"],
    ["100-day drive", "a"],
    ["utility", "a"],
    ["honorary title", "an"],
  ])("%s", (text, right) => {
    expect(article(text)).toBe(right);
  });
});

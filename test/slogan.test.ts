import { describe, expect, it } from "vitest";
import { lint } from "../src/index.js";

const unexplained = (text: string) =>
  lint(text, { rules: { slogan: ["warning", { unexplained: true }] } })
    .filter(({ message }) => message.includes("first use"))
    .map(({ actual }) => actual);

describe("slogans for readers outside China", () => {
  it("are marked at their first use when nothing says which they are", () => {
    expect(unexplained("The city uses its “four platforms” well. The “four platforms” pay.")).toEqual([
      "four platforms",
    ]);
  });

  it("pass when they are explained", () => {
    expect(unexplained("The city uses its “four platforms” (trade, finance, consumption and science) well.")).toEqual(
      [],
    );
    expect(unexplained("Its “four platforms”, namely fairs for trade and finance, do well.")).toEqual([]);
  });

  it("are left alone unless asked for", () => {
    expect(lint("The city uses its “four platforms” well.")).toEqual([]);
  });
});

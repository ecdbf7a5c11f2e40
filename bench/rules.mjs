/**
 * node bench/rules.mjs
 * Each rule alone on one line of half a megabyte and of a whole one, in one run. Twice the text should take about twice the
 * time; a rule far above that is not linear.
 */
import { lint, rules } from "../dist/index.js";
import { sampleText } from "./text.mjs";

const sentence = sampleText().replace(/\s+/g, " ");
const half = sentence.repeat(Math.ceil(500_000 / sentence.length));
const whole = half + half;

function time(text, options) {
  const taken = [];
  for (let turn = 0; turn < 3; turn++) {
    const start = process.cpuUsage().user;
    lint(text, options);
    taken.push(process.cpuUsage().user - start);
  }
  return Math.min(...taken);
}

for (const { id } of rules) {
  const options = { preset: "strict", rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.id === id])) };
  time(half, options);
  const ratio = time(whole, options) / time(half, options);
  console.log(`${id.padEnd(20)} ${ratio.toFixed(2)}x the time for 2x the text`);
}

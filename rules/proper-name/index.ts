import { defineRule } from "../../src/rule.js";
import { speakFor } from "../../src/termbase/speak.js";

const id = "proper-name";

export default defineRule({
  id,
  summary: "institutions, places and posts under other names than their own",
  mqm: "terminology/wrong-term",
  level: "warning",
  scope: "block",
  presets: ["recommended", "strict", "terms-only"],
  check: speakFor(
    id,
    (actual, { zh, official }, suggestion) =>
      `\`${actual}\` is not the ${official ? "official" : "usual"} English name of ${zh}; use \`${suggestion}\``,
    true,
  ),
});

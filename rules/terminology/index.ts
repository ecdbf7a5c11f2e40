import { defineRule } from "../../src/rule.js";
import { speakFor } from "../../src/termbase/speak.js";

const id = "terminology";

export default defineRule({
  id,
  summary: "policy terms in other words than the standard ones",
  mqm: "terminology/inconsistent-with-terminology-resource",
  level: "warning",
  scope: "block",
  presets: ["recommended", "strict", "terms-only"],
  check: speakFor(
    id,
    (actual, { zh, official }, suggestion) =>
      official
        ? `\`${actual}\` is not the official English of ${zh}; use \`${suggestion}\``
        : `\`${actual}\` is not the usual English of ${zh}; use \`${suggestion}\``,
    true,
  ),
});

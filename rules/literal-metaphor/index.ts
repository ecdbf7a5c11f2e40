import { defineRule } from "../../src/rule.js";
import { speakFor } from "../../src/termbase/speak.js";

const id = "literal-metaphor";

export default defineRule({
  id,
  summary: "metaphors and idioms carried over word for word",
  mqm: "accuracy/mistranslation",
  level: "error",
  scope: "block",
  presets: ["recommended", "strict", "terms-only"],
  check: speakFor(
    id,
    (actual, { zh }, suggestion) => `\`${actual}\` looks like a literal rendering of ${zh}; say \`${suggestion}\``,
    false,
  ),
});

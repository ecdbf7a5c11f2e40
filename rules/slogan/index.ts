import { defineRule } from "../../src/rule.js";
import { speakFor } from "../../src/termbase/speak.js";

const id = "slogan";

export default defineRule({
  id,
  summary: "numbered and rhymed slogans that mean nothing in English",
  mqm: "audience-appropriateness/culture-specific-reference",
  level: "warning",
  scope: "block",
  presets: ["recommended", "strict", "terms-only"],
  check: speakFor(
    id,
    (actual, { zh }, suggestion) => `\`${actual}\` looks like the slogan ${zh} word for word; say \`${suggestion}\``,
    false,
  ),
});

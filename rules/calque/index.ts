import { defineRule } from "../../src/rule.js";
import { calqueFacts, speakOfCalques } from "../../src/termbase/speak-calques.js";

export default defineRule({
  id: "calque",
  summary: "word-for-word renderings that no list has, composed from the parts of the Chinese",
  mqm: "accuracy/mistranslation",
  level: "info",
  scope: "block",
  facts: calqueFacts,
  certainty: 0.55,
  options: { wide: false },
  check: speakOfCalques,
});

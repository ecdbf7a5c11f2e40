import { defineRule } from "../../src/rule.js";
export default defineRule({ id: "punctuation", summary: "", mqm: "x/y", level: "warning", check: () => {} });

import { defineRule } from "../../src/rule.js";
export default defineRule({ id: "untranslated", summary: "", mqm: "x/y", level: "warning", check: () => {} });

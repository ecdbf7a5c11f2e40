import { defineRule } from "../../src/rule.js";
export default defineRule({ id: "repeated-word", summary: "", mqm: "x/y", level: "warning", check: () => {} });

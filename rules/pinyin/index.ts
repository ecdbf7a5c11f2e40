import { defineRule } from "../../src/rule.js";
export default defineRule({ id: "pinyin", summary: "", mqm: "x/y", level: "warning", check: () => {} });

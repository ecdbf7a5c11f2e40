/** Terms in the formats of other tools, and from them. Nothing here needs Node. */
export type { TermEntry } from "../compile.js";
export { entriesOf } from "./entries.js";
export { fromJson, toJson } from "./json.js";
export { type ExchangeFormat, losses } from "./losses.js";
export { type MarkdownOptions, toMarkdown } from "./markdown.js";
export { compact, ExchangeError, lineOf, longestFile, type ReadOptions } from "./read.js";
export { readTermFile, termFileEndings, toYaml } from "./read-file.js";
export { fromCsv, fromTsv, toCsv, toTsv } from "./table.js";
export { fromTbx } from "./tbx-read.js";
export { type TbxOptions, toTbx } from "./tbx-write.js";
export { fromUtx, toUtx, type UtxOptions } from "./utx.js";

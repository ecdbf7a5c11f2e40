/** The names of commands that clients may execute. */
export const commands = {
  /** `[uri, word]` */
  addWord: "xindaya.addWord",
  /** `[uri, zh, english]` */
  addTerm: "xindaya.addTerm",
  /** `[uri, ruleId]` */
  ignoreInFile: "xindaya.ignoreInFile",
  /** `[uri, ruleId]` */
  switchOff: "xindaya.switchOff",
  /** `[]`; returns `{files, findings, score}` */
  lintWorkspace: "xindaya.lintWorkspace",
  /** `[query]`; returns concepts */
  findTerms: "xindaya.findTerms",
} as const;

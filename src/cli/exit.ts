/** What the exit code says. */
export const exitCodes = {
  /** Nothing found, or nothing worse than warnings. */
  clean: 0,
  /** Issues at error level. */
  issues: 1,
  /** Wrong arguments, or an input that could not be read. */
  misuse: 2,
} as const;

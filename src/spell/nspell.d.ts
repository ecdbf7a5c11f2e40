declare module "nspell" {
  interface NSpell {
    correct(word: string): boolean;
    suggest(word: string): string[];
    add(word: string, model?: string): NSpell;
    personal(lines: string): NSpell;
    dictionary(dic: string): NSpell;
    /** Every form, expanded. */
    readonly data: Readonly<Record<string, readonly string[]>>;
  }
  function nspell(dictionary: { aff: string; dic: string } | readonly { aff: string; dic: string }[]): NSpell;
  export default nspell;
}

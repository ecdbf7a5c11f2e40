/** A document that is not what its name says. */
export class FormatError extends Error {
  override name = "FormatError";
  /** UTF-16 offset of the fault in the source, where one is known. */
  readonly offset: number | undefined;
  constructor(format: string, said: string, offset?: number) {
    super(`is not well-formed ${format}: ${said}`);
    this.offset = offset;
  }
}

/** A mistake that the user can mend: the message says what and how. */
export class Misuse extends Error {
  override name = "Misuse";
}

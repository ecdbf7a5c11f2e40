/** Definitions and sources for the command line: a data file beside the program, read when the first finding asks. */
import { readFileSync } from "node:fs";
import { provideDetails } from "../termbase/standard.js";

/** Between the two lists in the file. */
const separator = "\n\f\n";

/** From `dist/`, and from the sources. */
const places = ["./details.txt", "../generated/details.txt"];

let halves: readonly string[] | undefined;

function half(index: 0 | 1): string {
  halves ??= read().split(separator);
  return halves[index] as string;
}

function read(): string {
  for (const place of places) {
    try {
      return readFileSync(new URL(place, import.meta.url), "utf8");
    } catch {
      // not here, then in the next place
    }
  }
  throw new Error("details.txt is missing from the package; install it anew");
}

/** From now on findings have their notes. Nothing is read before the first one. */
export function provideDetailsLazily(): void {
  provideDetails({
    get details() {
      return half(0);
    },
    get sources() {
      return half(1);
    },
  });
}

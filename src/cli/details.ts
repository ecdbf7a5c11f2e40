/** Definitions and sources for the command line: a data file beside the program, read when the first finding asks. */
import { readFileSync } from "node:fs";
import { provideDetails } from "../termbase/standard.js";
import { type Frames, unframe } from "./frames.js";

/** From `dist/`, and from the sources. */
const places = ["./details.bin", "../generated/details.bin"];

let frames: Frames | undefined;

function read(): Frames {
  for (const place of places) {
    try {
      return unframe(readFileSync(new URL(place, import.meta.url)));
    } catch {
      // not here, then in the next place
    }
  }
  throw new Error("details.bin is missing from the package; install it anew");
}

/** From now on findings have their notes. Nothing is read before the first one. */
export function provideDetailsLazily(): void {
  const lineOf = (name: string, index: number) => {
    frames ??= read();
    return frames.lists[name]?.at(index);
  };
  provideDetails({
    detail: (index) => lineOf("details", index),
    source: (index) => lineOf("sources", index),
  });
}

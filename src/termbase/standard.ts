/** The package's own termbase, loaded on first use. */
import { standardParts } from "./standard-parts.js";
import { loadTermbase, type Termbase } from "./termbase.js";
import type { Concept, Source } from "./types.js";

/** The second half of the data: what linting can do without. `src/generated/details.ts` is one. */
export interface DetailData {
  readonly details: string;
  readonly sources: string;
  /** By concept, the admitted renderings after the first, which matching has, U+0001 between. */
  readonly admitted: string;
}

/** The same, line by line. */
export interface DetailLines {
  detail(index: number): string | undefined;
  source(index: number): string | undefined;
  /** Left out where the termbase came with all admitted renderings. */
  admitted?(index: number): string | undefined;
}

let data: DetailLines | undefined;
let termbase: Termbase | undefined;

/** Gives definitions, notes and sources to look-up and messages. Until it is called they are left out. */
export function provideDetails(given: DetailData | DetailLines): void {
  data = "detail" in given ? given : linesOf(given);
}

function linesOf(given: DetailData): DetailLines {
  let details: readonly string[] | undefined;
  let sources: readonly string[] | undefined;
  let admitted: readonly string[] | undefined;
  return {
    detail(index) {
      details ??= given.details.split("\n");
      return details[index];
    },
    source(index) {
      sources ??= given.sources.split("\n");
      return sources[index];
    },
    admitted(index) {
      admitted ??= given.admitted.split("\n");
      return admitted[index];
    },
  };
}

function detailsAt(index: number): Concept | undefined {
  if (!data) return undefined;
  const { source } = data;
  const line = data.detail(index);
  if (line === undefined) return undefined;
  const [pinyin, deprecated, field, official, definition, note, ids] = JSON.parse(line) as [
    string,
    string[],
    string,
    number,
    string,
    string,
    number[],
  ];
  const { zh, preferred, admitted } = standardTermbase().concept(index);
  return {
    zh,
    pinyin,
    preferred,
    admitted,
    deprecated,
    field,
    standing: official === 1 ? "official" : "common",
    definition,
    note,
    sources: ids.map((id) => JSON.parse(source(id) as string) as Source),
  };
}

export function standardTermbase(): Termbase {
  termbase ??= loadTermbase(standardParts(), detailsAt, () => data?.admitted);
  return termbase;
}

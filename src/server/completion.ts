/** Completion: the standard English for Chinese, pinyin or the beginning of a term. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from "vscode-languageserver/node";
import { pinyinKey } from "../termbase/find.js";
import type { Concept } from "../termbase/types.js";
import type { Client } from "./client.js";
import type { Draft } from "./drafts.js";
import { describe, lookUp, markdown, plain } from "./terms.js";

const mostItems = 20;
const mostHan = 16;
/** Words of English that may already stand of a term. */
const mostWords = 6;
/** Letters before anything is offered: fewer would bring a list up at every word. */
const leastLetters = 4;

const hanBefore = /\p{Script=Han}{1,16}$/u;
/** Letters, tone marks and digits of pinyin, spaces between words, on one line. */
const latinBefore =
  /[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\d'’-]{0,40}(?: [\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d'’-]{0,40}){0,5}$/u;

interface Offer {
  readonly concept: Concept;
  readonly english: string;
  /** How much of the text before the cursor it takes the place of. */
  readonly typed: string;
}

export function completionAt(draft: Draft, position: Position, client: Client): CompletionList {
  const offset = draft.offsetAt(position);
  const line = draft.source.slice(Math.max(0, offset - 120), offset).replace(/^[\s\S]*[\r\n]/, "");
  const offers = offersFor(line, draft);
  const style = client.markdown.completion ? markdown : plain;
  const items = offers.map(({ concept, english, typed }, at): CompletionItem => {
    const value = describe(concept, style);
    return {
      label: english,
      kind: CompletionItemKind.Text,
      detail: concept.pinyin ? `${concept.zh} (${concept.pinyin})` : concept.zh,
      documentation: client.markdown.completion ? { kind: "markdown", value } : value,
      // what was typed, so that a client keeps an item that shares no letter with it
      filterText: typed,
      sortText: String(at).padStart(3, "0"),
      textEdit: { range: draft.rangeOf({ start: offset - typed.length, end: offset }), newText: english },
    };
  });
  return { isIncomplete: true, items };
}

function offersFor(line: string, { settings }: Draft): Offer[] {
  const chinese = hanBefore.exec(line)?.[0];
  if (chinese) return fromChinese([...chinese].slice(-mostHan), settings.termbases);
  const latin = latinBefore.exec(line)?.[0];
  return latin ? fromLatin(latin, settings.termbases) : [];
}

type Termbases = Draft["settings"]["termbases"];

/** The longest end of a run of Chinese that begins a term: 抓住牛鼻子 has one for 牛鼻子. */
function fromChinese(characters: readonly string[], termbases: Termbases): Offer[] {
  for (let from = 0; from < characters.length; from++) {
    const typed = characters.slice(from).join("");
    const found = lookUp(typed, termbases, mostItems).filter(({ zh }) => bareChinese(zh).startsWith(typed));
    if (found.length > 0)
      return found
        .flatMap((concept) => renderings(concept).map((english) => ({ concept, english, typed })))
        .slice(0, mostItems);
  }
  return [];
}

function bareChinese(zh: string): string {
  return zh.replace(/[“”"‘’'《》「」\s]/g, "");
}

function renderings({ preferred, admitted }: Concept): readonly string[] {
  return [preferred, ...admitted];
}

/** Pinyin of a whole term, or the beginning of its pinyin or of its English, the longest reading first. */
function fromLatin(latin: string, termbases: Termbases): Offer[] {
  const words = latin.split(" ").slice(-mostWords);
  for (let from = 0; from < words.length; from++) {
    const typed = words.slice(from).join(" ");
    if (typed.replace(/[^\p{L}]/gu, "").length < leastLetters) break;
    const lower = typed.toLowerCase();
    const sound = pinyinKey(typed);
    const offers = lookUp(typed, termbases, mostItems * 3).flatMap((concept): Offer[] => {
      const all = renderings(concept);
      if (sound.length >= leastLetters && pinyinKey(concept.pinyin).startsWith(sound)) {
        return all.map((english) => ({ concept, english: capitalLike(typed, english), typed }));
      }
      return all
        .filter((english) => english.length > typed.length && english.toLowerCase().startsWith(lower))
        .map((english) => ({ concept, english: capitalLike(typed, english), typed }));
    });
    if (offers.length > 0) return offers.slice(0, mostItems);
  }
  return [];
}

/** A term whose beginning was typed with a capital keeps it. */
function capitalLike(typed: string, english: string): string {
  const first = typed.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? english.charAt(0).toUpperCase() + english.slice(1) : english;
}

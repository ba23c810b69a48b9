import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, readPeriod } from "#src/understand/phrases/rate.ts";

/** Numbers that multiply: "250 schools x 30 classes x", "12 factories with". */
export interface Chain {
  factor: number;
  /** Lexeme of the first number. */
  from: number;
  /** Lexemes of the numbers in it. */
  ats: readonly number[];
}

/** Most words between two numbers of a chain: "5,000 retail stores, each with 3 tills". */
const furthest = 6;
/** How many lexemes off the number of holders may stand. */
const widest = 40;

/** "with", "of", "each having": what holds the next number, where that is closed by "each" or "per". */
const holders = ["with", "having", "have", "has", "each", "of", "holding", "holds", "running", "that", "which", "and"];

function isTimesSign(passage: Passage, at: number): boolean {
  return isMark(passage.lexemes[at], "×", "*") || isWord(passage.lexemes[at], "x", "times");
}

/** "40 machines each", "40 machines per factory": what is said of one of the things before. */
function isOfEach(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const { next } = nounAfter(lexemes, at + 1);
  const opened = isWord(lexemes[at - 1], "each") || isWord(lexemes[at - 2], "each");
  const each = [next, next + 1].some((here) => isWord(lexemes[here], "each") && readPeriod(lexemes, here + 1) === null);
  return opened || each || isWord(lexemes[next], "per", "apiece");
}

/** The number of things before a place, with nothing but its noun and what links it between the two. */
function linkBefore(passage: Passage, at: number): number | null {
  const { lexemes } = passage;
  const sign = isTimesSign(passage, at - 1);
  if (!sign && !isOfEach(passage, at)) return null;
  let held = sign;
  for (let here = sign ? at - 2 : at - 1; here >= at - furthest; here -= 1) {
    const lexeme = lexemes[here];
    if (isQuantity(lexeme, "number")) return held && here < at - (sign ? 2 : 1) && lexeme.value >= 2 ? here : null;
    if (isMark(lexeme, ",")) continue;
    // "200 receipts a day with 3 photos each": a rate ends the chain.
    if (lexeme?.kind !== "word" || lexeme.lemma in periodMs) return null;
    if (isWord(lexeme, ...holders)) held = true;
  }
  return null;
}

/** "140 collars per farm" where "310 farms" stands elsewhere: the number of those it is said of. */
function countOfHolders(passage: Passage, at: number): number | null {
  const { lexemes } = passage;
  const { next } = nounAfter(lexemes, at + 1);
  const has = isWord(lexemes[at - 1], "has", "have", "runs", "holds") && isWord(lexemes[at - 3], "each", "every");
  const holder = isWord(lexemes[next], "per") ? lexemes[next + 1] : has ? lexemes[at - 2] : undefined;
  if (holder?.kind !== "word" || holder.lemma in periodMs) return null;
  const first = Math.max(0, at - widest);
  const offset = lexemes.slice(first, at + widest).findIndex((lexeme, step) => {
    const here = first + step;
    const near = Math.abs((passage.sentences[here] ?? 0) - (passage.sentences[at] ?? 0)) <= 1;
    const counts = isQuantity(lexeme, "number") && lexeme.value >= 2 && passage.claims[here] === null;
    return counts && near && here !== at && nounAfter(lexemes, here + 1, here + 4).noun === holder.lemma;
  });
  return offset < 0 ? null : first + offset;
}

/** Everything that multiplies the number at a place: "5k stores x" before "200 receipts a day". */
export function chainBefore(passage: Passage, at: number): Chain {
  const ats: number[] = [];
  let factor = 1;
  const start = linkBefore(passage, at) ?? countOfHolders(passage, at);
  for (let here = start; here !== null; here = linkBefore(passage, here)) {
    const quantity = passage.lexemes[here];
    if (!isQuantity(quantity) || passage.claims[here] !== null) break;
    factor *= quantity.value;
    ats.unshift(here);
  }
  return { factor, from: Math.min(at, ...ats), ats };
}

import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";

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
  return opened || isWord(lexemes[next], "each", "per", "apiece") || isWord(lexemes[next + 1], "each");
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
    if (isWord(lexeme, ...holders)) held = true;
    // "200 receipts a day with 3 photos each": a rate ends the chain.
    else if (isMark(lexeme, ",")) continue;
    else if (lexeme?.kind !== "word" || lexeme.lemma in periodMs) return null;
  }
  return null;
}

/** Everything that multiplies the number at a place: "5k stores x" before "200 receipts a day". */
export function chainBefore(passage: Passage, at: number): Chain {
  const ats: number[] = [];
  let factor = 1;
  for (let here = linkBefore(passage, at); here !== null; here = linkBefore(passage, here)) {
    const quantity = passage.lexemes[here];
    if (!isQuantity(quantity) || passage.claims[here] !== null) break;
    factor *= quantity.value;
    ats.unshift(here);
  }
  return { factor, from: ats[0] ?? at, ats };
}

import { isQuantity, type Quantity } from "#src/understand/lex/lexeme.ts";
import { placesOf } from "#src/understand/passage/context.ts";
import { claim, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";

/** Words with which people take back the figure they just said. */
const takingBack: readonly (readonly string[])[] = [
  ["no", "waiting"],
  ["waiting", "no"],
  ["no", "sorry"],
  ["scratch", "that"],
  ["strike", "that"],
  ["i", "mean"],
  ["i", "meant"],
  ["make", "that"],
  ["correction"],
  ["oops"],
  ["er"],
  ["erm"],
  ["sorry"],
];
/** How many lexemes away from the words the two figures may stand. */
const furthest = 8;

function wordsAt(passage: Passage, at: number, words: readonly string[]): boolean {
  let here = at;
  return words.every((word) => {
    // "Wait, no": a comma may stand between.
    if (here > at && passage.lexemes[here]?.kind === "mark") here += 1;
    const lexeme = passage.lexemes[here];
    here += 1;
    return lexeme?.kind === "word" && (lexeme.lemma === word || lexeme.text.toLowerCase() === word);
  });
}

function sameKind(passage: Passage, first: number, second: number): boolean {
  const [left, right] = [passage.lexemes[first], passage.lexemes[second]];
  if (!isQuantity(left) || !isQuantity(right) || left.dimension !== right.dimension) return false;
  const nouns = [nounAfter(passage.lexemes, first + 1).noun, nounAfter(passage.lexemes, second + 1).noun];
  return nouns[0] === null || nouns[1] === null || nouns[0] === nouns[1];
}

function sameDimension(passage: Passage, first: number, second: number): boolean {
  const [left, right] = [figureAt(passage, first), figureAt(passage, second)];
  return left !== null && right !== null && left.dimension === right.dimension;
}

function figureAt(passage: Passage, at: number): Quantity | null {
  const lexeme = passage.lexemes[at];
  return isQuantity(lexeme) && isFree(passage, at) ? lexeme : null;
}

/** "14 collars per farm ... no wait, 140 collars": the first figure is taken back, and nobody reads it. */
export function claimTakenBack(passage: Passage): void {
  for (const words of takingBack) {
    for (const at of placesOf(passage, words[0] ?? "")) {
      if (wordsAt(passage, at, words)) claimBefore(passage, at, words.length);
    }
  }
}

function claimBefore(passage: Passage, at: number, words: number): void {
  const after = Array.from({ length: furthest }, (_, step) => at + words + step);
  const second = after.find((here) => figureAt(passage, here) !== null);
  const before = Array.from({ length: furthest }, (_, step) => at - 1 - step);
  const first = before.find((here) => second !== undefined && sameDimension(passage, here, second));
  if (first !== undefined && second !== undefined && sameKind(passage, first, second))
    claim(passage, first, first, "taken back");
}

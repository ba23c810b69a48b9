import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { phraseEnders } from "#src/understand/nouns.ts";
import { isListNumber } from "#src/understand/passage/boundaries.ts";
import { claim, isFree, type Passage } from "#src/understand/passage/passage.ts";

/** "4 steps", "five Lambdas", "a chain of 6 small functions", "3-step": how many steps the text says there are. */
export interface StepCount {
  value: number;
  from: number;
  to: number;
}

const between = new Set([
  "small",
  "little",
  "tiny",
  "separate",
  "different",
  "python",
  "node",
  "java",
  "go",
  "lambda",
  "aws",
  "serverless",
  "more",
  "short",
  "chained",
  "sequential",
  "processing",
  "step",
  "individual",
  "such",
]);

/** Claims "step 1", "Lambda 2:" and the numbers of a list, which count nothing. */
export function claimLabels(passage: Passage): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at)) continue;
    if (isListNumber(passage.lexemes, at)) claim(passage, at, at, "label");
    const before = passage.lexemes[at - 1];
    const labelled =
      isWord(before, "step", "lambda", "function", "phase", "level") &&
      Number.isInteger(lexeme.value) &&
      lexeme.value < 50;
    const keyed = isMark(passage.lexemes[at + 1], ":", "=", "-", ")", ".") || passage.lexemes[at + 1]?.kind === "word";
    if (labelled && keyed && !isMark(passage.lexemes[at - 1], "=")) claim(passage, at, at, "label");
  }
}

export function findStepCount(passage: Passage): StepCount | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at)) continue;
    if (!Number.isInteger(lexeme.value) || lexeme.value < 1 || lexeme.value > 60) continue;
    let here = at + 1;
    while (passage.lexemes[here]?.kind === "word" && isWord(passage.lexemes[here], ...between) && here < at + 4)
      here += 1;
    const noun = passage.lexemes[here];
    // "3 pricing Lambdas": one word of what they do.
    if (
      noun?.kind === "word" &&
      !phraseEnders.has(noun.lemma) &&
      isWord(passage.lexemes[here + 1], "lambda", "function") &&
      !isWord(noun, "lambda", "function", "step", "stage")
    )
      here += 1;
    const isStep = (place: number): boolean => isWord(passage.lexemes[place], "lambda", "function", "step", "stage");
    // "7 lambdas chained": the noun may stand before the words that were passed over.
    const passed = [here - 1, here - 2, here - 3].find((place) => place > at && isStep(place));
    const named = isStep(here) ? here : passed;
    if (named === undefined || isWord(passage.lexemes[named + 1], "url", "per", "concurrency")) continue;
    return { value: lexeme.value, from: at, to: named };
  }
  return null;
}

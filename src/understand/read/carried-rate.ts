import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { type Rate, readRate } from "#src/understand/phrases/rate.ts";

/** "They do a million requests a second. We do 40.": a bare figure of ours, in the unit of the rate told before. */
export function carriedRates(passage: Passage, limits: readonly Rate[]): Rate[] {
  const told = passage.quantities.flatMap(([at]) => {
    const rate = isFree(passage, at) ? null : readRate(passage.lexemes, at);
    return rate === null ? [] : [rate];
  });
  return passage.quantities.flatMap(([at, lexeme]): Rate[] => {
    const model = [...told, ...limits].sort((left, right) => left.at - right.at).findLast((rate) => rate.at < at);
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value <= 0 || model === undefined) return [];
    const verb = isWord(passage.lexemes[at - 1], "about", "only", "just", "around") ? at - 2 : at - 1;
    const ours = isWord(passage.lexemes[verb], "do", "get", "have", "see", "handle", "serve", "use", "make");
    const ends = passage.lexemes[at + 1]?.kind !== "word" || (passage.boundaries[at + 1] ?? 0) >= 2;
    const of =
      isWord(passage.lexemes[at + 1], "of") && isWord(passage.lexemes[at + 2], "them", "those", "these", "that");
    if (!ours || !isWord(passage.lexemes[verb - 1], "we") || !(ends || of)) return [];
    const seconds = model.periodMs / 1000;
    return [
      { ...model, perSecond: lexeme.value / seconds, low: null, high: null, count: lexeme.value, from: at, to: at, at },
    ];
  });
}

import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { fillers, phraseEnders, populations, unitNouns } from "#src/understand/nouns.ts";
import { comma } from "#src/understand/passage/boundaries.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** "One scoring takes 4 seconds", "1.2 s per page", "each bid": the thing a duration is said for. */
export function timedNoun(passage: Passage): string | null {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "duration")) continue;
    const after = passage.lexemes[at + 2];
    if (isWord(passage.lexemes[at + 1], "per", "for", "each") && after?.kind === "word" && unitNouns.has(after.lemma))
      return after.lemma;
    for (let here = at - 1; here >= at - 6 && here >= 0; here -= 1) {
      if ((passage.boundaries[here + 1] ?? 0) >= comma) break;
      const word = passage.lexemes[here];
      const before = passage.lexemes[here - 1];
      const takes = isWord(passage.lexemes[here + 1], "take", "takes", "taking", "need", "needs", "last", "lasts");
      const article = takes && [here - 1, here - 2, here - 3].some((left) => isWord(passage.lexemes[left], "a", "an"));
      const counted =
        article ||
        isWord(before, "one", "each", "every", "single", "per") ||
        (isQuantity(before, "number") && before.value === 1);
      if (
        word?.kind === "word" &&
        counted &&
        !(phraseEnders.has(word.lemma) && word.lemma !== "run") &&
        !fillers.has(word.lemma) &&
        (article ? word.lemma !== "lambda" : !notUnits.has(word.lemma)) &&
        !populations.has(word.lemma)
      )
        return word.lemma;
    }
  }
  return null;
}

const notUnits = wordSet(
  "night morning evening weekday quarter second minute hour day week month year lambda function step stage one invocation of time call it api handler",
);

import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { populations, unitNouns } from "#src/understand/nouns.ts";
import { hasLeft } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** What happens now and then, and is never one of the things a batch holds. */
const events = new Set(
  "storm alert alarm campaign newsletter broadcast outage incident game match election episode release sale drop promotion announcement mailing blast warning earthquake flood emergency".split(
    " ",
  ),
);

/**
 * "2.5 million phones, four storms a month, chunks of 500": what a batch holds is one of those an event reaches, so an
 * event makes as many calls as they fill.
 *
 * @param batch things one call takes
 * @param unit what the rate counts
 */
export function reachedByEvent(
  passage: Passage,
  batch: number,
  unit: string | null,
  item: string | null,
): { value: number; said: string } | null {
  if (unit === null || unit === item) return null;
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value <= batch) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const to = isWord(passage.lexemes[at - 1], "to") && hasLeft(passage, at, wordSet("each every one"), "phrase", 4);
    if (!events.has(unit) && !to) continue;
    if (noun === null || noun === unit || !(populations.has(noun) || unitNouns.has(noun))) continue;
    claim(passage, at, next - 1, "fan-out");
    return { value: lexeme.value, said: evidence(passage, at, next - 1) };
  }
  return null;
}

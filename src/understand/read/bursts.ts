import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";

/** Fewest things and shortest time of a rush; fewer or shorter is how long one call takes. */
const fewest = 12;
const shortestMs = 60_000;
const longestMs = 12 * 3_600_000;

/** "12,000 sign-ups in ten minutes" beside an ordinary rate: so many came in so short a time. */
export function burstRates(passage: Passage, ordinary: readonly Rate[]): Rate[] {
  const usual = Math.max(...ordinary.map((rate) => rate.perSecond));
  if (ordinary.length === 0) return [];
  return passage.quantities.flatMap(([at, lexeme]): Rate[] => {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < fewest) return [];
    if (ordinary.some((rate) => rate.at === at)) return [];
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const span = passage.lexemes[next + 1];
    const spans = isWord(passage.lexemes[next], "in", "within") && isQuantity(span, "duration");
    if (!spans || span.value < shortestMs || span.value > longestMs || isPeriod(span.value)) return [];
    const seconds = span.value / 1000;
    if (lexeme.value / seconds < usual * 1.15) return [];
    return [
      {
        perSecond: lexeme.value / seconds,
        low: lexeme.low === null ? null : lexeme.low / seconds,
        high: lexeme.high === null ? null : lexeme.high / seconds,
        count: lexeme.value,
        periodMs: span.value,
        period: "",
        noun,
        from: at,
        to: next + 1,
        at,
      },
    ];
  });
}

/** "In one minute", "in an hour" is a period like any other. */
function isPeriod(ms: number): boolean {
  return ms === 60_000 || ms === 3_600_000;
}

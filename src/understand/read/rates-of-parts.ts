import { isWord } from "#src/understand/lex/lexeme.ts";
import { leftOf } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import type { Rate } from "#src/understand/phrases/rate.ts";

const parts = ["team", "region", "country", "tenant", "brand", "division", "department", "market", "squad", "site"];

/** "Team B", "US", "Asia": what a part of the whole is called, right before its rate. */
function partName(passage: Passage, at: number): string | null {
  for (const here of leftOf(passage, at, "bracket", 4)) {
    const lexeme = passage.lexemes[here];
    if (lexeme?.kind === "region") return passage.text.slice(lexeme.start, lexeme.end).toLowerCase();
    const next = passage.lexemes[here + 1];
    if (isWord(lexeme, ...parts) && next !== undefined && here + 1 < at)
      return passage.text.slice(next.start, next.end).toLowerCase();
  }
  return null;
}

/**
 * "Team A 20 rps, team B 35 rps": the whole is their sum. Null unless every rate is that of a part with a name of its
 * own, in the same period and of the same thing.
 */
export function sumOfParts(passage: Passage, rates: readonly Rate[]): Rate | null {
  const [first] = rates;
  if (first === undefined || rates.length < 2) return null;
  const alike = rates.every(
    (rate) =>
      rate.periodMs === first.periodMs &&
      rate.noun === first.noun &&
      passage.sentences[rate.at] === passage.sentences[first.at],
  );
  const names = new Set(rates.map((rate) => partName(passage, rate.at)));
  if (!alike || names.has(null) || names.size < rates.length) return null;
  const count = rates.reduce((sum, rate) => sum + rate.count, 0);
  const perSecond = rates.reduce((sum, rate) => sum + rate.perSecond, 0);
  const from = Math.min(...rates.map((rate) => rate.from));
  const to = Math.max(...rates.map((rate) => rate.to));
  return { ...first, perSecond, count, low: null, high: null, from, to };
}

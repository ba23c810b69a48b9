import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight, leftOf, rightOf, sentenceHas } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";
import type { Peak } from "./peaks.ts";

const hourMs = 3_600_000;
const heaviest = wordSet("peak busiest busy heaviest top rush max");
const whole = ["day", "daily", "traffic", "volume", "load", "request", "total"];

/** Hours a share falls in: "the peak hour", "in two hours", "between 18 and 20" is left to the windows. */
function hoursOf(passage: Passage, at: number): { hours: number; far: number } | null {
  const near = [...leftOf(passage, at, "bracket", 8), ...rightOf(passage, at, "bracket", 10)];
  for (const here of near) {
    const lexeme = passage.lexemes[here];
    if (isWord(lexeme, "hour") && hasLeft(passage, here, heaviest, "phrase", 2)) return { hours: 1, far: here };
    const bounded = isWord(passage.lexemes[here - 1], "in", "within", "during", "over") || heaviestHours(passage, here);
    if (bounded && isQuantity(lexeme, "duration") && lexeme.unit === "h") {
      return { hours: lexeme.value / hourMs, far: here };
    }
  }
  return null;
}

/** "The busiest 2 hours". */
function heaviestHours(passage: Passage, at: number): boolean {
  return hasLeft(passage, at, heaviest, "phrase", 2);
}

/**
 * "The peak hour has 12 % of the day's traffic": the share of an hour over that of an ordinary one.
 *
 * @param hoursPerDay hours in which work arrives
 */
export function sharePeaks(passage: Passage, hoursPerDay: number): Peak[] {
  return passage.quantities.flatMap(([at, quantity]): Peak[] => {
    if (!isQuantity(quantity, "percent") || !isFree(passage, at) || quantity.value <= 0 || quantity.value > 1)
      return [];
    const of = isWord(passage.lexemes[at + 1], "of") || isMark(passage.lexemes[at + 1], "(");
    const spoken = of || hasRight(passage, at, wordSet("traffic volume load"), "phrase", 2);
    const found = spoken && sentenceHas(passage, at, whole) ? hoursOf(passage, at) : null;
    if (found === null || found.hours <= 0 || found.hours >= hoursPerDay) return [];
    const value = (quantity.value * hoursPerDay) / found.hours;
    return [{ kind: "times", quantity, value, at, from: Math.min(at, found.far), to: Math.max(at, found.far) }];
  });
}

import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { readPeriod } from "#src/understand/phrases/rate.ts";

/** How often one member acts. */
export interface MemberRate {
  perSecond: number;
  periodMs: number;
  period: string;
  count: number;
  noun: string | null;
  from: number;
  to: number;
}

/** "every 30 seconds", "once a minute", "every minute", "twice a day", "hourly". */
export function readInterval(passage: Passage, at: number): MemberRate | null {
  const { lexemes } = passage;
  const lexeme = lexemes[at];
  const once = isWord(lexeme, "once") ? 1 : isWord(lexeme, "twice") ? 2 : isWord(lexeme, "thrice") ? 3 : 0;
  if (once > 0) {
    const per = isWord(lexemes[at + 1], "a", "an", "per", "every", "each")
      ? at + 2
      : isMark(lexemes[at + 1], "/")
        ? at + 2
        : null;
    const period = per === null ? null : readPeriod(lexemes, per);
    return period === null ? null : member(once, period.ms, period.name, null, at, period.next - 1);
  }
  if (!isWord(lexeme, "every") && !(isWord(lexeme, "each") && isQuantity(lexemes[at + 1], "duration"))) return null;
  const period = readPeriod(lexemes, at + 1);
  return period === null ? null : member(1, period.ms, period.name, null, at, period.next - 1);
}

/** So many actions of one member in a period. */
export function member(
  count: number,
  periodMs: number,
  period: string,
  noun: string | null,
  from: number,
  to: number,
): MemberRate {
  return { perSecond: count / (periodMs / 1000), periodMs, period, count, noun, from, to };
}

import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { designNouns } from "#src/understand/nouns.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate } from "#src/understand/phrases/rate.ts";
import { findSchedule } from "./schedules.ts";

/** A run that comes back: how often in its period. */
interface Runs {
  count: number;
  periodMs: number;
  period: string;
  from: number;
  to: number;
}

/** Fewer things than this may be all that one call handles. */
const fewest = 10;
/** How many lexemes from the run its number of things may stand. */
const furthest = 40;
/** How many lexemes from its run a number is still part of the same words. */
const besideRun = 12;
/** Longest time that one of many things takes. */
const longestCallMs = 900_000;

/** "Four times a day", "every 15 minutes", "each night". */
function findRuns(passage: Passage, direct: readonly Rate[]): Runs | null {
  const counted = direct.find((rate) => isQuantity(passage.lexemes[rate.at], "times"));
  if (counted !== undefined) return { ...counted };
  const schedule = findSchedule(passage);
  return schedule === null ? null : { ...schedule, count: schedule.perPeriod };
}

/** "20 ms per row", "each file is cut", "one call per 500 rows": such a thing is handled by itself or with a few more. */
function isHandledApart(passage: Passage, noun: string, not: number): boolean {
  return passage.lexemes.some((lexeme, at) => {
    if (at === not || !isWord(lexeme, noun)) return false;
    const before = isQuantity(passage.lexemes[at - 1], "number") ? at - 2 : at - 1;
    return (
      isMark(passage.lexemes[before], "/") || isWord(passage.lexemes[before], "per", "each", "every", "a", "an", "one")
    );
  });
}

/** "3,000 transactions, 12 ms each". */
function hasTimeEach(passage: Passage, from: number): boolean {
  return passage.lexemes.slice(from, from + furthest).some((lexeme, offset) => {
    if (!isQuantity(lexeme, "duration") || lexeme.value > longestCallMs) return false;
    const at = from + offset;
    return [at + 1, at - 1, at - 2].some((here) => isWord(passage.lexemes[here], "each", "apiece"));
  });
}

/**
 * Volumes of returning batches: "every 15 minutes a job processes 4,000 rows, 20 ms per row". Only where something says
 * that each thing is handled apart; else the run is the unit of work.
 */
export function batchRates(passage: Passage, direct: readonly Rate[]): Rate[] {
  const runs = findRuns(passage, direct);
  if (runs === null) return [];
  const sentence = passage.sentences[runs.from] ?? 0;
  for (let at = Math.max(0, runs.from - furthest); at < runs.to + furthest; at += 1) {
    const quantity = passage.lexemes[at];
    if (!isQuantity(quantity, "number") || !isFree(passage, at) || quantity.value < fewest) continue;
    if ((at >= runs.from && at <= runs.to) || direct.some((rate) => at >= rate.from && at <= rate.to)) continue;
    if (Math.abs((passage.sentences[at] ?? 0) - sentence) > 2) continue;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    if (noun === null || designNouns.has(noun) || isWord(passage.lexemes[at - 1], "per", "every")) continue;
    if (!isHandledApart(passage, noun, next - 1) && !hasTimeEach(passage, next)) continue;
    return [timesRuns(quantity, runs, noun, at, next - 1)];
  }
  return [];
}

function timesRuns(
  { value, low, high }: { value: number; low: number | null; high: number | null },
  { count, periodMs, period, from, to }: Runs,
  noun: string,
  at: number,
  last: number,
): Rate {
  const perSecond = (count * 1000) / periodMs;
  const near = Math.abs(at - from) <= besideRun;
  return {
    perSecond: value * perSecond,
    low: low === null ? null : low * perSecond,
    high: high === null ? null : high * perSecond,
    count: value * count,
    periodMs,
    period,
    noun,
    // Far apart, what stands between the two belongs to others.
    from: near ? Math.min(from, at) : at,
    to: near ? Math.max(to, last) : last,
    at,
  };
}

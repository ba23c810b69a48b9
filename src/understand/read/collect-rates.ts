import { isMark, isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { designNouns, populations } from "#src/understand/nouns.ts";
import { findWord, leftOf } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { adverbPeriod, nounAfter, type Period, type Rate, readPeriod, readRate } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

const hourMs = 3_600_000;
const notWork = new Set([
  "time",
  "hour",
  "day",
  "release",
  "deploy",
  "deployment",
  "dollar",
  "incident",
  "bug",
  "ticket-owner",
]);

/** Rates that say their own period: "2M req/day". */
export function directRates(passage: Passage): Rate[] {
  return passage.quantities.flatMap(([at, lexeme]) => {
    if (!isQuantity(lexeme) || !isFree(passage, at)) return [];
    const rate = readRate(passage.lexemes, at);
    return rate === null || isOtherThing(passage, rate) ? [] : [withAdded(passage, rate)];
  });
}

/** "31,000 loans and 29,000 returns a day, each is an event": both are worked on, so both count. */
function withAdded(passage: Passage, rate: Rate): Rate {
  const { lexemes } = passage;
  const and = isWord(lexemes[rate.at - 1], "about") ? rate.at - 2 : rate.at - 1;
  const each = [1, 2, 3].some((step) => isWord(lexemes[rate.to + step], "each", "both", "every"));
  if (!isWord(lexemes[and], "and") || !each) return rate;
  for (let at = and - 2; at >= and - 4; at -= 1) {
    const first = lexemes[at];
    if (!isQuantity(first, "number") || !isFree(passage, at)) continue;
    const { noun, next } = nounAfter(lexemes, at + 1);
    const alike = next === and && noun !== null && !populations.has(noun) && !designNouns.has(noun);
    if (!alike) return rate;
    const count = rate.count + first.value;
    return { ...rate, count, perSecond: (count * 1000) / rate.periodMs, low: null, high: null, noun: null, from: at };
  }
  return rate;
}

/** Releases and tasks are no work; people are, where they come by the minute ("9,000 people per minute"). */
function isOtherThing(passage: Passage, { noun, periodMs, at }: Rate): boolean {
  if (noun === null) return false;
  const beside = readPeriod(passage.lexemes, at + 3) !== null || isMark(passage.lexemes[at + 2], "/");
  if ((noun === "people" || noun === "person") && periodMs <= hourMs && beside) return false;
  return notWork.has(noun) || designNouns.has(noun);
}

interface PeriodMention extends Period {
  at: number;
}

/** Periods that stand apart from their number: "on a normal day", "each night", "monthly volume", "a month sees". */
function periodMentions(passage: Passage, taken: readonly Rate[]): PeriodMention[] {
  const { lexemes } = passage;
  const inRate = (at: number) => taken.some((rate) => at >= rate.from && at <= rate.to);
  return lexemes.flatMap((lexeme, at) => {
    if (inRate(at)) return [];
    if (isMark(lexeme, "/")) {
      const keyed = readPeriod(lexemes, at + 1, true);
      const next = afterBrackets(lexemes, keyed?.next ?? at);
      return isMark(lexemes[next], "=", ":") ? mention(keyed, at, next) : [];
    }
    if (lexeme.kind !== "word") return [];
    if (taken.length === 0 && isWord(lexeme, "last", "past", "previous") && lexeme.text.toLowerCase() !== "lasts") {
      const past = readPeriod(lexemes, at + 1);
      const closed = past !== null && ["week", "month", "quarter", "year"].includes(past.name);
      return closed ? mention(past, at, past.next) : [];
    }
    const adverb = adverbPeriod(lexeme);
    if (adverb !== undefined) return mention(readPeriod([adverbWord(adverb)], 0), at, at + 1);
    const one = lexemes[at + 1];
    if (isWord(lexeme, "in") && isQuantity(one, "duration")) {
      const name = Object.keys(periodMs).find((period) => periodMs[period] === one.value);
      return name === undefined ? [] : [{ ms: one.value, name, at, next: at + 2 }];
    }
    const before = lexemes[at - 1];
    // "6 renditions, each 4 s": how long one takes.
    if (isWord(lexeme, "each") && isQuantity(one, "duration") && isMark(before, ",", "(", "-")) return [];
    const article =
      isWord(lexeme, "a", "an", "each", "every", "per", "the", "typical", "average") || isSomeDays(lexemes, at)
        ? at + 1
        : null;
    if (article === null || isQuantity(before)) return [];
    const period = readPeriod(lexemes, article);
    const distributes =
      !isWord(lexeme, "the") ||
      isWord(lexemes[article], "whole", "average", "normal", "full") ||
      isWord(before, "over") ||
      (isWord(before, "of") && isWord(lexemes[article], "month"));
    if (period === null || !distributes) return [];
    // "Twice a week we send 2M mails": that many each of the two times.
    const often = isWord(before, "twice") ? 2 : isWord(before, "thrice") ? 3 : 1;
    return mention({ ...period, ms: period.ms / often }, at, period.next);
  });
}

/** "Some days 10,000, most days 25,000". */
function isSomeDays(lexemes: readonly Lexeme[], at: number): boolean {
  const next = lexemes[at + 1];
  return (
    isWord(lexemes[at], "some", "most") && next?.kind === "word" && /^(?:days|weeks|nights|hours)$/i.test(next.text)
  );
}

/** "requests/s (avg): 85": one word in brackets belongs to the key. */
function afterBrackets(lexemes: readonly Lexeme[], at: number): number {
  return isMark(lexemes[at], "(") && isMark(lexemes[at + 2], ")") ? at + 3 : at;
}

function adverbWord(lemma: string) {
  return { kind: "word" as const, text: lemma, lemma, corrected: false, glued: false, start: 0, end: 0 };
}

function mention(period: Period | null, at: number, next: number): PeriodMention[] {
  return period === null || period.name === "" ? [] : [{ ...period, at, next }];
}

/** True when the number counts per something else ("3 items each", "12 per order") or is not free to be a volume. */
function countsPart(passage: Passage, at: number, next: number, hasRate: boolean): boolean {
  const after = passage.lexemes[next];
  if (isWord(after, "each", "per", "of") || isMark(after, "/")) return true;
  // "400 rows to a call".
  if (isWord(after, "to") && isWord(passage.lexemes[next + 1], "a", "each", "one", "every")) return true;
  if (isMark(passage.lexemes[at - 1], "=", ":")) return false;
  const before = leftOf(passage, at, "bracket", 3)
    .filter((here) => readPeriod(passage.lexemes, here + 1) === null)
    .map((here) => passage.lexemes[here]);
  // "A batch of 50,000 every hour" is the volume where nothing else is.
  return before.some((word) => isWord(word, "per", "each", "least") || (hasRate && isWord(word, "batch")));
}

/** What a batch does to one thing after the other. */
const workThrough = wordSet(
  "score scores scoring rescore rescores process processes processing bill bills billing invoice invoices charge charges renew renews email mail notify notifies check checks scan scans rank ranks rebuild rebuilds recompute recomputes recalculate recalculates calculate calculates update updates sync syncs evaluate evaluates classify classifies enrich enriches reprocess refresh refreshes cover covers walk walks crunch crunches segment segments reconcile reconciles export exports import imports audit audits migrate migrates archive archives index indexes match matches dedupe dedupes",
);

/** "Re-scores 1.8M customers": there the senders are what is worked on. */
function isWorkedThrough(passage: Passage, at: number): boolean {
  return findWord(passage, leftOf(passage, at, "phrase", 4), workThrough) !== undefined;
}

/** Rates whose period stands apart: "On a normal day we take about 60,000 orders". */
export function spreadRates(passage: Passage, taken: readonly Rate[]): Rate[] {
  const periods = periodMentions(passage, taken);
  return passage.quantities.flatMap(([at, lexeme]) => {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 0) return [];
    if (taken.some((rate) => at >= rate.from && at <= rate.to)) return [];
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    if (isIdentifier(passage, at)) return [];
    // "At six", "by 7": a time of day.
    if (noun === null && lexeme.value <= 24 && isWord(passage.lexemes[at - 1], "at", "by", "until", "around"))
      return [];
    const sender = noun !== null && populations.has(noun) && !isWorkedThrough(passage, at);
    if (noun !== null && (sender || designNouns.has(noun) || notWork.has(noun))) return [];
    if (countsPart(passage, at, next, taken.length > 0)) return [];
    const far = taken.length === 0 && (lexeme.magnitude || lexeme.value >= 1000) && noun !== null;
    const period = nearestPeriod(passage, periods, at, far ? 2 : 0);
    const asked = period === undefined ? askedPeriod(passage, periods, at) : undefined;
    if (asked !== undefined) return [rateFrom(passage, at, asked, null, at + 1)];
    const adjacent = period !== undefined && period.next >= at - 2 && period.at < at;
    if (period === undefined || (noun === null && !adjacent && !lexeme.magnitude && lexeme.value < 1000)) return [];
    if (noun !== null && lexeme.value < 20 && !adjacent) return [];
    // "650 requests a second on a normal afternoon, 4,000 when it rains": the rate of the sentence is the other one.
    const told = taken.some((rate) => passage.sentences[rate.at] === passage.sentences[at]);
    // "The daily average is 31,000" beside 85,000 a second is in the unit of that one.
    const average = isWord(passage.lexemes[period.at + 1], "average") || isWord(passage.lexemes[at - 1], "average");
    if (noun === null && (!adjacent || average) && told) return [];
    return [rateFrom(passage, at, period, noun, next)];
  });
}

const numbered = [
  "invoice",
  "ticket",
  "case",
  "issue",
  "pr",
  "version",
  "order",
  "rfc",
  "ref",
  "port",
  "id",
  "jira",
  "incident",
  "request",
];

/** "Invoice 2026-118", "ticket 48213", "port 8443": a number that names something counts nothing. */
function isIdentifier(passage: Passage, at: number): boolean {
  const joined = isMark(passage.lexemes[at - 1], "-") && isQuantity(passage.lexemes[at - 2]);
  if (joined && isWord(passage.lexemes[at - 3], ...numbered)) return true;
  const before = isMark(passage.lexemes[at - 1], "#") ? at - 2 : at - 1;
  const next = passage.lexemes[at + 1];
  if (!isWord(passage.lexemes[before], ...numbered)) return false;
  return next?.kind !== "word" || isMark(passage.lexemes[at - 1], "#");
}

const receivers = ["lambda", "function", "origin", "backend"];

/** "310M clicks/month, so Lambda sees 31M": the same period, said of what arrives. */
export function arrivingRates(passage: Passage, direct: readonly Rate[]): Rate[] {
  const [whole] = direct;
  if (whole === undefined) return [];
  return passage.quantities.flatMap(([at, lexeme]) => {
    const sees = isWord(passage.lexemes[at - 1], "see", "sees", "get", "gets", "receive", "receives");
    const arrives = sees && isWord(passage.lexemes[at - 2], ...receivers);
    if (!arrives || !isQuantity(lexeme, "number") || lexeme.value >= whole.count || !isFree(passage, at)) return [];
    const perSecond = (lexeme.value * 1000) / whole.periodMs;
    return [{ ...whole, perSecond, low: null, high: null, count: lexeme.value, from: at, to: at, at }];
  });
}

/** The nearest period of the same sentence, or up to so many sentences away. */
function nearestPeriod(
  passage: Passage,
  periods: readonly PeriodMention[],
  at: number,
  sentences: number,
): PeriodMention | undefined {
  const sentence = passage.sentences[at] ?? 0;
  const near = periods.filter((period) => Math.abs((passage.sentences[period.at] ?? 0) - sentence) <= sentences);
  return near.sort((left, right) => Math.abs(left.at - at) - Math.abs(right.at - at))[0];
}

/** "How many per day?" on one line, "1.5 million" at the start of the next. */
function askedPeriod(passage: Passage, periods: readonly PeriodMention[], at: number): PeriodMention | undefined {
  if (passage.lexemes[at - 1]?.kind !== "break") return undefined;
  return periods.find(({ at: from, next }) => {
    const between = passage.lexemes.slice(next, at);
    const asks = between.length <= 3 && between.some((lexeme) => isMark(lexeme, "?"));
    return (
      from < at &&
      asks &&
      leftOf(passage, from, "sentence", 5).some((here) => isWord(passage.lexemes[here], "many", "much", "often"))
    );
  });
}

/** "requests_per_month=15M": what is counted stands before the period. */
function keyNoun(passage: Passage, period: PeriodMention): string | null {
  const before = passage.lexemes[period.at - 1];
  const keyed = isMark(passage.lexemes[period.next], "=", ":");
  if (!keyed || before?.kind !== "word") return null;
  return ["rate", "volume", "load", "traffic"].includes(before.lemma) ? null : before.lemma;
}

function rateFrom(passage: Passage, at: number, period: PeriodMention, noun: string | null, next: number): Rate {
  const quantity = passage.lexemes[at];
  const value = isQuantity(quantity) ? quantity : null;
  const seconds = period.ms / 1000;
  const count = value?.value ?? 0;
  return {
    perSecond: count / seconds,
    low: value?.low == null ? null : value.low / seconds,
    high: value?.high == null ? null : value.high / seconds,
    count,
    periodMs: period.ms,
    period: period.name,
    noun: noun ?? keyNoun(passage, period),
    from: Math.min(at, period.at),
    to: Math.max(next, period.next) - 1,
    at,
  };
}

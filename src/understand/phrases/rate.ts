import { isMark, isQuantity, isWord, type Lexeme, type Quantity } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { fillers, phraseEnders } from "#src/understand/nouns.ts";

/** A number of things in a time: "2M req/day", "50 photos for second", "3 a minute", "daily 40k". */
export interface Rate {
  perSecond: number;
  low: number | null;
  high: number | null;
  /** How many in one period, and how long the period is. */
  count: number;
  periodMs: number;
  /** Lemma of the period: "day", "night", "weekday"; empty for "per 5 minutes". */
  period: string;
  /** What is counted, singular; null when it was not said. */
  noun: string | null;
  /** First and last lexeme, inclusive. */
  from: number;
  to: number;
  /** Lexeme of the number. */
  at: number;
}

export interface Period {
  ms: number;
  name: string;
  /** Index after the period. */
  next: number;
}

/** Most words between a number and its "per": "800 calls to the pricing API per minute". */
const longestNounPhrase = 7;

const adverbs = wordTable<string>({
  daily: "day",
  hourly: "hour",
  weekly: "week",
  monthly: "month",
  yearly: "year",
  nightly: "night",
});
const perWords = ["per", "a", "an", "each", "every", "by", "p", "for", "any"];
const periodAdjectives = new Set([
  "single",
  "normal",
  "average",
  "business",
  "given",
  "regular",
  "whole",
  "calendar",
  "working",
  "full",
  "busy",
  "ordinary",
]);

/** The period an adverb names ("daily"), else undefined. */
export function adverbPeriod(lexeme: Lexeme | undefined): string | undefined {
  return lexeme?.kind === "word" ? adverbs[lexeme.lemma] : undefined;
}

const letterPeriods = wordTable<string>({
  s: "second",
  h: "hour",
  d: "day",
  m: "minute",
  w: "week",
  mo: "month",
  y: "year",
});

function shortPeriod(lexeme: Lexeme | undefined): string | undefined {
  if (lexeme?.kind !== "word") return undefined;
  return letterPeriods[lexeme.text.toLowerCase()];
}

/** A period word at a place, adjectives passed over: "normal day", "business day" (a weekday), "5 minutes". */
export function readPeriod(lexemes: readonly Lexeme[], at: number, afterSlash = false): Period | null {
  let here = at;
  let business = false;
  while (!afterSlash) {
    const word = lexemes[here];
    if (word?.kind !== "word" || !periodAdjectives.has(word.lemma)) break;
    business ||= word.lemma === "business" || word.lemma === "working";
    here += 1;
  }
  const lexeme = lexemes[here];
  // "A 24-hour day", "an 8-hour day" is still a day.
  if (isQuantity(lexeme, "duration") && lexeme.unit === "h" && isWord(lexemes[here + 1], "day", "shift"))
    return { ms: periodMs["day"] ?? 1, name: "day", next: here + 2 };
  if (isQuantity(lexeme, "duration") && lexeme.value > 0) return { ms: lexeme.value, name: "", next: here + 1 };
  const short = afterSlash ? shortPeriod(lexeme) : undefined;
  const name = short ?? (lexeme?.kind === "word" && lexeme.lemma in periodMs ? lexeme.lemma : undefined);
  const ms = name === undefined ? undefined : periodMs[name];
  if (name === undefined || ms === undefined || name === "millisecond") return null;
  return { ms, name: business && name === "day" ? "weekday" : name, next: here + 1 };
}

/** "Am Tag", "im Monat": a period named in another language, so that "in day" and "I am" stay what they are. */
function foreignPeriod(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === "word" && lexeme.lemma in periodMs && lexeme.text.toLowerCase() !== lexeme.lemma;
}

/** "/s", "per day", "a minute", "on a normal day", "over the month", "daily", "in an hour". */
function readPer(lexemes: readonly Lexeme[], at: number): Period | null {
  const lexeme = lexemes[at];
  if (isMark(lexeme, "/")) return readPeriod(lexemes, at + 1, true);
  const adverb = adverbPeriod(lexeme);
  // "9.5M daily active users" counts people, not what comes in a day.
  if (adverb !== undefined && !isWord(lexemes[at + 1], "active", "unique"))
    return { ms: periodMs[adverb] ?? 1, name: adverb, next: at + 1 };
  if (lexeme?.kind !== "word") return null;
  // "55 checks in minute", as people write whose language has no articles.
  if (isWord(lexeme, "in", "on") && isWord(lexemes[at + 1], "minute", "hour", "day", "week", "month")) {
    return isWord(lexemes[at + 2], "one", "and", "every") ? null : readPeriod(lexemes, at + 1);
  }
  if (isWord(lexeme, "am", "im", "zur", "in") && foreignPeriod(lexemes[at + 1])) return readPeriod(lexemes, at + 1);
  const placed =
    isWord(lexeme, "a", "an") && isWord(lexemes[at - 1], "on", "in", "at", "during", "over", "for", "of", "like");
  // "Spikes of 8x for 2 minutes" says how long; "50 photos for second" how often.
  const lasting = isWord(lexeme, "for") && isQuantity(lexemes[at + 1], "duration");
  if (perWords.includes(lexeme.lemma) && !placed && !lasting) {
    const article = isWord(lexemes[at + 1], "a", "an", "the", "each", "every") ? 1 : 0;
    return readPeriod(lexemes, at + 1 + article);
  }
  const one = lexemes[at + 1];
  const period = isQuantity(one, "duration")
    ? Object.keys(periodMs).find((name) => periodMs[name] === one.value)
    : undefined;
  if (lexeme.lemma === "in" && period !== undefined && isQuantity(one))
    return { ms: one.value, name: period, next: at + 2 };
  if (
    ["on", "in", "over", "within", "during"].includes(lexeme.lemma) &&
    isWord(lexemes[at + 1], "a", "an", "the", "each", "every", "any")
  ) {
    const period = readPeriod(lexemes, at + 2);
    // "in the morning" and "on the weekend" say when, not how often.
    return period !== null &&
      ["second", "minute", "hour", "day", "week", "weekday", "month", "year", "quarter"].includes(period.name)
      ? period
      : null;
  }
  return null;
}

/** True for the first word of a key: "memory=", "latency_p99=". */
function opensKey(lexemes: readonly Lexeme[], at: number): boolean {
  for (let here = at + 1; here <= at + 4; here += 1) {
    const lexeme = lexemes[here];
    if (lexeme?.kind === "mark") return lexeme.text === "=";
    if ((lexeme?.kind !== "word" && lexeme?.kind !== "quantity") || !lexeme.glued) return false;
  }
  return false;
}

/** Head of the noun phrase behind a number: "order events" is "event", "calls to the API" is "call". */
export function nounAfter(
  lexemes: readonly Lexeme[],
  at: number,
  until = at + longestNounPhrase,
): { noun: string | null; words: readonly string[]; next: number } {
  const words: string[] = [];
  let noun: string | null = null;
  let here = at;
  while (here < until) {
    const lexeme = lexemes[here];
    if (lexeme?.kind !== "word" || opensKey(lexemes, here)) break;
    // "Check-ins", "sign-ups": a verb and its particle are one noun.
    const particle: string | undefined =
      lexeme.glued && noun !== null ? /^(?:in|up|out|off)(?=s?$)/i.exec(lexeme.text)?.[0] : undefined;
    if (particle !== undefined) {
      noun = `${noun}-${particle.toLowerCase()}`;
      words.push(noun);
      here += 1;
      continue;
    }
    if (phraseEnders.has(lexeme.lemma) && !(noun === null && fillers.has(lexeme.lemma))) break;
    if (lexeme.lemma in periodMs && noun !== null) break;
    if (!fillers.has(lexeme.lemma) && !(lexeme.lemma in periodMs)) {
      noun = lexeme.lemma;
      words.push(noun);
    }
    here += 1;
  }
  return { noun, words, next: here };
}

function rateOf(quantity: Quantity, period: Period, noun: string | null, from: number, at: number): Rate {
  const seconds = period.ms / 1000;
  return {
    perSecond: quantity.value / seconds,
    low: quantity.low === null ? null : quantity.low / seconds,
    high: quantity.high === null ? null : quantity.high / seconds,
    count: quantity.value,
    periodMs: period.ms,
    period: period.name,
    noun,
    from,
    to: period.next - 1,
    at,
  };
}

/** "15k qps", "300rps": the unit is the period. */
function shorthand(lexemes: readonly Lexeme[], at: number, quantity: Quantity): Rate {
  const second: Period = { ms: 1000, name: "second", next: at + 1 };
  const { noun } = nounAfter(lexemes, at + 1, at + 3);
  const rate = rateOf(quantity, second, quantity.noun, at, at);
  return noun !== null && quantity.noun === null ? { ...rate, noun } : rate;
}

/** True where a period with its own "per" or "/" follows within the phrase. */
function saysPer(lexemes: readonly Lexeme[], at: number): boolean {
  for (let here = at; here <= at + longestNounPhrase; here += 1) {
    const lexeme = lexemes[here];
    if (isMark(lexeme, "/") || isWord(lexeme, "per")) return here > at && readPer(lexemes, here) !== null;
    if (lexemes[here]?.kind !== "word") return false;
  }
  return false;
}

/**
 * Reads a rate whose number stands at a place.
 *
 * @returns null where the number is no rate: nothing says per what
 */
export function readRate(lexemes: readonly Lexeme[], at: number): Rate | null {
  const quantity = lexemes[at];
  if (!isQuantity(quantity, "number", "rate", "times")) return null;
  if (quantity.dimension === "rate") return shorthand(lexemes, at, quantity);
  let here = at + 1;
  for (; here <= at + longestNounPhrase; here += 1) {
    const period = readPer(lexemes, here);
    // "22 hourly bulletins per day": the adverb belongs to the thing.
    if (period !== null && adverbPeriod(lexemes[here]) !== undefined && saysPer(lexemes, here + 1)) continue;
    if (period !== null) {
      const first = isQuantity(lexemes[at + 1]) ? at + 2 : at + 1;
      const { noun } = nounAfter(lexemes, first, here);
      const counted = quantity.dimension === "times" ? "run" : noun;
      return rateOf(quantity, period, counted, at, at);
    }
    const lexeme = lexemes[here];
    // "64 one-hour files each hour", "30 5-MB images a minute": a size of the thing stands before its noun.
    const sized = here === at + 1 && isQuantity(lexeme, "duration", "size") && lexemes[here + 1]?.kind === "word";
    const passable = lexeme?.kind === "word" || isMark(lexeme, "-", "'") || lexeme?.kind === "region" || sized;
    if (!passable || isWord(lexeme, "and", "but", "with", "at", "then")) return null;
  }
  return null;
}

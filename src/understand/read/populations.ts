import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { designNouns, phraseEnders, populations, unitNouns } from "#src/understand/nouns.ts";
import { leftOf } from "#src/understand/passage/context.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, type Rate, readPeriod, readRate } from "#src/understand/phrases/rate.ts";
import { activeShare } from "./active-share.ts";
import { chainBefore } from "./chains.ts";
import { type MemberRate, readInterval } from "./intervals.ts";
import { furthest, near, type Population, ratioOf } from "./member-ratio.ts";

/** "12 factories with 40 machines each" are 480 machines; what multiplies is no population of its own. */
function chained(passage: Passage, found: readonly Omit<Population, "from">[]): Population[] {
  const swallowed = new Set<number>();
  const multiplied = found.map((population): Population => {
    const chain = chainBefore(passage, population.at);
    const { from, ats } = chain;
    const factor = chain.factor * eachHas(passage, population.noun);
    for (const at of ats) swallowed.add(at);
    const { value, low, high } = population.count;
    const scale = (bound: number | null): number | null => (bound === null ? null : bound * factor);
    const count = { ...population.count, value: value * factor, low: scale(low), high: scale(high) };
    return { ...population, count, from };
  });
  return multiplied.filter(({ at }) => !swallowed.has(at));
}

/** "640 bakeries, each till (2 per bakery)": how many of what acts each of them has; 1 where nothing is said. */
function eachHas(passage: Passage, noun: string): number {
  for (const at of passage.places.get(noun) ?? []) {
    const number = passage.lexemes[at - 2];
    const bare = isWord(passage.lexemes[at - 1], "per") && isQuantity(number, "number") && isFree(passage, at - 2);
    if (bare && isMark(passage.lexemes[at - 3], "(") && isMark(passage.lexemes[at + 1], ")")) return number.value;
  }
  return 1;
}

function findPopulations(passage: Passage, direct: readonly Rate[]): Population[] {
  const single = singlePopulations(passage).filter(({ at }) => !direct.some((rate) => rate.at === at));
  return chained(passage, single);
}

function singlePopulations(passage: Passage): Omit<Population, "from">[] {
  return passage.quantities.flatMap(([at, lexeme]) => {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at) || lexeme.value < 2) return [];
    const { noun: last, words } = nounAfter(passage.lexemes, at + 1, at + 5);
    const noun = words.findLast((word) => populations.has(word)) ?? last;
    if (isWord(passage.lexemes[at + 1], "of") && isWord(passage.lexemes[at + 2], "them", "these", "those")) {
      return [{ count: lexeme, at, noun: "them" }];
    }
    const key = passage.lexemes[at - 2];
    const keyed = isMark(passage.lexemes[at - 1], "=", ":") && key?.kind === "word" && populations.has(key.lemma);
    const holder = passage.lexemes[at - 2];
    const bracketed = isMark(passage.lexemes[at - 1], "(") && isMark(passage.lexemes[at + 1], ")");
    if (bracketed && holder?.kind === "word" && populations.has(holder.lemma))
      return [{ count: lexeme, at, noun: holder.lemma }];
    if (keyed) return [{ count: lexeme, at, noun: key.lemma }];
    const named = noun !== null && populations.has(noun);
    const design = words.some((word) => designNouns.has(word) || jobs.has(word));
    // "Called by 6 services, each 3 times a second."
    const code = isWord(passage.lexemes[at + 1], "lambda", "function", "step", "state");
    if (design && !code && noun !== null && eachHasRate(passage, at)) return [{ count: lexeme, at, noun }];
    const distributed = noun !== null && !design && (isDistributed(passage, at, noun) || followsInterval(passage, at));
    return named || distributed ? [{ count: lexeme, at, noun: noun ?? "" }] : [];
  });
}

/** A comma, "each" and a rate right behind the counted noun. */
function eachHasRate(passage: Passage, at: number): boolean {
  const { next } = nounAfter(passage.lexemes, at + 1);
  const each = isMark(passage.lexemes[next], ",") ? next + 1 : next;
  if (!isWord(passage.lexemes[each], "each")) return false;
  return [each + 1, each + 2, each + 3].some((here) => readRate(passage.lexemes, here) !== null);
}

/** What is run; nobody who sends. */
const jobs = new Set(["job", "cron", "run", "schedule", "call", "invocation", "request", "batch"]);

/** "1,200 thingies, each ... every 30 s", "N per thingy": the grammar says these are senders. */
function isDistributed(passage: Passage, at: number, noun: string): boolean {
  const sentence = passage.sentences[at] ?? 0;
  const first = Math.max(0, at - furthest);
  return passage.lexemes.slice(first, at + furthest).some((lexeme, offset) => {
    const here = first + offset;
    if (here === at || sentence - (passage.sentences[here] ?? 0) > 1) return false;
    // Before the number only its own noun tells: "every taxi sends ..., we have 2,200 taxis".
    if (here < at)
      return (
        (isWord(lexeme, "each", "every") && isWord(passage.lexemes[here + 1], noun)) || isOneDoing(passage, here, noun)
      );
    if ((passage.sentences[here] ?? 0) - sentence > 1 || lexeme.kind !== "word") return false;
    const next = passage.lexemes[here + 1];
    // "12 pilots fly 3 missions a day each."
    const before = passage.lexemes[here - 1];
    const closes = before?.kind === "word" && before.lemma in periodMs && (next === undefined || next.kind !== "word");
    if (lexeme.lemma === "each" && closes) return true;
    if (lexeme.lemma === "each" || lexeme.lemma === "every")
      return (
        isWord(next, "one", "of", "every", "once") ||
        (isWord(next, noun) && (!unitNouns.has(noun) || comesBack(passage, here))) ||
        isSends(next) ||
        saysHowOften(passage, here)
      );
    // "3.000 Nutzer, jeder macht 20 Anfragen pro Tag": whatever the verb, a rate is right behind it.
    if (isWord(lexeme, "each", "every") && next?.kind === "word" && readRate(passage.lexemes, here + 2) !== null)
      return true;
    // "Each with 4 barriers; a barrier opens 900 times a day".
    if (isOneDoing(passage, here, noun)) return true;
    return lexeme.lemma === "per" && isWord(next, noun) && !populations.has(noun);
  });
}

/** "Each signal is sampled once per second"; "each image is cropped in 9 s" says nothing of how often. */
function comesBack(passage: Passage, each: number): boolean {
  return [2, 3, 4, 5].some((step) => readInterval(passage, each + step) !== null);
}

/** "A barrier opens 900 times a day": what one of many does, with its rate right behind. */
function isOneDoing(passage: Passage, article: number, noun: string): boolean {
  const { lexemes } = passage;
  const one = lexemes[article];
  const single = isWord(one, "a", "an", "one", "single") || (isQuantity(one, "number") && one.value === 1);
  if (!single || !isWord(lexemes[article + 1], noun)) return false;
  if (unitNouns.has(noun) || lexemes[article + 2]?.kind !== "word") return false;
  return [article + 3, article + 4, article + 5].some((at) => readRate(lexemes, at) !== null);
}

/** "Each 4 seconds" says how often where something is sent; "6 renditions, each 4 s" how long one takes. */
function saysHowOften(passage: Passage, each: number): boolean {
  if (!isQuantity(passage.lexemes[each + 1], "duration")) return false;
  if (isWord(passage.lexemes[each], "every")) return true;
  return leftOf(passage, each, "comma", 8).some((at) => {
    const before = passage.lexemes[at - 1];
    const isNoun = isQuantity(before) || isWord(before, "each", "every", "per", "a", "an", "the", "of");
    return isSends(passage.lexemes[at]) && !isNoun;
  });
}

/** "Every 100 ms for 350 pairs": once for each of them. */
function followsInterval(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const interval = isQuantity(lexemes[at - 2], "duration") && isWord(lexemes[at - 3], "every", "each");
  return interval && isWord(lexemes[at - 1], "for", "from", "by", "across", "of");
}

const sends = new Set(
  "give giving deliver delivering yield send report post push emit upload publish ping submit transmit produce generate call make write upload poll do create sending reporting posting pushing emitting uploading publishing pinging making doing generating producing calling submitting sync phone beacon check".split(
    " ",
  ),
);

function isSends(lexeme: Passage["lexemes"][number] | undefined): boolean {
  return lexeme?.kind === "word" && sends.has(lexeme.lemma);
}

/** The noun of what is sent: "sends a telemetry message", "posting its position". */
function sentNoun(passage: Passage, interval: MemberRate, population: Population): string | null {
  const start = population.at < interval.from ? population.at : interval.from - 10;
  for (let at = interval.from - 1; at > start; at -= 1) {
    const lexeme = passage.lexemes[at];
    if (isSends(lexeme) && at < interval.from - 1) {
      const receiver = isWord(passage.lexemes[at + 1], "us", "me", "them", "out", "in", "up") ? at + 1 : at;
      const article = isWord(passage.lexemes[receiver + 1], "a", "an", "one", "its", "their", "his")
        ? receiver + 2
        : receiver + 1;
      const start = isQuantity(passage.lexemes[article]) ? article + 1 : article;
      return nounAfter(passage.lexemes, start, interval.from).noun;
    }
  }
  const beside = passage.lexemes[interval.from - 1];
  if (beside?.kind !== "word" || interval.from - 1 <= population.at + 1) return null;
  const noun = beside.lemma;
  return [population.noun, "one", "it", "data"].includes(noun) || phraseEnders.has(noun) ? null : noun;
}

/** "Reports", "polls" right before the rate, where that is a thing as well. */
function verbNoun(passage: Passage, at: number): string | null {
  const verb = passage.lexemes[at - 1];
  return verb?.kind === "word" && unitNouns.has(verb.lemma) ? verb.lemma : null;
}

function distributes(passage: Passage, population: Population, rate: Rate): boolean {
  const { lexemes } = passage;
  // "4,500 robots send positions at 2 Hz", "30 cameras x 10 fps": a frequency is always each one's.
  const frequency = lexemes[rate.at];
  const isFrequency = isQuantity(frequency, "rate") && (frequency.noun === null || frequency.noun === "frame");
  if (isFrequency) return true;
  if (chainBefore(passage, rate.at).ats.includes(population.at)) return true;
  const first = Math.min(population.at, rate.from);
  for (let at = first; at <= Math.max(rate.to + 4, population.at) && at < lexemes.length; at += 1) {
    const lexeme = lexemes[at];
    if (rate.at < population.at) {
      if (isWord(lexeme, "per", "each") && isWord(lexemes[at + 1], population.noun)) return true;
      const doing = [3, 4, 5].some((back) => isOneDoing(passage, rate.at - back, population.noun));
      if (doing) return true;
      continue;
    }
    if (at > rate.to && !isWord(lexemes[rate.to + 1], "each", "per", "apiece", "from", "by", "for")) break;
    // "64 stations: 64 files each hour": as many as there are senders is already the sum.
    const period = isWord(lexeme, "each") && readPeriod(lexemes, at + 1) !== null;
    if (period && rate.count >= population.count.value) continue;
    if (isWord(lexeme, "each") || (isWord(lexeme, "every") && isWord(lexemes[at + 1], "one", population.noun)))
      return true;
    if (rate.at > at && rate.at - at <= 5 && isOneDoing(passage, at, population.noun)) return true;
    const inRate = at >= rate.from && at <= rate.to + 3;
    if (
      inRate &&
      isWord(lexeme, "per") &&
      isWord(lexemes[at + 1], population.noun, "user", "device", "head", "customer")
    )
      return true;
    if (isMark(lexeme, "/") && isWord(lexemes[at + 1], population.noun)) return true;
  }
  return false;
}

function joined(population: Population, rate: MemberRate): Rate {
  const { count } = population;
  return {
    perSecond: count.value * rate.perSecond,
    low: count.low === null ? null : count.low * rate.perSecond,
    high: count.high === null ? null : count.high * rate.perSecond,
    count: count.value * rate.count,
    periodMs: rate.periodMs,
    period: rate.period,
    noun: rate.noun,
    from: Math.min(population.from, rate.from),
    to: Math.max(population.at, rate.to),
    at: population.at,
  };
}

/** "9 branches, 350 terminals, every terminal polls": where the text says who acts, the others do not. */
function acting(passage: Passage, populations: readonly Population[]): readonly Population[] {
  const named = populations.filter(({ noun }) =>
    (passage.places.get(noun) ?? []).some((at) => isWord(passage.lexemes[at - 1], "each", "every")),
  );
  return named.length > 0 ? named : populations;
}

function onlyActive(passage: Passage, population: Population): Population {
  const share = activeShare(passage, population.at, population.noun);
  if (share === 1) return population;
  const { value, low, high } = population.count;
  const part = (bound: number | null): number | null => (bound === null ? null : bound * share);
  return { ...population, count: { ...population.count, value: value * share, low: part(low), high: part(high) } };
}

/**
 * Rates of many senders: "10,000 trucks, each sends a message every 30 seconds", "50k users doing 20 requests a day
 * each", "8k sensors reporting every 10 s".
 */
export function populationRates(passage: Passage, direct: readonly Rate[]): { rate: Rate; uses: readonly number[] }[] {
  return acting(passage, findPopulations(passage, direct)).flatMap((found) => {
    const population = onlyActive(passage, found);
    const own = direct.find(
      (rate) =>
        rate.at !== population.at && near(passage, rate.at, population.at) && distributes(passage, population, rate),
    );
    if (own !== undefined) {
      // "Each one reports 4 times per minute": what is done is the verb, not a run.
      const named = own.noun === "run" ? verbNoun(passage, own.from) : own.noun;
      const noun = named ?? sentNoun(passage, own, population);
      return [{ rate: joined(population, { ...own, noun }), uses: [own.at, population.at] }];
    }
    const ratio = ratioOf(passage, population);
    if (ratio !== null) return [{ rate: joined(population, ratio), uses: [ratio.from, population.at] }];
    const interval = firstInterval(passage, population);
    if (interval === null) return [];
    const noun = sentNoun(passage, interval, population);
    return [{ rate: joined(population, { ...interval, noun }), uses: [population.at] }];
  });
}

function firstInterval(passage: Passage, population: Population): MemberRate | null {
  const last = Math.min(passage.lexemes.length, population.at + furthest);
  for (let at = population.at + 1; at < last; at += 1) {
    if (!near(passage, at, population.at)) break;
    const interval = readInterval(passage, at);
    if (interval !== null && interval.from > population.at) return interval;
  }
  return intervalBefore(passage, population);
}

/** "Every taxi sends its position each 4 seconds, we have 2,200 taxis". */
function intervalBefore(passage: Passage, population: Population): MemberRate | null {
  const before = passage.lexemes.slice(Math.max(0, population.at - furthest), population.at);
  const named = before.some((word, at) => isWord(word, "each", "every") && isWord(before[at + 1], population.noun));
  // "Every evening our 1,900 pharmacies each upload"; "every 100 ms for 350 pairs".
  const { next } = nounAfter(passage.lexemes, population.at + 1);
  const each = isWord(passage.lexemes[next], "each") && isSends(passage.lexemes[next + 1]);
  if (!named && !each && !followsInterval(passage, population.at)) return null;
  for (let at = population.at - 1; at >= Math.max(0, population.at - furthest); at -= 1) {
    if (!near(passage, at, population.at)) return null;
    const interval = readInterval(passage, at);
    if (interval !== null && interval.to < population.at) return interval;
  }
  return null;
}

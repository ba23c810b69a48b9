import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { designNouns } from "#src/understand/nouns.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { adverbPeriod, nounAfter, type Rate, readPeriod } from "#src/understand/phrases/rate.ts";

/** A number of things in each of something else: "800,000 mails per campaign". */
export interface PerThing {
  count: number;
  low: number | null;
  high: number | null;
  noun: string | null;
  /** The other thing, singular. */
  thing: string;
  at: number;
  from: number;
  to: number;
}

/** Reads "N nouns per thing", "N nouns in each thing", "N nouns a thing"; a period is no thing. */
export function readPerThing(passage: Passage, at: number): PerThing | null {
  const quantity = passage.lexemes[at];
  if (!isQuantity(quantity, "number") || quantity.value <= 0) return null;
  const { noun, next } = nounAfter(passage.lexemes, at + 1);
  const per = perAt(passage, next);
  const thing = per === null ? undefined : passage.lexemes[per];
  if (per === null || thing?.kind !== "word" || thing.lemma in periodMs || designNouns.has(thing.lemma)) return null;
  const { value: count, low, high } = quantity;
  return { count, low, high, noun, thing: thing.lemma, at, from: at, to: per };
}

function perAt(passage: Passage, at: number): number | null {
  const { lexemes } = passage;
  if (isWord(lexemes[at], "per", "each", "every") || isMark(lexemes[at], "/")) return at + 1;
  const inEach = isWord(lexemes[at], "in", "for", "from") && isWord(lexemes[at + 1], "each", "every", "one");
  return inEach ? at + 2 : null;
}

/** How often a thing comes: "a campaign every weekday morning", "3 campaigns a day", "a batch each hour". */
function comesAgain(
  passage: Passage,
  thing: string,
  not: number,
): { perSecond: number; ms: number; name: string; from: number; to: number } | null {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (!isWord(lexeme, thing) || at === not) continue;
    for (let here = at + 1; here <= at + 3; here += 1) {
      const word = passage.lexemes[here];
      const adverb = adverbPeriod(word);
      const per = isWord(word, "every", "each", "per", "a") ? readPeriod(passage.lexemes, here + 1) : null;
      const ms = per?.ms ?? (adverb === undefined ? undefined : periodMs[adverb]);
      if (ms === undefined) continue;
      const count = passage.lexemes[at - 1];
      const times = isQuantity(count, "number") ? count.value : 1;
      return {
        perSecond: (times * 1000) / ms,
        ms,
        name: per?.name ?? adverb ?? "",
        from: at,
        to: (per?.next ?? here + 1) - 1,
      };
    }
  }
  return null;
}

/** Most numbers looked at: a description has a few dozen, and each is compared with the whole text. */
const mostNumbers = 100;

function placesOfNumbers(passage: Passage): number[] {
  return passage.quantities
    .flatMap(([at, quantity]) => (isQuantity(quantity, "number") ? [at] : []))
    .slice(0, mostNumbers);
}

/** Volumes said in two steps: so many in each campaign, and a campaign every weekday. */
export function nestedRates(passage: Passage): Rate[] {
  return placesOfNumbers(passage).flatMap((at): Rate[] => {
    const per = isFree(passage, at) ? readPerThing(passage, at) : null;
    const again = per === null ? null : comesAgain(passage, per.thing, per.to);
    if (per === null || again === null) return [];
    const scale = again.perSecond;
    return [
      {
        perSecond: per.count * scale,
        low: per.low === null ? null : per.low * scale,
        high: per.high === null ? null : per.high * scale,
        count: (per.count * scale * again.ms) / 1000,
        periodMs: again.ms,
        period: again.name,
        noun: per.noun,
        from: Math.min(per.from, again.from),
        to: Math.max(per.to, again.to),
        at,
      },
    ];
  });
}

/** "5,000 concurrent streams" where each second of a stream is a unit of work: 5,000 units a second. */
export function concurrentRates(passage: Passage): Rate[] {
  return passage.quantities.flatMap(([at, lexeme]): Rate[] => {
    if (!isQuantity(lexeme, "number") || !isFree(passage, at)) return [];
    const { noun, next } = nounAfter(passage.lexemes, at + 1, at + 4);
    const concurrent = passage.lexemes
      .slice(at + 1, next + 3)
      .some((word) => isWord(word, "concurrency", "parallel", "live", "once"));
    if (noun === null || !concurrent || !isSecondOf(passage, noun)) return [];
    const { value, low, high } = lexeme;
    return [
      {
        perSecond: value,
        low,
        high,
        count: value,
        periodMs: 1000,
        period: "second",
        noun: `${noun}-second`,
        from: at,
        to: next - 1,
        at,
      },
    ];
  });
}

function isSecondOf(passage: Passage, noun: string): boolean {
  return passage.lexemes.some((lexeme, at) => {
    const next = passage.lexemes[at + 1];
    if (isWord(lexeme, noun) && isWord(next, "second")) return true;
    return (
      isWord(lexeme, "second") &&
      isWord(next, "of") &&
      [at + 2, at + 3].some((here) => isWord(passage.lexemes[here], noun))
    );
  });
}

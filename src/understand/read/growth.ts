import { addFact, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord, type Lexeme, type Quantity } from "#src/understand/lex/lexeme.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { hasLeft, hasRight, isNegated, placesOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { adverbPeriod, readPeriod } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

const monthMs = 730 * 3_600_000;
const dayMs = 86_400_000;
const path = "growthPerMonth";
const growthWords = wordSet(
  "growth bigger rise rises rising climb climbs climbing climbed more expand expands expanding scaling mom up upwards adding adds gain gains gaining compound compounds compounding compounded",
);
/** Words between the same period twice: "month over month", "year on year". */
const comparers = ["over", "on", "to", "by"];
const comparedLetters = wordTable<string>({ d: "day", w: "week", m: "month", mo: "month", q: "quarter", y: "year" });

/** Growth compounds: a factor over so many months is its root a month. */
export function monthlyGrowth(factor: number, months: number): number {
  return factor ** (1 / months) - 1;
}

interface Over {
  months: number;
  to: number;
}

/** "m/m", "w/w", "month over month", "year-on-year": a period compared with the one before it. */
function compared(passage: Passage, at: number): Over | null {
  const [first, joint, second] = passage.lexemes.slice(at, at + 3);
  if (first?.kind !== "word" || second?.kind !== "word") return null;
  const slash = isMark(joint, "/");
  if (!slash && !isWord(joint, ...comparers)) return null;
  const name = slash ? (comparedLetters[first.text.toLowerCase()] ?? first.lemma) : first.lemma;
  const again = slash ? (comparedLetters[second.text.toLowerCase()] ?? second.lemma) : second.lemma;
  const ms = name === again ? periodMs[name] : undefined;
  return ms === undefined || ms < dayMs ? null : { months: ms / monthMs, to: at + 2 };
}

/** "yoy", "qoq", "wow": the same in three letters. */
const shortCompared = wordTable<string>({ wow: "week", mom: "month", qoq: "quarter", yoy: "year" });

function shortlyCompared(lexeme: Lexeme | undefined): number | undefined {
  const name = lexeme?.kind === "word" ? shortCompared[lexeme.text.toLowerCase()] : undefined;
  return name === undefined ? undefined : periodMs[name];
}

/** True where a figure is followed by a comparison of periods: such a figure is growth and nothing else. */
function isCompared(passage: Passage, at: number): boolean {
  return compared(passage, at + 1) !== null || shortlyCompared(passage.lexemes[at + 1]) !== undefined;
}

/** "per month", "/month", "a year", "yearly", "every 6 months", "in two years", "each quarter". */
function overWhat(passage: Passage, at: number): Over | null {
  const { lexemes } = passage;
  const same = compared(passage, at);
  if (same !== null) return same;
  const short = shortlyCompared(lexemes[at]);
  if (short !== undefined) return { months: short / monthMs, to: at };
  const adverb = adverbPeriod(lexemes[at]);
  const ms = adverb === undefined ? undefined : periodMs[adverb];
  if (ms !== undefined) return { months: ms / monthMs, to: at };
  const slash = isMark(lexemes[at], "/");
  const per = slash || isWord(lexemes[at], "per", "a", "an", "each", "every", "in", "within", "over", "by", "p");
  if (!per) return null;
  const article = isWord(lexemes[at + 1], "a", "an", "the", "every", "each", "next", "about") ? at + 2 : at + 1;
  const period = readPeriod(lexemes, article, slash);
  if (period === null || period.ms < monthMs / 5) return null;
  return { months: period.ms / monthMs, to: period.next - 1 };
}

/** The period right of the number, at most a few words away: "20% more orders every year". */
function overNear(passage: Passage, at: number): Over | null {
  for (let here = at + 1; here <= at + 6; here += 1) {
    const lexeme = passage.lexemes[here];
    if (lexeme === undefined || isQuantity(lexeme)) return null;
    const over = overWhat(passage, here);
    if (over !== null) return over;
    if (lexeme.kind !== "word") return null;
  }
  return null;
}

/** "Yearly growth 30%", "growth per month: 5%": the period stands before the number. */
function overBefore(passage: Passage, at: number): Over | null {
  for (let here = at - 1; here >= at - 6 && here >= 0; here -= 1) {
    if (passage.sentences[here] !== passage.sentences[at]) return null;
    const over = overWhat(passage, here);
    if (over !== null && over.to < at) return over;
    const lexeme = passage.lexemes[here];
    if (isWord(lexeme, "month")) return { months: 1, to: here };
  }
  return null;
}

function isGrowth(passage: Passage, at: number): boolean {
  const grows = wordSet("growth");
  if (hasLeft(passage, at, grows, "bracket", 8) || hasRight(passage, at, grows, "bracket", 6)) return true;
  return hasLeft(passage, at, growthWords, "bracket", 4) || hasRight(passage, at, growthWords, "bracket", 5);
}

function state(
  passage: Passage,
  facts: Facts,
  at: number,
  to: number,
  factor: number,
  months: number,
  quantity?: Quantity,
): void {
  claim(passage, Math.min(at, to), Math.max(at, to), "growth");
  const value = monthlyGrowth(factor, months);
  const range = quantity === undefined || months !== 1 ? {} : rangeOf(quantity);
  addFact(facts, {
    path,
    value,
    origin: "stated",
    evidence: evidence(passage, Math.min(at, to), Math.max(at, to)),
    ...range,
  });
}

function readPercent(passage: Passage, facts: Facts, at: number, quantity: Quantity): boolean {
  const plus = isMark(passage.lexemes[at - 1], "+");
  if (!plus && !isGrowth(passage, at) && !isCompared(passage, at) && !isWord(passage.lexemes[at + 1], "yearly"))
    return false;
  const over = overNear(passage, at) ?? overBefore(passage, at);
  if (over === null) return false;
  const shrinks = hasLeft(
    passage,
    at,
    wordSet("shrink shrinking declining decline falling drops down dropping"),
    "bracket",
    4,
  );
  state(passage, facts, at, over.to, 1 + (shrinks ? -quantity.value : quantity.value), over.months, quantity);
  return true;
}

/** "Doubling every year", "triples in 18 months", "10x in two years". */
function readMultiple(passage: Passage, facts: Facts, at: number, multiple: number): boolean {
  const over = overNear(passage, at);
  if (over === null || over.months < 0.9) return false;
  const lexeme = passage.lexemes[at];
  if (isCompared(passage, at)) {
    state(passage, facts, at, over.to, multiple, over.months);
    return true;
  }
  // "3 times a month" is a rate, "double on the first of each month" a peak.
  if (
    isQuantity(lexeme, "times") &&
    !isGrowth(passage, at) &&
    !isWord(passage.lexemes[at + 1], "in", "within", "over", "by", "every", "each")
  )
    return false;
  if (isQuantity(lexeme, "times") && isWord(passage.lexemes[at + 1], "a", "per")) return false;
  state(passage, facts, at, over.to, multiple, over.months);
  return true;
}

/** States the growth a month where the text gives one; "no growth" is a stated zero. */
export function readGrowth(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (!isFree(passage, at)) continue;
    if (isQuantity(lexeme, "percent") && readPercent(passage, facts, at, lexeme)) return;
    if (isQuantity(lexeme, "times") && lexeme.value > 1 && readMultiple(passage, facts, at, lexeme.value)) return;
    const word = isWord(lexeme, "double") ? 2 : isWord(lexeme, "triple") ? 3 : null;
    if (word !== null && readMultiple(passage, facts, at, word)) return;
  }
  for (const at of placesOf(passage, "growth")) {
    const keyed = isMark(passage.lexemes[at + 1], "=", ":");
    const number = passage.lexemes[at + 2];
    if (keyed && isQuantity(number, "percent") && isFree(passage, at + 2)) {
      state(passage, facts, at + 2, at, 1 + number.value, 1, number);
      return;
    }
    if (isNegated(passage, at, 2)) {
      addFact(facts, { path, value: 0, origin: "stated", evidence: evidence(passage, Math.max(0, at - 1), at) });
      return;
    }
  }
}

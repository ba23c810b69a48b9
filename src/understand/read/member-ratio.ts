import { isMark, isQuantity, isWord, type Quantity } from "#src/understand/lex/lexeme.ts";
import { populations } from "#src/understand/nouns.ts";
import { isFree, type Passage } from "#src/understand/passage/passage.ts";
import { nounAfter, readPeriod } from "#src/understand/phrases/rate.ts";
import { type MemberRate, member } from "./intervals.ts";

/** Those who send the work. */
export interface Population {
  count: Quantity;
  at: number;
  noun: string;
  /** First lexeme: that of the first number where several multiply. */
  from: number;
}

/** How many lexemes apart senders and what each of them does may stand. */
export const furthest = 80;

/** In the same sentence or the next. */
export function near(passage: Passage, left: number, right: number): boolean {
  return Math.abs((passage.sentences[left] ?? 0) - (passage.sentences[right] ?? 0)) <= 1;
}

/** "50k DAU, 20 requests each": daily users act once a day unless a period is said. */
const dailyUsers = new Set(["dau"]);

/** What one of them does, as a ratio: "20 requests per user per day". */
export function ratioOf(passage: Passage, population: Population): MemberRate | null {
  const last = Math.min(passage.lexemes.length, population.at + furthest);
  for (let at = Math.max(0, population.at - furthest); at < last; at += 1) {
    const quantity = passage.lexemes[at];
    if (
      !isQuantity(quantity, "number") ||
      at === population.at ||
      !isFree(passage, at) ||
      !near(passage, at, population.at)
    )
      continue;
    const keyed = keyedRatio(passage, at, quantity);
    if (keyed !== null) return keyed;
    const { noun, next } = nounAfter(passage.lexemes, at + 1);
    const per = isWord(passage.lexemes[next], "per") || isMark(passage.lexemes[next], "/") ? next + 1 : null;
    const each = isWord(passage.lexemes[next], "each") || isWord(passage.lexemes[at - 1], "each", "does", "makes");
    const perMember = per !== null && isWord(passage.lexemes[per], population.noun, "user");
    if (!perMember && !(each && dailyUsers.has(population.noun))) continue;
    const end = per ?? next;
    const period = readPeriodAfter(passage, end + (per === null ? 0 : 1));
    if (period !== null) return member(quantity.value, period.ms, period.name, noun, at, period.next - 1);
    if (dailyUsers.has(population.noun)) return member(quantity.value, 86_400_000, "day", noun, at, end);
  }
  return null;
}

/** "requests_per_user_per_month=120": what each sender does, said in a key. */
function keyedRatio(passage: Passage, at: number, quantity: Quantity): MemberRate | null {
  if (!isMark(passage.lexemes[at - 1], "=", ":")) return null;
  const words = [7, 6, 5, 4, 3, 2].map((back) => passage.lexemes[at - back]);
  const per = words.findIndex((word, index) => {
    const thing = words[index + 1];
    return isWord(word, "per") && thing?.kind === "word" && populations.has(thing.lemma);
  });
  const period = per < 0 ? null : readPeriod(passage.lexemes, at - 2);
  if (period === null) return null;
  const noun = words[per - 1];
  return member(quantity.value, period.ms, period.name, noun?.kind === "word" ? noun.lemma : null, at - (7 - per), at);
}

function readPeriodAfter(passage: Passage, at: number): ReturnType<typeof readPeriod> {
  const { lexemes } = passage;
  const per = isWord(lexemes[at], "per", "a", "each", "every", "daily") || isMark(lexemes[at], "/");
  if (isWord(lexemes[at], "daily")) return { ms: 86_400_000, name: "day", next: at + 1 };
  return per ? readPeriod(lexemes, at + 1, isMark(lexemes[at], "/")) : null;
}

import { isQuantity, type Lexed } from "#src/understand/lex/lexeme.ts";
import { designNouns } from "#src/understand/nouns.ts";
import { type Rate, readRate } from "#src/understand/phrases/rate.ts";

/** Parts of a design that a workload counts per unit of work, whatever period follows: "6 transitions a second". */
const countedPerUnit: ReadonlySet<string> = new Set(["transition", "state"]);
const longPeriods: ReadonlySet<string> = new Set(["day", "night", "weekday", "week", "month", "year"]);
const added = /\b(?:more|extra|additional|another)\b/i;
const taken = /\b(?:less|fewer)\b/i;

/**
 * The rate whose number stands at a place, as a token: `#rate=` is per second, `#perday=` and the like keep a volume
 * for the workload's active hours to divide, `+rate=` is a difference ("200 more a second").
 */
export function rateToken(lexed: Lexed, at: number, units: ReadonlySet<string>): { text: string; next: number } | null {
  const lexeme = lexed.lexemes[at];
  if (!isQuantity(lexeme, "number", "rate")) return null;
  const rate = readRate(lexed.lexemes, at);
  if (rate === null || !counts(rate, units) || isDeadline(rate, lexed)) return null;
  return { text: tokenOf(rate, lexed), next: rate.to + 1 };
}

/** "3 of us for thursday" says when, "3 every thursday" how often. */
function isDeadline(rate: Rate, { lexemes }: Lexed): boolean {
  const [period, before] = [lexemes[rate.to], lexemes[rate.to - 1]];
  const named = period?.kind === "word" && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(period.lemma);
  return named && !(before?.kind === "word" && /^(?:per|an?|every|each)$/.test(before.text.toLowerCase()));
}

function counts(rate: Rate, units: ReadonlySet<string>): boolean {
  const { noun } = rate;
  return noun === null || units.has(noun) || countedPerUnit.has(noun) || !designNouns.has(noun);
}

function tokenOf(rate: Rate, lexed: Lexed): string {
  const first = lexed.lexemes[rate.from];
  const last = lexed.lexemes[rate.to];
  const words = first === undefined || last === undefined ? "" : lexed.text.slice(first.start, last.end);
  if (added.test(words)) return `+rate=${rate.perSecond}`;
  if (taken.test(words)) return `+rate=${-rate.perSecond}`;
  const noun = rate.noun === null ? "" : `/${rate.noun}`;
  const upper =
    rate.high === null ? "" : `^${longPeriods.has(rate.period) ? rate.high * (rate.periodMs / 1000) : rate.high}`;
  return longPeriods.has(rate.period)
    ? `#per${rate.period === "night" ? "day" : rate.period}=${rate.count}${upper}${noun}`
    : `#rate=${rate.perSecond}~${rate.perSecond / rate.count}${upper}${noun}`;
}

import { mondayOf } from "#src/digest/occurrences.ts";
import { type Days, everyDay, type MonthDay, type Weekday, weekendDays, workdays } from "#src/digest/timing.ts";

/** What the words say of days, and what they do not: the rest. `reason`: why it can't be done. */
export type DaysReading = { days: Days; rest: string } | { reason: "too-often" | "two-rules" } | null;

const weekdays: readonly (readonly [RegExp, Weekday])[] = [
  [/^mon(?:day)?s?$/, 1],
  [/^tue(?:s(?:day)?)?s?$/, 2],
  [/^wed(?:nesday)?s?$/, 3],
  [/^thu(?:r(?:s(?:day)?)?)?s?$/, 4],
  [/^fri(?:day)?s?$/, 5],
  [/^sat(?:urday)?s?$/, 6],
  [/^sun(?:day)?s?$/, 7],
];
const DAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*";
const ordinals: Readonly<Record<string, 1 | 2 | 3 | 4 | -1>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  last: -1,
};
const ORDINAL = Object.keys(ordinals).join("|");
const TOO_OFTEN =
  /\b(?:hourly|every (?:other |\d+ )?(?:hours?|minutes?|seconds?(?! (?:day|week|month|mon|tue|wed|thu|fri|sat|sun)))\b|(?:twice|two times|\d+ times) a day)\b/;

function weekdayNamed(word: string): Weekday | null {
  return weekdays.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/**
 * Reads the days out of a line in lower case. `today`: the day that weeks are counted from, until it is known when the
 * first one comes.
 */
export function readDays(line: string, today: Date): DaysReading {
  if (TOO_OFTEN.test(line)) return { reason: "too-often" };
  const text = line.replace(/\bm ?[-–] ?f\b/, "monday to friday").replace(/\bevery single\b/, "every");
  for (const rule of [readMonthly, readWeekly]) {
    const read = rule(text, today);
    if (read === null) continue;
    // "mondays and the first of the month" would need two schedules.
    return leavesDays(read.rest) ? { reason: "two-rules" } : read;
  }
  return null;
}

function leavesDays(rest: string): boolean {
  return new RegExp(
    `\\b(?:${DAY.replace("[a-z]*", "(?:day|nesday|sday|urday|rsday)?s?")}|month(?:ly)?|daily|week(?:ly|days?|ends?)?)\\b`,
  ).test(rest);
}

type Found = { days: Days; rest: string };

function take(text: string, pattern: RegExp): { match: RegExpExecArray; rest: string } | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { match, rest: rest.replace(/\s+/g, " ").trim() };
}

function readMonthly(text: string): Found | null {
  const each = "(?:(?:of|in) (?:(?:the|each|every) )?|(?:the|each|every) )(month|quarter)";
  const nth = take(
    text,
    new RegExp(`(?:\\bon )?(?:\\bthe |\\bevery )?\\b(${ORDINAL}) (${DAY})(?: ${each}|,? monthly)`),
  );
  if (nth !== null) {
    const weekday = weekdayNamed(nth.match[2] ?? "");
    const number = ordinals[nth.match[1] ?? ""];
    if (weekday !== null && number !== undefined)
      return monthly({ kind: "weekday", nth: number, weekday }, nth.match[3], nth.rest);
  }
  const end = take(
    text,
    new RegExp(`(?:\\bon |\\bat )?(?:\\bthe )?\\b(?:last day ${each}|(?:eom\\b|month[- ]end|end ${each}))`),
  );
  if (end !== null) return monthly({ kind: "last-day" }, end.match[1] ?? end.match[2], end.rest);
  const named = take(text, new RegExp(`(?:\\bon )?(?:\\bthe )?\\b(first|\\d{1,2}(?:st|nd|rd|th)?)(?: day)? ${each}`));
  if (named !== null) return dated(named.match[1] ?? "", named.match[2], named.rest);
  const after = take(
    text,
    /\b(monthly|(?:every|each|once a|once per) month|quarterly|(?:every|each|once a|once per) quarter)(?: on)?(?: the (first|last day|\d{1,2}(?:st|nd|rd|th)?))?/,
  );
  if (after === null) return readBareDay(text);
  const period = /quarter/.test(after.match[1] ?? "") ? "quarter" : "month";
  const day = after.match[2] ?? "first";
  return day === "last day" ? monthly({ kind: "last-day" }, period, after.rest) : dated(day, period, after.rest);
}

/** "second tuesday", "on the 15th": of the month, since nothing else has a second Tuesday or a 15th. */
function readBareDay(text: string): Found | null {
  const nth = take(text, new RegExp(`(?<!every )(?<!each )(?:\\bon )?(?:\\bthe )?\\b(${ORDINAL}) (${DAY})`));
  const weekday = weekdayNamed(nth?.match[2] ?? "");
  const number = ordinals[nth?.match[1] ?? ""];
  if (nth !== null && weekday !== null && number !== undefined) {
    return monthly({ kind: "weekday", nth: number, weekday }, "month", nth.rest);
  }
  const day = take(text, new RegExp(`(?:\\bon )?(?:\\bthe )?\\b(\\d{1,2}(?:st|nd|rd|th))\\b(?! (?:${DAY}|weeks?))`));
  return day === null ? null : dated(day.match[1] ?? "", "month", day.rest);
}

function dated(word: string, period: string | undefined, rest: string): Found | null {
  const day = word === "first" ? 1 : Number.parseInt(word, 10);
  return day >= 1 && day <= 31 ? monthly({ kind: "day", day }, period, rest) : null;
}

/** Days of a quarter are those of its first month, its last ones those of its last month. */
function monthly(on: MonthDay, period: string | undefined, rest: string): Found {
  return { days: { kind: "monthly", on, everyMonths: period === "quarter" ? 3 : 1 }, rest };
}

function readWeekly(text: string, today: Date): Found | null {
  const anchor = mondayOf(today).toISOString().slice(0, 10);
  const weekly = (days: readonly Weekday[], everyWeeks: number, rest: string): Found => ({
    days: { kind: "weekly", days: days.toSorted((a, b) => a - b), everyWeeks, anchor },
    rest,
  });
  const daily = take(text, /\b(?:daily|every ?day|each day|every morning|every evening)\b/);
  if (daily !== null) {
    const part = /morning|evening/.exec(daily.match[0])?.[0] ?? "";
    return weekly(everyDay, 1, `${daily.rest} ${part}`.trim());
  }
  const named = take(text, /\b(?:on |every |each )*(weekdays?|work(?:ing)? ?days?|business days?|weekends?)\b/);
  if (named !== null) return weekly(/weekend/.test(named.match[1] ?? "") ? weekendDays : workdays, 1, named.rest);
  const interval = take(
    text,
    /\b(?:every (other|second|2nd|third|3rd|fourth|4th|\d{1,2}) (?:weeks?\b|(?=(?:mon|tue|wed|thu|fri|sat|sun)))|(biweekly|fortnightly|every fortnight))/,
  );
  const everyWeeks = interval === null ? 1 : weeksOf(interval.match[1] ?? "other");
  const list = readList(interval?.rest ?? text);
  if (list !== null) return everyWeeks >= 1 && everyWeeks <= 12 ? weekly(list.days, everyWeeks, list.rest) : null;
  if (interval !== null) return weekly([1], everyWeeks, interval.rest);
  const bare = take(text, /\b(?:weekly|every week|each week|once a week)\b/);
  return bare === null ? null : weekly([1], 1, bare.rest);
}

function weeksOf(word: string): number {
  if (/^(?:other|second|2nd)$/.test(word)) return 2;
  if (/^(?:third|3rd)$/.test(word)) return 3;
  return /^(?:fourth|4th)$/.test(word) ? 4 : Number(word);
}

/** "mondays", "tue and thu", "mon, wed & fri", "monday to friday". */
function readList(text: string): { days: Weekday[]; rest: string } | null {
  const one = `${DAY}`;
  const found = take(
    text,
    new RegExp(
      `\\b(?:weekly )?(?:(?:on|every|each) )*(${one}(?:\\s*(?:,|and|&|\\+|to|through|-|–)\\s*(?:(?:and|every|on) )*${one})*)`,
    ),
  );
  if (found === null) return null;
  const words = (found.match[1] ?? "").split(/\s+|(?<=[a-z])(?=[,&+–-])|(?<=[,&+–-])(?=[a-z])/);
  const days = new Set<Weekday>();
  let previous: Weekday | null = null;
  let through = false;
  for (const word of words) {
    const day = weekdayNamed(word);
    if (day === null) {
      if (/^(?:to|through|-|–)$/.test(word)) through = true;
      else if (!/^(?:,|and|&|\+|every|on)$/.test(word)) return null;
      continue;
    }
    if (through && previous !== null) for (const between of daysBetween(previous, day)) days.add(between);
    days.add(day);
    previous = day;
    through = false;
  }
  return { days: [...days], rest: found.rest };
}

function daysBetween(from: Weekday, to: Weekday): Weekday[] {
  const span = (to - from + 7) % 7;
  return everyDay.filter((day) => (day - from + 7) % 7 <= span);
}

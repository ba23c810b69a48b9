import { instantOf, localTime } from "./local-time.ts";
import type { Days, MonthDay, Timing, Weekday } from "./timing.ts";

const DAY_MS = 86_400_000;
/** Every rule has a day within a quarter and a month; a year and a half is beyond doubt. */
const DAYS_SEARCHED = 550;

/** The first time a schedule comes round after an instant. */
export function nextOccurrence(timing: Timing, after: Date): Date {
  const today = localTime(after, timing.zone);
  const first = Date.UTC(today.year, today.month - 1, today.day);
  for (let step = 0; step < DAYS_SEARCHED; step += 1) {
    const day = new Date(first + step * DAY_MS);
    if (!fallsOn(timing.days, day)) continue;
    const at = instantOn(timing, day);
    if (at.getTime() > after.getTime()) return at;
  }
  throw new Error(`no occurrence of ${JSON.stringify(timing)}`);
}

/** The next few times, in order. */
export function nextOccurrences(timing: Timing, after: Date, count: number): Date[] {
  const found: Date[] = [];
  for (let from = after; found.length < count; ) {
    from = nextOccurrence(timing, from);
    found.push(from);
  }
  return found;
}

/** The latest time at or before `until` that is not before `from`; null: none. */
export function latestOccurrence(timing: Timing, from: Date, until: Date): Date | null {
  const last = localTime(until, timing.zone);
  const start = Date.UTC(last.year, last.month - 1, last.day);
  for (let step = 0; step < DAYS_SEARCHED; step += 1) {
    const day = new Date(start - step * DAY_MS);
    if (!fallsOn(timing.days, day)) continue;
    const at = instantOn(timing, day);
    if (at.getTime() < from.getTime()) return null;
    if (at.getTime() <= until.getTime()) return at;
  }
  return null;
}

function instantOn({ hour, minute, zone }: Timing, day: Date): Date {
  const date = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  return instantOf({ ...date, hour, minute, second: 0 }, zone);
}

/** Whether a calendar day (midnight UTC standing for it) is one of the rule's. */
export function fallsOn(days: Days, day: Date): boolean {
  if (days.kind === "monthly") return fallsOnMonthDay(days.on, days.everyMonths, day);
  if (!days.days.includes(weekdayOf(day))) return false;
  const weeks = Math.round((mondayOf(day).getTime() - new Date(days.anchor).getTime()) / (7 * DAY_MS));
  return ((weeks % days.everyWeeks) + days.everyWeeks) % days.everyWeeks === 0;
}

function fallsOnMonthDay(on: MonthDay, everyMonths: number, day: Date): boolean {
  const isAtEnd = on.kind === "last-day" || (on.kind === "weekday" && on.nth === -1);
  if (day.getUTCMonth() % everyMonths !== (isAtEnd ? everyMonths - 1 : 0)) return false;
  const date = day.getUTCDate();
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  if (on.kind === "day") return date === Math.min(on.day, last);
  if (on.kind === "last-day") return date === last;
  if (weekdayOf(day) !== on.weekday) return false;
  return on.nth === -1 ? date > last - 7 : Math.ceil(date / 7) === on.nth;
}

export function weekdayOf(day: Date): Weekday {
  const sundayFirst = day.getUTCDay();
  const names: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];
  return names[sundayFirst] ?? 7;
}

/** Monday of the week a day is in. */
export function mondayOf(day: Date): Date {
  return new Date(day.getTime() - (weekdayOf(day) - 1) * DAY_MS);
}

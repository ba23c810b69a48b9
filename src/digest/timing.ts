/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** On which days a digest comes, in the schedule's own time zone. */
export type Days =
  /** `everyWeeks` 2: every other week, counted from the week of `anchor` (a Monday, ISO day). */
  | { kind: "weekly"; days: readonly Weekday[]; everyWeeks: number; anchor: string }
  /** A day past the end of a short month means its last day. */
  | { kind: "monthly"; on: MonthDay; everyMonths: 1 | 3 };

export type MonthDay =
  | { kind: "day"; day: number }
  | { kind: "last-day" }
  /** `nth` -1: the last of them. */
  | { kind: "weekday"; nth: 1 | 2 | 3 | 4 | -1; weekday: Weekday };

/** When a digest comes: days, a wall-clock time, and the place whose clock it is. */
export interface Timing {
  days: Days;
  hour: number;
  minute: number;
  /** IANA name. */
  zone: string;
}

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
export const weekendDays: readonly Weekday[] = [6, 7];

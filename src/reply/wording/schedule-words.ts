import type { PostRule, Schedule } from "#src/digest/schedule.ts";
import type { Assumed } from "#src/digest/schedule-text.ts";
import type { Days, MonthDay, Timing, Weekday } from "#src/digest/timing.ts";
import { assertNever } from "#src/errors.ts";
import { money } from "#src/reply/money.ts";
import { percentGiven } from "#src/reply/numbers.ts";

const dayNames: Readonly<Record<Weekday, string>> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

/** "every weekday at 9:00": reads as a sentence and can be typed back. */
export function timingWords({ days, hour, minute }: Timing): string {
  return `${daysWords(days)} at ${hour}:${String(minute).padStart(2, "0")}`;
}

function daysWords(days: Days): string {
  if (days.kind === "monthly")
    return `${monthDayWords(days.on)} of the ${days.everyMonths === 3 ? "quarter" : "month"}`;
  const names = days.days.map((day) => dayNames[day]);
  const list = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
  if (days.everyWeeks === 1) {
    if (days.days.length === 7) return "every day";
    if (days.days.join() === "1,2,3,4,5") return "every weekday";
    return days.days.join() === "6,7" ? "every weekend" : `every ${list}`;
  }
  return days.everyWeeks === 2 && names.length === 1
    ? `every other ${list}`
    : `every ${days.everyWeeks} weeks on ${list}`;
}

function monthDayWords(on: MonthDay): string {
  if (on.kind === "last-day") return "last day";
  if (on.kind === "weekday") {
    const nth = { 1: "first", 2: "second", 3: "third", 4: "fourth", [-1]: "last" }[on.nth];
    return `${nth} ${dayNames[on.weekday]}`;
  }
  return on.day === 1 ? "first day" : ordinal(on.day);
}

function ordinal(day: number): string {
  const teens = day % 100 > 10 && day % 100 < 14;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}

/** What counts as a move, "10% or $500 a month"; null: nothing of the kind. */
export function barWords(rule: PostRule): string | null {
  if (rule.kind !== "moved") return null;
  const bars = [
    ...(rule.share === null ? [] : [percentGiven(rule.share)]),
    ...(rule.usd === null ? [] : [`${money(rule.usd)} a month`]),
  ];
  return bars.join(" or ");
}

/** The words that set exactly this again, after `/rethink`. */
export function scheduleCommand({ timing, rule }: Schedule, state: "running" | "paused" = "running"): string {
  const { days, zone } = timing;
  const counted = days.kind === "weekly" && days.everyWeeks > 1 ? ` counted from ${days.anchor}` : "";
  return `digest ${timingWords(timing)} ${zone}${counted} ${ruleCommand(rule)}${state === "paused" ? " paused" : ""}`;
}

/** The words that set the rule alone, without `digest`. */
export function ruleCommand(rule: PostRule): string {
  if (rule.kind === "always") return "always";
  if (rule.kind === "flips") return "only flips";
  const bars = [
    ...(rule.share === null ? [] : [`${Number((rule.share * 100).toPrecision(12))}%`]),
    ...(rule.usd === null ? [] : [`$${rule.usd}`]),
  ];
  return `over ${bars.join(" or ")}`;
}

/** A run in local time, with the clock it is on: "Mon 30 Nov, 9:00 CET". */
export function runWords(at: Date, zone: string): string {
  const parts: Record<string, string> = {};
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  });
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  const hour = Number(parts["hour"] ?? 0);
  const month = (parts["month"] ?? "").slice(0, 3);
  return `${parts["weekday"]} ${parts["day"]} ${month}, ${hour}:${parts["minute"]} ${clockName(at, zone)}`;
}

/** "CET", "CEST", "EDT": the clock a zone shows then; its distance from UTC where the clock has no name. */
export function clockName(at: Date, zone: string): string {
  for (const locale of ["en-GB", "en-US", "en-AU", "en-NZ", "en-IN", "en-ZA"]) {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value;
    if (name !== undefined && !/^GMT[+-]/.test(name)) return name === "GMT" && zone === "UTC" ? "UTC" : name;
  }
  const offset = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return (offset ?? zone).replace("GMT", "UTC");
}

/** "Monday digest", "Daily digest", "Monthly digest". */
export function digestTitle({ days }: Timing): string {
  if (days.kind === "monthly") return days.everyMonths === 3 ? "Quarterly digest" : "Monthly digest";
  const [first] = days.days;
  if (first === undefined || days.days.length > 1) return days.days.length >= 5 ? "Daily digest" : "Digest";
  return `${dayNames[first]} digest`;
}

/** What was taken where the words left it open. */
export function assumedWords(assumed: Assumed, { hour, minute, zone }: Timing): string {
  switch (assumed) {
    case "time":
      return `No time was said: ${hour}:${String(minute).padStart(2, "0")} is taken.`;
    case "zone-utc":
      return "No time zone was said: UTC is taken. Say a city to change it, for example at the end: Berlin.";
    case "time-kept":
      return `No time was said: ${hour}:${String(minute).padStart(2, "0")} stays.`;
    case "days-kept":
      return "No days were said: they stay.";
    case "zone-kept":
      return `No time zone was said: ${zone} stays.`;
    default:
      return assertNever(assumed);
  }
}

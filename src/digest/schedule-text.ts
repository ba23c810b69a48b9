import { UserError } from "#src/errors.ts";
import { localTime } from "./local-time.ts";
import { mondayOf, nextOccurrence } from "./occurrences.ts";
import { defaultRule, type PostRule, type Schedule } from "./schedule.ts";
import { readClock, USUAL_HOUR } from "./text/read-clock.ts";
import { type DaysReading, readDays } from "./text/read-days.ts";
import { readRefusal } from "./text/read-refusal.ts";
import { readRule } from "./text/read-rule.ts";
import { nearestZone, readZone } from "./text/read-zone.ts";
import type { Timing } from "./timing.ts";

/** What a line after `digest` asks for. */
export type ScheduleRequest =
  /** `paused`: set, and not to run yet: what takes back a step away from a paused one. */
  | { kind: "set"; schedule: Schedule; assumed: readonly Assumed[]; paused: boolean }
  | { kind: "rule"; rule: PostRule }
  | { kind: "list" | "pause" | "resume" | "remove" | "now" };

/** What the line left open, so that the answer says what was taken. */
export type Assumed = "zone-utc" | "zone-kept" | "time" | "time-kept" | "days-kept";

export interface ReadingContext {
  now: Date;
  /** The channel's schedule, whose zone and rule hold on where the line says nothing of them. */
  current: Schedule | null;
}

const commands: readonly (readonly [RegExp, "list" | "pause" | "resume" | "remove" | "now"])[] = [
  [/^(?:list|show|status|which|when)$/, "list"],
  [/^(?:pause|mute|hold|suspend|snooze)$/, "pause"],
  [/^(?:resume|unpause|unmute|continue|restart|start)$/, "resume"],
  [/^(?:remove|delete|stop|cancel|off|none|never|unsubscribe)$/, "remove"],
  [/^(?:now|right now|today|post|post now|run|run now)$/, "now"],
];

/** Words that join what the readers took. */
const FILLER =
  /\b(?:please|digest|digests|set|send|post|report|schedule|it|to|here|us(?!\/)|me|at|on|in|the|a|an|every|each|and|starting|time|zone|timezone|tz)\b|[,;.]/g;

/** "counted from 2026-11-23": in which of the weeks "every other" comes. */
const COUNTED = /\bcounted from (\d{4}-\d{2}-\d{2})\b/;
const PAUSED = /[\s,]*\bpaused$/;

const EXAMPLE =
  'Type for example "digest every weekday at 9:00 Europe/Berlin", "digest mondays 8am New York" or "digest first of the month".';

/**
 * Reads a line as a schedule or one of its commands.
 *
 * @throws UserError `bad-schedule` that says what to type
 */
export function readScheduleText(line: string, context: ReadingContext): ScheduleRequest {
  const text = line.toLowerCase().replace(/\s+/g, " ").trim();
  const bare = text
    .replace(/^(?:the )?(?:digests?|it)\s+|\s+(?:it|the digests?|digests?|this)$|^please\s+|\s+please$/g, "")
    .trim();
  const command = commands.find(([pattern]) => pattern.test(bare));
  if (command !== undefined) return { kind: command[1] };
  const { rule, rest } = readRule(text.replace(PAUSED, ""));
  const left = rest.replace(FILLER, " ").trim();
  if (rule !== null && left === "") return { kind: "rule", rule };
  return { ...setFrom(rest, line, rule, context), paused: PAUSED.test(text) };
}

/** Whether a line is about digests at all: a verb counts only when the rest fits. */
export function looksLikeSchedule(line: string): boolean {
  const text = line.toLowerCase().replace(/\s+/g, " ").trim();
  if (text === "" || commands.some(([pattern]) => pattern.test(text))) return true;
  const { rule, rest } = readRule(text);
  if (rule !== null && rest.replace(FILLER, " ").trim() === "") return true;
  return SCHEDULE_WORDS.test(text) || (text.split(" ").length <= FEW_WORDS && isPartOfOne(text));
}

const SCHEDULE_WORDS =
  /\b(?:every|each|daily|weekly|monthly|quarterly|yearly|hourly|fortnightly|biweekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week(?:day|end)s?|of (?:the )?month|eom|eod|always|flips?|threshold|mon|tue|wed|thu|fri|\d ?[ap]m|morning|evening|noon)\b/;
/** Longer lines are about something else. */
const FEW_WORDS = 8;

/** Days, a time, a place, or what is clear and refused. */
function isPartOfOne(text: string): boolean {
  if (readDays(text, new Date(0)) !== null) return true;
  if (readRefusal(text, new Date(0), "UTC") !== null) return true;
  const clock = readClock(text);
  if (clock === "bad") return /^(?:at )?\d{1,2}[:.]\d{2}$/.test(text);
  const words = (clock?.rest ?? text).replace(FILLER, " ").replace(/\s+/g, " ").trim();
  return (words === "" && clock !== null) || readZone(words) !== null;
}

function setFrom(
  given: string,
  line: string,
  rule: PostRule | null,
  { now, current }: ReadingContext,
): Omit<Extract<ScheduleRequest, { kind: "set" }>, "paused"> {
  const zoneNow = current?.timing.zone ?? "UTC";
  const counted = COUNTED.exec(given)?.[1] ?? null;
  const text = given.replace(COUNTED, " ").replace(/\s+/g, " ").trim();
  const refusal = readRefusal(text, now, zoneNow);
  if (refusal !== null) throw fault(refusal.message, refusal.nextStep);
  const read = readDays(text, localDay(now, zoneNow)) ?? keptDays(text, current);
  const { days, rest } = daysOf(read, line);
  const clock = clockOf(rest, line);
  const zoneWords = (clock?.rest ?? rest).replace(FILLER, " ").replace(/\s+/g, " ").trim();
  const zone = zoneOf(zoneWords) ?? zoneNow;
  const kept = current === null || days !== current.timing.days ? null : current.timing;
  const timing = {
    days,
    hour: clock?.hour ?? kept?.hour ?? USUAL_HOUR,
    minute: clock?.minute ?? kept?.minute ?? 0,
    zone,
  };
  const assumed: Assumed[] = [
    ...(kept === null ? [] : (["days-kept"] as const)),
    ...(clock === null ? [kept === null ? ("time" as const) : ("time-kept" as const)] : []),
    ...(zoneWords === "" ? [current === null ? ("zone-utc" as const) : ("zone-kept" as const)] : []),
  ];
  return {
    kind: "set",
    schedule: {
      timing: kept === null ? anchored(timing, now, counted) : timing,
      rule: rule ?? current?.rule ?? defaultRule,
    },
    assumed,
  };
}

/** A line that names only a time or a place leaves the days as they are. */
function keptDays(text: string, current: Schedule | null): DaysReading {
  const clock = readClock(text);
  if (current === null || clock === "bad") return null;
  const words = (clock?.rest ?? text).replace(FILLER, " ").replace(/\s+/g, " ").trim();
  const isPart = (words === "" && clock !== null) || readZone(words)?.kind === "zone";
  return isPart ? { days: current.timing.days, rest: text } : null;
}

/** Weeks are counted from the one in which the first digest comes, unless it was said which. */
function anchored(timing: Timing, now: Date, counted: string | null): Timing {
  const { days, zone } = timing;
  if (days.kind === "monthly") return timing;
  const soonest = nextOccurrence({ ...timing, days: { ...days, everyWeeks: 1 } }, now);
  const first = counted === null ? localDay(days.everyWeeks === 1 ? now : soonest, zone) : new Date(counted);
  if (Number.isNaN(first.getTime())) throw fault(`${counted} is no day.`, "Write it like 2026-11-23.");
  return { ...timing, days: { ...days, anchor: mondayOf(first).toISOString().slice(0, 10) } };
}

/** The calendar day somewhere, as midnight UTC of it. */
function localDay(at: Date, zone: string): Date {
  const { year, month, day } = localTime(at, zone);
  return new Date(Date.UTC(year, month - 1, day));
}

function clockOf(rest: string, line: string): Exclude<ReturnType<typeof readClock>, "bad"> {
  const clock = readClock(rest);
  if (clock === "bad") {
    throw fault(`"${short(line)}" has no time of day I can read.`, 'Write it like "9:00", "17:30" or "8am".');
  }
  if (clock !== null && readClock(clock.rest) !== null) {
    throw fault("A digest comes once a day at most, at one time.", EXAMPLE);
  }
  return clock;
}

function daysOf(read: DaysReading, line: string): Exclude<NonNullable<DaysReading>, { reason: unknown }> {
  if (read === null && readClock(line.toLowerCase()) === "bad") clockOf(line.toLowerCase(), line);
  if (read === null) throw fault(`I can't read days out of "${short(line)}".`, EXAMPLE);
  if (!("reason" in read)) return read;
  throw read.reason === "too-often"
    ? fault("A digest comes once a day at most: more would be muted.", EXAMPLE)
    : fault(
        "A channel has one digest, on days that follow one rule, at one time.",
        'Take either the days of the week or the day of the month, for example "digest mondays and thursdays 9:00 Berlin".',
      );
}

function zoneOf(words: string): string | null {
  if (words === "") return null;
  const read = readZone(words);
  if (read === null) {
    const near = nearestZone(words);
    throw fault(
      `I know no time zone "${short(words)}".`,
      near === null
        ? 'Name a city or a zone, like "Berlin", "America/New_York" or "UTC".'
        : `Did you mean ${near}? Name a city or a zone.`,
    );
  }
  if (read.kind === "zone") return read.zone;
  throw fault(
    `${short(words.toUpperCase())} means more than one time zone: ${read.zones.join(", ")}.`,
    "Say which, by that name.",
  );
}

function short(text: string): string {
  return text.trim().slice(0, 60);
}

function fault(message: string, nextStep: string): UserError {
  return new UserError({ code: "bad-schedule", message, nextStep, path: "text" });
}

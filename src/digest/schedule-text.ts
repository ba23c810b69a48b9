import { UserError } from "#src/errors.ts";
import { localTime } from "./local-time.ts";
import { defaultRule, type PostRule, type Schedule } from "./schedule.ts";
import { readClock, USUAL_HOUR } from "./text/read-clock.ts";
import { type DaysReading, readDays } from "./text/read-days.ts";
import { readRule } from "./text/read-rule.ts";
import { readZone } from "./text/read-zone.ts";

/** What a line after `digest` asks for. */
export type ScheduleRequest =
  | { kind: "set"; schedule: Schedule; assumed: readonly Assumed[] }
  | { kind: "rule"; rule: PostRule }
  | { kind: "list" | "pause" | "resume" | "remove" | "now" };

/** What the line left open, so that the answer says what was taken. */
export type Assumed = "zone-utc" | "zone-kept" | "time";

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
  const { rule, rest } = readRule(text);
  const left = rest.replace(FILLER, " ").trim();
  if (rule !== null && left === "") return { kind: "rule", rule };
  return setFrom(rest, line, rule, context);
}

/** Whether a line is about digests at all: a verb counts only when the rest fits. */
export function looksLikeSchedule(line: string): boolean {
  const text = line.toLowerCase().replace(/\s+/g, " ").trim();
  if (text === "" || commands.some(([pattern]) => pattern.test(text))) return true;
  const { rule, rest } = readRule(text);
  if (rule !== null && rest.replace(FILLER, " ").trim() === "") return true;
  return /\b(?:every|each|daily|weekly|monthly|quarterly|hourly|fortnightly|biweekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week(?:day|end)s?|of the month|always|flips?|threshold|mon|tue|wed|thu|fri|\d ?[ap]m|morning|evening|noon)\b/.test(
    text,
  );
}

function setFrom(text: string, line: string, rule: PostRule | null, { now, current }: ReadingContext): ScheduleRequest {
  const zoneNow = current?.timing.zone ?? "UTC";
  const here = localTime(now, zoneNow);
  const read = daysOf(readDays(text, new Date(Date.UTC(here.year, here.month - 1, here.day))), line);
  const clock = readClock(read.rest);
  if (clock === "bad")
    throw fault(`"${short(line)}" has no time of day I can read.`, 'Write it like "9:00", "17:30" or "8am".');
  const zoneWords = (clock?.rest ?? read.rest).replace(FILLER, " ").replace(/\s+/g, " ").trim();
  const zone = zoneOf(zoneWords);
  const timing = {
    days: read.days,
    hour: clock?.hour ?? USUAL_HOUR,
    minute: clock?.minute ?? 0,
    zone: zone ?? zoneNow,
  };
  const assumed: Assumed[] = [
    ...(clock === null ? (["time"] as const) : []),
    ...(zone === null ? [current === null ? ("zone-utc" as const) : ("zone-kept" as const)] : []),
  ];
  return { kind: "set", schedule: { timing, rule: rule ?? current?.rule ?? defaultRule }, assumed };
}

function daysOf(read: DaysReading, line: string): Exclude<NonNullable<DaysReading>, { reason: unknown }> {
  if (read === null) throw fault(`I can't read days out of "${short(line)}".`, EXAMPLE);
  if (!("reason" in read)) return read;
  throw read.reason === "too-often"
    ? fault("A digest comes once a day at most: more would be muted.", EXAMPLE)
    : fault(
        "A channel has one digest, on days that follow one rule.",
        'Take either the days of the week or the day of the month, for example "digest mondays and thursdays 9:00 Berlin".',
      );
}

function zoneOf(words: string): string | null {
  if (words === "") return null;
  const read = readZone(words);
  if (read === null) {
    throw fault(
      `I know no time zone "${short(words)}".`,
      'Name a city or a zone, like "Berlin", "America/New_York" or "UTC".',
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

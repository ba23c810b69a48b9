import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextOccurrences } from "#src/digest/occurrences.ts";
import type { PostRule, Schedule } from "#src/digest/schedule.ts";
import { looksLikeSchedule, readScheduleText } from "#src/digest/schedule-text.ts";
import type { Days, MonthDay, Weekday } from "#src/digest/timing.ts";
import { UserError } from "#src/errors.ts";
import { scheduleCommand } from "#src/reply/wording/schedule-words.ts";

/** A Tuesday. */
const now = new Date("2026-11-24T12:00:00Z");

function read(line: string, current: Schedule | null = null) {
  return readScheduleText(line, { now, current });
}

/** The first two runs of a line, UTC, to the minute. */
function runs(line: string): string[] {
  const request = read(line);
  if (request.kind !== "set") throw new Error(`${line} sets nothing`);
  return nextOccurrences(request.schedule.timing, now, 2).map((at) => at.toISOString().slice(0, 16));
}

function faultOf(line: string): string {
  try {
    read(line);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error(`${line} was read`);
}

describe("days, times and zones in people's words", () => {
  test.each([
    // Berlin is UTC+1 in winter.
    ["every weekday at 9:00 Europe/Berlin", "2026-11-25T08:00", "2026-11-26T08:00"],
    ["mondays 8am", "2026-11-30T08:00", "2026-12-07T08:00"],
    ["daily", "2026-11-25T09:00", "2026-11-26T09:00"],
    ["every day at 9", "2026-11-25T09:00", "2026-11-26T09:00"],
    ["first of the month", "2026-12-01T09:00", "2027-01-01T09:00"],
    // The week of 23 November counts, the next one does not.
    ["every other friday", "2026-11-27T09:00", "2026-12-11T09:00"],
    // 19:30 in New York is half past midnight UTC of the next day: Tuesday's is still to come.
    ["tue and thu 7:30 pm New York", "2026-11-25T00:30", "2026-11-27T00:30"],
    ["monthly on the 15th at 17:30 London", "2026-12-15T17:30", "2027-01-15T17:30"],
    ["last friday of the month at noon CET", "2026-11-27T11:00", "2026-12-25T11:00"],
    ["last day of the month", "2026-11-30T09:00", "2026-12-31T09:00"],
    ["weekends 10:00 UTC+2", "2026-11-28T08:00", "2026-11-29T08:00"],
    ["every 2 weeks on wed 9am PST", "2026-11-25T17:00", "2026-12-09T17:00"],
    ["monday to friday 8h30 paris", "2026-11-25T07:30", "2026-11-26T07:30"],
    ["fri-mon 6:00 Tokyo", "2026-11-26T21:00", "2026-11-27T21:00"],
    ["every third tuesday of the month 9am london", "2026-12-15T09:00", "2027-01-19T09:00"],
    ["fridays at 4pm US/Pacific always", "2026-11-28T00:00", "2026-12-05T00:00"],
    ["31st of the month 9:00 Sydney", "2026-11-29T22:00", "2026-12-30T22:00"],
    ["Weekly", "2026-11-30T09:00", "2026-12-07T09:00"],
    ["quarterly", "2027-01-01T09:00", "2027-04-01T09:00"],
    ["12am daily", "2026-11-25T00:00", "2026-11-26T00:00"],
    ["daily 12pm Mumbai", "2026-11-25T06:30", "2026-11-26T06:30"],
  ])("%s", (line, first, second) => {
    expect(runs(line)).toEqual([first, second]);
  });

  test("says what it took where the words leave something open", () => {
    expect(read("daily")).toMatchObject({ assumed: ["time", "zone-utc"] });
    expect(read("mondays 8am Berlin")).toMatchObject({ assumed: [] });
  });

  test("keeps the channel's zone and rule when only the days change", () => {
    const before = read("mondays 8am Tokyo always");
    if (before.kind !== "set") throw new Error("not set");
    expect(read("fridays 9am", before.schedule)).toMatchObject({
      schedule: { timing: { zone: "Asia/Tokyo", hour: 9 }, rule: { kind: "always" } },
      assumed: ["zone-kept"],
    });
  });

  test.each([
    ["daily 9am IST", /Asia\/Kolkata, Europe\/Dublin, Asia\/Jerusalem.*Say which/],
    ["mondays CST", /America\/Chicago, Asia\/Shanghai/],
    ["hourly", /once a day at most/],
    ["twice a day", /once a day at most/],
    ["daily 25:00", /no time of day/],
    ["daily 13pm", /no time of day/],
    ["every monday 9:00 Narnia", /no time zone "narnia".*Name a city/],
    ["every blah", /can't read days.*Type for example/],
    ["mondays and first of the month", /days that follow one rule/],
  ])("%s is refused with what to type instead", (line, sentence) => {
    expect(faultOf(line)).toMatch(sentence);
  });
});

describe("commands and thresholds", () => {
  test.each([
    ["list", "list"],
    ["pause", "pause"],
    ["pause it", "pause"],
    ["resume", "resume"],
    ["stop", "remove"],
    ["now", "now"],
  ])("%s", (line, kind) => {
    expect(read(line)).toEqual({ kind });
  });

  test.each<[string, PostRule]>([
    ["always", { kind: "always" }],
    ["only flips", { kind: "flips" }],
    ["only when the verdict changes", { kind: "flips" }],
    ["over 5% or $200", { kind: "moved", share: 0.05, usd: 200 }],
    ["threshold $1.5k", { kind: "moved", share: null, usd: 1500 }],
    ["if it moves by 20%, up or down", { kind: "moved", share: 0.2, usd: null }],
    ["only when something moves", { kind: "moved", share: 0.1, usd: 500 }],
  ])("%s", (line, rule) => {
    expect(read(line)).toEqual({ kind: "rule", rule });
  });

  test.each([
    ["our uploads, 50 a second", false],
    ["service: 200 requests/s at 512 MB", false],
    ["every tuesday", true],
    ["over 5% or $200", true],
    ["over 5% of images are large, 50 a second", false],
    ["", true],
  ])('"%s" is about digests: %s', (line, expected) => {
    expect(looksLikeSchedule(line)).toBe(expected);
  });
});

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const monthDay: fc.Arbitrary<MonthDay> = fc.oneof(
  fc.record({ kind: fc.constant("day" as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.constant({ kind: "last-day" as const }),
  fc.record({
    kind: fc.constant("weekday" as const),
    nth: fc.constantFrom<1 | 2 | 3 | 4 | -1>(1, 2, 3, 4, -1),
    weekday,
  }),
);
const days: fc.Arbitrary<Days> = fc.oneof(
  fc.record({
    kind: fc.constant("weekly" as const),
    days: fc.uniqueArray(weekday, { minLength: 1 }).map((list) => list.toSorted()),
    everyWeeks: fc.integer({ min: 1, max: 8 }),
    // The week of `now`: it is said, and counts, only where some weeks are left out.
    anchor: fc.constant("2026-11-23"),
  }),
  fc.record({
    kind: fc.constant("weekly" as const),
    days: fc.uniqueArray(weekday, { minLength: 1 }).map((list) => list.toSorted()),
    everyWeeks: fc.integer({ min: 2, max: 8 }),
    anchor: fc.constantFrom("2026-11-23", "2026-11-30", "2026-06-01"),
  }),
  fc.record({ kind: fc.constant("monthly" as const), on: monthDay, everyMonths: fc.constantFrom<1 | 3>(1, 3) }),
);
const rule: fc.Arbitrary<PostRule> = fc.oneof(
  fc.constant({ kind: "always" as const }),
  fc.constant({ kind: "flips" as const }),
  fc
    .record({
      kind: fc.constant("moved" as const),
      share: fc.option(fc.integer({ min: 1, max: 90 }).map((percent) => percent / 100)),
      usd: fc.option(fc.integer({ min: 1, max: 100_000 })),
    })
    .filter(({ share, usd }) => share !== null || usd !== null),
);
const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC", "Etc/GMT-2", "+05:30", "-03:30");

test("the words shown to take a step back set exactly the same again", () => {
  const schedule = fc.record({
    timing: fc.record({ days, hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }), zone }),
    rule,
  });
  fc.assert(
    fc.property(schedule, (original) => {
      const typed = scheduleCommand(original).replace(/^digest /, "");
      expect(read(typed)).toEqual({
        kind: "set",
        schedule: original,
        assumed: [],
        paused: false,
      });
    }),
    { numRuns: 400 },
  );
});

import { describe, expect, test } from "vitest";
import { nextOccurrences } from "#src/digest/occurrences.ts";
import type { Schedule } from "#src/digest/schedule.ts";
import { looksLikeSchedule, readScheduleText } from "#src/digest/schedule-text.ts";
import { UserError } from "#src/errors.ts";
import { scheduleCommand } from "#src/reply/wording/schedule-words.ts";

/** A Tuesday, noon UTC. */
const now = new Date("2026-11-24T12:00:00Z");

function schedule(line: string, current: Schedule | null = null): Schedule {
  const request = readScheduleText(line, { now, current });
  if (request.kind !== "set") throw new Error(`${line} sets nothing`);
  return request.schedule;
}

/** The first two runs, UTC, to the minute. */
function runs(set: Schedule): string[] {
  return nextOccurrences(set.timing, now, 2).map((at) => at.toISOString().slice(0, 16));
}

function sentenceOf(line: string): string {
  try {
    readScheduleText(line, { now, current: null });
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error(`"${line}" was read`);
}

/** Without a zone UTC is taken, without an hour 9:00. */
const phrases = [
  ["weekdays at 9 Berlin time", "2026-11-25T08:00", "2026-11-26T08:00"],
  ["every other monday", "2026-11-30T09:00", "2026-12-14T09:00"],
  ["1st of month 8:30", "2026-12-01T08:30", "2027-01-01T08:30"],
  ["daily at noon", "2026-11-25T12:00", "2026-11-26T12:00"],
  ["mondays 8am PST", "2026-11-30T16:00", "2026-12-07T16:00"],
  ["fridays eod", "2026-11-27T17:00", "2026-12-04T17:00"],
  ["every quarter", "2027-01-01T09:00", "2027-04-01T09:00"],
  ["end of the quarter", "2026-12-31T09:00", "2027-03-31T09:00"],
  ["every morning", "2026-11-25T09:00", "2026-11-26T09:00"],
  ["every weekday morning", "2026-11-25T09:00", "2026-11-26T09:00"],
  ["mon-fri 9am", "2026-11-25T09:00", "2026-11-26T09:00"],
  ["M-F 9am", "2026-11-25T09:00", "2026-11-26T09:00"],
  ["Mon, Wed and Fri at 10", "2026-11-25T10:00", "2026-11-27T10:00"],
  ["every 2 weeks", "2026-11-30T09:00", "2026-12-14T09:00"],
  ["biweekly on thursdays 3pm London", "2026-11-26T15:00", "2026-12-10T15:00"],
  ["fortnightly", "2026-11-30T09:00", "2026-12-14T09:00"],
  ["once a week", "2026-11-30T09:00", "2026-12-07T09:00"],
  ["once a month", "2026-12-01T09:00", "2027-01-01T09:00"],
  ["end of month", "2026-11-30T09:00", "2026-12-31T09:00"],
  ["eom 5pm", "2026-11-30T17:00", "2026-12-31T17:00"],
  ["first monday of every month at 9:30 CET", "2026-12-07T08:30", "2027-01-04T08:30"],
  ["second tuesday 10am", "2026-12-08T10:00", "2027-01-12T10:00"],
  ["on the 15th 9am Madrid", "2026-12-15T08:00", "2027-01-15T08:00"],
  ["the 1st 9:00", "2026-12-01T09:00", "2027-01-01T09:00"],
  ["every weekday 9 Berlin", "2026-11-25T08:00", "2026-11-26T08:00"],
  ["weekdays 0900 EST", "2026-11-24T14:00", "2026-11-25T14:00"],
  ["weekdays 9:00am ET", "2026-11-24T14:00", "2026-11-25T14:00"],
  ["tuesdays at 9.30", "2026-12-01T09:30", "2026-12-08T09:30"],
  ["wednesdays 17:00 Kolkata", "2026-11-25T11:30", "2026-12-02T11:30"],
  ["thursday", "2026-11-26T09:00", "2026-12-03T09:00"],
  ["sunday evening", "2026-11-29T18:00", "2026-12-06T18:00"],
  ["weekend", "2026-11-28T09:00", "2026-11-29T09:00"],
  ["sat & sun 11:00", "2026-11-28T11:00", "2026-11-29T11:00"],
  ["each friday at 16h Paris", "2026-11-27T15:00", "2026-12-04T15:00"],
  ["every single day at 7", "2026-11-25T07:00", "2026-11-26T07:00"],
  ["daily 9am UTC+5:30", "2026-11-25T03:30", "2026-11-26T03:30"],
  ["mondays 9am eastern time", "2026-11-30T14:00", "2026-12-07T14:00"],
  ["mondays 9:00 London, always", "2026-11-30T09:00", "2026-12-07T09:00"],
  ["every weekday at 9:00 Europe/Berlin over 5%", "2026-11-25T08:00", "2026-11-26T08:00"],
  ["weekly on fridays", "2026-11-27T09:00", "2026-12-04T09:00"],
  ["every 4 weeks on tuesday 10:00 NYC", "2026-11-24T15:00", "2026-12-22T15:00"],
  ["at 9 every monday in Berlin", "2026-11-30T08:00", "2026-12-07T08:00"],
  ["mondays 9 o'clock", "2026-11-30T09:00", "2026-12-07T09:00"],
  ["on weekdays, 8:15 a.m., New York", "2026-11-24T13:15", "2026-11-25T13:15"],
  ["Tuesdays and Thursdays at midday, Tokyo time", "2026-11-26T03:00", "2026-12-01T03:00"],
  ["weekdays 12:00 AM", "2026-11-25T00:00", "2026-11-26T00:00"],
  // Monday has begun in Tokyo when it is Sunday evening in UTC; here it is Tuesday in both.
  ["every second wednesday 8:00 Tokyo", "2026-11-24T23:00", "2026-12-08T23:00"],
] as const;

const refused = [
  ["at 25:00", /no time of day/],
  ["tomorrow", /again and again.*every wednesday.*digest now/],
  ["today at 5pm", /again and again.*every tuesday/],
  ["next monday", /again and again.*every monday/],
  ["in 2 hours", /again and again/],
  ["twice a month", /one day of it.*every other monday/],
  ["15th and 30th", /one day of it.*every other monday/],
  ["1st and 15th of the month", /one day of it/],
  ["twice a week", /which days.*mondays and thursdays/],
  ["every 3 days", /not counted on.*mondays, wednesdays and fridays/],
  ["every other day", /not counted on/],
  ["every 6 hours", /once a day at most/],
  ["every 15 minutes", /once a day at most/],
  ["every day at 9 and 17", /once a day at most/],
  ["last business day of the month", /not counted.*last friday of the month/],
  ["first working day of the month 9:00", /not counted.*first monday of the month/],
  ["yearly", /every month or every quarter.*first day of the quarter/],
  ["every 2 months", /every month or every quarter/],
  ["every day except sunday", /not left out.*monday to saturday/],
  ["monday 9am and thursday 5pm", /one rule, at one time/],
  ["0 9 * * 1-5", /cron.*every weekday at 9:00/],
  ["daily 9am America/Los_Angles", /Did you mean America\/Los_Angeles/],
  ["daily 9am Amsterdm", /Did you mean Europe\/Amsterdam/],
  ["jeden montag 9 uhr", /can't read days.*Type for example/],
  ["mondya 9am", /can't read days.*mondays/],
  ["9am", /can't read days.*Type for example/],
] as const;

describe("schedules as people type them", () => {
  test.each(phrases)("%s", (line, first, second) => {
    expect(looksLikeSchedule(line)).toBe(true);
    expect(runs(schedule(line))).toEqual([first, second]);
  });

  test.each(refused)("%s: refused, with the nearest that can be had", (line, sentence) => {
    expect(sentenceOf(line)).toMatch(sentence);
  });

  test.each(["tomorrow", "at 25:00", "twice a week", "yearly", "9am", "Berlin"])(
    '"%s" after the verb is about digests',
    (line) => {
      expect(looksLikeSchedule(line)).toBe(true);
    },
  );

  test("what a refusal offers can be typed", () => {
    for (const [line] of refused) {
      const offered = [...sentenceOf(line).matchAll(/"digest ([^"]+)"/g)].map(([, words = ""]) => words);
      for (const words of offered) {
        expect(["set", "now"]).toContain(readScheduleText(words, { now, current: null }).kind);
      }
    }
  });
});

describe("changing one part", () => {
  const before = schedule("mondays 8am Tokyo always");

  test.each([
    ["at 10", { ...before, timing: { ...before.timing, hour: 10 } }],
    ["10:30", { ...before, timing: { ...before.timing, hour: 10, minute: 30 } }],
    ["Berlin", { ...before, timing: { ...before.timing, zone: "Europe/Berlin" } }],
    ["9:00 London", { ...before, timing: { ...before.timing, hour: 9, zone: "Europe/London" } }],
  ])("%s leaves the rest as it is", (line, after) => {
    expect(schedule(line, before)).toEqual(after);
  });

  test("says what stayed", () => {
    expect(readScheduleText("Berlin", { now, current: before })).toMatchObject({
      assumed: ["days-kept", "time-kept"],
    });
  });

  test("words that take a step back keep the weeks that count, and that it was paused", () => {
    const every = schedule("every other friday 9:00 Berlin");
    const typed = scheduleCommand(every, "paused").replace(/^digest /, "");
    // A week later, "every other friday" alone would count from the wrong week.
    const later = new Date("2026-12-01T12:00:00Z");
    expect(readScheduleText(typed, { now: later, current: null })).toEqual({
      kind: "set",
      schedule: every,
      assumed: [],
      paused: true,
    });
  });

  test("weeks are those of the place: Monday has begun in Tokyo while it is Sunday in UTC", () => {
    const sunday = new Date("2026-11-22T20:00:00Z");
    const request = readScheduleText("every other monday 9:00 Tokyo", { now: sunday, current: null });
    if (request.kind !== "set") throw new Error("not set");
    // 9:00 in Tokyo is midnight UTC.
    expect(nextOccurrences(request.schedule.timing, sunday, 2).map((at) => at.toISOString().slice(0, 10))).toEqual([
      "2026-11-23",
      "2026-12-07",
    ]);
  });
});

import { PgBoss } from "pg-boss";
import { describe, expect, test } from "vitest";
import { latestOccurrence, nextOccurrence, nextOccurrences } from "#src/digest/occurrences.ts";
import type { Days, Timing } from "#src/digest/timing.ts";

const daily: Days = { kind: "weekly", days: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, anchor: "2026-01-05" };

function at(days: Days, hour: number, minute: number, zone: string): Timing {
  return { days, hour, minute, zone };
}

function next(timing: Timing, after: string, count: number): string[] {
  return nextOccurrences(timing, new Date(after), count).map((one) => one.toISOString().slice(0, 16));
}

describe("summer time", () => {
  test("9:00 stays 9:00 on the wall when it begins and when it ends", () => {
    const berlin = at(daily, 9, 0, "Europe/Berlin");
    // Clocks go forward on 29 March 2026 and back on 25 October 2026.
    expect(next(berlin, "2026-03-27T12:00:00Z", 3)).toEqual([
      "2026-03-28T08:00",
      "2026-03-29T07:00",
      "2026-03-30T07:00",
    ]);
    expect(next(berlin, "2026-10-23T12:00:00Z", 3)).toEqual([
      "2026-10-24T07:00",
      "2026-10-25T08:00",
      "2026-10-26T08:00",
    ]);
  });

  test("a time that clocks skip comes an hour later that day; one they show twice comes once", () => {
    const berlin = at(daily, 2, 30, "Europe/Berlin");
    // 02:30 does not exist on 29 March: 03:30 summer time is 01:30 UTC.
    expect(next(berlin, "2026-03-28T12:00:00Z", 2)).toEqual(["2026-03-29T01:30", "2026-03-30T00:30"]);
    // 02:30 comes at 00:30 and at 01:30 UTC on 25 October: the first counts.
    expect(next(berlin, "2026-10-24T12:00:00Z", 2)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
  });

  test("clocks that move by half an hour", () => {
    // Lord Howe goes from +10:30 to +11 on 4 October 2026 at 2:00: 2:15 does not exist.
    // On 4 October 2:15 is shown as 2:45 at +11, 15:45 UTC of the day before; after that 2:15 is 15:15 UTC.
    expect(next(at(daily, 2, 15, "Australia/Lord_Howe"), "2026-10-02T20:00:00Z", 2)).toEqual([
      "2026-10-03T15:45",
      "2026-10-04T15:15",
    ]);
  });
});

describe("ends of months", () => {
  test("the 31st is the last day of a short month, leap years included", () => {
    const days: Days = { kind: "monthly", on: { kind: "day", day: 31 }, everyMonths: 1 };
    expect(next(at(days, 9, 0, "UTC"), "2028-01-15T00:00:00Z", 4)).toEqual([
      "2028-01-31T09:00",
      "2028-02-29T09:00",
      "2028-03-31T09:00",
      "2028-04-30T09:00",
    ]);
  });

  test("29 February comes every year, on the 28th where there is none", () => {
    const days: Days = { kind: "monthly", on: { kind: "day", day: 29 }, everyMonths: 1 };
    expect(next(at(days, 9, 0, "UTC"), "2027-02-01T00:00:00Z", 1)).toEqual(["2027-02-28T09:00"]);
    expect(next(at(days, 9, 0, "UTC"), "2028-02-01T00:00:00Z", 1)).toEqual(["2028-02-29T09:00"]);
  });
});

test("the last day and the last Friday of a quarter are those of its last month", () => {
  const last: Days = { kind: "monthly", on: { kind: "last-day" }, everyMonths: 3 };
  expect(next(at(last, 9, 0, "UTC"), "2026-11-24T00:00:00Z", 3)).toEqual([
    "2026-12-31T09:00",
    "2027-03-31T09:00",
    "2027-06-30T09:00",
  ]);
  const friday: Days = { kind: "monthly", on: { kind: "weekday", nth: -1, weekday: 5 }, everyMonths: 3 };
  expect(next(at(friday, 9, 0, "UTC"), "2026-11-24T00:00:00Z", 2)).toEqual(["2026-12-25T09:00", "2027-03-26T09:00"]);
});

test("the latest missed one is found, and none before the schedule was due", () => {
  const timing = at(daily, 9, 0, "UTC");
  const from = new Date("2026-11-20T09:00:00Z");
  expect(latestOccurrence(timing, from, new Date("2026-11-24T08:59:00Z"))?.toISOString()).toBe(
    "2026-11-23T09:00:00.000Z",
  );
  expect(latestOccurrence(timing, from, new Date("2026-11-20T08:59:00Z"))).toBeNull();
});

/** The job engine's own reading of cron is the second opinion; hours that clocks skip are left out. */
test.each([
  ["0 9 * * 1-5", { ...daily, days: [1, 2, 3, 4, 5] }],
  ["0 9 1 * *", { kind: "monthly", on: { kind: "day", day: 1 }, everyMonths: 1 }],
  ["0 9 L * *", { kind: "monthly", on: { kind: "last-day" }, everyMonths: 1 }],
  ["0 9 * * 5#2", { kind: "monthly", on: { kind: "weekday", nth: 2, weekday: 5 }, everyMonths: 1 }],
  ["0 9 L 3,6,9,12 *", { kind: "monthly", on: { kind: "last-day" }, everyMonths: 3 }],
  ["0 9 1 1,4,7,10 *", { kind: "monthly", on: { kind: "day", day: 1 }, everyMonths: 3 }],
] satisfies readonly (readonly [string, Days])[])("agrees with cron %s in many zones", (cron, days) => {
  const boss = new PgBoss({ connectionString: "postgresql://nowhere", schedule: false });
  for (const zone of [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/Sao_Paulo",
  ]) {
    const from = new Date("2026-01-01T00:00:00Z");
    const count = cron.includes("1-5") ? 60 : 8;
    expect(nextOccurrences(at(days, 9, 0, zone), from, count)).toEqual(
      boss.previewSchedule(cron, { tz: zone, from, count }),
    );
  }
});

test("every time comes after the one before", () => {
  const timing = at(daily, 0, 30, "America/Sao_Paulo");
  let after = new Date("2018-10-20T00:00:00Z");
  for (let day = 0; day < 60; day += 1) {
    const following = nextOccurrence(timing, after);
    expect(following.getTime()).toBeGreaterThan(after.getTime());
    after = following;
  }
  // 60 nights later, though midnight of 4 November 2018 did not exist there.
  expect(after.toISOString().slice(0, 10)).toBe("2018-12-18");
});

import { describe, expect, test } from "vitest";
import { createSpread, planOne } from "#src/digest/plan-runs.ts";
import { readScheduleText } from "#src/digest/schedule-text.ts";

const due = new Date("2026-11-24T09:00:00Z");

function scheduleOf(tenant: string, nextAt = due) {
  const request = readScheduleText("daily 9:00 UTC", { now: new Date("2026-11-23T10:00:00Z"), current: null });
  if (request.kind !== "set") throw new Error("not set");
  const key = { platform: "slack", tenant, channel: "C" };
  const setBy = { id: "U1", name: "ada" };
  const at = new Date("2026-11-23T10:00:00Z");
  return { id: "s", key, body: request.schedule, state: "running", nextAt, refusals: 0, setBy, setAt: at } as const;
}

/** Seconds after 9:00 at which runs of these tenants begin. */
function startsOf(tenants: readonly string[]): number[] {
  const spread = createSpread();
  return tenants.map((tenant) => {
    const { run } = spread(planOne(scheduleOf(tenant), new Date(due.getTime() - 60_000), () => "r"));
    if (run === null) throw new Error("no run");
    return (run.notBefore.getTime() - due.getTime()) / 1000;
  });
}

describe("what is due at 9:00 together", () => {
  test("comes one a second in a workspace", () => {
    expect(startsOf(["T", "T", "T", "T"])).toEqual([0, 1, 2, 3]);
  });

  test("comes forty a second over all workspaces of a platform", () => {
    const starts = startsOf(Array.from({ length: 400 }, (_, n) => `T${n}`));
    for (let second = 0; second < 10; second += 1) {
      expect(starts.filter((at) => at >= second && at < second + 1)).toHaveLength(40);
    }
  });

  test("nobody waits for a workspace that has many", () => {
    const starts = startsOf([...Array.from({ length: 60 }, () => "large"), "small"]);
    expect(starts.at(-1)).toBeLessThan(2);
  });
});

describe("missed ones", () => {
  const nextAt = new Date("2026-11-20T09:00:00Z");
  test.each([
    // On time, a quarter of an hour late and a little more, half a day and a little more.
    ["2026-11-24T09:00:10Z", "2026-11-24T09:00", false],
    ["2026-11-24T09:15:00Z", "2026-11-24T09:00", false],
    ["2026-11-24T09:15:01Z", "2026-11-24T09:00", true],
    ["2026-11-24T21:00:00Z", "2026-11-24T09:00", true],
    ["2026-11-24T21:00:01Z", null, null],
    ["2026-11-24T08:59:00Z", null, null],
  ])("at %s the latest is made, unless it is older than 12 hours", (now, occurrence, late) => {
    const { run } = planOne(scheduleOf("T", nextAt), new Date(now), () => "r");
    expect([run?.occurrence.toISOString().slice(0, 16) ?? null, run?.late ?? null]).toEqual([occurrence, late]);
  });

  test("the next one is after now, whatever was missed", () => {
    const { nextAt: next } = planOne(scheduleOf("T", nextAt), new Date("2026-11-24T21:00:01Z"), () => "r");
    expect(next.toISOString()).toBe("2026-11-25T09:00:00.000Z");
  });
});

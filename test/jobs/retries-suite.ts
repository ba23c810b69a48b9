import { setTimeout as wait } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { expect, test } from "vitest";
import { z } from "zod";
import { RetryLater } from "#src/errors.ts";
import { startJobs } from "#src/jobs/pg-boss.ts";
import type { JobQueue } from "#src/jobs/port.ts";
import type { Store } from "#src/storage/port.ts";

const jobSchema = z.object({ what: z.string() });

/** What a queue promises, on whichever storage. */
export function jobRetries(name: string, storeOf: () => Store): void {
  test(`${name}: failed jobs are tried again with longer waits and then given up; one put off counts no failure`, async () => {
    const clock = new TestClock(new Date("2026-01-24T09:00:00Z"));
    const began = clock.now();
    const tries = new Map<string, number[]>();
    const triesOf = (what: string): number[] => tries.get(what) ?? [];
    const dead: unknown[] = [];
    const queue: JobQueue = {
      name: "try",
      handle: async (data) => {
        const { what } = jobSchema.parse(data);
        tries.set(what, [...triesOf(what), Math.round((clock.now() - began) / 1000)]);
        if (what === "fails") throw new Error("no");
        if (triesOf("waits").length < 4) throw new RetryLater("later", 5_000);
      },
      gaveUp: async (data) => {
        dead.push(data);
      },
      retries: 2,
      firstRetrySeconds: 10,
      longestRetrySeconds: 60,
      expireSeconds: 60,
      batch: 5,
    };
    const errors: unknown[] = [];
    const options = { clock, pollSeconds: 5, superviseSeconds: 60, onError: (error: unknown) => errors.push(error) };
    const jobs = await startJobs(storeOf().jobs, [queue], [], options);
    try {
      await jobs.enqueue("try", [
        { key: "a", data: { what: "fails" }, startAfter: null },
        { key: "b", data: { what: "waits" }, startAfter: null },
        // The same key while the first waits: not made.
        { key: "b", data: { what: "waits" }, startAfter: null },
      ]);
      for (let second = 0; second < 150 && (dead.length === 0 || triesOf("waits").length < 4); second += 5) {
        await clock.tick(5_000);
        await wait(4);
      }
    } finally {
      await jobs.stop();
    }
    // Two retries allowed: three tries, though "waits" was put off three times and is never dead.
    expect(triesOf("fails")).toHaveLength(3);
    expect(triesOf("waits")).toHaveLength(4);
    expect(dead).toEqual([{ what: "fails" }]);
    const [first = 0, second = 0, third = 0] = triesOf("fails");
    // 10 s doubling, with jitter that never shortens it below half.
    expect(second - first).toBeGreaterThanOrEqual(5);
    expect(third - second).toBeGreaterThanOrEqual(10);
    expect(errors).toEqual([]);
  });
}

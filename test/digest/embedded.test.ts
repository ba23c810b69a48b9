import { join } from "node:path";
import { TestClock } from "pg-boss";
import { expect, test } from "vitest";
import { startJobs } from "#src/jobs/pg-boss.ts";
import type { JobQueue } from "#src/jobs/port.ts";
import { jobRetries } from "#test/jobs/retries-suite.ts";
import { crashRound } from "#test/support/digest-crash.ts";
import { sharedStore } from "#test/support/shared-store.ts";
import { temporaryDirectory } from "#test/support/temporary-directory.ts";
import { timeTravel } from "./time-travel-suite.ts";

const store = sharedStore();

jobRetries("jobs on the embedded store", store);
timeTravel("digests on the embedded store", store);

test("killed at a random moment and started again on the embedded store, every channel gets its digest once", {
  timeout: 120_000,
}, async () => {
  const directory = temporaryDirectory();
  const outcome = await crashRound({ databaseUrl: null, dataDir: join(directory, "data") }, join(directory, "posted"), {
    channels: 4,
    replicas: 1,
    kills: 1,
    replace: true,
    random: Math.random,
    postMs: 80,
    expireSeconds: 90,
  });
  expect([...outcome.shown.values()]).toEqual(Array.from({ length: 4 }, () => 1));
});

test("what a process had in hand when it died is tried again soon after the next one starts, not when it expires", async () => {
  const started: number[] = [];
  const stuck = Promise.withResolvers<void>();
  const queue = (handle: JobQueue["handle"]): JobQueue => ({
    name: "lost",
    handle,
    gaveUp: async () => {},
    retries: 3,
    firstRetrySeconds: 10,
    longestRetrySeconds: 60,
    expireSeconds: 3_600,
    batch: 5,
  });
  const options = (clock: TestClock) => ({ clock, pollSeconds: 5, superviseSeconds: 60, onError: () => {} });
  // A process whose time stands still does nothing more, like one that died.
  const before = new TestClock(new Date("2028-10-01T09:00:00Z"));
  const dying = await startJobs(store().jobs, [queue(() => stuck.promise)], [], options(before));
  await dying.enqueue("lost", [{ key: "a", data: {}, startAfter: null }]);
  await before.tick(5_000);
  const clock = new TestClock(new Date("2028-10-01T09:01:00Z"));
  const began = clock.now();
  const handle = async (): Promise<void> => void started.push((clock.now() - began) / 1000);
  const next = await startJobs(store().jobs, [queue(handle)], [], options(clock));
  for (let second = 0; second < 60 && started.length === 0; second += 5) await clock.tick(5_000);
  stuck.resolve();
  await next.stop();
  await dying.stop();
  expect(started).toHaveLength(1);
  expect(started[0]).toBeLessThan(60);
});

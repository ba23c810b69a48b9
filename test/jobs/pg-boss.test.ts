import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RetryLater } from "#src/errors.ts";
import { startJobs } from "#src/jobs/pg-boss.ts";
import type { JobQueue } from "#src/jobs/port.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";

const directory = mkdtempSync(join(tmpdir(), "rethink-"));
let store: Store;
beforeAll(async () => {
  store = await openStore({ databaseUrl: null, dataDir: directory, secretKey: null });
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

test("failed jobs are tried again with longer waits and then given up; one put off counts no failure", async () => {
  const clock = new TestClock(new Date("2026-11-24T09:00:00Z"));
  const began = clock.now();
  const tries: Record<string, number[]> = { fails: [], waits: [] };
  const dead: unknown[] = [];
  const queue: JobQueue = {
    name: "try",
    handle: async (data) => {
      const { what } = data as { what: string };
      tries[what]?.push(Math.round((clock.now() - began) / 1000));
      if (what === "fails") throw new Error("no");
      if ((tries["waits"]?.length ?? 0) < 4) throw new RetryLater("later", 5_000);
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
  const options = { clock, pollSeconds: 1, superviseSeconds: 30, onError: (error: unknown) => errors.push(error) };
  const jobs = await startJobs(store.jobs, [queue], [], options);
  try {
    await jobs.enqueue("try", [
      { key: "a", data: { what: "fails" }, startAfter: null },
      { key: "b", data: { what: "waits" }, startAfter: null },
      // The same key while the first waits: not made.
      { key: "b", data: { what: "waits" }, startAfter: null },
    ]);
    for (let second = 0; second < 90 && (dead.length === 0 || (tries["waits"]?.length ?? 0) < 4); second += 1) {
      await clock.tick(1_000);
      await wait(4);
    }
  } finally {
    await jobs.stop();
  }
  // Two retries allowed: three tries, though "waits" was put off three times and is never dead.
  expect(tries["fails"]).toHaveLength(3);
  expect(tries["waits"]).toHaveLength(4);
  expect(dead).toEqual([{ what: "fails" }]);
  const [first = 0, second = 0, third = 0] = tries["fails"] ?? [];
  // 10 s doubling, with jitter that never shortens it below half.
  expect(second - first).toBeGreaterThanOrEqual(5);
  expect(third - second).toBeGreaterThanOrEqual(10);
  expect(errors).toEqual([]);
});

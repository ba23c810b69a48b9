import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { expect, test } from "vitest";
import { RetryLater } from "#src/errors.ts";
import { startDigestJobs } from "#src/main/digests.ts";
import { openStore } from "#src/storage/open-store.ts";
import { recordingPlatform } from "#test/support/digest-parts.ts";
import { addReview, servicePartsOn, setSchedule } from "#test/support/digest-world.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { report } from "./measure.ts";

const SCHEDULES = 2_000;
/** What Discord takes from one bot. */
const POSTS_PER_SECOND = 50;
const HEAP_GROWTH_MAX_MB = 200;

/** Refuses what goes over so many posts in a second, as a platform does. */
function limiter(perSecond: number): () => void {
  let second = 0;
  let taken = 0;
  return () => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, taken] = [now, 0];
    taken += 1;
    if (taken > perSecond) throw new RetryLater("too many requests", 1_000);
  };
}

test(`${SCHEDULES} schedules due in one minute, two workers, a platform with limits: all posted, once each`, async () => {
  const server = await startPostgres();
  const databaseUrl = await server.newDatabase();
  const noop = await bareJobsPerSecond(await server.newDatabase());
  const store = await openStore({ databaseUrl, dataDir: "unused", secretKey: null });
  const then = new Date(Date.now() - 2 * 3_600_000);
  const earlier = servicePartsOn(store, () => then);
  // Due five minutes ago: every worker that starts wants to post all of them at once.
  const due = new Date(Date.now() - 300_000);
  const words = `daily ${due.getUTCHours()}:${String(due.getUTCMinutes()).padStart(2, "0")} UTC always`;
  for (let n = 0; n < SCHEDULES; n += 1) {
    const key = { platform: "slack", tenant: `T${n}`, channel: `C${n}` };
    await addReview(earlier, key);
    await setSchedule(earlier, key, words);
  }
  const limit = limiter(POSTS_PER_SECOND);
  let put = 0;
  const platform = recordingPlatform(
    () => new Date(),
    () => {
      try {
        limit();
      } catch (error) {
        put += 1;
        throw error;
      }
    },
  );
  const second = await openStore({ databaseUrl, dataDir: "unused", secretKey: null });
  global.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const options = { pollSeconds: 1, superviseSeconds: 30, expireSeconds: 90, retrySeconds: 20 };
  const began = performance.now();
  const workers = await Promise.all(
    [store, second].map((on) =>
      startDigestJobs(
        servicePartsOn(on, () => new Date()),
        [platform],
        options,
      ),
    ),
  );
  let heapMost = 0;
  while (platform.posted.length < SCHEDULES && performance.now() - began < 600_000) {
    await wait(250);
    heapMost = Math.max(heapMost, process.memoryUsage().heapUsed);
  }
  const seconds = (performance.now() - began) / 1000;
  await wait(3_000);
  await Promise.all(workers.map((worker) => worker.stop()));
  const channels = new Set(platform.posted.map(({ where }) => where.channel));
  report("digests posted", `${platform.posted.length} in ${seconds.toFixed(1)} s`);
  report("digests a second", (SCHEDULES / seconds).toFixed(1));
  report("posts put off by the platform", String(put));
  report("bare pg-boss no-op jobs a second, same run", noop.toFixed(0));
  report("heap growth at most", `${((heapMost - heapBefore) / 2 ** 20).toFixed(0)} MB`);
  await store.close();
  await second.close();
  await server.remove();
  expect(channels.size).toBe(SCHEDULES);
  expect(platform.posted).toHaveLength(SCHEDULES);
  expect(heapMost - heapBefore).toBeLessThan(HEAP_GROWTH_MAX_MB * 2 ** 20);
});

/** The same engine with jobs that do nothing: two workers, the same batch. */
async function bareJobsPerSecond(connectionString: string): Promise<number> {
  const boss = new PgBoss({ connectionString, schema: "bare", max: 6 });
  await boss.start();
  await boss.createQueue("noop");
  await boss.insert(
    "noop",
    Array.from({ length: SCHEDULES }, (_, n) => ({ data: { n } })),
  );
  let done = 0;
  const began = performance.now();
  const options = { pollingIntervalSeconds: 1, batchSize: 20, burstWhenBatchFull: true, localConcurrency: 2 };
  await boss.work("noop", options, async (jobs) => {
    done += jobs.length;
  });
  while (done < SCHEDULES) await wait(5);
  const seconds = (performance.now() - began) / 1000;
  await boss.stop();
  return SCHEDULES / seconds;
}

import { type ConstructorOptions, type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { RetryLater } from "#src/errors.ts";
import { embeddedJobDatabase } from "./embedded-database.ts";
import type { JobOptions, JobQueue, JobStore, Jobs, MinuteTask, NewJob } from "./port.ts";

const SCHEMA = "jobs";
const CONNECTIONS = 3;
const EVERY_MINUTE = "* * * * *";
/** How late a minute's task may begin, where idle processes look at least as often. */
const CRON_LOOK_SECONDS = 5;
/** Finished jobs are kept a day, for whoever looks into what happened. */
const KEEP_FINISHED_SECONDS = 86_400;
const FLOW_LOOK_SECONDS = 3_600;
const STOP_WITHIN_MS = 10_000;
const FIND_PAGE = 1_000;

/** Starts working on jobs. Resolves when the engine's tables are there and every queue is served. */
export async function startJobs(
  store: JobStore,
  queues: readonly JobQueue[],
  tasks: readonly MinuteTask[],
  options: JobOptions,
): Promise<Jobs> {
  const boss = new PgBoss(bossOptions(store, options));
  boss.on("error", options.onError);
  await boss.start();
  const isAlone = store.kind === "embedded";
  for (const queue of queues) await serveQueue(boss, queue, isAlone, options);
  for (const task of tasks) await serveTask(boss, task, options);
  // Not through the queue: a process that died within the task would hold its place there for a while.
  for (const task of tasks) task.run().catch(options.onError);
  return {
    enqueue: (queue, jobs) => enqueue(boss, queue, jobs),
    stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS }),
  };
}

function bossOptions(store: JobStore, options: JobOptions): ConstructorOptions {
  return {
    ...(store.kind === "postgres"
      ? { connectionString: store.connectionString, max: CONNECTIONS }
      : { db: embeddedJobDatabase(store), backend: "pglite" as const }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    schema: SCHEMA,
    cronMonitorIntervalSeconds: Math.max(CRON_LOOK_SECONDS, options.pollSeconds),
    cronWorkerIntervalSeconds: Math.max(1, options.pollSeconds),
    ...(options.superviseSeconds === null
      ? { supervise: false }
      : { superviseIntervalSeconds: options.superviseSeconds, monitorIntervalSeconds: options.superviseSeconds }),
    // Jobs here never wait for one another.
    flowIntervalSeconds: FLOW_LOOK_SECONDS,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
}

async function serveQueue(boss: PgBoss, queue: JobQueue, isAlone: boolean, { pollSeconds }: JobOptions): Promise<void> {
  const dead = deadName(queue.name);
  await boss.createQueue(dead, {
    retryLimit: queue.retries,
    retryDelay: queue.firstRetrySeconds,
    retryBackoff: true,
    retryDelayMax: queue.longestRetrySeconds,
    expireInSeconds: queue.expireSeconds,
  });
  await boss.createQueue(queue.name, {
    policy: "exclusive",
    retryLimit: queue.retries,
    retryDelay: queue.firstRetrySeconds,
    retryBackoff: true,
    retryDelayMax: queue.longestRetrySeconds,
    expireInSeconds: queue.expireSeconds,
    deleteAfterSeconds: KEEP_FINISHED_SECONDS,
    deadLetter: dead,
  });
  if (isAlone) for (const name of [queue.name, dead]) await failLost(boss, name);
  const work = {
    pollingIntervalSeconds: pollSeconds,
    batchSize: queue.batch,
    burstWhenBatchFull: true,
    perJobResults: true,
    includeMetadata: true,
  } as const;
  await boss.work<object, object, typeof work>(queue.name, work, (jobs) =>
    Promise.all(jobs.map((job) => settle(boss, queue, job))),
  );
  // Taking a dead letter finishes it; it stays readable among the finished jobs for a while.
  const bury = { pollingIntervalSeconds: pollSeconds, batchSize: queue.batch, burstWhenBatchFull: true } as const;
  await boss.work<object>(dead, bury, async (jobs) => {
    for (const { data } of jobs) await queue.gaveUp(data);
  });
}

/**
 * Jobs in hand where nobody else works are of a process that died: their try is over at once, not when its time is.
 */
async function failLost(boss: PgBoss, queue: string): Promise<void> {
  const lost: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await boss.findJobs(queue, { limit: FIND_PAGE, ...(after === undefined ? {} : { after }) });
    lost.push(...page.filter(({ state }) => state === "active").map(({ id }) => id));
    after = page.at(-1)?.id;
    if (page.length < FIND_PAGE) break;
  }
  if (lost.length > 0) await boss.fail(queue, lost, { message: "the process died" });
}

async function settle(boss: PgBoss, queue: JobQueue, job: JobWithMetadata<object>): Promise<JobResult> {
  try {
    await queue.handle(job.data, job.retryCount + 1);
    return { id: job.id, status: "completed" };
  } catch (error) {
    if (!(error instanceof RetryLater)) return { id: job.id, status: "failed", output: describe(error) };
    const delayMs = Math.max(1_000, error.retryAfterMs);
    // This job still holds its key, so the one that follows takes another.
    const key = `${job.singletonKey ?? job.id}`.replace(/~\d+$/, "");
    const put = Number(/~(\d+)$/.exec(job.singletonKey ?? "")?.[1] ?? 0) + 1;
    await boss.send(queue.name, job.data, {
      singletonKey: `${key}~${put}`,
      startAfter: Math.ceil(delayMs / 1000),
    });
    return { id: job.id, status: "completed", output: { putOffMs: delayMs } };
  }
}

function describe(error: unknown): object {
  return { message: error instanceof Error ? error.message.slice(0, 500) : "failed" };
}

async function serveTask(boss: PgBoss, task: MinuteTask, { pollSeconds }: JobOptions): Promise<void> {
  await boss.createQueue(task.name, { policy: "exclusive", retryLimit: 0, expireInSeconds: 30 });
  await boss.work(task.name, { pollingIntervalSeconds: pollSeconds }, () => task.run());
  await boss.schedule(task.name, EVERY_MINUTE, null, { tz: "UTC" });
}

async function enqueue(boss: PgBoss, queue: string, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map(({ key, data, startAfter }) => ({
    singletonKey: key,
    data: { ...Object(data) },
    ...(startAfter === null ? {} : { startAfter }),
  }));
  if (rows.length > 0) await boss.insert(queue, rows);
}

/** Where jobs go that were given up. */
export function deadName(queue: string): string {
  return `${queue}-dead`;
}

import type { JobQueue, Jobs } from "#src/jobs/port.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import { latestOccurrence, nextOccurrence } from "./occurrences.ts";
import { readSchedule } from "./schedule.ts";

type Records = ReviewContext["records"];
type ScheduleRow = NonNullable<Awaited<ReturnType<Records["digests"]["schedule"]>>>;
type PlannedRun = Parameters<Records["digests"]["plan"]>[0][number];

/** A missed digest is caught up on, once, when it is no older than this; an older one is left out. */
export const CATCH_UP_WITHIN_MS = 12 * 3_600_000;
/** Later than this, the post says that it is late. */
export const LATE_AFTER_MS = 15 * 60_000;
/** Runs are made a little ahead, so that they begin on time whenever the planner happens to look. */
export const PLAN_AHEAD_MS = 90_000;
/** Discord takes 50 requests a second from a bot; everything else the bot says must fit in too. */
const PLATFORM_POSTS_PER_SECOND = 40;
/** Slack takes about one message a second in a channel, and bursts of a workspace in proportion. */
const TENANT_SPACING_MS = 1_000;
const PAGE = 500;

export interface PlanParts {
  /** Schedules of this platform only: the queue is worked where the platform is. */
  platform: string;
  transaction<Result>(work: (records: Records) => Promise<Result>): Promise<Result>;
  records: Records;
  now(): Date;
  newId(): string;
}

/** Makes a run for every schedule that is due or nearly so, and hands runs to the queue. Safe in several processes. */
export async function planRuns(parts: PlanParts, jobs: Jobs, queue: JobQueue["name"]): Promise<void> {
  const now = parts.now();
  const spread = createSpread();
  for (;;) {
    const count = await parts.transaction(async ({ digests }) => {
      const due = await digests.due(parts.platform, new Date(now.getTime() + PLAN_AHEAD_MS), PAGE);
      await digests.plan(due.map((row) => spread(planOne(row, now, parts.newId))));
      return due.length;
    });
    if (count < PAGE) break;
  }
  for (;;) {
    const runs = await parts.records.digests.unsent(parts.platform, PAGE);
    await jobs.enqueue(
      queue,
      runs.map(({ id, key, notBefore }) => ({ key: id, data: { key, runId: id }, startAfter: notBefore })),
    );
    await parts.records.digests.markSent(runs.map(({ id }) => id));
    if (runs.length < PAGE) return;
  }
}

/** The run a due schedule gets, if any, and when it is due next. */
export function planOne(row: ScheduleRow, now: Date, newId: () => string): PlannedRun {
  const { timing } = readSchedule(row.body);
  const missed = latestOccurrence(timing, row.nextAt, now);
  const occurrence = missed ?? row.nextAt;
  const lateMs = now.getTime() - occurrence.getTime();
  const after = new Date(Math.max(occurrence.getTime(), missed === null ? 0 : now.getTime()));
  return {
    key: row.key,
    scheduleId: row.id,
    nextAt: nextOccurrence(timing, after),
    run:
      lateMs > CATCH_UP_WITHIN_MS
        ? null
        : {
            id: newId(),
            occurrence,
            late: lateMs > LATE_AFTER_MS,
            notBefore: new Date(Math.max(occurrence.getTime(), now.getTime())),
          },
  };
}

/** Sets runs due at the same time apart: so many a second on a platform, and one a second in a tenant. */
export function createSpread(): (planned: PlannedRun) => PlannedRun {
  const free = new Map<string, number>();
  const slot = (name: string, from: number, spacingMs: number): number => {
    const at = Math.max(from, free.get(name) ?? 0);
    free.set(name, at + spacingMs);
    return at;
  };
  return (planned) => {
    if (planned.run === null) return planned;
    const { platform, tenant } = planned.key;
    const wanted = planned.run.notBefore.getTime();
    const ofTenant = slot(`${platform} ${tenant}`, wanted, TENANT_SPACING_MS);
    const ofPlatform = slot(platform, wanted, 1_000 / PLATFORM_POSTS_PER_SECOND);
    return { ...planned, run: { ...planned.run, notBefore: new Date(Math.max(ofTenant, ofPlatform)) } };
  };
}

import { z } from "zod";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Composed, DigestContext } from "#src/digest/compose.ts";
import { digestQueue, planTask, type RunTimes, runTimes } from "#src/digest/digest-jobs.ts";
import type { DigestPost, RunParts } from "#src/digest/run-digest.ts";
import { readSchedule, type Schedule } from "#src/digest/schedule.ts";
import { startJobs } from "#src/jobs/pg-boss.ts";
import type { JobClock, Jobs } from "#src/jobs/port.ts";
import type { Platform } from "#src/platforms/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { digestOf } from "#src/reply/views/digest-of.ts";
import { scheduleReply } from "#src/reply/views/schedule.ts";
import { scheduleState } from "#src/reply/views/schedule-state.ts";
import { triggerFiredReply } from "#src/reply/views/trigger-fired.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { ScheduleRow } from "#src/storage/digest-port.ts";
import type { Records } from "#src/storage/port.ts";
import type { ServiceParts } from "./parts.ts";

export interface DigestOptions extends RunTimes {
  /** Drives the engine's time in tests. */
  clock?: JobClock;
  pollSeconds: number;
  superviseSeconds: number | null;
}

export const digestDefaults: DigestOptions = {
  pollSeconds: 2,
  superviseSeconds: 30,
  ...runTimes,
};

export interface Digests {
  stop(): Promise<void>;
}

/** Looks for a first schedule this often, before the job engine is needed. */
const LOOK_EVERY_MS = 15_000;

/**
 * Posts digests of these platforms. The job engine starts with the first schedule: whoever has none does not wait for
 * its tables.
 */
export function startDigests(
  parts: ServiceParts,
  platforms: readonly Platform[],
  options: DigestOptions = digestDefaults,
): Digests {
  let starting: Promise<Jobs | null> | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    if (starting !== null || stopped) return;
    starting = startIfNeeded(parts, platforms, options).catch((error: unknown) => {
      parts.log.warn({ err: error }, "digests could not be started; trying again");
      return null;
    });
    if ((await starting) === null) starting = null;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  void look();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await (await starting)?.stop();
    },
  };
}

async function startIfNeeded(
  parts: ServiceParts,
  platforms: readonly Platform[],
  options: DigestOptions,
): Promise<Jobs | null> {
  const { running } = await parts.store.digests.countSchedules();
  return running === 0 ? null : startDigestJobs(parts, platforms, options);
}

/** The job engine with a queue for each platform. */
export async function startDigestJobs(
  parts: ServiceParts,
  platforms: readonly Platform[],
  { expireSeconds, retrySeconds, ...options }: DigestOptions,
): Promise<Jobs> {
  const { store, clock, log, newId } = parts;
  const ready = Promise.withResolvers<Jobs>();
  const plan = { records: store, transaction: store.transaction, now: () => clock.now(), newId };
  const jobs = await startJobs(
    store.jobs,
    platforms.map((platform) =>
      digestQueue(platform.name, runParts(parts, platform, expireSeconds), { expireSeconds, retrySeconds }),
    ),
    platforms.map(({ name }) => planTask({ ...plan, platform: name }, () => ready.promise)),
    { ...options, onError: (error) => log.warn({ err: error }, "the job engine met an error and goes on") },
  );
  ready.resolve(jobs);
  return jobs;
}

export function runParts(parts: ServiceParts, platform: Platform, expireSeconds: number): RunParts {
  const { store, log } = parts;
  return {
    records: store,
    transaction: store.transaction,
    contextOn: (records) => digestContext({ ...parts, records }),
    render: renderDigest,
    post: async ({ tenant, channel }, { thread, reply }, deliveryKey) => {
      const where = { platform: platform.name, tenant, channel, ...(thread === null ? {} : { thread }) };
      await platform.post(where, replySchema.parse(reply), deliveryKey);
    },
    tellPaused: async (row) => {
      const reply = scheduleReply("paused", pausedState(row));
      try {
        await platform.answerPrivately(asIfAsked(row, platform), reply);
      } catch (error) {
        log.info({ err: error }, "nobody could be told that a digest paused itself; digest list says so");
      }
    },
    holder: parts.newId(),
    leaseMs: expireSeconds * 1000,
    log,
  };
}

/** What a digest is worked out with, with the catalogs of earlier dates. */
export function digestContext(parts: Pick<ReviewContext, "records" | "catalog" | "assess" | "clock">): DigestContext {
  const { records, catalog, assess, clock } = parts;
  return { records, catalog, assess, clock, catalogOf: loadCatalog };
}

/** What is shown was made by our own views: its shape is checked, not every span. */
const replySchema = z.custom<Reply>(
  (value) => typeof value === "object" && value !== null && "kind" in value && "summary" in value && "blocks" in value,
);

function renderDigest(
  composed: Composed,
  schedule: Schedule,
  row: ScheduleRow,
  late: Date | null,
): readonly DigestPost[] {
  const digest = digestOf({ composed, schedule, setBy: row.setBy, rule: schedule.rule, late });
  return [
    { thread: null, reply: digest },
    ...composed.notices
      .filter(({ thread }) => thread !== null)
      .map((notice) => ({ thread: notice.thread, reply: triggerFiredReply(notice) })),
  ];
}

function pausedState({ body, state, setBy }: ScheduleRow) {
  return scheduleState({ schedule: readSchedule(body), state, setBy, next: [], undoCommand: "digest resume" });
}

/** There was no event to answer: the last person who changed the schedule is told, where the platform can. */
function asIfAsked({ key, setBy, id }: ScheduleRow, { name }: Platform): Invocation {
  return {
    verb: "digest",
    args: {},
    actor: setBy,
    where: { platform: name, tenant: key.tenant, channel: key.channel },
    eventId: `paused-${id}`,
    addressed: true,
  };
}

/** Whether a digest of this channel would notice a trigger. */
export async function digestWatches({ digests }: Records, key: ReviewKey): Promise<boolean> {
  return (await digests.schedule(key))?.state === "running";
}

type ReviewKey = Parameters<Records["digests"]["schedule"]>[0];

import { setTimeout as wait } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { pino } from "pino";
import { loadCatalog } from "#src/catalog/load.ts";
import { nextOccurrence } from "#src/digest/occurrences.ts";
import type { Schedule } from "#src/digest/schedule.ts";
import { readScheduleText } from "#src/digest/schedule-text.ts";
import type { Jobs } from "#src/jobs/port.ts";
import { type DigestOptions, startDigestJobs } from "#src/main/digests.ts";
import type { ServiceParts } from "#src/main/parts.ts";
import type { WorkloadInput } from "#src/model/workload.ts";
import { createMetrics } from "#src/ops/metrics.ts";
import type { Platform } from "#src/platforms/port.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { createAssessor } from "#src/reviews/assessor.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import { newSortableId } from "#src/reviews/ids.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { Review } from "#src/reviews/review.ts";
import { startReview } from "#src/reviews/start-review.ts";
import type { ChannelId, Records, Store } from "#src/storage/port.ts";

/** Something a digest platform was asked to post, and when. */
export interface Posted {
  at: string;
  where: Where;
  reply: Reply;
  deliveryKey: string;
}

export const lin = { id: "U2", name: "lin" };
const catalog = loadCatalog();
const assess = createAssessor(200);

/** A platform that keeps what it is given; `onPost` may refuse. */
export function recordingPlatform(
  now: () => Date,
  onPost: (where: Where, deliveryKey: string) => void = () => {},
): Platform & { posted: Posted[]; told: Reply[] } {
  const posted: Posted[] = [];
  const told: Reply[] = [];
  return {
    name: "slack",
    posted,
    told,
    start: async () => {},
    stop: async () => {},
    post: async (where, reply, deliveryKey = "") => {
      onPost(where, deliveryKey);
      // A repeat of a delivery is dropped, as Discord does with a nonce.
      if (!posted.some((one) => one.deliveryKey === deliveryKey)) {
        posted.push({ at: now().toISOString(), where, reply, deliveryKey });
      }
      return { channel: where.channel, message: deliveryKey };
    },
    postCard: async ({ channel }) => ({ channel, message: "card" }),
    edit: async () => {},
    stopWaiting: async () => {},
    answerPrivately: async (_invocation, reply) => {
      told.push(reply);
    },
  };
}

export function servicePartsOn(store: Store, now: () => Date, random: () => number): ServiceParts {
  const clock = { now };
  return {
    store,
    catalog,
    assess,
    understanding: parserUnderstanding(catalog),
    clock,
    log: pino({ level: "silent" }),
    metrics: createMetrics(store),
    random,
    newId: () => newSortableId(clock.now(), random),
    model: null,
  };
}

/** A channel's world in which the clock is driven by hand. */
export interface DigestWorld {
  parts: ServiceParts;
  clock: TestClock;
  platform: ReturnType<typeof recordingPlatform>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Goes straight to a moment, as if the process had slept. */
  goTo(iso: string): Promise<void>;
  /** Lets time pass second by second until it is so, or `seconds` are over. */
  passUntil(isSo: () => boolean | Promise<boolean>, seconds: number): Promise<boolean>;
}

export const testOptions: Omit<DigestOptions, "clock"> = {
  pollSeconds: 1,
  superviseSeconds: 30,
  expireSeconds: 90,
  retrySeconds: 20,
};

export function digestWorld(store: Store, startIso: string, onPost?: (where: Where) => void): DigestWorld {
  const clock = new TestClock(new Date(startIso));
  const now = (): Date => new Date(clock.now());
  const parts = servicePartsOn(store, now, Math.random);
  const platform = recordingPlatform(now, onPost);
  let jobs: Jobs | null = null;
  return {
    parts,
    clock,
    platform,
    start: async () => {
      jobs = await startDigestJobs(parts, [platform], { ...testOptions, clock });
    },
    stop: async () => {
      await jobs?.stop();
      jobs = null;
    },
    goTo: (iso) => clock.setTime(new Date(iso)),
    passUntil: async (isSo, seconds) => {
      for (let second = 0; second < seconds; second += 2) {
        if (await isSo()) return true;
        await clock.tick(2_000);
        // Handlers run between ticks; the engine does not say when they are done.
        await wait(4);
      }
      return isSo();
    },
  };
}

export function contextOf(parts: ServiceParts, records: Records = parts.store): ReviewContext {
  const { assess: run, understanding, clock, random } = parts;
  return { records, catalog: parts.catalog, assess: run, understanding, clock, random };
}

/** 50 requests a second of 200 ms at 512 MB, unless told otherwise. */
export async function addReview(parts: ServiceParts, key: ChannelId, workload: WorkloadInput = {}): Promise<Review> {
  const { review } = await startReview(contextOf(parts), {
    key,
    author: lin,
    said: "thumbnails",
    workload: {
      name: "thumbnailer",
      ratePerSecond: 50,
      steps: [{ name: "resize", durationMs: 200, memoryMb: 512 }],
      ...workload,
    },
    origins: {},
    notes: [],
  });
  return review;
}

export async function setSchedule(parts: ServiceParts, key: ChannelId, words: string): Promise<Schedule> {
  const now = parts.clock.now();
  const request = readScheduleText(words, { now, current: null });
  if (request.kind !== "set") throw new Error(`${words} sets nothing`);
  await parts.store.digests.putSchedule({
    id: parts.newId(),
    key,
    body: request.schedule,
    state: "running",
    nextAt: nextOccurrence(request.schedule.timing, now),
    refusals: 0,
    setBy: lin,
    setAt: now,
  });
  return request.schedule;
}

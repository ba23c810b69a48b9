import { TestClock } from "pg-boss";
import { nextOccurrence } from "#src/digest/occurrences.ts";
import type { Schedule } from "#src/digest/schedule.ts";
import { readScheduleText } from "#src/digest/schedule-text.ts";
import type { Jobs } from "#src/jobs/port.ts";
import { type DigestOptions, startDigestJobs } from "#src/main/digests.ts";
import type { ServiceParts } from "#src/main/parts.ts";
import type { WorkloadInput } from "#src/model/workload.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { Review } from "#src/reviews/review.ts";
import { startReview } from "#src/reviews/start-review.ts";
import type { ChannelId, Records, Store } from "#src/storage/port.ts";
import { digestPartsOn, recordingPlatform } from "./digest-parts.ts";
import { watchedStore } from "./watched-store.ts";

export const lin = { id: "U2", name: "lin" };

export function servicePartsOn(store: Store, now: () => Date): ServiceParts {
  return digestPartsOn(store, now, parserUnderstanding);
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
  /** Lets time pass step by step until it is so, or `seconds` are over. */
  passUntil(isSo: () => boolean | Promise<boolean>, seconds: number): Promise<boolean>;
}

/** What is due at 9:00:00 comes within its minute, and two years are not all polling. */
const STEP_SECONDS = 15;
const testOptions: Omit<DigestOptions, "clock"> = {
  pollSeconds: STEP_SECONDS,
  // No process dies here, and looking costs more than all else.
  superviseSeconds: null,
  expireSeconds: 90,
  retrySeconds: 1,
};

export function digestWorld(store: Store, startIso: string, onPost?: (where: Where) => void): DigestWorld {
  const clock = new TestClock(new Date(startIso));
  const now = (): Date => new Date(clock.now());
  const watched = watchedStore(store);
  const parts = servicePartsOn(watched.store, now);
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
      for (let second = 0; second < seconds; second += STEP_SECONDS) {
        if (await isSo()) return true;
        await clock.tick(STEP_SECONDS * 1_000);
        // Handlers run between ticks; the engine does not say when they are done.
        await watched.idle();
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
  await parts.store.digests.putSchedule(
    {
      id: parts.newId(),
      key,
      body: request.schedule,
      state: "running",
      nextAt: nextOccurrence(request.schedule.timing, now),
      refusals: 0,
      setBy: lin,
      setAt: now,
    },
    "drop",
  );
  return request.schedule;
}

import { z } from "zod";
import { RetryLater, UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { ChannelKey } from "#src/reviews/review.ts";
import { type Composed, composeDigest, type DigestContext } from "./compose.ts";
import { readSchedule, type Schedule } from "./schedule.ts";

type Records = ReviewContext["records"];
type ScheduleRow = NonNullable<Awaited<ReturnType<Records["digests"]["schedule"]>>>;
type RunRow = Exclude<Awaited<ReturnType<Records["digests"]["claimRun"]>>, string>;

/** One message of a run, as JSON: where it goes, and what the reply part made of it. */
export interface DigestPost {
  /** Thread of a review; null: the channel. */
  thread: string | null;
  reply: unknown;
}

export interface RunParts {
  records: Records;
  transaction<Result>(work: (records: Records) => Promise<Result>): Promise<Result>;
  contextOn(records: Records): DigestContext;
  /** Puts a digest into words. */
  render(composed: Composed, schedule: Schedule, row: ScheduleRow, late: Date | null): readonly DigestPost[];
  /**
   * Posts one message. `deliveryKey` is the same when it is repeated after a crash.
   *
   * @throws RetryLater when the platform asks to wait; UserError when it refuses for good
   */
  post(key: ChannelKey, post: DigestPost, deliveryKey: string): Promise<void>;
  /** Tells that the digest paused itself, as well as can be told where posts are refused. */
  tellPaused(row: ScheduleRow): Promise<void>;
  holder: string;
  leaseMs: number;
  log: Logger;
}

/** Runs in a row that are refused before the digest pauses itself. */
export const REFUSALS_BEFORE_PAUSE = 3;
const HELD_RETRY_MS = 5_000;

const jobSchema = z.object({
  runId: z.string(),
  key: z.object({ platform: z.string(), tenant: z.string(), channel: z.string() }),
});
const postsSchema = z.array(z.object({ thread: z.string().nullable(), reply: z.unknown() }));

/**
 * Carries out one run, from wherever an earlier try got to. What to say is worked out and kept in one transaction with
 * the marks; then it is posted, message by message. A run that is finished does nothing.
 *
 * @throws RetryLater to be called again later; any other error is a failed try
 */
export async function runDigest(parts: RunParts, data: unknown): Promise<void> {
  const { key, runId } = jobSchema.parse(data);
  const { digests } = parts.records;
  const run = await digests.claimRun(key, runId, parts.holder, parts.leaseMs);
  if (run === "none") return;
  if (run === "held") throw new RetryLater("another process has this run", HELD_RETRY_MS);
  try {
    await carryOut(parts, run);
  } catch (error) {
    if (error instanceof UserError && error.code !== "storage-unavailable") return await refused(parts, run, error);
    await digests.releaseRun(key, runId, parts.holder).catch(() => {});
    throw error;
  }
}

/** After the last try: the run ends, and counts as refused unless the digest itself came and only threads took no note. */
export async function giveUpRun(parts: RunParts, data: unknown): Promise<void> {
  const { key, runId } = jobSchema.parse(data);
  const { digests } = parts.records;
  const run = await digests.claimRun(key, runId, parts.holder, parts.leaseMs);
  if (run === "held") throw new RetryLater("another process has this run", HELD_RETRY_MS);
  if (run === "none") return;
  if (run.posted === 0) return refused(parts, run, new Error("every try failed"));
  parts.log.warn({ run: run.id, posted: run.posted }, "a digest was posted, and not every thread took note");
  await digests.finishRun(key, run.id, "posted");
}

async function carryOut(parts: RunParts, run: RunRow): Promise<void> {
  const { digests } = parts.records;
  const row = await digests.schedule(run.key);
  if (row === null || row.id !== run.scheduleId || (row.state !== "running" && run.posts === null)) {
    await digests.finishRun(run.key, run.id, "skipped");
    return;
  }
  const posts = run.posts === null ? await workOut(parts, run, row) : postsSchema.parse(run.posts);
  if (posts === null) return;
  for (const [position, post] of posts.entries()) {
    if (position < run.posted) continue;
    await postOne(parts, run, post, position);
    if (!(await digests.setPosted(run.key, run.id, parts.holder, position + 1))) {
      throw new RetryLater("another process took this run", HELD_RETRY_MS);
    }
  }
  await digests.finishRun(run.key, run.id, "posted");
  if (row.refusals > 0) await digests.countRefusal(run.key, row.id, false);
}

/** Null: nothing moved, and the run is finished. */
async function workOut(parts: RunParts, run: RunRow, row: ScheduleRow): Promise<readonly DigestPost[] | null> {
  const schedule = readSchedule(row.body);
  const composed = await composeDigest(parts.contextOn(parts.records), run.key, schedule.rule);
  const posts = composed.worthPosting ? parts.render(composed, schedule, row, run.late ? run.occurrence : null) : null;
  await parts.transaction(async ({ digests }) => {
    const kept =
      posts === null
        ? await digests.finishRun(run.key, run.id, "quiet")
        : await digests.setPosts(run.key, run.id, parts.holder, posts);
    if (!kept || !(await digests.putMarks(run.key, composed.marks(posts !== null)))) {
      throw new RetryLater("something changed meanwhile", 1_000);
    }
  });
  return posts;
}

/** A thread that is gone is no reason to stop: the digest itself says the same. */
async function postOne(parts: RunParts, run: RunRow, post: DigestPost, position: number): Promise<void> {
  try {
    await parts.post(run.key, post, `${run.id.slice(0, 22)}-${position}`);
  } catch (error) {
    if (!(error instanceof UserError) || post.thread === null || error.code === "storage-unavailable") throw error;
    parts.log.info({ err: error, run: run.id }, "a thread took no note of its trigger");
  }
}

async function refused(parts: RunParts, run: RunRow, error: Error): Promise<void> {
  const { key, id, scheduleId } = run;
  const paused = await parts.transaction(async ({ digests }) => {
    if (!(await digests.finishRun(key, id, "refused"))) return null;
    const refusals = await digests.countRefusal(key, scheduleId, true);
    if (refusals < REFUSALS_BEFORE_PAUSE) return null;
    await digests.setScheduleState(key, scheduleId, "refused");
    return digests.schedule(key);
  });
  parts.log.warn({ err: error, run: id, paused: paused !== null }, "a digest could not be posted");
  if (paused !== null) await parts.tellPaused(paused);
}

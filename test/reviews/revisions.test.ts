import { describe, expect, test } from "vitest";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { findReview } from "#src/reviews/find-review.ts";
import type { Review } from "#src/reviews/review.ts";
import { type ReviseRequest, reviseReview } from "#src/reviews/revise-review.ts";
import { undoRevision } from "#src/reviews/undo-revision.ts";
import { ada, lin, reviewWorld } from "#test/support/review-context.ts";

const world = reviewWorld();
const RESIZES = "300 image resizes a second, one Lambda of 200 ms at 1 GB, us-east-1";

const ask = (path: string, value: number | string, by = ada): ReviseRequest => ({
  changes: [{ op: "set", path, value }],
  corrected: false,
  author: by,
  said: `${path} ${value}`,
  notes: [],
});

async function stored(review: Review): Promise<Review> {
  return findReview(world.context(), { key: review.key, shortId: review.shortId });
}

describe("a revision", () => {
  test("is kept with its author, words and change, and read back as it was", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    const revised = await reviseReview(world.context(), review, ask("ratePerSecond", 600, lin));
    const read = await stored(review);
    expect(read).toEqual(revised.review);
    expect(currentRevision(read)).toMatchObject({
      number: 2,
      author: lin,
      said: "ratePerSecond 600",
      changes: [{ op: "set", path: "ratePerSecond", value: 600 }],
    });
    expect(currentRevision(read).origins["ratePerSecond"]).toMatchObject({ origin: "stated" });
  });

  test("figures kept with it are those the model gives for it again", async () => {
    const { review, assessment } = await world.start(world.channel(), RESIZES);
    const again = assessRevision(world.context(), currentRevision(await stored(review)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(assessment));
  });

  test("that changes nothing is not made", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    const once = await reviseReview(world.context(), review, ask("ratePerSecond", 600));
    const twice = await reviseReview(world.context(), once.review, {
      ...ask("ratePerSecond", 600),
      said: "ratePerSecond 600",
    });
    expect(twice.changed).toBe(false);
    expect((await stored(review)).revisions).toHaveLength(2);
  });

  test("is not made when the change can't be: the review stays as it was", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    await expect(reviseReview(world.context(), review, ask("steps.0.memoryMb", -5))).rejects.toThrow(/memoryMb/);
    await expect(reviseReview(world.context(), review, ask("region", "eu-south-9"))).rejects.toThrow(/eu-south-9/);
    expect((await stored(review)).revisions).toHaveLength(1);
  });

  test("of less memory lets the duration follow the CPU, and says so", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    const busy = await reviseReview(world.context(), review, ask("steps.0.cpuBoundFraction", 1));
    const { review: after, rescaled } = await reviseReview(world.context(), busy.review, ask("steps.0.memoryMb", 512));
    // All of the 200 ms is CPU work and 512 MB have half the cores of 1,024 MB: twice as long.
    expect(currentRevision(after).workload.steps[0]?.durationMs).toBeCloseTo(400, 6);
    expect(rescaled).toEqual([
      { step: expect.any(String), path: "steps.0.durationMs", fromMs: 200, toMs: expect.closeTo(400, 6) },
    ]);
  });

  test("given as a range keeps the range", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    const request = {
      ...ask("peakToMean", 4),
      corrected: true,
      ranges: { peakToMean: { origin: "corrected", low: 3, high: 5 } },
    } as const;
    const revised = await reviseReview(world.context(), review, request);
    expect(currentRevision(revised.review).origins["peakToMean"]).toMatchObject({
      origin: "corrected",
      by: "Ada",
      low: 3,
      high: 5,
    });
  });
});

describe("undo", () => {
  const rates = (review: Review): number[] => review.revisions.map(({ workload }) => workload.ratePerSecond);

  test("goes back one change at a time, over undos too, and keeps the history", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    let now = (await reviseReview(world.context(), review, ask("ratePerSecond", 600))).review;
    now = (await reviseReview(world.context(), now, ask("ratePerSecond", 900))).review;
    now = (await undoRevision(world.context(), now, lin)).review;
    now = (await undoRevision(world.context(), now, lin)).review;
    expect(rates(now)).toEqual([300, 600, 900, 600, 300]);
    await expect(undoRevision(world.context(), now, lin)).rejects.toThrow(/nothing to undo/);
    now = (await reviseReview(world.context(), now, ask("ratePerSecond", 50))).review;
    now = (await undoRevision(world.context(), now, ada)).review;
    expect(rates(now)).toEqual([300, 600, 900, 600, 300, 50, 300]);
    expect(now.revisions.map(({ restores }) => restores ?? null)).toEqual([null, null, null, 2, 1, null, 1]);
    expect(await stored(review)).toEqual(now);
    expect(currentRevision(now).author).toEqual(ada);
  });

  test("shows the figures people saw", async () => {
    const { review, assessment } = await world.start(world.channel(), RESIZES);
    const changed = await reviseReview(world.context(), review, ask("ratePerSecond", 600));
    const undone = await undoRevision(world.context(), changed.review, ada);
    expect(undone.after).toEqual(assessment);
    expect(undone.before).toEqual(changed.after);
  });
});

import { describe, expect, test } from "vitest";
import { setQuota } from "#src/reviews/channel-settings.ts";
import { addDissent, decide } from "#src/reviews/decide.ts";
import { exportChannel } from "#src/reviews/export-channel.ts";
import { findReview, listReviews } from "#src/reviews/find-review.ts";
import {
  channelsOfPerson,
  forgetChannel,
  forgetMe,
  forgetReview,
  wouldForgetChannel,
  wouldForgetMe,
} from "#src/reviews/forget.ts";
import { reviseReview } from "#src/reviews/revise-review.ts";
import { ada, lin, reviewWorld } from "#test/support/review-context.ts";

const world = reviewWorld();
const TEXT = "50 thumbnails a second, 200 ms at 512 MB, us-east-1";
const eve = { id: "U9", name: "Eve" };

describe("a review", () => {
  test("may be deleted by who started it and by who manages the channel, by nobody else", async () => {
    const { review } = await world.start(world.channel(), TEXT);
    await expect(forgetReview(world.context(), review, lin)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(forgetReview(world.context(), review, { ...lin, manages: false })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const gone = await forgetReview(world.context(), review, { ...lin, manages: true });
    expect(gone).toMatchObject({ reviews: [{ shortId: review.shortId, card: null }], revisions: 1 });
    const second = await world.start(review.key, TEXT);
    await forgetReview(world.context(), second.review, ada);
    expect(await listReviews(world.context(), review.key)).toEqual([]);
  });
});

describe("a person", () => {
  test("is gone from the channel: no id, name or word of theirs is left anywhere in the store", async () => {
    const key = world.channel();
    const { review: alone } = await world.start(key, `${TEXT}, said Eve`, eve);
    const { review: shared } = await world.start(key, `${TEXT}, the words of Eve`, eve);
    const revised = await reviseReview(world.context(), shared, {
      changes: [{ op: "set", path: "peakToMean", value: 4 }],
      corrected: true,
      author: lin,
      said: "four times",
      notes: [],
    });
    const mine = await reviseReview(world.context(), revised.review, {
      changes: [{ op: "set", path: "growthPerMonth", value: 0.05 }],
      corrected: true,
      author: eve,
      said: "my own words",
      notes: ["a note on my own words"],
    });
    const { review: decided } = await decide(world.context(), mine.review, {
      choice: "hybrid",
      choiceText: "Hybrid",
      reason: "my own reason",
      by: eve,
      lookAgainOn: null,
    });
    await addDissent(world.context(), decided, eve, "my own dissent");
    await setQuota(world.context(), key, eve, "lambda.concurrency", 5000);

    const would = await wouldForgetMe(world.context(), [key], eve);
    const gone = await forgetMe(world.context(), [key], eve);
    expect(gone).toEqual(would);
    expect(gone.reviews.map(({ shortId }) => shortId)).toEqual([alone.shortId]);
    expect(gone.anonymised).toEqual([{ key, shortId: shared.shortId, card: null }]);

    const rows: string[] = [];
    for await (const { row } of world.store().dump()) if (row["tenant"] === key.tenant) rows.push(JSON.stringify(row));
    expect(rows.join("\n")).not.toMatch(/Eve|U9|my own/);
    const left = await findReview(world.context(), { key, shortId: shared.shortId });
    expect(left.revisions.map(({ author }) => author.name)).toEqual(["someone", "Lin", "someone"]);
    // What others said stays, and the figures built on it.
    expect(left.revisions[1]?.said).toBe("four times");
    expect(left.revisions.at(-1)?.workload).toMatchObject({ peakToMean: 4, growthPerMonth: 0.05 });
  });

  test("in another channel stays", async () => {
    const [here, there] = [world.channel(), world.channel()];
    await world.start(here, TEXT, eve);
    await world.start(there, TEXT, eve);
    await forgetMe(world.context(), [here], eve);
    expect(await listReviews(world.context(), here)).toEqual([]);
    expect(await listReviews(world.context(), there)).toHaveLength(1);
  });
});

test("a person can be found in all channels of their tenant, and in no other tenant", async () => {
  const here = world.channel();
  const there = { ...here, channel: "C2" };
  const elsewhere = world.channel();
  for (const key of [here, there, elsewhere]) await world.start(key, TEXT, eve);
  const keys = await channelsOfPerson(world.context(), here, eve);
  expect(keys).toEqual([here, there]);
  await forgetMe(world.context(), keys, eve);
  expect(await listReviews(world.context(), there)).toEqual([]);
  expect(await listReviews(world.context(), elsewhere)).toHaveLength(1);
});

describe("a channel", () => {
  test("may be emptied by who manages it, or by anyone where the platform does not say who does", async () => {
    const key = world.channel();
    await world.start(key, TEXT);
    await setQuota(world.context(), key, lin, "lambda.concurrency", 5000);
    await expect(forgetChannel(world.context(), key, { ...lin, manages: false }, "e")).rejects.toMatchObject({
      code: "not-allowed",
    });
    const would = await wouldForgetChannel(world.context(), key);
    expect(await forgetChannel(world.context(), key, lin, "e")).toEqual(would);
    expect(would).toMatchObject({ revisions: 1, settings: 1 });
    const { json } = await exportChannel(world.context(), key);
    expect(JSON.parse(json)).toMatchObject({ reviews: [], settings: [] });
  });
});

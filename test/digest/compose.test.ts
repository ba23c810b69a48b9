import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { PostRule } from "#src/digest/schedule.ts";
import { isLarge } from "#src/digest/what-moved.ts";
import type { RevisitTrigger } from "#src/model/assessment.ts";
import { decided, digestChannel, reviewRow, revision, withPrice } from "#test/support/digest-channel.ts";

const lin = { id: "U2", name: "lin" };
const today = loadCatalog();

const START = "2026-01-01T00:00:00Z";
/** 12 average months later: 365.25 days. */
const YEAR_LATER = "2027-01-01T06:00:00Z";

describe("what moved", () => {
  test("a review is looked at today's point of its growth, and growth is the cause", async () => {
    const { rows, look } = digestChannel();
    rows.push(reviewRow([revision(1, START, { growthPerMonth: 0.05 })]));
    const { content, worthPosting } = await look(YEAR_LATER);
    expect(worthPosting).toBe(true);
    const [review] = content.moved;
    // 50 x 1.05^12 = 50 x 1.795856 = 89.79.
    expect(review?.before.ratePerSecond).toBe(50);
    expect(review?.after.ratePerSecond).toBeCloseTo(89.7928, 3);
    expect(review?.causes).toEqual(["growth"]);
    expect(review?.split.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(
      (review?.after.usd ?? 0) - (review?.before.usd ?? 0),
      6,
    );
  });

  test("nothing is worth posting while nothing moved, and small moves add up until they are told", async () => {
    const { rows, tell } = digestChannel();
    rows.push(reviewRow([revision(1, START, { growthPerMonth: 0.03, steps: [{ durationMs: 200, memoryMb: 512 }] })]));
    expect((await tell("2026-01-20T00:00:00Z")).worthPosting).toBe(false);
    const second = await tell("2026-02-20T00:00:00Z");
    expect(second.content.quiet).toHaveLength(1);
    // 3 % a month: over a tenth after four months and more, though no single month moved as much.
    const later = await tell("2026-07-20T00:00:00Z");
    expect(later.content.moved[0]?.before.ratePerSecond).toBe(50);
    expect(later.content.moved[0]?.historyUsd).toHaveLength(3);
    // Told: the next day is quiet again.
    const next = await tell("2026-07-21T00:00:00Z");
    expect(next.worthPosting).toBe(false);
    expect(next.content.since).toBe("2026-07-20");
  });

  test("both directions count, by share and by dollars, and a dollar is the least", () => {
    const rule: PostRule = { kind: "moved", share: 0.1, usd: 500 };
    expect(isLarge(100, 90, rule)).toBe(true);
    expect(isLarge(100, 110, rule)).toBe(true);
    expect(isLarge(100, 109.99, rule)).toBe(false);
    expect(isLarge(100_000, 100_500, rule)).toBe(true);
    expect(isLarge(100_000, 99_500.01, rule)).toBe(false);
    expect(isLarge(2, 2.9, rule)).toBe(false);
    expect(isLarge(null, 5, rule)).toBe(true);
    expect(isLarge(null, null, rule)).toBe(false);
  });

  test("a price that changed is told apart from growth, and the shares add up", async () => {
    const dearer = withPrice(today, "lambda/duration-x86", 1.5, "2026-12-01");
    const { rows, look } = digestChannel([today, dearer]);
    const lambda = [...today.prices.keys()].filter((id) => id.startsWith("lambda/"));
    expect(lambda).toContain("lambda/duration-x86");
    rows.push(
      reviewRow([revision(1, START, { ratePerSecond: 1, growthPerMonth: 0.02 })], decided(START, [], "serverless")),
    );
    const { content } = await look(YEAR_LATER);
    const [review] = content.moved;
    expect(review?.causes).toEqual(["growth", "price"]);
    const total = (review?.after.usd ?? 0) - (review?.before.usd ?? 0);
    expect(review?.split.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(total, 6);
    const price = review?.split.find(({ cause }) => cause === "price");
    expect(price?.usd).toBeGreaterThan(0);
    // Named with what its line rose by: half as much again.
    expect(price?.price?.id).toBe("lambda/duration-x86");
    expect(price?.price?.share).toBeCloseTo(0.5, 9);
  });

  test("a correction is told as one, and does not start growth anew", async () => {
    const { rows, tell, look } = digestChannel();
    const first = revision(1, START, { growthPerMonth: 0.01 });
    rows.push(reviewRow([first]));
    await tell("2026-01-02T00:00:00Z", { kind: "always" });
    const second = revision(2, "2026-06-01T00:00:00Z", {
      growthPerMonth: 0.01,
      steps: [{ durationMs: 900, memoryMb: 512 }],
    });
    rows[0] = reviewRow([first, second]);
    const { content } = await look(YEAR_LATER);
    expect(content.moved[0]?.causes).toContain("correction");
    // 50 x 1.01^12 = 56.34: the memory of January's rate is kept by the correction of June.
    expect(content.moved[0]?.after.ratePerSecond).toBeCloseTo(56.3413, 3);
  });

  test("with only flips, a large move of the cost alone is quiet", async () => {
    const { rows, look } = digestChannel();
    rows.push(reviewRow([revision(1, START, { ratePerSecond: 2_000, growthPerMonth: 0.02 })]));
    const { content } = await look("2026-12-01T00:00:00Z", { kind: "flips" });
    expect(content.moved).toEqual([]);
    expect((await look("2026-12-01T00:00:00Z")).content.moved).toHaveLength(1);
  });

  test("a review in a region that left the catalog is said to be beyond working out", async () => {
    const { rows, look } = digestChannel();
    const first = revision(1, START, {});
    rows.push(reviewRow([{ ...first, workload: { ...first.workload, region: "eu-south-9" } }]));
    const { content } = await look("2026-02-01T00:00:00Z");
    expect(content).toMatchObject({ watched: 1, quiet: [], unassessed: [{ shortId: "7K2Q", name: "thumbs" }] });
  });

  test("an empty channel is watched by nobody", async () => {
    const composed = await digestChannel().look(YEAR_LATER);
    expect(composed).toMatchObject({ worthPosting: false, notices: [], content: { watched: 0, totalUsd: null } });
  });
});

describe("decisions", () => {
  const above: RevisitTrigger = { kind: "rate-above", path: "ratePerSecond", value: 60 };

  test("a trigger that comes true is told once, in the digest and in the thread", async () => {
    const { rows, tell } = digestChannel();
    rows.push(reviewRow([revision(1, START, { growthPerMonth: 0.05 })], decided(START, [above])));
    // 50 x 1.05^3 = 57.9; ^4 = 60.8.
    expect((await tell("2026-04-01T00:00:00Z", { kind: "flips" })).notices).toEqual([]);
    const fired = await tell("2026-06-01T00:00:00Z", { kind: "flips" });
    expect(fired.notices).toMatchObject([{ thread: "171.1", fired: [{ trigger: above, setBy: lin }] }]);
    expect(fired.content.moved[0]?.fired).toHaveLength(1);
    const after = await tell("2026-06-02T00:00:00Z", { kind: "flips" });
    expect(after.notices).toEqual([]);
    expect(after.worthPosting).toBe(false);
  });

  test("what was true when the decision was taken did not come true since", async () => {
    const { rows, look } = digestChannel();
    const already: RevisitTrigger = { kind: "monthly-usd-above", path: "serverless", value: 1 };
    rows.push(reviewRow([revision(1, START, {})], decided(START, [already])));
    expect((await look(YEAR_LATER)).notices).toEqual([]);
  });

  test("the day to look again comes: due once, without anything else having moved", async () => {
    const { rows, tell } = digestChannel();
    const date: RevisitTrigger = { kind: "date", path: "2026-06-01", value: Date.parse("2026-06-01T00:00:00Z") };
    rows.push(reviewRow([revision(1, START, {})], decided(START, [date])));
    expect((await tell("2026-05-31T23:59:00Z")).worthPosting).toBe(false);
    const due = await tell("2026-06-01T09:00:00Z");
    expect(due.content.due).toEqual([{ shortId: "7K2Q", name: "thumbs", date: "2026-06-01" }]);
    expect(due.worthPosting).toBe(true);
    expect((await tell("2026-06-02T09:00:00Z")).worthPosting).toBe(false);
  });

  test("a day that had passed when the decision was taken is due never, and not at every digest", async () => {
    const { rows, look } = digestChannel();
    const date: RevisitTrigger = { kind: "date", path: "2025-06-01", value: Date.parse("2025-06-01T00:00:00Z") };
    rows.push(reviewRow([revision(1, START, {})], decided(START, [date])));
    expect(await look("2026-01-02T00:00:00Z")).toMatchObject({ worthPosting: false, content: { due: [] } });
  });

  test("a price that moves by a tenth fires its trigger; one that moves by less does not", async () => {
    const trigger: RevisitTrigger = { kind: "price-changed", path: "lambda/duration-x86", value: 0.1 };
    const firedWith = async (factor: number): Promise<number> => {
      const { rows, look } = digestChannel([today, withPrice(today, "lambda/duration-x86", factor, "2026-12-01")]);
      rows.push(reviewRow([revision(1, START, {})], decided(START, [trigger])));
      return (await look(YEAR_LATER)).notices.length;
    };
    expect([await firedWith(1.1), await firedWith(0.9), await firedWith(1.09)]).toEqual([1, 1, 0]);
  });
});

test("a logged bill is set against the middle of its month, on the design that was decided", async () => {
  const { rows, look } = digestChannel();
  const row = reviewRow([revision(1, START, { growthPerMonth: 0 })], decided(START, [], "serverless"));
  const predicted = revision(1, START, {}).figures.monthlyUsd.serverless ?? 0;
  rows.push({ ...row, actuals: [{ month: "2026-03", amountUsd: predicted * 1.5, by: lin, at: new Date(YEAR_LATER) }] });
  const { content } = await look(YEAR_LATER);
  expect(content.moved[0]?.actual?.month).toBe("2026-03");
  expect(content.moved[0]?.actual?.predictedUsd).toBeCloseTo(predicted, 6);
});

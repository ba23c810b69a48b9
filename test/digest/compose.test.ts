import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { type Composed, composeDigest, type DigestContext } from "#src/digest/compose.ts";
import type { PostRule } from "#src/digest/schedule.ts";
import { assess } from "#src/model/assess.ts";
import type { RevisitTrigger } from "#src/model/assessment.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { figuresOf } from "#src/reviews/figures.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import type { Decision, Revision } from "#src/reviews/review.ts";
import { decisionRow, revisionRow } from "#src/reviews/stored-review.ts";
import type { MarkRow } from "#src/storage/digest-port.ts";
import type { ReviewRow } from "#src/storage/port.ts";

const lin = { id: "U2", name: "lin" };
const key = { platform: "slack", tenant: "T", channel: "C" };
const today = loadCatalog();
const moved: PostRule = { kind: "moved", share: 0.1, usd: 500 };

/** The catalog with every price of a dimension multiplied, as of another date. */
function withPrice(base: Catalog, priceId: string, factor: number, pricesAsOf: string): Catalog {
  const prices = new Map(base.prices);
  const rows = new Map(prices.get(priceId));
  for (const [region, row] of rows) {
    const tiers = row.tiers.map((tier) => ({ ...tier, unitPriceUsd: tier.unitPriceUsd * factor }));
    rows.set(region, { ...row, tiers });
  }
  prices.set(priceId, rows);
  return { ...base, prices, pricesAsOf };
}

interface World {
  context: DigestContext;
  rows: ReviewRow[];
  look(at: string, rule?: PostRule): Promise<Composed>;
  /** Looks, and keeps what was told. */
  tell(at: string, rule?: PostRule): Promise<Composed>;
}

/** A channel kept in memory, looked at on any day with any catalog. */
function world(catalogs: readonly Catalog[] = [today]): World {
  const rows: ReviewRow[] = [];
  const marks = new Map<string, MarkRow>();
  let now = new Date("2026-11-24T12:00:00Z");
  const newest = catalogs.at(-1) ?? today;
  const catalogOf = ({ pricesAsOf }: { pricesAsOf: string }): Catalog =>
    catalogs.find((catalog) => catalog.pricesAsOf === pricesAsOf) ?? newest;
  const records = {
    reviews: { list: async () => rows.toReversed() },
    digests: { marks: async () => [...marks.values()] },
  };
  const context = {
    // Only what a digest reads: the store's own suite proves the rest.
    records: records as never,
    catalog: newest,
    assess: (input: Parameters<typeof assess>[0], dates: { pricesAsOf: string }) => assess(input, catalogOf(dates)),
    understanding: parserUnderstanding(newest),
    clock: { now: () => now },
    random: () => 0.5,
    catalogOf,
  } as DigestContext;
  const look = (at: string, rule: PostRule = moved): Promise<Composed> => {
    now = new Date(at);
    return composeDigest(context, key, rule);
  };
  return {
    context,
    rows,
    look,
    tell: async (at, rule) => {
      const composed = await look(at, rule);
      for (const { reviewId, version, body } of composed.marks(composed.worthPosting)) {
        marks.set(reviewId, { reviewId, version: version + 1, body: JSON.parse(JSON.stringify(body)) });
      }
      return composed;
    },
  };
}

function revision(number: number, at: string, workload: object, catalog: Catalog = today): Revision {
  const given = { name: "thumbs", ratePerSecond: 50, steps: [{ durationMs: 200, memoryMb: 512 }], ...workload };
  const assessment = assess({ workload: given }, catalog);
  const { pricesAsOf, quotasAsOf } = catalog;
  return {
    number,
    author: lin,
    at: new Date(at),
    said: "thumbs",
    changes: [],
    workload: assessment.workload,
    origins: assessment.origins,
    notes: [],
    catalog: { pricesAsOf, quotasAsOf },
    figures: figuresOf(assessment),
  };
}

function reviewRow(revisions: readonly Revision[], decision: Decision | null = null): ReviewRow {
  const [first] = revisions;
  if (first === undefined) throw new Error("no revision");
  return {
    id: "r1",
    shortId: "7K2Q",
    key,
    thread: "171.1",
    cardMessage: null,
    cardChannel: null,
    createdBy: lin,
    createdAt: first.at,
    revisions: revisions.map(revisionRow),
    decisions: decision === null ? [] : [{ ...decisionRow(decision, 1), reopened: false, dissent: [] }],
    actuals: [],
  };
}

function decided(at: string, triggers: readonly RevisitTrigger[], choice: Decision["choice"] = "serverless"): Decision {
  return { choice, choiceText: choice, reason: "", dissent: [], by: lin, at: new Date(at), revision: 1, triggers };
}

const START = "2026-01-01T00:00:00Z";
/** 12 average months later: 365.25 days. */
const YEAR_LATER = "2027-01-01T06:00:00Z";

describe("what moved", () => {
  test("a review is looked at today's point of its growth, and growth is the cause", async () => {
    const { rows, look } = world();
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
    const { rows, tell } = world();
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

  test("both directions count, by share and by dollars, and a dollar is the least", async () => {
    const { isLarge } = await import("#src/digest/what-moved.ts");
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
    const { rows, look } = world([today, dearer]);
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
    expect(review?.split.find(({ cause }) => cause === "price")?.usd).toBeGreaterThan(0);
  });

  test("a correction is told as one, and does not start growth anew", async () => {
    const { rows, tell, look } = world();
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
    const { rows, look } = world();
    rows.push(reviewRow([revision(1, START, { ratePerSecond: 2_000, growthPerMonth: 0.02 })]));
    const { content } = await look("2026-12-01T00:00:00Z", { kind: "flips" });
    expect(content.moved).toEqual([]);
    expect((await look("2026-12-01T00:00:00Z")).content.moved).toHaveLength(1);
  });

  test("an empty channel is watched by nobody", async () => {
    const composed = await world().look(YEAR_LATER);
    expect(composed).toMatchObject({ worthPosting: false, notices: [], content: { watched: 0, totalUsd: null } });
  });
});

describe("decisions", () => {
  const above: RevisitTrigger = { kind: "rate-above", path: "ratePerSecond", value: 60 };

  test("a trigger that comes true is told once, in the digest and in the thread", async () => {
    const { rows, tell } = world();
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
    const { rows, look } = world();
    const already: RevisitTrigger = { kind: "monthly-usd-above", path: "serverless", value: 1 };
    rows.push(reviewRow([revision(1, START, {})], decided(START, [already])));
    expect((await look(YEAR_LATER)).notices).toEqual([]);
  });

  test("the day to look again comes: due once, without anything else having moved", async () => {
    const { rows, tell } = world();
    const date: RevisitTrigger = { kind: "date", path: "2026-06-01", value: Date.parse("2026-06-01T00:00:00Z") };
    rows.push(reviewRow([revision(1, START, {})], decided(START, [date])));
    expect((await tell("2026-05-31T23:59:00Z")).worthPosting).toBe(false);
    const due = await tell("2026-06-01T09:00:00Z");
    expect(due.content.due).toEqual([{ shortId: "7K2Q", name: "thumbs", date: "2026-06-01" }]);
    expect(due.worthPosting).toBe(true);
    expect((await tell("2026-06-02T09:00:00Z")).worthPosting).toBe(false);
  });

  test("a price that moves by a tenth fires its trigger; one that moves by less does not", async () => {
    const trigger: RevisitTrigger = { kind: "price-changed", path: "lambda/duration-x86", value: 0.1 };
    const firedWith = async (factor: number): Promise<number> => {
      const { rows, look } = world([today, withPrice(today, "lambda/duration-x86", factor, "2026-12-01")]);
      rows.push(reviewRow([revision(1, START, {})], decided(START, [trigger])));
      return (await look(YEAR_LATER)).notices.length;
    };
    expect([await firedWith(1.1), await firedWith(0.9), await firedWith(1.09)]).toEqual([1, 1, 0]);
  });
});

test("a logged bill is set against the middle of its month, on the design that was decided", async () => {
  const { rows, look } = world();
  const row = reviewRow([revision(1, START, { growthPerMonth: 0 })], decided(START, [], "serverless"));
  const predicted = revision(1, START, {}).figures.monthlyUsd.serverless ?? 0;
  rows.push({ ...row, actuals: [{ month: "2026-03", amountUsd: predicted * 1.5, by: lin, at: new Date(YEAR_LATER) }] });
  const { content } = await look(YEAR_LATER);
  expect(content.moved[0]?.actual?.month).toBe("2026-03");
  expect(content.moved[0]?.actual?.predictedUsd).toBeCloseTo(predicted, 6);
});

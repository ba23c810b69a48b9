import { describe, expect, test } from "vitest";
import { addDissent, type DecideRequest, decide, decidedOn, reopen } from "#src/reviews/decide.ts";
import { findReview } from "#src/reviews/find-review.ts";
import { logActual } from "#src/reviews/log-actual.ts";
import { reviseReview } from "#src/reviews/revise-review.ts";
import { ada, lin, reviewWorld } from "#test/support/review-context.ts";

const world = reviewWorld();
const RESIZES =
  "300 image resizes a second, 3 Lambda steps of about 200 ms at 1 GB, Step Functions Standard with 7 states, us-east-1";

const forFargate: DecideRequest = {
  choice: "monolith-fargate",
  choiceText: "Monolith on Fargate",
  reason: "The load is steady",
  by: ada,
  lookAgainOn: new Date("2027-05-24T00:00:00Z"),
};

describe("a decision", () => {
  test("stands on its revision, whatever changes later, with triggers as data", async () => {
    const { review, assessment } = await world.start(world.channel(), RESIZES);
    const { review: decided } = await decide(world.context(), review, forFargate);
    const request = {
      changes: [{ op: "set", path: "ratePerSecond", value: 1 }],
      corrected: false,
      author: lin,
      said: "1/s",
      notes: [],
    } as const;
    await reviseReview(world.context(), decided, request);
    const read = await findReview(world.context(), { key: review.key, shortId: review.shortId });
    const { decision, assessment: frozen } = decidedOn(world.context(), read);
    expect(decision).toMatchObject({ choice: "monolith-fargate", reason: "The load is steady", by: ada, revision: 1 });
    expect(frozen).toEqual(assessment);
    // The model prefers Fargate here, so its own triggers come along, and the day after them.
    expect(assessment.recommendation.preferred).toBe("monolith-fargate");
    expect(decision.triggers.slice(0, -1)).toEqual(assessment.recommendation.revisitTriggers);
    expect(decision.triggers.at(-1)).toEqual({ kind: "date", path: "2027-05-24", value: Date.UTC(2027, 4, 24) });
  });

  test("against the model's preference keeps the triggers that do not speak of the preferred design", async () => {
    const { review, assessment } = await world.start(world.channel(), RESIZES);
    const { review: decided } = await decide(world.context(), review, {
      ...forFargate,
      choice: "serverless-tuned",
      lookAgainOn: null,
    });
    const tuned = assessment.estimates.find(({ architecture }) => architecture === "serverless-tuned");
    const kinds = decided.decision?.triggers.map(({ kind }) => kind) ?? [];
    expect(kinds).not.toContain("headroom-below");
    expect(decided.decision?.triggers).toContainEqual({
      kind: "monthly-usd-above",
      path: "serverless-tuned",
      value: tuned?.monthlyUsd.p90,
    });
  });

  test("keeps dissent with its author; a reopened one is off the review, and the next follows", async () => {
    const { review } = await world.start(world.channel(), RESIZES);
    const { review: decided } = await decide(world.context(), review, forFargate);
    const objected = await addDissent(world.context(), decided, lin, "Too early");
    expect(objected.decision?.dissent).toMatchObject([{ author: lin, text: "Too early" }]);
    const open = await reopen(world.context(), objected);
    expect(open.decision).toBeNull();
    await expect(addDissent(world.context(), open, lin, "Still")).rejects.toThrow(/Nothing is decided/);
    const { review: second } = await decide(world.context(), open, {
      ...forFargate,
      choice: "other",
      choiceText: "Kubernetes",
    });
    const read = await findReview(world.context(), { key: review.key, shortId: review.shortId });
    expect(read.decision).toEqual(second.decision);
    expect(read.decision?.dissent).toEqual([]);
    expect((await world.store().reviews.byId(review.key, review.id))?.decisions).toHaveLength(2);
  });
});

describe("what a bill was", () => {
  test("is kept by month; a second amount replaces the first", async () => {
    world.clock.set("2026-11-24T10:00:00Z");
    const { review } = await world.start(world.channel(), RESIZES);
    const first = await logActual(world.context(), review, ada, 5400, "2026-10");
    const second = await logActual(world.context(), first.review, lin, 6100, "2026-10");
    expect(second.replaced?.amountUsd).toBe(5400);
    const { review: third } = await logActual(world.context(), second.review, lin, 10, "2026-09");
    expect(third.actuals.map(({ month, amountUsd }) => [month, amountUsd])).toEqual([
      ["2026-09", 10],
      ["2026-10", 6100],
    ]);
    expect(await findReview(world.context(), { key: review.key, shortId: review.shortId })).toEqual(third);
  });

  test.each([
    [-1, "2026-10"],
    [Number.NaN, "2026-10"],
    [1e13, "2026-10"],
    [5, "2026-13"],
    [5, "2026-12"],
    [5, "October"],
  ])("%d in %s is refused", async (amount, month) => {
    const { review } = await world.start(world.channel(), RESIZES);
    await expect(logActual(world.context(), review, ada, amount, month)).rejects.toMatchObject({ code: "bad-input" });
  });
});

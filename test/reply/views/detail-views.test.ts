import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "#src/model/assessment.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { assumptionsReply } from "#src/reply/views/assumptions.ts";
import { billLinesReply } from "#src/reply/views/bill-lines.ts";
import { breakEvenReply } from "#src/reply/views/break-even.ts";
import { breakdownReply } from "#src/reply/views/breakdown.ts";
import { compareReply } from "#src/reply/views/compare.ts";
import { explainReply } from "#src/reply/views/explain.ts";
import { flipsReply } from "#src/reply/views/flips.ts";
import { limitsReply } from "#src/reply/views/limits.ts";
import { referenceCaseReply } from "#src/reply/views/reference-case.ts";
import { threadOpener } from "#src/reply/views/thread-opener.ts";
import { exampleAssessment } from "#test/support/example-assessment.ts";
import { exampleEstimates, exampleQuota } from "#test/support/example-estimates.ts";
import { outOfScopeAssessment, premiumAssessment, tooCloseAssessment } from "#test/support/example-verdicts.ts";
import { allText } from "#test/support/read-reply.ts";

const today = "2026-11-23";
const detail = (assessment: Assessment) => ({
  review: { shortId: "7K2Q", revision: 1 },
  assessment,
  audience: "asker" as const,
});

const views: Record<string, (assessment: Assessment) => Reply> = {
  limits: (assessment) => limitsReply({ ...detail(assessment), today }),
  breakdown: (assessment) => breakdownReply(detail(assessment)),
  lines: (assessment) => billLinesReply({ ...detail(assessment), architecture: "serverless" }),
  assumptions: (assessment) => assumptionsReply(detail(assessment)),
  flips: (assessment) => flipsReply(detail(assessment)),
  "break-even": (assessment) => breakEvenReply(detail(assessment)),
  "why-figure": (assessment) => explainReply({ ...detail(assessment), figure: "why $138k?" }),
  "why-verdict": (assessment) => explainReply({ ...detail(assessment), figure: "why?" }),
  "why-limit": (assessment) => explainReply({ ...detail(assessment), figure: "33%" }),
  "why-nothing": (assessment) => explainReply({ ...detail(assessment), figure: "bananas" }),
  case: (assessment) =>
    referenceCaseReply({ reference: assessment.referenceCase, catalog: assessment.catalog, review: "7K2Q" }),
  opener: (assessment) => threadOpener({ review: { shortId: "7K2Q" }, assessment, mention: "@Rethink " }),
  compare: (assessment) =>
    compareReply(
      { shortId: "7K2Q", revision: 1, assessment },
      { shortId: "9ABC", revision: 2, assessment: tooCloseAssessment },
    ),
};

const text = (reply: Reply) => renderPlainText(reply, { chart: "omit", choices: true });

describe("detail views", () => {
  test.each(Object.keys(views))("%s reads well", async (name) => {
    const view = views[name];
    expect(view).toBeDefined();
    if (view !== undefined) await expect(text(view(exampleAssessment))).toMatchFileSnapshot(`../golden/${name}.txt`);
  });

  test.each(Object.keys(views))("%s stands on an assessment with nothing in it", (name) => {
    const reply = views[name]?.({ ...outOfScopeAssessment, drivers: [], growth: [], flips: [], curves: [] });
    expect(reply).toBeDefined();
    if (reply !== undefined) {
      expect(text(reply).length).toBeGreaterThan(10);
      expect(allText(reply)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("what everyone sees needs no button to show everyone", () => {
    const forAll = limitsReply({ ...detail(exampleAssessment), audience: "everyone", today });
    expect(text(forAll)).not.toMatch(/Show everyone/);
    expect(text(views["limits"]?.(exampleAssessment) ?? forAll)).toMatch(/Show everyone/);
  });
});

describe("limits", () => {
  test("a new account's vCPU is asked for, never counted", () => {
    const shown = text(limitsReply({ ...detail(exampleAssessment), today }));
    expect(shown).toMatch(/Fargate, vCPU +385 +6 if new +ask first/);
    expect(shown).toMatch(/Monolith on Fargate +– +– +check one quota/);
  });

  test("a quota the team gave is marked as theirs", () => {
    const [described] = exampleEstimates;
    const stated = exampleQuota({ quota: "lambda.concurrency", applied: 5_000, demandPeak: 540, stated: true });
    const assessment = {
      ...exampleAssessment,
      estimates: described === undefined ? [] : [{ ...described, limits: [{ ...stated, unit: "executions" }] }],
    };
    expect(text(limitsReply({ ...detail(assessment), today }))).toMatch(/5,000 \(yours\)/);
  });

  test("a quota nobody worded is shown by its service and name", () => {
    const [described] = exampleEstimates;
    const unknown = exampleQuota({
      quota: "future.thing.rate",
      service: "Future Service",
      name: "Things per second",
      applied: 10,
      demandPeak: 40,
      unit: "things/s",
    });
    const assessment = {
      ...exampleAssessment,
      estimates: described === undefined ? [] : [{ ...described, limits: [unknown] }],
    };
    const shown = text(limitsReply({ ...detail(assessment), today }));
    expect(shown).toMatch(/Future Service, things per/);
    expect(shown).toMatch(/40\/s +10\/s +25%/);
  });

  test("many quotas stay a readable table, the tightest first", () => {
    const [described] = exampleEstimates;
    const many = Array.from({ length: 40 }, (_, position) =>
      exampleQuota({
        quota: `q.${position}`,
        service: "S",
        name: `quota ${position}`,
        applied: 100 + position,
        demandPeak: 90,
      }),
    );
    const assessment = {
      ...exampleAssessment,
      estimates: described === undefined ? [] : [{ ...described, limits: many }],
    };
    const table = limitsReply({ ...detail(assessment), today }).blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" ? table.rows.length : 0).toBeLessThanOrEqual(8);
  });
});

describe("explain", () => {
  const why = (figure: string) => text(explainReply({ ...detail(exampleAssessment), figure })).split("\n")[0] ?? "";

  test.each([
    ["why $138k?", /^\$138k is Step Functions Standard/],
    ["$137,970", /^\$138k is Step Functions Standard/],
    ["why 138,000 dollars", /^\$138k is Step Functions Standard/],
    ["step functions", /^\$138k is Step Functions Standard/],
    ["where does the s3 cost come from", /^\$8\.7k is S3 between steps/],
    ["$5.4k", /^\$5\.4k a month is a monolith on Fargate/],
    ["startexecution", /^Step Functions, starts holds to 33%/],
    ["the verdict", /^Monolith costs least/],
    ["", /^Monolith costs least/],
    ["why?", /^Monolith costs least/],
    ["96 of 100", /^Monolith costs least/],
  ])("finds what %j is about", (question, answer) => {
    expect(why(question)).toMatch(answer);
  });

  test("shows the arithmetic that a reader can redo", () => {
    const shown = text(explainReply({ ...detail(exampleAssessment), figure: "$138k" }));
    expect(shown).toContain("300 images/s × 2,628,000 s × 7 state transitions = 5,518.8M state transitions");
    expect(shown).toContain("5,518.8M × $0.025 per 1,000 = $137,970 a month");
    expect(shown).toMatch(/you said/);
    expect(shown).toMatch(/13\s+Apr\s+2026/);
  });

  test("never fails on any question", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (figure) => {
        expect(() => explainReply({ ...detail(exampleAssessment), figure })).not.toThrow();
      }),
    );
  });
});

describe("the reference case", () => {
  test("keeps what was published apart from what we rebuilt", () => {
    const shown = text(views["case"]?.(exampleAssessment) ?? views["limits"]?.(exampleAssessment) ?? neverShown());
    const [published = "", rebuilt = ""] = shown.split("What we rebuilt, not published by anyone");
    expect(published).toContain("around 5%");
    expect(published).not.toContain("Ours:");
    expect(rebuilt).toContain("Ours:");
  });

  test("sets the tunings side by side, so that the reader learns where the saving came from", () => {
    const shown = text(views["case"]?.(exampleAssessment) ?? neverShown()).replace(/\s+/g, " ");
    expect(shown).toContain("72%");
    expect(shown).toContain("87%");
    expect(shown).toContain("alone saves 91%");
  });
});

function neverShown(): Reply {
  throw new Error("the view is missing");
}

describe("the thread opener", () => {
  test("asks the one question whose answer could change the verdict, with answers on both sides of the flip", () => {
    const opener = threadOpener({ review: { shortId: "7K2Q" }, assessment: exampleAssessment, mention: "@Rethink " });
    const actions = opener.blocks.find((block) => block.kind === "actions");
    expect(opener.summary).toBe("One answer could change the verdict: how busy do your workers run?");
    expect(actions?.kind === "actions" ? actions.actions.map(({ label, args }) => [label, args["value"]]) : []).toEqual(
      [
        ["Under 40%", "0.4"],
        ["About 50%", "0.5"],
        ["65% or more", "0.65"],
      ],
    );
  });

  test("asks nothing when no answer could change it", () => {
    const opener = threadOpener({ review: { shortId: "7K2Q" }, assessment: premiumAssessment, mention: "" });
    expect(opener.blocks.map(({ kind }) => kind)).toEqual(["context"]);
  });
});

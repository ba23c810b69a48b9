import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment, Reason } from "#src/model/assessment.ts";
import { applyChanges } from "#src/model/change.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

const catalog = loadCatalog();
const run = (workload: WorkloadInput): Assessment => assess({ workload }, catalog);
const usdOf = ({ estimates }: Assessment, name: string) =>
  estimates.find(({ architecture }) => architecture === name)?.monthlyUsd.point ?? Number.NaN;
const coded = (reasons: readonly Reason[], code: Reason["code"]) => reasons.filter((reason) => reason.code === code);

/** 5 million requests a day through an HTTP API. */
const webshop: WorkloadInput = {
  region: "eu-central-1",
  ratePerSecond: 5e6 / 86_400,
  peakToMean: 4,
  entry: { kind: "api-gateway-http" },
  steps: [{ name: "step", durationMs: 120, memoryMb: 512 }],
};

/** 50 requests a day. */
const tiny: WorkloadInput = { ...webshop, region: "eu-west-1", ratePerSecond: 50 / 86_400 };

describe("what speaks for and against", () => {
  it("names the saving and the operating premium of one and the same design", () => {
    const assessment = run(webshop);
    const { preferred, reasons } = assessment.recommendation;
    expect(preferred).toBe("serverless-tuned");
    const [reason] = coded(reasons, "less-to-operate");
    // EC2 is cheapest, but is taken to cost $400 a month more to run; Fargate, $10 dearer, $100.
    expect(usdOf(assessment, "monolith-ec2")).toBeLessThan(usdOf(assessment, "monolith-fargate"));
    expect(reason?.otherSubject).toBe("monolith-fargate");
    expect(reason?.otherFigure).toBe(100);
    const saved = usdOf(assessment, "serverless-tuned") - usdOf(assessment, "monolith-fargate");
    expect(reason?.figure).toBeCloseTo(saved, 9);
  });

  it("takes the utilisation containers need for the side it speaks for, and never for both", () => {
    // Two idle tasks: planned use is far below what would pay, so it speaks for serverless alone.
    const { recommendation } = run(tiny);
    expect(recommendation.verdict).toBe("serverless");
    expect(coded(recommendation.reasons, "utilization-needed")).toHaveLength(1);
    expect(coded(recommendation.counterCase, "utilization-needed")).toHaveLength(0);
    // 5 % planned, 2 % needed: no reason for serverless.
    expect(coded(run(webshop).recommendation.reasons, "utilization-needed")).toHaveLength(0);
  });

  it("asks for the vCPU quota that the limits show", () => {
    // 3 million in four hours from a queue: the quota is checked at the mean, the peak may wait.
    const { recommendation, estimates } = run({
      ratePerSecond: 208.3,
      activeHoursPerMonth: 121.6,
      entry: { kind: "sqs" },
      steps: [{ name: "invoice", durationMs: 2000, memoryMb: 2048 }],
    });
    const fleet = estimates.find(({ architecture }) => architecture === recommendation.preferred);
    const use = fleet?.limits.find(({ quota }) => quota === "fargate.vcpu");
    const risk = recommendation.risks.find(({ code }) => code === "account-vcpu-check");
    expect(use?.demandPeak).toBeGreaterThan(use?.demandChecked ?? 0);
    expect(risk?.figure).toBe(use?.demandChecked);
  });
});

describe("a quota wall", () => {
  it("is none for a fleet at its floor: two idle tasks say nothing of the load that needs the quota", () => {
    const wallOf = (assessment: Assessment, name: string) =>
      assessment.curves.find(({ architecture }) => architecture === name)?.quotaWallRatePerSecond;
    expect(wallOf(run(tiny), "monolith-fargate")).toBeNull();
    expect(wallOf(run(tiny), "serverless")).toBeGreaterThan(0);
    // 500 a second, a peak of 2,000: more than two tasks.
    expect(wallOf(run({ ...webshop, ratePerSecond: 500 }), "monolith-fargate")).toBeGreaterThan(0);
  });
});

describe("the reference case", () => {
  it("does not call a load steady that stands still most of the month", () => {
    // 1.5 times its average for 120 of 730 hours: 1.5 x 730 / 120 = 9.125 times the month's average.
    const { referenceCase } = run({ ...tiny, ratePerSecond: 200, peakToMean: 1.5, activeHoursPerMonth: 120 });
    expect(referenceCase.unlike).toContainEqual({ code: "spiky-load", peakToMean: 9.125 });
    expect(run({ ...tiny, peakToMean: 1.5 }).referenceCase.like).toContainEqual({
      code: "steady-load",
      peakToMean: 1.5,
    });
  });
});

describe("a latency target", () => {
  const noteOf = (targetMs: number) =>
    run({ ...webshop, latency: { percentile: 99, targetMs } }).notes.find(
      ({ code }) => code === "latency-target-missed-by-all",
    );

  it("that no design meets is said, with the fastest design's figure", () => {
    // 120 ms of work, p99 3 times the mean: 360 ms in a container, which has no entry in front.
    expect(noteOf(300)).toEqual({
      code: "latency-target-missed-by-all",
      percentile: 99,
      targetMs: 300,
      reachedMs: expect.closeTo(360, 6),
    });
  });

  it("that one design meets is no such note", () => {
    expect(noteOf(365)).toBeUndefined();
  });
});

describe("a change to Step Functions", () => {
  it("pays for executions and counts their quota", () => {
    const described = run(webshop);
    const { workload } = applyChanges(
      described.workload,
      described.origins,
      [{ op: "set", path: "orchestration.kind", value: "step-functions-express" }],
      { origin: "stated" },
    );
    const serverless = run(workload).estimates.find(({ architecture }) => architecture === "serverless");
    const requests = serverless?.lineItems.find(({ dimension }) => dimension === "express-request");
    // 5,000,000 / 86,400 a second x 3600 x 730 h = 152.083 million executions a month.
    expect(requests?.quantity).toBeCloseTo(152_083_333.33, 1);
    expect(serverless?.limits.map(({ quota }) => quota)).toContain("sfn.express.startExecution.rate");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import { assess } from "#src/model/assess.ts";
import type { Estimate } from "#src/model/assessment.ts";
import type { WorkloadInput } from "#src/model/workload.ts";
import { arbitraryWorkload } from "./arbitrary-workload.ts";
import { pointEstimates } from "./point.ts";

const catalog = loadCatalog();
const run = (workload: WorkloadInput) => assess({ workload }, catalog);
const usd = (estimates: readonly Estimate[], name: Architecture) =>
  estimates.find(({ architecture }) => architecture === name)?.monthlyUsd.point ?? 0;
const scaled = (workload: WorkloadInput, factor: number): WorkloadInput => ({
  ...workload,
  ratePerSecond: (workload.ratePerSecond ?? 0) * factor,
});
/** A spot job at the load where one instance of twice the size takes over from two: its volume and address count too. */
const spotJob: WorkloadInput = {
  region: "us-east-1",
  ratePerSecond: 0.009029381373954032,
  peakToMean: 1.000000001,
  rampMinutes: 0,
  activeHoursPerMonth: 1,
  steps: [
    { name: "resize image", durationMs: 834_959.0954983527, memoryMb: 2918, cpuBoundFraction: 0, maxCores: 1 },
    {
      name: "parse log",
      invocationsPerUnit: 0.01,
      durationMs: 21.4630283214983,
      memoryMb: 10_502,
      cpuBoundFraction: 0,
    },
    { name: "resize image", durationMs: 5248.911198321131, memoryMb: 2156, cpuBoundFraction: 0, maxCores: 2 },
    {
      name: "charge card",
      invocationsPerUnit: 0.1,
      durationMs: 12_330.32704748562,
      memoryMb: 3311,
      cpuBoundFraction: 0,
    },
  ],
  orchestration: { kind: "none" },
  purchase: { lambdaArchitecture: "arm64", commitment: "spot" },
};

/** Sums of doubles may differ in the last bits. */
const ULP = 1 + 1e-9;

describe("what always holds of an estimate", () => {
  // Lambda bills cold starts, and around one call in ten minutes more load means fewer of them: they are left out here.
  it("never costs less for more load, as described or in one process, but for cold starts that no longer happen", () => {
    fc.assert(
      fc.property(arbitraryWorkload, fc.double({ min: 1, max: 4, noNaN: true }), (workload, factor) => {
        const warm = { ...workload, assumptions: { "lambda.initMs": 0 } };
        const less = pointEstimates(warm);
        const more = pointEstimates(scaled(warm, factor));
        for (const name of ["serverless", "monolith-fargate", "monolith-ec2"] as const) {
          expect(usd(more, name) * ULP).toBeGreaterThanOrEqual(usd(less, name));
        }
      }),
      { numRuns: 300, examples: [[spotJob, 1.0000000004299492]] },
    );
  });

  it("gives the same for doubling twice as for times four", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const twice = pointEstimates(scaled(scaled(workload, 2), 2));
        expect(twice).toEqual(pointEstimates(scaled(workload, 4)));
      }),
      { numRuns: 100 },
    );
  });

  it("is the sum of its lines, none of them negative", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        for (const { lineItems, monthlyUsd } of pointEstimates(workload)) {
          let sum = 0;
          for (const { costUsd } of lineItems) {
            expect(costUsd).toBeGreaterThanOrEqual(0);
            sum += costUsd;
          }
          expect(Number.isFinite(sum)).toBe(true);
          expect(Math.abs(sum - monthlyUsd.point)).toBeLessThanOrEqual(sum * 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("has the same shared lines on every side", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const paid = { ...workload, purchase: { ...workload.purchase, freeTier: false } };
        const shared = pointEstimates(paid).map(({ sharedUsd }) => sharedUsd.toPrecision(9));
        expect(new Set(shared).size).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it("names a headroom that fits its quota", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        for (const { limits, supportedShare } of pointEstimates(workload)) {
          expect(supportedShare).toBeGreaterThan(0);
          expect(supportedShare).toBeLessThanOrEqual(1);
          for (const { applied, demandPeak, headroom } of limits) {
            expect(Math.abs((headroom ?? 0) * demandPeak - applied)).toBeLessThanOrEqual(applied * 1e-9);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("what always holds of an assessment", () => {
  it("gives the same bytes for the same input", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        expect(JSON.stringify(run(workload))).toBe(JSON.stringify(run(structuredClone(workload))));
      }),
      { numRuns: 5 },
    );
  });

  it("prefers what can run, counts every case once, and breaks even only between what is shown", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const { recommendation, estimates, breakEven } = run(workload);
        const preferred = estimates.find(({ architecture }) => architecture === recommendation.preferred);
        if (preferred !== undefined) expect(preferred.feasible).toBe(true);
        const { serverless, monolith, hybrid } = recommendation.wins;
        expect(serverless + monolith + hybrid).toBeLessThanOrEqual(ULP);
        const hybridShown = estimates.some(({ architecture, shown }) => architecture === "hybrid" && shown);
        for (const { from, to } of breakEven) if (!hybridShown) expect([from, to]).not.toContain("hybrid");
        for (const { monthlyUsd } of estimates) {
          expect(monthlyUsd.p10).toBeLessThanOrEqual(monthlyUsd.p50);
          expect(monthlyUsd.p50).toBeLessThanOrEqual(monthlyUsd.p90);
        }
      }),
      { numRuns: 15 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { architectureNames } from "#src/model/architecture-name.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment } from "#src/model/assessment.ts";
import type { WorkloadInput } from "#src/model/workload.ts";
import { arbitraryWorkload } from "./arbitrary-workload.ts";

const catalog = loadCatalog();
const run = (workload: WorkloadInput) => assess({ workload }, catalog);
const usd = (assessment: Assessment, name: (typeof architectureNames)[number]) =>
  assessment.estimates.find(({ architecture }) => architecture === name)?.monthlyUsd.point;
const scaled = (workload: WorkloadInput, factor: number): WorkloadInput => ({
  ...workload,
  ratePerSecond: (workload.ratePerSecond ?? 0) * factor,
});
/** Sums of doubles may differ in the last bits. */
const ULP = 1 + 1e-9;

describe("what always holds of an assessment", () => {
  it("gives the same bytes for the same input", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        expect(JSON.stringify(run(workload))).toBe(JSON.stringify(run(structuredClone(workload))));
      }),
      { numRuns: 10 },
    );
  });

  it("never costs less for more load, as described or in one process", () => {
    fc.assert(
      fc.property(arbitraryWorkload, fc.double({ min: 1, max: 4, noNaN: true }), (workload, factor) => {
        const less = run(workload);
        const more = run(scaled(workload, factor));
        for (const name of ["serverless", "monolith-fargate", "monolith-ec2"] as const) {
          expect((usd(more, name) ?? 0) * ULP).toBeGreaterThanOrEqual(usd(less, name) ?? 0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("gives the same for doubling twice as for times four", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const twice = run(scaled(scaled(workload, 2), 2));
        const once = run(scaled(workload, 4));
        for (const name of architectureNames) expect(usd(twice, name)).toBe(usd(once, name));
      }),
      { numRuns: 10 },
    );
  });

  it("makes every estimate the sum of its lines, none of them negative", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        for (const estimate of run(workload).estimates) {
          let sum = 0;
          for (const line of estimate.lineItems) {
            expect(line.costUsd).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(line.costUsd)).toBe(true);
            sum += line.costUsd;
          }
          expect(Math.abs(sum - estimate.monthlyUsd.point)).toBeLessThanOrEqual(sum * 1e-9);
          const { p10, p50, p90 } = estimate.monthlyUsd;
          expect(p10).toBeLessThanOrEqual(p50);
          expect(p50).toBeLessThanOrEqual(p90);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keeps shared lines the same on every side", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const shared = run({ ...workload, purchase: { ...workload.purchase, freeTier: false } }).estimates.map((each) =>
          each.sharedUsd.toPrecision(9),
        );
        expect(new Set(shared).size).toBe(1);
      }),
      { numRuns: 20 },
    );
  });

  it("never prefers what cannot run, and names a headroom that fits the quota", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const { recommendation, estimates } = run(workload);
        const preferred = estimates.find(({ architecture }) => architecture === recommendation.preferred);
        if (preferred !== undefined) expect(preferred.feasible).toBe(true);
        for (const { limits, supportedShare } of estimates) {
          expect(supportedShare).toBeGreaterThan(0);
          expect(supportedShare).toBeLessThanOrEqual(1);
          for (const use of limits) expect((use.headroom ?? 0) * use.demandPeak).toBeCloseTo(use.applied, 3);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("counts every case once: the families' shares add up to one where something can run", () => {
    fc.assert(
      fc.property(arbitraryWorkload, (workload) => {
        const { wins, preferred } = run(workload).recommendation;
        const sum = wins.serverless + wins.monolith + wins.hybrid;
        if (preferred !== null) expect(sum).toBeGreaterThan(0.5);
        expect(sum).toBeLessThanOrEqual(ULP);
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import { assess } from "#src/model/assess.ts";
import { primeVideoInput } from "#src/model/reference-case.ts";

/**
 * The reconstruction, against its own arithmetic (a stream-month is 2,628,000 s; 5,000 streams):
 *
 * transitions 6 x 2,628,000 x 0.000025 = 394.20   S3 PUT 6 x 2,628,000 x 0.000005 = 78.84
 * S3 GET 16 x 2,628,000 x 0.0000004 = 16.82       Lambda requests 4 x 2,628,000 x 0.0000002 = 2.10
 * Lambda duration 0.60 x 1,769/1,024 x 2,628,000 = 2,723,989 GB-s; times 5,000 = 13.62e9:
 *   6e9 x 0.0000166667 + 7.62e9 x 0.000015 = 100,000 + 114,300 = 214,300 = 42.86 a stream
 * EC2 (0.3 x 2 + 3 x 0.1) / 0.7 = 1.2857 vCPU; x 5,000 / 16 = 401.8, so 402 m5.4xlarge x 730 x 0.768 = 225,377
 */
describe("the reference case", () => {
  const then = loadCatalog({ quotasAsOf: "2023-03-22" });
  const today = loadCatalog();
  const ofThen = assess({ workload: primeVideoInput }, then);
  const streams = 5000;
  const estimate = (name: Architecture) => {
    const found = ofThen.estimates.find(({ architecture }) => architecture === name);
    if (found === undefined) throw new Error(`no estimate for ${name}`);
    return found;
  };
  const perStream = (service: string, dimension: string) =>
    estimate("serverless")
      .lineItems.filter((line) => line.service === service && line.dimension === dimension)
      .reduce((usd, line) => usd + line.costUsd, 0) / streams;

  it("stops at 5 % of the expected load, on state transitions, with the quotas of 2023", () => {
    const { supportedShare, limits } = estimate("serverless");
    // 1,500 / (6 x 5,000) = 0.05
    expect(supportedShare).toBeCloseTo(0.05, 10);
    expect(limits.find(({ counts }) => counts)?.quota).toBe("sfn.standard.stateTransition.rate");
  });

  it("stops at 16.7 % with today's quotas", () => {
    const serverless = assess({ workload: primeVideoInput }, today).estimates[0];
    // 5,000 / 30,000
    expect(serverless?.supportedShare).toBeCloseTo(1 / 6, 10);
  });

  it.each([
    ["step-functions", "standard-transition", 394.2],
    ["s3", "standard-put-copy-post-list", 78.84],
    ["s3", "standard-get-other", 16.82],
    ["lambda", "requests-x86", 2.1],
    ["lambda", "duration-x86", 42.86],
  ])("costs per stream what the arithmetic says: %s/%s", (service, dimension, usd) => {
    expect(perStream(service, dimension) / usd).toBeCloseTo(1, 1.7);
  });

  it("takes 402 instances", () => {
    const instances = estimate("monolith-ec2").lineItems.filter(({ service }) => service === "ec2");
    const usd = instances.reduce((sum, line) => sum + line.costUsd, 0);
    expect(usd).toBeCloseTo(402 * 730 * 0.768, 2);
  });

  it("puts orchestration before the hand-off before compute", () => {
    expect(ofThen.referenceCase.reconstruction.costOrder.slice(0, 3).map(({ group }) => group)).toEqual([
      "orchestration",
      "hand-off",
      "compute",
    ]);
  });

  it("saves at least 90 % on EC2", () => {
    expect(1 - estimate("monolith-ec2").ownUsd / estimate("serverless").ownUsd).toBeGreaterThanOrEqual(0.9);
  });

  it("shows where the 90 % came from: three tunings side by side", () => {
    const saving = Object.fromEntries(
      ofThen.referenceCase.reconstruction.tunings.map((tuning) => [tuning.tuning, tuning.saving]),
    );
    expect(saving["express"]).toBeGreaterThan(0.71);
    expect(saving["express"]).toBeLessThan(0.75);
    expect(saving["express-batched-handoff"]).toBeGreaterThan(0.86);
    expect(saving["express-batched-handoff"]).toBeLessThan(0.89);
    expect(saving["one-function"]).toBeGreaterThan(0.9);
    expect(saving["one-function"]).toBeLessThan(0.93);
  });

  it("leaves Step Functions out of reach: twenty times the quota is no raise", () => {
    expect(estimate("serverless").infeasibleBecause).toEqual([
      {
        code: "quota-out-of-reach",
        quota: "sfn.standard.stateTransition.rate",
        applied: 1500,
        demand: 30_000,
        reachable: 15_000,
      },
    ]);
  });
});

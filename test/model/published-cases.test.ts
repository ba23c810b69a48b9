import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment, Estimate } from "#src/model/assessment.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

/**
 * Comparisons other people published, rebuilt as workloads. What a source leaves out is chosen here and said; the
 * direction must match, and a published ratio must lie within the factor its source deserves.
 */

const catalog = loadCatalog();
const of = (assessment: Assessment, name: Architecture): Estimate => {
  const found = assessment.estimates.find(({ architecture }) => architecture === name);
  if (found === undefined) throw new Error(`no estimate for ${name}`);
  return found;
};
const run = (workload: WorkloadInput) => assess({ workload }, catalog);
const within = (actual: number, published: number, factor: number) => {
  expect(actual).toBeGreaterThanOrEqual(published / factor);
  expect(actual).toBeLessThanOrEqual(published * factor);
};
const usdOf = (estimate: Estimate, id: string) =>
  estimate.lineItems
    .filter((line) => `${line.service}/${line.dimension}` === id)
    .reduce((usd, line) => usd + line.costUsd, 0);
const computeUsd = (estimate: Estimate) =>
  estimate.lineItems.filter(({ group }) => group === "compute").reduce((usd, line) => usd + line.costUsd, 0);

describe("published comparisons", () => {
  it("Project A: 13 small workers in three environments cost less on Lambda (published 2.9 times)", () => {
    // Ours: one of thirteen alike, a message every two seconds, 300 ms at 512 MB, a NAT gateway shared by all.
    const assessment = run({
      ratePerSecond: 0.5,
      environments: 3,
      entry: { kind: "sqs" },
      steps: [{ name: "php worker", durationMs: 300, memoryMb: 512 }],
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
    expect(of(assessment, "monolith-fargate").ownUsd).toBeGreaterThan(of(assessment, "serverless").ownUsd * 2.9);
  });

  it("an API Gateway bill of $14,000 falls to a third or less behind a load balancer (published 3.3 times)", () => {
    // $14,000 through the REST tiers: 333M x 3.50 + 667M x 2.80 + 4.6B x 2.38 a million = 5.6B requests = 2,131/s.
    const assessment = run({
      ratePerSecond: 2131,
      entry: { kind: "api-gateway-rest" },
      steps: [{ name: "api", durationMs: 30, memoryMb: 256 }],
    });
    const rest = of(assessment, "serverless");
    const tuned = of(assessment, "serverless-tuned");
    within(usdOf(rest, "api-gateway/rest-requests"), 14_000, 1.02);
    expect(tuned.tuning).toBe("alb");
    expect(rest.ownUsd / tuned.ownUsd).toBeGreaterThan(3.3 / 3);
    expect(tuned.ownUsd).toBeLessThan(rest.ownUsd);
  });

  it("a vending back end of 30 million calls costs less on Lambda than the fleet it had (published 2.87 times)", () => {
    // $12,864 a year of EC2 is $1,072 a month: fifteen m5.large, as stated fleet; 0.5 GB-s a call.
    const assessment = run({
      ratePerSecond: 30e6 / 2_628_000,
      entry: { kind: "api-gateway-rest" },
      steps: [{ name: "vending api", durationMs: 500, memoryMb: 1024 }],
      container: { instanceType: "m5.large", instanceCount: 15 },
    });
    within(of(assessment, "monolith-ec2").ownUsd / of(assessment, "serverless").ownUsd, 2.87, 2);
  });

  it("an optimiser in 21 environments costs less on Lambda (published 16.7 times)", () => {
    const assessment = run({
      ratePerSecond: 0.5,
      environments: 21,
      entry: { kind: "api-gateway-http" },
      steps: [{ name: "optimise", durationMs: 3000, memoryMb: 10_240, maxCores: 6, cpuBoundFraction: 0.9 }],
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
    within(of(assessment, "monolith-ec2").ownUsd / of(assessment, "serverless").ownUsd, 16.7, 3);
  });

  it("announced spikes of 85 times in a minute favour Lambda (published 20 times)", () => {
    const assessment = run({
      ratePerSecond: 3,
      peakToMean: 85,
      rampMinutes: 1,
      entry: { kind: "api-gateway-http" },
      steps: [{ name: "social api", durationMs: 100, memoryMb: 512 }],
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
    within(of(assessment, "monolith-ec2").ownUsd / of(assessment, "serverless").ownUsd, 20, 3);
  });

  it("2.6 billion steady calls cost less on committed servers (published 10 times)", () => {
    // $52,000 of Lambda for 2.6B calls is about 1.19 GB-s a call.
    const assessment = run({
      ratePerSecond: 2.6e9 / 2_628_000,
      peakToMean: 1,
      steps: [{ name: "call", durationMs: 1190, memoryMb: 1024, cpuBoundFraction: 0.15 }],
      purchase: { commitment: "compute-savings-plan-3y" },
    });
    expect(assessment.recommendation.verdict).toBe("monolith");
    within(of(assessment, "serverless").ownUsd / of(assessment, "monolith-ec2").ownUsd, 10, 2);
  });

  it("one Fargate task of 1 vCPU / 2 GB equals 19.3 million calls of 100 ms at 1 GB", () => {
    // Task: 730 x (0.04048 + 2 x 0.004445) = 36.04. Call: 0.1 x 16.6667e-6 + 0.2e-6 = 1.86667e-6. 36.04/1.86667e-6 = 19.3M.
    const workload = (ratePerSecond: number): WorkloadInput => ({
      ratePerSecond,
      peakToMean: 1,
      steps: [{ name: "call", durationMs: 100, memoryMb: 1024, cpuBoundFraction: 0.1 }],
      container: { taskVcpu: 1, taskMemoryMb: 2048, minTasks: 1, unitsPerSecondPerVcpu: 1000 },
    });
    const difference = (rate: number) => {
      const assessment = run(workload(rate));
      return computeUsd(of(assessment, "serverless")) - computeUsd(of(assessment, "monolith-fargate"));
    };
    expect(computeUsd(of(run(workload(7.4)), "monolith-fargate"))).toBeCloseTo(36.04, 2);
    expect(difference(7.4 / 1.02)).toBeLessThan(0);
    expect(difference(7.4 * 1.02)).toBeGreaterThan(0);
  });

  it("ten states a million times: $250 on Standard, $3.08 on Express", () => {
    // Express: 1M x 1e-6 + 1M x 1 s x 0.125 GB x 0.00001667 = 1 + 2.08.
    const base: WorkloadInput = {
      ratePerSecond: 1e6 / 2_628_000,
      steps: [{ name: "work", durationMs: 900, memoryMb: 128 }],
      assumptions: { "sfn.express.memoryMb": 128 },
    };
    const orchestrated = (kind: "step-functions-standard" | "step-functions-express") =>
      of(run({ ...base, orchestration: { kind, transitionsPerUnit: 10, executionsPerUnit: 1 } }), "serverless")
        .lineItems.filter(({ group }) => group === "orchestration")
        .reduce((usd, line) => usd + line.costUsd, 0);
    within(orchestrated("step-functions-standard"), 250, 1.001);
    within(orchestrated("step-functions-express"), 3.08, 1.02);
  });

  it("1.64 billion REST requests cost $4,556 before any cache", () => {
    const assessment = run({
      ratePerSecond: 1.64e9 / 2_628_000,
      entry: { kind: "api-gateway-rest" },
      steps: [{ name: "geolocation", durationMs: 20, memoryMb: 512 }],
    });
    within(usdOf(of(assessment, "serverless"), "api-gateway/rest-requests"), 4556.3, 1.001);
  });

  it("47 million cached-away calls a month stay on Lambda when they are what is left of 1.64 billion", () => {
    const assessment = run({
      ratePerSecond: 47e6 / 2_628_000,
      entry: { kind: "function-url", responseKb: 1 },
      steps: [{ name: "geolocation lookup", durationMs: 10, memoryMb: 512 }],
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
  });

  it("100,000 requests a day cost less behind an HTTP API than on two t3.medium", () => {
    const assessment = run({
      ratePerSecond: 100_000 / 86_400,
      entry: { kind: "api-gateway-http" },
      steps: [{ name: "api with dynamodb", durationMs: 100, memoryMb: 512 }],
      purchase: { lambdaArchitecture: "arm64" },
      container: { instanceType: "t3.medium", instanceCount: 2 },
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
  });

  it("a service for rare legal requests costs under $15 on Lambda", () => {
    const assessment = run({
      ratePerSecond: 500 / 86_400,
      entry: { kind: "api-gateway-rest" },
      steps: [{ name: "subject access api", durationMs: 800, memoryMb: 512 }],
    });
    expect(assessment.recommendation.verdict).toBe("serverless");
    expect(of(assessment, "serverless").monthlyUsd.point).toBeLessThan(15);
  });

  it("in Tokyo 7.5 million seconds at 128 MB are near the smallest task (published 1.08)", () => {
    // Lambda, free tier on: (937,500 - 400,000) x 16.6667e-6 + 6.5M x 0.2e-6 = 8.96 + 1.30 = 10.26.
    // Task, 720 h: 0.25 x 0.05056 + 0.5 x 0.00553 = 0.015405 an hour; ours is a month of 730 h: 11.25.
    const assessment = run({
      region: "ap-northeast-1",
      ratePerSecond: 7.5e6 / 2_628_000,
      peakToMean: 1,
      steps: [{ name: "wait", durationMs: 1000, memoryMb: 128, cpuBoundFraction: 0.05 }],
      purchase: { freeTier: true },
      container: { taskVcpu: 0.25, taskMemoryMb: 512, minTasks: 1, unitsPerSecondPerVcpu: 100 },
    });
    within(computeUsd(of(assessment, "monolith-fargate")) / computeUsd(of(assessment, "serverless")), 1.08, 1.02);
  });
});

import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import { assess } from "#src/model/assess.ts";
import { monthsToLimit } from "#src/model/quota.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

const catalog = loadCatalog();
const estimate = (workload: WorkloadInput, name: Architecture = "serverless") => {
  const found = assess({ workload }, catalog).estimates.find(({ architecture }) => architecture === name);
  if (found === undefined) throw new Error(`no estimate for ${name}`);
  return found;
};
const use = (workload: WorkloadInput, quota: string, name: Architecture = "serverless") =>
  estimate(workload, name).limits.find((limit) => limit.quota === quota);
/** 1,000 concurrent: 500/s x 2 s at a flat load. */
const atQuota: WorkloadInput = {
  ratePerSecond: 500,
  peakToMean: 1,
  steps: [{ name: "work", durationMs: 2000, memoryMb: 512 }],
};

describe("quotas", () => {
  it("has a headroom of exactly one at the quota, and still carries all of the peak", () => {
    expect(use(atQuota, "lambda.concurrency")?.headroom).toBe(1);
    expect(estimate(atQuota).supportedShare).toBe(1);
  });

  it("carries less one call above it", () => {
    // 501/s x 2 s = 1,002; 1,000 / 1,002.
    expect(estimate({ ...atQuota, ratePerSecond: 501 }).supportedShare).toBeCloseTo(1000 / 1002, 12);
  });

  it("takes the team's own value in place of the default", () => {
    const raised = use({ ...atQuota, appliedQuotas: { "lambda.concurrency": 5000 } }, "lambda.concurrency");
    expect(raised).toMatchObject({ applied: 5000, default: 1000, headroom: 5, stated: true });
  });

  it("raises the request quota with the concurrency it belongs to", () => {
    const raised = use({ ...atQuota, appliedQuotas: { "lambda.concurrency": 5000 } }, "lambda.rps.perEnvironment");
    expect(raised).toMatchObject({ applied: 50_000, default: 10_000 });
  });

  it("shows the vCPU of a new account without counting it, until the team states its own", () => {
    const monolith = estimate(atQuota, "monolith-fargate");
    expect(monolith.limits.find(({ quota }) => quota === "fargate.vcpu")).toMatchObject({ counts: false, applied: 6 });
    expect(monolith.supportedShare).toBe(1);
    const stated = estimate({ ...atQuota, appliedQuotas: { "fargate.vcpu": 6 } }, "monolith-fargate");
    expect(stated.supportedShare).toBeLessThan(0.1);
  });

  it("never counts a guideline: S3 prefixes grow with the load", () => {
    const heavy: WorkloadInput = { ...atQuota, handoff: { store: "s3", objectsPerUnit: 100 } };
    expect(use(heavy, "s3.prefix.put")).toMatchObject({ counts: false });
  });

  it("checks a queue at mean load and tells the delay at peak", () => {
    // Mean 1,000 of 1,250 pollers; peak 3,000. c = 1, P = 3 for concurrency: mean equals the quota.
    const queued = use({ ...atQuota, ratePerSecond: 300, peakToMean: 3, entry: { kind: "sqs" } }, "lambda.concurrency");
    expect(queued?.demandChecked).toBe(600);
    // through = 1,000/600 = 5/3; from = (5/9)^(1/2) = 0.74536; backlog = 1 - from^3 - 5/3 (1 - from) = 0.16149;
    // 86,400 x 0.16149 / (5/3) = 8,372 s.
    expect(queued?.delayAtPeakSeconds).toBeCloseTo(8372, -1);
  });

  it("checks callers who wait at peak", () => {
    const api = use({ ...atQuota, ratePerSecond: 300, peakToMean: 3, entry: { kind: "alb" } }, "lambda.concurrency");
    expect(api?.demandChecked).toBe(1800);
    expect(api?.delayAtPeakSeconds).toBeNull();
  });

  it("leaves a raisable quota out of reach beyond ten times its default", () => {
    // One start a unit: 300/s in us-east-1, so 3,000 is the last that may be asked for.
    const starts = (ratePerSecond: number) =>
      estimate({
        ratePerSecond,
        peakToMean: 1,
        steps: [{ name: "work", durationMs: 10, memoryMb: 128 }],
        orchestration: { kind: "step-functions-standard", transitionsPerUnit: 1 },
      });
    expect(starts(3000).feasible).toBe(true);
    expect(starts(3001).infeasibleBecause.map(({ code }) => code)).toEqual(["quota-out-of-reach"]);
  });

  it("counts a database's connections once the team says how many it takes", () => {
    expect(use(atQuota, "downstream.connections")).toBeUndefined();
    const stated = use({ ...atQuota, appliedQuotas: { "downstream.connections": 100 } }, "downstream.connections");
    expect(stated).toMatchObject({ applied: 100, demandPeak: 1000, headroom: 0.1, counts: true });
  });

  it.each([
    [1, 0.05, 0],
    [0.5, 0.05, 0],
    // 2 = 1.05^n: ln 2 / ln 1.05 = 14.2067
    [2, 0.05, 14.2067],
    [2, 0, null],
    [2, -0.1, null],
  ])("reaches a headroom of %s growing %s a month after %s months", (headroom, growth, months) => {
    const reached = monthsToLimit(headroom, growth);
    if (months === null) expect(reached).toBeNull();
    else expect(reached).toBeCloseTo(months, 3);
  });
});

describe("limits no raise moves", () => {
  const codes = (workload: WorkloadInput, name: Architecture = "serverless") =>
    estimate(workload, name).infeasibleBecause.map(({ code }) => code);
  const step = { name: "work", durationMs: 200, memoryMb: 512 };

  it.each([
    ["a step of exactly 15 minutes", { ...step, durationMs: 900_000 }, []],
    ["a step a millisecond longer", { ...step, durationMs: 900_001 }, ["step-too-long"]],
    ["10,240 MB", { ...step, memoryMb: 10_240 }, []],
    ["10,241 MB", { ...step, memoryMb: 10_241 }, ["step-too-big"]],
  ])("Lambda and %s", (_, changed, expected) => {
    expect(codes({ ratePerSecond: 0.001, steps: [changed] })).toEqual(expected);
  });

  it("passes 256 KB between states and refuses more", () => {
    const states = (payloadKb: number): WorkloadInput => ({
      ratePerSecond: 1,
      steps: [step],
      orchestration: { kind: "step-functions-standard", transitionsPerUnit: 2, payloadKb },
    });
    expect(codes(states(256))).toEqual([]);
    expect(codes(states(257))).toEqual(["state-payload-too-large"]);
    expect(codes(states(257), "monolith-fargate")).toEqual([]);
  });

  it("refuses an execution of more than 25,000 history events", () => {
    // Five events a task and two an execution: 4,999 tasks make 24,997, 5,000 make 25,002.
    const states = (transitionsPerUnit: number): WorkloadInput => ({
      ratePerSecond: 0.001,
      steps: [step],
      orchestration: { kind: "step-functions-standard", transitionsPerUnit },
    });
    expect(codes(states(4999))).toEqual([]);
    expect(codes(states(5000))).toEqual(["history-too-long"]);
  });

  it("refuses a body that fits the container's load balancer but not Lambda's", () => {
    const upload: WorkloadInput = { ratePerSecond: 1, entry: { kind: "alb", requestKb: 1025 }, steps: [step] };
    expect(codes(upload)).toEqual(["request-too-large"]);
    expect(codes(upload, "monolith-fargate")).toEqual([]);
  });

  it("refuses a caller who would wait longer than the gateway does, unless a state machine answers at once", () => {
    const slow: WorkloadInput = {
      ratePerSecond: 0.1,
      entry: { kind: "api-gateway-http" },
      steps: [{ ...step, durationMs: 31_000 }],
    };
    expect(codes(slow)).toEqual(["entry-times-out"]);
    expect(codes({ ...slow, orchestration: { kind: "step-functions-standard", transitionsPerUnit: 2 } })).toEqual([]);
  });
});

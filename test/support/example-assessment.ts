import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Curve, Driver, Recommendation } from "#src/model/assessment.ts";
import { exampleEstimates } from "./example-estimates.ts";
import { exampleWorkload } from "./example-workload.ts";

/**
 * A review of 300 image resizes a second, three Lambda steps, Step Functions Standard and S3 between them. Every figure
 * is written by hand: what the views make of it is tested against these, never against the model.
 */

export function exampleDriver(part: Partial<Driver> & Pick<Driver, "path" | "low" | "typical" | "high">): Driver {
  return {
    unit: "",
    explains: 0.1,
    costAtLowUsd: 5_448,
    costAtHighUsd: 5_448,
    winnerAtLow: "monolith",
    winnerAtHigh: "monolith",
    judgement: true,
    why: "judgement",
    source: "none",
    ...part,
  };
}

const exampleDrivers: readonly Driver[] = [
  exampleDriver({
    path: "steps.1.cpuBoundFraction",
    low: 0.5,
    typical: 0.8,
    high: 1,
    explains: 0.5,
    costAtLowUsd: 3_700,
    costAtHighUsd: 6_600,
  }),
  exampleDriver({
    path: "parameters.container.targetUtilization.async",
    low: 0.4,
    typical: 0.65,
    high: 0.75,
    explains: 0.44,
    winnerAtLow: "serverless",
  }),
  exampleDriver({ path: "peakToMean", low: 1.5, typical: 3, high: 5, explains: 0.01 }),
  exampleDriver({ path: "handoff.objectKb", low: 100, typical: 200, high: 500, explains: 0.001 }),
];

function curve(architecture: Architecture, usdAt: (rate: number) => number, wall: number | null): Curve {
  const loads = [0.1, 0.3, 1, 3, 6, 10, 30, 100, 300, 1_000, 10_000];
  return {
    architecture,
    points: loads.map((ratePerSecond) => ({
      ratePerSecond,
      usdPerMillionUnits: usdAt(ratePerSecond),
      monthlyUsd: usdAt(ratePerSecond) * ratePerSecond * 2.628,
    })),
    quotaWallRatePerSecond: wall,
  };
}

export const exampleRecommendation: Recommendation = {
  verdict: "monolith",
  preferred: "monolith-fargate",
  cheapest: "monolith-ec2",
  confidence: 0.967,
  wins: { serverless: 0.033, monolith: 0.967, hybrid: 0 },
  containersWinAboveUtilization: 0.404,
  reasons: [
    {
      code: "costs-less",
      figure: 150_749,
      unit: "usd-month",
      subject: "monolith-fargate",
      otherFigure: 156_197,
      otherSubject: "serverless",
    },
    {
      code: "largest-line",
      figure: 137_970,
      unit: "usd-month",
      subject: "step-functions/standard-transition",
      otherFigure: 156_197,
      otherSubject: "serverless",
    },
  ],
  counterCase: [
    { code: "idle-cost", figure: 1_638, unit: "usd-month", subject: "monolith-fargate" },
    { code: "carries-multiple", figure: 1.85, unit: "multiple", subject: "serverless-tuned" },
  ],
  risks: [{ code: "account-vcpu-check", figure: 385, subject: "fargate.vcpu" }],
  openQuestions: [{ path: "parameters.container.targetUtilization.async", reason: "decides" }],
  revisitTriggers: [
    { kind: "rate-above", path: "ratePerSecond", value: 600 },
    { kind: "date", path: "", value: Date.UTC(2027, 4, 24) },
  ],
};

export const exampleAssessment: Assessment = {
  workload: exampleWorkload,
  origins: {
    ratePerSecond: { origin: "stated", evidence: "300 image resizes a second" },
    "orchestration.kind": { origin: "stated", evidence: "Step Functions Standard" },
    "orchestration.transitionsPerUnit": { origin: "stated", evidence: "7 states" },
    "steps.1.durationMs": { origin: "stated", evidence: "about 200 ms", low: 170, high: 230 },
    "steps.1.memoryMb": { origin: "stated", evidence: "1 GB" },
    "steps.1.cpuBoundFraction": { origin: "assumed", low: 0.5, high: 1 },
    peakToMean: { origin: "assumed", low: 1.5, high: 5 },
    region: { origin: "stated", evidence: "us-east-1" },
    activeHoursPerMonth: { origin: "assumed" },
    "purchase.lambdaArchitecture": { origin: "assumed" },
  },
  questions: [{ path: "parameters.container.targetUtilization.async", reason: "decides" }],
  notes: [],
  estimates: exampleEstimates,
  breakEven: [{ ratePerSecond: 6.04, multiple: 0.0201, from: "serverless", to: "monolith" }],
  flips: [
    { path: "ratePerSecond", current: 300, flipsAt: 6.04, verdict: "serverless" },
    { path: "parameters.container.targetUtilization.async", current: 0.65, flipsAt: 0.404, verdict: "serverless" },
    { path: "parameters.verdict.premium.fargate", current: 100, flipsAt: 2_970, verdict: "serverless" },
    { path: "steps.1.memoryMb", current: 1024, flipsAt: null, verdict: null },
  ],
  growth: [
    { multiple: 1, monthlyUsd: { serverless: 156_197, "monolith-fargate": 5_448 }, cheapest: "monolith-ec2" },
    { multiple: 10, monthlyUsd: { serverless: 1_540_000, "monolith-fargate": 53_900 }, cheapest: "monolith-ec2" },
  ],
  drivers: exampleDrivers,
  curves: [
    curve("serverless", () => 198, 100),
    curve("serverless-tuned", () => 10.7, 550),
    curve("monolith-fargate", (rate) => 6.85 + 20.6 / rate ** 0.93, null),
    curve("monolith-ec2", (rate) => 6.7 + 40 / rate ** 0.93, null),
  ],
  recommendation: exampleRecommendation,
  referenceCase: {
    name: "Prime Video, 2023",
    like: [
      { code: "paid-per-state", share: 0.88 },
      { code: "data-through-s3", share: 0.05 },
      { code: "same-first-wall", quota: "sfn.standard.startExecution.rate", share: 0.333 },
    ],
    unlike: [{ code: "tuning-saves-most", tuning: "one-function", share: 0.946 }],
    facts: [{ text: "Hard scaling limit at around 5 % of the expected load.", source: "Prime Video Tech, March 2023" }],
    reconstruction: {
      asDescribedUsd: 2_674_355,
      monolithUsd: 225_377,
      saving: 0.9157,
      bindingQuota: "sfn.standard.stateTransition.rate",
      supportedShare: 0.05,
      inputs: ["5,000 streams, 6 transitions for each stream-second"],
      quotasAsOf: "2023-03-22",
      costOrder: [
        { group: "orchestration", costUsd: 1_971_000 },
        { group: "hand-off", costUsd: 478_550 },
        { group: "compute", costUsd: 224_805 },
      ],
      tunings: [
        { tuning: "express", monthlyUsd: 720_000, saving: 0.724 },
        { tuning: "express-batched-handoff", monthlyUsd: 321_000, saving: 0.871 },
        { tuning: "one-function", monthlyUsd: 218_000, saving: 0.918 },
      ],
    },
  },
  catalog: { pricesAsOf: "2026-11-23", quotasAsOf: "2026-11-23" },
};

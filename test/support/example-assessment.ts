import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Curve, Driver, Estimate, LineItem, QuotaUse, Recommendation } from "#src/model/assessment.ts";
import type { Step, Workload } from "#src/model/workload.ts";

/**
 * A review of 300 image resizes a second, three Lambda steps, Step Functions Standard and S3 between them. Every figure
 * is written by hand: what the views make of it is tested against these, never against the model.
 */

export const exampleStep = (name: string): Step => ({
  name,
  invocationsPerUnit: 1,
  durationMs: 200,
  memoryMb: 1024,
  cpuBoundFraction: 0.8,
  maxCores: 1,
  memoryPerInFlightMb: null,
});

export const exampleWorkload: Workload = {
  name: "image-resize",
  region: "us-east-1",
  unitOfWork: "image",
  ratePerSecond: 300,
  peakToMean: 3,
  rampMinutes: 120,
  activeHoursPerMonth: 730,
  growthPerMonth: 0.05,
  environments: 1,
  steps: [exampleStep("fetch"), exampleStep("resize"), exampleStep("store")],
  orchestration: {
    kind: "step-functions-standard",
    transitionsPerUnit: 7,
    executionsPerUnit: 1,
    payloadKb: 4,
    durable: false,
  },
  handoff: { store: "s3", objectsPerUnit: 2, readsPerObject: 1, objectKb: 200, retentionHours: 24 },
  entry: { kind: "none", requestKb: 2, responseKb: 4, connections: null },
  egressGbPerMonth: 0,
  latency: null,
  appliedQuotas: {},
  purchase: { lambdaArchitecture: "x86_64", commitment: "none", discountPercent: 0, freeTier: false },
  container: {
    targetUtilization: null,
    minTasks: null,
    taskVcpu: null,
    taskMemoryMb: null,
    instanceType: null,
    instanceCount: null,
    unitsPerSecondPerVcpu: null,
    workReplication: 1,
  },
  assumptions: {},
};

export function exampleLine(part: Partial<LineItem> & Pick<LineItem, "service" | "dimension" | "costUsd">): LineItem {
  const unitPriceUsd = 0.000025;
  const quantity = part.quantity ?? part.costUsd / unitPriceUsd;
  return {
    quantity,
    unit: "unit",
    group: "compute",
    share: "own",
    label: part.dimension,
    tiers: [{ upTo: null, unitPriceUsd: part.costUsd / quantity, quantity }],
    paidShare: 1,
    source: "AWS price list, us-east-1",
    effectiveDate: "2026-04-13",
    verified: true,
    factors: [],
    ...part,
  };
}

/** 300 x 2,628,000 s x 7 = 5,518,800,000 transitions; x 0.000025 = 137,970. */
export const transitions = exampleLine({
  service: "step-functions",
  dimension: "standard-transition",
  label: "Step Functions transitions",
  group: "orchestration",
  unit: "state transition",
  quantity: 5_518_800_000,
  costUsd: 137_970,
  tiers: [{ upTo: null, unitPriceUsd: 0.000025, quantity: 5_518_800_000 }],
  factors: [
    { value: 300, what: "image/s", path: "ratePerSecond" },
    { value: 2_628_000, what: "s", path: "activeHoursPerMonth" },
    { value: 7, what: "state transitions", path: "orchestration.transitionsPerUnit" },
  ],
});

const lambda = (costUsd: number) =>
  exampleLine({ service: "lambda", dimension: "duration-x86", label: "Lambda duration", unit: "GB-second", costUsd });
const s3 = exampleLine({
  service: "s3",
  dimension: "standard-put-copy-post-list",
  label: "S3 writes between steps",
  group: "hand-off",
  unit: "request",
  costUsd: 8_742,
  effectiveDate: "2025-09-23",
});
const logs = (costUsd: number) =>
  exampleLine({
    service: "cloudwatch-logs",
    dimension: "ingest-vended",
    label: "application logs",
    group: "observability",
    share: "shared",
    unit: "GB",
    costUsd,
  });

export function exampleQuota(part: Partial<QuotaUse> & Pick<QuotaUse, "quota" | "applied" | "demandPeak">): QuotaUse {
  const headroom = part.demandPeak > 0 ? part.applied / part.demandPeak : null;
  return {
    name: part.quota,
    service: "Step Functions",
    class: "raisable",
    default: part.applied,
    unit: "starts/s",
    demandMean: part.demandPeak / 3,
    demandChecked: part.demandPeak,
    utilization: part.demandPeak / part.applied,
    headroom,
    counts: true,
    adjustable: true,
    raisableTo: null,
    stated: false,
    atLimit: "the API call is throttled (ThrottlingException)",
    monthsToLimit: headroom === null ? null : headroom < 1 ? 0 : Math.log(headroom) / Math.log(1.05),
    delayAtPeakSeconds: null,
    asOf: "2026-06-19",
    source: "AWS General Reference",
    verified: true,
    ...part,
  };
}

export const starts = exampleQuota({ quota: "sfn.standard.startExecution.rate", applied: 300, demandPeak: 900 });
const transitionRate = exampleQuota({
  quota: "sfn.standard.stateTransition.rate",
  applied: 5_000,
  demandPeak: 6_300,
  unit: "transitions/s",
});
export const concurrency = exampleQuota({
  quota: "lambda.concurrency",
  service: "Lambda",
  applied: 1_000,
  demandPeak: 540,
  unit: "executions",
  atLimit: "sync calls throttled; async events queued and retried",
});
const prefixPut = exampleQuota({
  quota: "s3.prefix.put",
  service: "S3",
  applied: 3_500,
  demandPeak: 1_800,
  unit: "requests/s",
  class: "guideline",
  counts: false,
});
export const fargateVcpu = exampleQuota({
  quota: "fargate.vcpu",
  service: "Fargate",
  applied: 6,
  demandPeak: 384.2,
  unit: "vCPU",
  class: "account-age",
  counts: false,
});

export function exampleEstimate(
  architecture: Architecture,
  usd: [point: number, p10: number, p90: number],
  part: Partial<Estimate> = {},
): Estimate {
  const [point, p10, p90] = usd;
  return {
    architecture,
    givesUp: [],
    feasible: true,
    infeasibleBecause: [],
    shown: true,
    monthlyUsd: { point, p10, p50: point, p90 },
    ownUsd: point,
    sharedUsd: 0,
    lineItems: [],
    missing: [],
    limits: [],
    supportedShare: 1,
    latencyMs: { p50: 650, p99: 1_900 },
    notes: [],
    ...part,
  };
}

export const exampleEstimates: readonly Estimate[] = [
  exampleEstimate("serverless", [156_197, 152_000, 161_000], {
    lineItems: [transitions, s3, lambda(8_357), logs(1_128)],
    limits: [starts, transitionRate, concurrency, prefixPut],
    supportedShare: 1 / 3,
    sharedUsd: 1_128,
    ownUsd: 155_069,
  }),
  exampleEstimate("serverless-tuned", [8_418, 7_500, 9_400], {
    tuning: "one-function",
    givesUp: ["retries-repeat-all", "no-execution-history"],
    lineItems: [lambda(8_042), logs(376)],
    limits: [concurrency],
    sharedUsd: 376,
    ownUsd: 8_042,
  }),
  exampleEstimate("monolith-fargate", [5_448, 4_200, 8_000], {
    lineItems: [
      exampleLine({
        service: "fargate",
        dimension: "vcpu-x86",
        label: "containers, busy",
        unit: "vCPU-hour",
        costUsd: 3_004,
      }),
      exampleLine({
        service: "fargate",
        dimension: "vcpu-x86",
        label: "containers, idle",
        unit: "vCPU-hour",
        costUsd: 1_638,
      }),
      exampleLine({
        service: "vpc",
        dimension: "public-ipv4",
        label: "public addresses of tasks",
        group: "network",
        unit: "address-hour",
        costUsd: 430,
      }),
      logs(376),
    ],
    limits: [fargateVcpu],
    fleet: {
      runMode: "worker",
      unitLabel: "4 vCPU / 8 GB",
      vcpuPerUnit: 4,
      memoryGbPerUnit: 8,
      unitsMin: 1,
      unitsMean: 35,
      unitsPeak: 97,
      busyVcpu: 88,
      utilization: 0.65,
      idleUsd: 1_638,
    },
    notes: [{ code: "runs-as", mode: "worker" }],
    sharedUsd: 376,
    ownUsd: 5_072,
  }),
  exampleEstimate("monolith-ec2", [5_300, 4_100, 7_700], {
    limits: [{ ...fargateVcpu, quota: "ec2.vcpu.standard", service: "EC2", demandPeak: 420, demandChecked: 420 }],
  }),
  exampleEstimate("hybrid", [11_000, 10_600, 14_000], {
    limits: [{ ...concurrency, demandPeak: 263, demandChecked: 263 }],
  }),
];

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

export const exampleDrivers: readonly Driver[] = [
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

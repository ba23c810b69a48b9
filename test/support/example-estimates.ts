import type { Architecture } from "#src/model/architecture-name.ts";
import type { Estimate, LineItem, QuotaUse } from "#src/model/assessment.ts";

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
const transitions = exampleLine({
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

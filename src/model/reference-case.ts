import type { Estimate, LineGroup, ReferenceComparison, ReferenceReconstruction } from "./assessment.ts";
import type { Scene } from "./design.ts";
import { tunedOutcome } from "./evaluate.ts";
import { bindingQuota, tuningSaving } from "./recommend/reasons.ts";
import { publishedFacts, reconstructedInputs } from "./reference-facts.ts";
import type { Likeness } from "./statement.ts";
import { applyTunings, tunings } from "./tunings.ts";
import { HOURS_PER_MONTH } from "./units.ts";
import type { WorkloadInput } from "./workload.ts";

/** Name of the reference case, as `case` takes it. */
export const PRIME_VIDEO = "prime-video";

/** Tunings that show, side by side, where the published 90 % came from. */
const TOLD_TUNINGS = ["express", "express-batched-handoff", "one-function"] as const;

/** Shares below which a group of the bill is not a likeness. */
const GROUP_SHARE = 0.2;
const STEADY_BELOW = 2;
const CPU_HEAVY_FROM = 0.5;
const TUNING_SAVES_MOST = 0.5;

/**
 * Our reconstruction of Prime Video's Video Quality Analysis: 5,000 streams, executions of ten seconds, one converter
 * and three detectors a stream-second. The published account gives no numbers of streams, frames or dollars; every
 * input here is ours, chosen so that the published ratios come out (docs/model.md, "Reference case").
 */
export const primeVideoInput: WorkloadInput = {
  name: "Prime Video quality analysis, reconstructed",
  region: "us-east-1",
  unitOfWork: "stream-second",
  ratePerSecond: 5000,
  peakToMean: 1,
  activeHoursPerMonth: 730,
  steps: [
    { name: "convert media", durationMs: 300, memoryMb: 1769, cpuBoundFraction: 1 },
    { name: "detect freeze", durationMs: 100, memoryMb: 1769, cpuBoundFraction: 1 },
    { name: "detect block corruption", durationMs: 100, memoryMb: 1769, cpuBoundFraction: 1 },
    { name: "detect audio/video drift", durationMs: 100, memoryMb: 1769, cpuBoundFraction: 1 },
  ],
  orchestration: { kind: "step-functions-standard", transitionsPerUnit: 6, executionsPerUnit: 0.1, durable: false },
  handoff: { store: "s3", objectsPerUnit: 6, readsPerObject: 16 / 6, objectKb: 100, retentionHours: 1 },
  container: { targetUtilization: 0.7, workReplication: 2, instanceType: "m5.4xlarge" },
};

/** The reconstruction run through the model: what is compared, told apart from what was published. */
export function reconstruction(scene: Scene, estimates: readonly Estimate[]): ReferenceReconstruction {
  const described = estimates.find((estimate) => estimate.architecture === "serverless");
  const monolith = estimates.find((estimate) => estimate.architecture === "monolith-ec2");
  const describedUsd = described?.ownUsd ?? 0;
  const monolithUsd = monolith?.ownUsd ?? 0;
  const saving = (usd: number) => (describedUsd === 0 ? 0 : 1 - usd / describedUsd);
  return {
    asDescribedUsd: describedUsd,
    monolithUsd,
    saving: saving(monolithUsd),
    bindingQuota: described === undefined ? null : (bindingQuota(described)?.quota ?? null),
    supportedShare: described?.supportedShare ?? 1,
    costOrder: described === undefined ? [] : costOrder(described),
    tunings: tunings
      .filter((tuning) => TOLD_TUNINGS.some((name) => name === tuning.name))
      .map((tuning) => {
        const monthlyUsd = tunedOutcome(applyTunings(scene, [tuning])).ownUsd;
        return { tuning: tuning.name, monthlyUsd, saving: saving(monthlyUsd) };
      }),
    inputs: reconstructedInputs,
    quotasAsOf: scene.books.asOf.quotasAsOf,
  };
}

function costOrder(estimate: Estimate): { group: LineGroup; costUsd: number }[] {
  return [...groupCosts(estimate)]
    .map(([group, costUsd]) => ({ group, costUsd }))
    .sort((a, b) => b.costUsd - a.costUsd);
}

function groupCosts(estimate: Estimate): Map<LineGroup, number> {
  const costs = new Map<LineGroup, number>();
  for (const line of estimate.lineItems) {
    if (line.share === "own") costs.set(line.group, (costs.get(line.group) ?? 0) + line.costUsd);
  }
  return costs;
}

/** Compares a workload with the reference case on the same drivers. */
export function compareWithReference(
  scene: Scene,
  estimates: readonly Estimate[],
  rebuilt: ReferenceReconstruction,
): ReferenceComparison {
  const likenesses = drivers(scene, estimates);
  return {
    name: PRIME_VIDEO,
    like: likenesses.filter(({ like }) => like).map(({ likeness }) => likeness),
    unlike: likenesses.filter(({ like }) => !like).map(({ likeness }) => likeness),
    facts: publishedFacts,
    reconstruction: rebuilt,
  };
}

function drivers(scene: Scene, estimates: readonly Estimate[]): { like: boolean; likeness: Likeness }[] {
  const { workload } = scene;
  const described = estimates.find((estimate) => estimate.architecture === "serverless");
  if (described === undefined) return [];
  const costs = groupCosts(described);
  const share = (group: LineGroup) => (described.ownUsd === 0 ? 0 : (costs.get(group) ?? 0) / described.ownUsd);
  const perState = workload.orchestration.kind === "step-functions-standard" && share("orchestration") >= GROUP_SHARE;
  const throughS3 = workload.handoff.store === "s3";
  // Prime Video's streams ran round the clock: hours without load count into the average, or a night's batch is steady.
  const peakToMean = (workload.peakToMean * HOURS_PER_MONTH) / workload.activeHoursPerMonth;
  const steady = peakToMean < STEADY_BELOW;
  return [
    perState
      ? { like: true, likeness: { code: "paid-per-state", share: share("orchestration") } }
      : { like: false, likeness: { code: "not-paid-per-state" } },
    throughS3
      ? { like: true, likeness: { code: "data-through-s3", share: share("hand-off") } }
      : { like: false, likeness: { code: "no-data-through-s3" } },
    firstWall(described),
    {
      like: steady,
      likeness: steady ? { code: "steady-load", peakToMean } : { code: "spiky-load", peakToMean },
    },
    tuningDriver(estimates),
    cpuDriver(scene),
  ];
}

/** Prime Video met a hard stop first: a Step Functions quota at about 5 % of the expected load. */
function firstWall(described: Estimate): { like: boolean; likeness: Likeness } {
  const quota = bindingQuota(described);
  if (quota === undefined || described.supportedShare >= 1) {
    const multiple = quota === undefined ? 1 : quota.applied / quota.demandChecked;
    return { like: false, likeness: { code: "no-wall", multiple } };
  }
  const sameService = quota.quota.startsWith("sfn.");
  return {
    like: sameService,
    likeness: {
      code: sameService ? "same-first-wall" : "other-first-wall",
      quota: quota.quota,
      share: described.supportedShare,
    },
  };
}

/** There, tuning alone would have saved most of the 90 %. */
function tuningDriver(estimates: readonly Estimate[]): { like: boolean; likeness: Likeness } {
  const saving = tuningSaving(new Map(estimates.map((estimate) => [estimate.architecture, estimate])));
  if (saving !== null && saving.share >= TUNING_SAVES_MOST) {
    return { like: true, likeness: { code: "tuning-saves-most", ...saving } };
  }
  return {
    like: false,
    likeness: { code: "tuning-saves-little", tuning: saving?.tuning ?? null, share: saving?.share ?? 0 },
  };
}

function cpuDriver(scene: Scene): { like: boolean; likeness: Likeness } {
  const { steps } = scene.workload;
  let busyMs = 0;
  let allMs = 0;
  for (const step of steps) {
    busyMs += step.durationMs * step.cpuBoundFraction * step.invocationsPerUnit;
    allMs += step.durationMs * step.invocationsPerUnit;
  }
  const fraction = allMs === 0 ? 0 : busyMs / allMs;
  return fraction >= CPU_HEAVY_FROM
    ? { like: true, likeness: { code: "cpu-heavy", fraction } }
    : { like: false, likeness: { code: "mostly-waiting", fraction } };
}

import type { Scene } from "#src/model/design.ts";
import { MS_PER_SECOND } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";

/** Environments kept ready, and the share of the step's work that runs on them. */
export interface ProvisionedUse {
  environments: number;
  coveredShare: number;
}

const FLAT = 1e-9;
/**
 * Use above which a provisioned environment costs less than on demand:
 * 4.1667 / (16.6667 - 9.7222) = 0.60 in millionths of a dollar a GB-second (provisioned / (on demand - provisioned duration)).
 */
function worthwhileUse(scene: Scene): number {
  const suffix = scene.workload.purchase.lambdaArchitecture === "arm64" ? "arm" : "x86";
  const price = (dimension: string) => scene.books.prices.get(`lambda/${dimension}-${suffix}`)?.tiers[0]?.unitPriceUsd;
  const kept = price("provisioned-concurrency");
  const onDemand = price("duration");
  const whenKept = price("provisioned-duration");
  if (kept === undefined || onDemand === undefined || whenKept === undefined || onDemand <= whenKept) return 1;
  return kept / (onDemand - whenKept);
}

/**
 * `provisioned-peak` covers the whole peak, for a latency target. `provisioned-base` covers the calls in flight that
 * are there often enough to pay: load at quantile x is P x^(P-1), so the k-th call in flight is there for
 * 1 - (k/(C P))^(1/(P-1)) of the time, of which a kept environment uses only part (lambda.provisionedUtilisation).
 */
export function provisionedUse(
  step: Step,
  scene: Scene,
  purchase: "provisioned-base" | "provisioned-peak",
): ProvisionedUse {
  const { workload, parameters } = scene;
  const inFlight = (workload.ratePerSecond * step.invocationsPerUnit * step.durationMs) / MS_PER_SECOND;
  const peak = workload.peakToMean;
  if (purchase === "provisioned-peak") {
    return { environments: Math.ceil(inFlight * peak), coveredShare: 1 };
  }
  const timeShare = worthwhileUse(scene) / parameters.provisionedUtilization;
  if (timeShare >= 1 || inFlight <= 0) return { environments: 0, coveredShare: 0 };
  // Calls in flight worth covering, as a multiple of the mean.
  const worthwhile = peak - 1 < FLAT ? 1 : peak * (1 - timeShare) ** (peak - 1);
  const environments = Math.floor((inFlight * worthwhile) / parameters.provisionedUtilization);
  const level = (environments * parameters.provisionedUtilization) / inFlight;
  return { environments, coveredShare: coveredShare(level, peak) };
}

/** Share of the work below a level: the integral of min(P x^(P-1), level) over the active time. */
function coveredShare(level: number, peak: number): number {
  if (peak - 1 < FLAT) return Math.min(1, level);
  const reaches = Math.min(1, level / peak) ** (1 / (peak - 1));
  return Math.min(1, reaches ** peak + level * (1 - reaches));
}

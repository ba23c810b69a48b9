import { lambdaDurationKeep } from "#src/model/capacity/purchase.ts";
import { activeSecondsPerMonth, constantQuota, type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { MB_PER_GB, MS_PER_SECOND, SECONDS_PER_HOUR } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";
import { coldShareOf } from "./cold-start.ts";
import { unitFactors } from "./factors.ts";
import { type ProvisionedUse, provisionedUse } from "./provisioned.ts";

const REQUESTS = { group: "compute", share: "own", label: "Lambda requests" } as const;
const DURATION = { group: "compute", share: "own", label: "Lambda duration" } as const;
const PROVISIONED = { group: "compute", share: "own", label: "provisioned concurrency" } as const;
/** Lambda bills whole milliseconds. */
const SHORTEST_BILLED_MS = 1;
/** Ten-second windows in a minute: the unit of Lambda's scaling quota. */
const WINDOWS_PER_MINUTE = 6;

/** How the functions are bought: on demand, or with provisioned concurrency for a stated reason. */
export type LambdaPurchase = "on-demand" | "provisioned-base" | "provisioned-peak";

/** Lambda functions, one for each step: requests, duration with INIT, and the quotas they meet. */
export function lambdaFunctions(scene: Scene, meter: Meter, steps: readonly Step[], purchase: LambdaPurchase): void {
  for (const step of steps) {
    refuseWhatLambdaCannotRun(step, scene, meter);
    buyStep(step, scene, meter, purchase);
    useQuotas(step, scene, meter);
  }
}

function refuseWhatLambdaCannotRun(step: Step, scene: Scene, meter: Meter): void {
  const limitMs = constantQuota(scene.books, "lambda.timeout") * MS_PER_SECOND;
  if (step.durationMs > limitMs) {
    meter.refuse({
      code: "step-too-long",
      step: step.name,
      durationMs: step.durationMs,
      limitMs,
      quota: "lambda.timeout",
    });
  }
  const limitMb = constantQuota(scene.books, "lambda.memory.max");
  if (step.memoryMb > limitMb) {
    meter.refuse({
      code: "step-too-big",
      step: step.name,
      memoryMb: step.memoryMb,
      limitMb,
      quota: "lambda.memory.max",
    });
  }
}

/** True when a step fits one Lambda function: what the hybrid moves out is what does not. */
export function fitsLambda(step: Step, scene: Scene): boolean {
  return (
    step.durationMs <= constantQuota(scene.books, "lambda.timeout") * MS_PER_SECOND &&
    step.memoryMb <= constantQuota(scene.books, "lambda.memory.max")
  );
}

function buyStep(step: Step, scene: Scene, meter: Meter, purchase: LambdaPurchase): void {
  const { workload, parameters } = scene;
  const suffix = workload.purchase.lambdaArchitecture === "arm64" ? "arm" : "x86";
  const calls = unitsPerMonth(workload) * step.invocationsPerUnit;
  const gb = step.memoryMb / MB_PER_GB;
  const callFactors = [...unitFactors(scene), perUnit(step)];
  meter.buy(REQUESTS, `lambda/requests-${suffix}`, calls, 1, () => callFactors);

  const billedSeconds = Math.max(SHORTEST_BILLED_MS, step.durationMs) / MS_PER_SECOND;
  const keep = lambdaDurationKeep(workload.purchase.commitment, parameters);
  const provisioned = purchase === "on-demand" ? null : provisionedUse(step, scene, purchase);
  const onDemandShare = provisioned === null ? 1 : 1 - provisioned.coveredShare;
  const initSeconds =
    provisioned !== null && purchase === "provisioned-peak"
      ? 0
      : (coldShareOf(step, scene) * parameters.lambdaInitMs) / MS_PER_SECOND;
  meter.buy(
    DURATION,
    `lambda/duration-${suffix}`,
    calls * gb * (billedSeconds * onDemandShare + initSeconds),
    keep,
    () => [
      ...callFactors,
      { value: billedSeconds * onDemandShare + initSeconds, what: "s billed, cold starts included" },
      { value: gb, what: "GB" },
    ],
  );
  if (provisioned !== null) buyProvisioned(step, scene, meter, provisioned, calls * gb * billedSeconds);
}

function buyProvisioned(step: Step, scene: Scene, meter: Meter, use: ProvisionedUse, gbSeconds: number): void {
  const { workload, parameters } = scene;
  const suffix = workload.purchase.lambdaArchitecture === "arm64" ? "arm" : "x86";
  const keep = lambdaDurationKeep(workload.purchase.commitment, parameters);
  const gb = step.memoryMb / MB_PER_GB;
  const seconds = activeSecondsPerMonth(workload);
  meter.buy(PROVISIONED, `lambda/provisioned-concurrency-${suffix}`, use.environments * gb * seconds, keep, () => [
    { value: use.environments, what: "environments kept ready" },
    { value: gb, what: "GB" },
    { value: seconds / SECONDS_PER_HOUR, what: "h" },
    { value: SECONDS_PER_HOUR, what: "s" },
  ]);
  meter.buy(PROVISIONED, `lambda/provisioned-duration-${suffix}`, gbSeconds * use.coveredShare, keep, () => [
    { value: gbSeconds, what: "GB-seconds" },
    { value: use.coveredShare, what: "of them on environments kept ready" },
  ]);
}

function perUnit(step: Step): { value: number; what: string } {
  return { value: step.invocationsPerUnit, what: `calls of ${step.name}` };
}

/**
 * Concurrency is Little's law: calls a second x seconds. Short calls meet the request quota first: ten a second for
 * each unit of concurrency.
 */
function useQuotas(step: Step, scene: Scene, meter: Meter): void {
  const { workload } = scene;
  const callsPerSecond = workload.ratePerSecond * step.invocationsPerUnit;
  const inFlight = (callsPerSecond * step.durationMs) / MS_PER_SECOND;
  const peak = workload.peakToMean;
  meter.use("lambda.concurrency", inFlight, inFlight * peak);
  // Every call in flight may hold a database connection; counts only where the team says how many there are.
  meter.use("downstream.connections", inFlight, inFlight * peak);
  meter.use("lambda.rps.perEnvironment", callsPerSecond, callsPerSecond * peak);
  const windows = Math.max(1, workload.rampMinutes * WINDOWS_PER_MINUTE);
  const newPerWindow = (inFlight * (peak - 1)) / windows;
  meter.use(`lambda.scaling.per10s#${step.name}`, newPerWindow, newPerWindow);
  if (workload.entry.kind === "sqs") meter.use("lambda.sqsEsm.concurrency", inFlight, inFlight * peak);
}

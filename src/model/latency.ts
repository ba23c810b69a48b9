import { coresOf } from "./capacity/cpu.ts";
import type { FleetPlan, UnitOption } from "./capacity/fleet.ts";
import { isSynchronous } from "./capacity/run-mode.ts";
import { durationPerUnitMs, type Scene } from "./design.ts";
import { coldShareOf } from "./parts/cold-start.ts";

/** A percentile that a cold start reaches only when more than this share of calls meet one. */
const P99_TAIL = 0.01;
/** Share of calls above which even the median meets a cold start. */
const MEDIAN_TAIL = 0.5;

export interface LatencyMs {
  p50: number;
  p99: number;
}

/**
 * Latency of one unit through Lambda: entry overhead + steps + transitions; p99 takes the steps at p99 / mean
 * (latency.p99ToMean) and adds INIT once cold calls are more than one in a hundred.
 */
export function serverlessLatencyMs(scene: Scene): LatencyMs {
  const { workload, parameters } = scene;
  const { kind, transitionsPerUnit } = workload.orchestration;
  const perTransitionMs =
    kind === "step-functions-standard"
      ? parameters.standardTransitionMs
      : kind === "step-functions-express"
        ? parameters.expressTransitionMs
        : 0;
  const fixedMs =
    (isSynchronous(workload.entry.kind) ? parameters.entryOverheadMs : 0) + transitionsPerUnit * perTransitionMs;
  const workMs = durationPerUnitMs(workload.steps);
  const coldShare = needsProvisioning(scene) ? 0 : coldShareOfUnit(scene);
  return {
    p50: fixedMs + workMs + (coldShare > MEDIAN_TAIL ? parameters.lambdaInitMs : 0),
    p99: fixedMs + workMs * parameters.p99ToMean + (coldShare > P99_TAIL ? parameters.lambdaInitMs : 0),
  };
}

/** Share of units that meet a cold start in at least their coldest step. */
export function coldShareOfUnit(scene: Scene): number {
  let coldShare = 0;
  for (const step of scene.workload.steps) coldShare = Math.max(coldShare, coldShareOf(step, scene));
  return coldShare;
}

/**
 * Provisioned concurrency is bought only when cold calls reach the target's percentile and a cold call misses the
 * target: a p99 is not touched by 0.3 % of calls.
 */
export function needsProvisioning(scene: Scene): boolean {
  const { workload, parameters } = scene;
  const { latency } = workload;
  if (latency === null || !isSynchronous(workload.entry.kind)) return false;
  if (durationPerUnitMs(workload.steps) + parameters.lambdaInitMs <= latency.targetMs) return false;
  return coldShareOfUnit(scene) > 1 - latency.percentile / 100;
}

/** The estimate's latency at the percentile of a target, on a straight line between the median and p99. */
export function latencyAt(latencyMs: LatencyMs, percentile: number): number {
  const share = Math.min(1, Math.max(0, (percentile - 50) / 49));
  return latencyMs.p50 + (latencyMs.p99 - latencyMs.p50) * share;
}

/** Latency of one unit through a container: CPU time stretches when a task gives a request fewer cores than Lambda did. */
export function containerLatencyMs(scene: Scene, fleet: FleetPlan<UnitOption> | undefined): LatencyMs {
  const { workload, parameters, books } = scene;
  let workMs = 0;
  for (const step of workload.steps) {
    const cores = coresOf(step, books);
    const slower = fleet === undefined ? 1 : Math.max(1, cores / fleet.option.vcpu);
    const eachMs = step.durationMs * (step.cpuBoundFraction * slower + 1 - step.cpuBoundFraction);
    workMs += eachMs * Math.min(1, step.invocationsPerUnit);
  }
  const startMs = fleet?.mode === "job" ? parameters.jobStartSeconds * 1000 : 0;
  return { p50: startMs + workMs, p99: startMs + workMs * parameters.p99ToMean };
}

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
  const coldShare = Math.max(0, ...workload.steps.map((step) => coldShareOf(step, scene)));
  return {
    p50: fixedMs + workMs + (coldShare > MEDIAN_TAIL ? parameters.lambdaInitMs : 0),
    p99: fixedMs + workMs * parameters.p99ToMean + (coldShare > P99_TAIL ? parameters.lambdaInitMs : 0),
  };
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

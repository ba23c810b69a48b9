import type { Architecture } from "./architecture-name.ts";
import type { Estimate } from "./assessment.ts";
import { latencyAt } from "./latency.ts";
import type { ModelNote } from "./statement.ts";
import type { LatencyTarget } from "./workload.ts";

/**
 * Architectures that miss the latency target while another feasible one meets it. Where all miss, the target speaks
 * for none: the steps themselves are too slow.
 */
export function missingTarget(
  estimates: readonly Estimate[],
  target: LatencyTarget | null,
): ReadonlyMap<Architecture, number> {
  const missing = new Map<Architecture, number>();
  if (target === null) return missing;
  let oneMeets = false;
  for (const { architecture, latencyMs, feasible } of estimates) {
    const reachedMs = latencyAt(latencyMs, target.percentile);
    if (reachedMs > target.targetMs) missing.set(architecture, reachedMs);
    else if (feasible) oneMeets = true;
  }
  return oneMeets ? missing : new Map();
}

/** The estimate with the missed target among its reasons. */
export function withMissedTarget(
  estimate: Estimate,
  target: LatencyTarget | null,
  missing: ReadonlyMap<Architecture, number>,
): Estimate {
  const reachedMs = missing.get(estimate.architecture);
  if (target === null || reachedMs === undefined) return estimate;
  return {
    ...estimate,
    feasible: false,
    infeasibleBecause: [
      ...estimate.infeasibleBecause,
      { code: "misses-latency-target", percentile: target.percentile, targetMs: target.targetMs, reachedMs },
    ],
  };
}

/** The target that no feasible design meets, as a note: it speaks for none of them, and must not be passed over. */
export function missedByAll(estimates: readonly Estimate[], target: LatencyTarget | null): ModelNote[] {
  if (target === null) return [];
  const reached = estimates
    .filter(({ feasible }) => feasible)
    .map(({ latencyMs }) => latencyAt(latencyMs, target.percentile));
  const fastest = Math.min(...reached);
  if (reached.length === 0 || fastest <= target.targetMs) return [];
  const { percentile, targetMs } = target;
  return [{ code: "latency-target-missed-by-all", percentile, targetMs, reachedMs: fastest }];
}

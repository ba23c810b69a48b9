import type { Scene } from "#src/model/design.ts";
import { activeSecondsPerMonth } from "#src/model/design.ts";
import { HOURS_PER_MONTH, MS_PER_SECOND } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";

const SECONDS_PER_MINUTE = 60;
const HOURS_PER_DAY = 24;

/**
 * Share of a step's calls that meet a cold start (docs/model.md, "Lambda"):
 *
 * e^(-rate x idle), only while less than one call is in flight, plus N (days + hours/recycle) / calls, where
 * N = peak concurrency + 3 sqrt(peak concurrency) + 1 environments are started once a day and replaced while busy.
 */
export function coldShareOf(step: Step, scene: Scene): number {
  const { workload, parameters } = scene;
  const callsPerSecond = workload.ratePerSecond * step.invocationsPerUnit;
  if (callsPerSecond <= 0) return 0;
  const meanInFlight = (callsPerSecond * step.durationMs) / MS_PER_SECOND;
  const peakInFlight = meanInFlight * workload.peakToMean;
  const idleSeconds = parameters.lambdaIdleMinutes * SECONDS_PER_MINUTE;
  const afterIdle = meanInFlight < 1 ? Math.exp(-callsPerSecond * idleSeconds) : 0;
  const environments = peakInFlight + 3 * Math.sqrt(peakInFlight) + 1;
  const days = HOURS_PER_MONTH / HOURS_PER_DAY;
  const starts = environments * (days + workload.activeHoursPerMonth / parameters.lambdaRecycleHours);
  const calls = callsPerSecond * activeSecondsPerMonth(workload);
  return Math.min(1, afterIdle + starts / calls);
}

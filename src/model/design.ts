import type { Architecture } from "./architecture-name.ts";
import { type Books, constantOf } from "./books.ts";
import type { Parameters } from "./parameters.ts";
import { SECONDS_PER_HOUR } from "./units.ts";
import type { Step, Workload } from "./workload.ts";

/** What one evaluation of an architecture reads: the workload at this point of the range, and the constants. */
export interface Scene {
  workload: Workload;
  parameters: Parameters;
  books: Books;
  /** Names of steps that hold one large shared model in memory. */
  modelSteps: ReadonlySet<string>;
  /** Calls of one unit as described: what writes the same application logs whatever a tuning merges. */
  describedCallsPerUnit: number;
  /** True where objects handed over are meant to be kept: every architecture then writes them. */
  keepsObjects: boolean;
  /** Architectures ruled out at the point by the latency target: they can win no case. */
  excluded: ReadonlySet<Architecture>;
}

/** Units of work a month. */
export function unitsPerMonth(workload: Workload): number {
  return workload.ratePerSecond * activeSecondsPerMonth(workload);
}

export function activeSecondsPerMonth(workload: Workload): number {
  return workload.activeHoursPerMonth * SECONDS_PER_HOUR;
}

/** Calls of all given steps for one unit of work. */
export function invocationsPerUnit(steps: readonly Step[]): number {
  let sum = 0;
  for (const step of steps) sum += step.invocationsPerUnit;
  return sum;
}

/** Time one unit spends in the steps when they run one after the other, milliseconds; a batch counts its share once. */
export function durationPerUnitMs(steps: readonly Step[]): number {
  let sum = 0;
  for (const step of steps) sum += step.durationMs * Math.min(1, step.invocationsPerUnit);
  return sum;
}

/** Applied value of a quota: the team's own, else AWS's default in the region; null where AWS publishes none. */
export function appliedQuota(scene: Scene, quotaId: string): number | null {
  return scene.workload.appliedQuotas[quotaId] ?? scene.books.quotas.get(quotaId)?.value ?? null;
}

/** A quota the model's formulas need as a constant (Lambda's MB per vCPU). @throws Error when the catalog lacks it */
export function constantQuota(books: Books, quotaId: string): number {
  return constantOf(books.quotas, quotaId);
}

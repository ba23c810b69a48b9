import type { Books } from "./books.ts";
import { coresOf } from "./capacity/cpu.ts";
import type { Step } from "./workload.ts";

/**
 * Duration of a step when only its memory changes: CPU time stretches as cores shrink, waiting does not.
 * duration' = duration x (c x cores / cores' + 1 - c), c being the CPU-bound fraction.
 */
export function rescaledDurationMs(step: Step, memoryMb: number, books: Books): number {
  const before = coresOf(step, books);
  const after = coresOf({ memoryMb, maxCores: step.maxCores }, books);
  if (after <= 0) return step.durationMs;
  return step.durationMs * ((step.cpuBoundFraction * before) / after + 1 - step.cpuBoundFraction);
}

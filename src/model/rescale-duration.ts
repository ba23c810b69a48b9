import type { Change } from "./change.ts";
import { type CpuPerMemory, rescaledDurationMs } from "./rescale.ts";
import type { Workload } from "./workload.ts";

export interface RescaledDuration {
  step: string;
  path: string;
  fromMs: number;
  toMs: number;
}

/**
 * Where only the memory of a step changed, its duration follows the CPU that memory buys:
 * `duration x (c x cores / cores' + 1 - c)`, c the share of the time in which the step is CPU-bound. Halving memory
 * must not halve the bill. A step whose duration was edited too keeps what was said.
 */
export function rescaleDurationForMemory(
  before: Workload,
  after: Workload,
  changes: readonly Change[],
  cpu: CpuPerMemory,
): { workload: Workload; rescaled: readonly RescaledDuration[] } {
  const edited = new Set(changes.map((change) => change.path));
  const wholeSteps = changes.some(({ path }) => /^steps(\.\d+)?$/.test(path));
  if (wholeSteps) return { workload: after, rescaled: [] };
  const rescaled: RescaledDuration[] = [];
  const steps = after.steps.map((step, position) => {
    const old = before.steps[position];
    const path = `steps.${position}.durationMs`;
    if (old === undefined || old.memoryMb === step.memoryMb || edited.has(path)) return step;
    if (!edited.has(`steps.${position}.memoryMb`)) return step;
    const toMs = rescaledDurationMs({ ...old, durationMs: step.durationMs }, step.memoryMb, cpu);
    if (toMs === step.durationMs) return step;
    rescaled.push({ step: step.name, path, fromMs: step.durationMs, toMs });
    return { ...step, durationMs: toMs };
  });
  return rescaled.length === 0 ? { workload: after, rescaled } : { workload: { ...after, steps }, rescaled };
}

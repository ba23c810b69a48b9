import type { Change } from "./change.ts";
import type { Step, Workload } from "./workload.ts";

/** How Lambda's CPU follows memory: quotas `lambda.memoryPerVcpu` (MB) and `lambda.vcpu.max`. */
export interface CpuPerMemory {
  memoryPerVcpuMb: number;
  maxVcpu: number;
}

export interface RescaledDuration {
  step: string;
  path: string;
  fromMs: number;
  toMs: number;
}

/** CPU cores one call can use at a memory size: `min(memory / memory per vCPU, the step's cores, Lambda's most)`. */
export function coresOfStep(step: Pick<Step, "memoryMb" | "maxCores">, cpu: CpuPerMemory): number {
  return Math.min(step.memoryMb / cpu.memoryPerVcpuMb, step.maxCores, cpu.maxVcpu);
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
    const busy = step.cpuBoundFraction;
    const toMs = step.durationMs * ((busy * coresOfStep(old, cpu)) / coresOfStep(step, cpu) + 1 - busy);
    if (toMs === step.durationMs) return step;
    rescaled.push({ step: step.name, path, fromMs: step.durationMs, toMs });
    return { ...step, durationMs: toMs };
  });
  return rescaled.length === 0 ? { workload: after, rescaled } : { workload: { ...after, steps }, rescaled };
}

import type { Step } from "./workload.ts";

/** How Lambda's CPU follows memory: quotas `lambda.memoryPerVcpu` (MB) and `lambda.vcpu.max`. */
export interface CpuPerMemory {
  memoryPerVcpuMb: number;
  maxVcpu: number;
}

/**
 * Cores one call can really use: Lambda gives one vCPU per 1,769 MB and at most 6, and one thread uses one core
 * however much memory it was given.
 */
export function coresOfStep(step: Pick<Step, "memoryMb" | "maxCores">, cpu: CpuPerMemory): number {
  return Math.min(step.memoryMb / cpu.memoryPerVcpuMb, step.maxCores, cpu.maxVcpu);
}

/**
 * Duration of a step when only its memory changes: CPU time stretches as cores shrink, waiting does not, so that
 * halving the memory does not halve the bill. duration' = duration x (c x cores / cores' + 1 - c), c being the
 * CPU-bound fraction.
 */
export function rescaledDurationMs(step: Step, memoryMb: number, cpu: CpuPerMemory): number {
  const before = coresOfStep(step, cpu);
  const after = coresOfStep({ memoryMb, maxCores: step.maxCores }, cpu);
  const busy = step.cpuBoundFraction;
  return after <= 0 ? step.durationMs : step.durationMs * ((busy * before) / after + 1 - busy);
}

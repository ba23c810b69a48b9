import type { Books } from "#src/model/books.ts";
import type { Scene } from "#src/model/design.ts";
import { coresOfStep } from "#src/model/rescale.ts";
import { MB_PER_GB, MS_PER_SECOND } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";

/** Above this share of busy time a step counts as CPU-bound: it holds its working set and needs its cores at once. */
const CPU_BOUND_FROM = 0.5;
/** Only steps of at least this size are taken to hold a model that a process shares (assumption step.sharedMemory.model). */
const SHARED_MODEL_FROM_MB = 3008;

/** Cores one call of a step can really use on Lambda. */
export function coresOf(step: Pick<Step, "memoryMb" | "maxCores">, books: Books): number {
  return coresOfStep(step, books.cpuPerMemory);
}

/** What the steps ask of a container, whatever its size. */
export interface ContainerNeed {
  /** vCPU busy at mean load. */
  busyVcpu: number;
  /** Memory held by calls in flight at mean load, MB. */
  inFlightMb: number;
  /** Memory every task holds, MB: runtime and shared models. */
  baseMb: number;
  /** Memory one call needs, MB: a task must hold at least one. */
  largestCallMb: number;
  /** vCPU one CPU-bound request had on Lambda: a smaller task would be cheap because slow. */
  oneRequestVcpu: number;
}

/**
 * CPU and memory of the steps in one process (docs/model.md, "The container").
 *
 * busy vCPU-s a call = max(duration x cpuBoundFraction x cores x (1 - gain), floor); the first step repeats
 * `workReplication` times, because clones of the service each redo the work that the other steps share.
 *
 * @param runsAlone a job has its task to itself: it needs its cores and its working set whatever share of the time
 */
export function containerNeed(
  scene: Scene,
  steps: readonly Step[],
  handoffDisappears: boolean,
  runsAlone: boolean,
): ContainerNeed {
  const { workload, parameters, books, modelSteps } = scene;
  const stated = workload.container;
  // A team that states its utilisation has measured what the process does; no gain is assumed on top.
  const gain = handoffDisappears && stated.targetUtilization === null ? parameters.inProcessGain : 0;
  const floorSeconds = parameters.cpuFloorMs / MS_PER_SECOND;
  const need: ContainerNeed = {
    busyVcpu: 0,
    inFlightMb: 0,
    baseMb: parameters.taskBaseMb,
    largestCallMb: 0,
    oneRequestVcpu: 0,
  };
  steps.forEach((step, index) => {
    const replication = index === 0 ? stated.workReplication : 1;
    const callsPerSecond = workload.ratePerSecond * step.invocationsPerUnit * replication;
    const seconds = step.durationMs / MS_PER_SECOND;
    const cores = coresOf(step, books);
    const cpuSeconds = Math.max(seconds * step.cpuBoundFraction * cores * (1 - gain), floorSeconds);
    need.busyVcpu += callsPerSecond * cpuSeconds;
    const sharesModel = modelSteps.has(step.name) && step.memoryMb >= SHARED_MODEL_FROM_MB;
    if (sharesModel) need.baseMb += parameters.sharedModelShare * step.memoryMb;
    const busy = runsAlone || step.cpuBoundFraction >= CPU_BOUND_FROM;
    const callMb = memoryPerCallMb(step, scene, sharesModel, busy);
    need.inFlightMb += callsPerSecond * seconds * callMb;
    need.largestCallMb = Math.max(need.largestCallMb, callMb);
    if (busy) need.oneRequestVcpu = Math.max(need.oneRequestVcpu, cores);
  });
  if (stated.unitsPerSecondPerVcpu !== null) need.busyVcpu = workload.ratePerSecond / stated.unitsPerSecondPerVcpu;
  return need;
}

/** Memory of one call in flight, MB: never the Lambda setting, which is mostly bought for its CPU. */
function memoryPerCallMb(step: Step, scene: Scene, sharesModel: boolean, busy: boolean): number {
  if (step.memoryPerInFlightMb !== null) return step.memoryPerInFlightMb;
  if (sharesModel) return (1 - scene.parameters.sharedModelShare) * step.memoryMb;
  if (busy) return scene.parameters.inFlightShareBusy * step.memoryMb;
  return Math.min(scene.parameters.inFlightMbWaiting, step.memoryMb);
}

/** Memory one task or instance leaves for calls in flight, MB. */
export function usableMb(memoryGb: number, headroom: number, baseMb: number): number {
  return memoryGb * MB_PER_GB * headroom - baseMb;
}

import type { Step, Workload } from "#src/model/workload.ts";

/** Numeric leaves of a workload that can be set by path: what the range and the flips vary. */
type Setter = (workload: Workload, value: number) => void;

const setters: Readonly<Record<string, Setter>> = {
  ratePerSecond: (workload, value) => {
    workload.ratePerSecond = value;
  },
  peakToMean: (workload, value) => {
    workload.peakToMean = Math.max(1, value);
  },
  rampMinutes: (workload, value) => {
    workload.rampMinutes = value;
  },
  activeHoursPerMonth: (workload, value) => {
    workload.activeHoursPerMonth = Math.min(730, Math.max(1, value));
  },
  environments: (workload, value) => {
    workload.environments = Math.max(1, value);
  },
  egressGbPerMonth: (workload, value) => {
    workload.egressGbPerMonth = value;
  },
  "orchestration.transitionsPerUnit": (workload, value) => {
    workload.orchestration.transitionsPerUnit = value;
  },
  "orchestration.executionsPerUnit": (workload, value) => {
    workload.orchestration.executionsPerUnit = value;
  },
  "orchestration.payloadKb": (workload, value) => {
    workload.orchestration.payloadKb = value;
  },
  "handoff.objectsPerUnit": (workload, value) => {
    workload.handoff.objectsPerUnit = value;
  },
  "handoff.readsPerObject": (workload, value) => {
    workload.handoff.readsPerObject = value;
  },
  "handoff.objectKb": (workload, value) => {
    workload.handoff.objectKb = value;
  },
  "handoff.retentionHours": (workload, value) => {
    workload.handoff.retentionHours = value;
  },
  "entry.requestKb": (workload, value) => {
    workload.entry.requestKb = value;
  },
  "entry.responseKb": (workload, value) => {
    workload.entry.responseKb = value;
  },
  "entry.connections": (workload, value) => {
    workload.entry.connections = value;
  },
  "container.targetUtilization": (workload, value) => {
    workload.container.targetUtilization = value;
  },
  "container.unitsPerSecondPerVcpu": (workload, value) => {
    workload.container.unitsPerSecondPerVcpu = value;
  },
};

const stepSetters: Readonly<Record<string, (step: Step, value: number) => void>> = {
  invocationsPerUnit: (step, value) => {
    step.invocationsPerUnit = value;
  },
  durationMs: (step, value) => {
    step.durationMs = value;
  },
  memoryMb: (step, value) => {
    step.memoryMb = value;
  },
  cpuBoundFraction: (step, value) => {
    step.cpuBoundFraction = Math.min(1, value);
  },
  maxCores: (step, value) => {
    step.maxCores = value;
  },
  memoryPerInFlightMb: (step, value) => {
    step.memoryPerInFlightMb = value;
  },
};

const STEP_PATH = /^steps\.(\d+)\.(\w+)$/;

/** Field of a step when the path is one ("durationMs" of `steps.2.durationMs`), else null. */
export function stepFieldOf(path: string): string | null {
  return STEP_PATH.exec(path)?.[2] ?? null;
}

/** The function that sets a numeric leaf, or undefined when the path is not one that can vary. */
export function setterOf(path: string): Setter | undefined {
  const step = STEP_PATH.exec(path);
  if (step === null) return setters[path];
  const set = stepSetters[step[2] ?? ""];
  const index = Number(step[1]);
  if (set === undefined) return undefined;
  return (workload, value) => {
    const target = workload.steps[index];
    if (target !== undefined) set(target, value);
  };
}

/** A copy whose numeric leaves can be set without touching the original. */
export function copyWorkload(workload: Workload): Workload {
  return {
    ...workload,
    steps: workload.steps.map((step) => ({ ...step })),
    orchestration: { ...workload.orchestration },
    handoff: { ...workload.handoff },
    entry: { ...workload.entry },
    purchase: { ...workload.purchase },
    container: { ...workload.container },
  };
}

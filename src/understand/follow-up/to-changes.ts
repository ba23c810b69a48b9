import type { Change } from "#src/model/change.ts";
import { quotaPath } from "#src/model/paths.ts";
import type { Workload } from "#src/model/workload.ts";
import type { Binding } from "./bind.ts";
import type { Field } from "./fields.ts";
import type { FollowUpNote } from "./follow-up.ts";
import type { StepsMeant } from "./steps-meant.ts";
import { perActiveSecond } from "./volume.ts";

/** What a binding becomes: edits and what to say about them; null where it has to be asked. */
export interface Edits {
  changes: readonly Change[];
  notes: readonly FollowUpNote[];
}

const kbPerMb = 1024;
const msPerHour = 3_600_000;
const msPerMinute = 60_000;
const hoursPerMonth = 730;
const daysPerMonth = hoursPerMonth / 24;

/** Field of a step, by token. */
const stepLeaves: Partial<Record<Field, string>> = {
  duration: "durationMs",
  memory: "memoryMb",
  busy: "cpuBoundFraction",
  cores: "maxCores",
  inflight: "memoryPerInFlightMb",
  calls: "invocationsPerUnit",
  batch: "invocationsPerUnit",
};

/** True for a field that every step has of its own. */
export function isStepField(field: Field): boolean {
  return stepLeaves[field] !== undefined;
}

/** Fields with one place in the workload. */
const paths: Partial<Record<Field, string>> = {
  rate: "ratePerSecond",
  peak: "peakToMean",
  ramp: "rampMinutes",
  hours: "activeHoursPerMonth",
  growth: "growthPerMonth",
  environments: "environments",
  transitions: "orchestration.transitionsPerUnit",
  executions: "orchestration.executionsPerUnit",
  statepayload: "orchestration.payloadKb",
  objects: "handoff.objectsPerUnit",
  reads: "handoff.readsPerObject",
  objectsize: "handoff.objectKb",
  retention: "handoff.retentionHours",
  request: "entry.requestKb",
  response: "entry.responseKb",
  connections: "entry.connections",
  egress: "egressGbPerMonth",
  target: "latency.targetMs",
  discount: "purchase.discountPercent",
  utilization: "container.targetUtilization",
  mintasks: "container.minTasks",
  taskvcpu: "container.taskVcpu",
  taskmemory: "container.taskMemoryMb",
  instances: "container.instanceCount",
  pervcpu: "container.unitsPerSecondPerVcpu",
  replication: "container.workReplication",
};

/** Nothing runs in 0 ms, at 0 a second or with no memory: such words are asked about, not priced. */
const neverZero: ReadonlySet<Field> = new Set<Field>([
  "rate",
  "duration",
  "memory",
  "peak",
  "hours",
  "window",
  "environments",
  "target",
]);

/**
 * Turns a binding into edits of a workload.
 *
 * @param workload as it is after the edits before this one
 */
export function editsOf(binding: Binding, workload: Workload): Edits | null {
  if (binding.op !== "add" && binding.value <= 0 && neverZero.has(binding.field)) return null;
  const leaf = stepLeaves[binding.field];
  if (leaf !== undefined) return stepEdits(binding, leaf, workload);
  if (binding.field === "window") return windowEdits(binding, workload);
  const path = pathOf(binding, workload);
  if (path === null) return null;
  if (binding.op === "scale") return plain({ op: "scale", path, value: binding.value });
  const value = binding.op === "add" ? workload.ratePerSecond + binding.value : amountOf(binding, workload);
  return value === null || !Number.isFinite(value) ? null : plain({ op: "set", path, value });
}

function plain(change: Change): Edits {
  return { changes: [change], notes: [] };
}

/** The same volume in another window: the hours change, and the rate the other way. */
function windowEdits({ op, value }: Binding, { activeHoursPerMonth }: Workload): Edits | null {
  const hours = (value / msPerHour) * daysPerMonth;
  if (op !== "set" || hours > hoursPerMonth || activeHoursPerMonth === 0) return null;
  return {
    changes: [
      { op: "set", path: "activeHoursPerMonth", value: hours },
      { op: "scale", path: "ratePerSecond", value: activeHoursPerMonth / hours },
    ],
    notes: [],
  };
}

/** Sizes without a noun belong to the hand-off where there is one, else to the request. */
function pathOf({ field, kind }: Binding, workload: Workload): string | null {
  if (field === "target" && (kind === "ptile" || kind === "pct")) return "latency.percentile";
  if (field === "objectsize" && workload.handoff.store === "none") return "entry.requestKb";
  return paths[field] ?? null;
}

function amountOf({ field, kind, value }: Binding, workload: Workload): number | null {
  switch (field) {
    case "rate":
      if (kind === "x") return value * workload.ratePerSecond;
      return kind === "pct" ? workload.ratePerSecond * (1 + value) : perActiveSecond(kind, value, workload);
    case "peak":
      return peakToMean(kind, value, workload);
    case "growth":
      return kind === "n" ? value / 100 : value;
    case "utilization":
      return kind === "n" && value > 1 ? value / 100 : value;
    case "discount":
      return kind === "pct" ? value * 100 : value;
    case "target":
      return kind === "pct" ? value * 100 : value;
    case "hours":
      return kind === "ms" ? value / msPerHour : value;
    case "retention":
      return value / msPerHour;
    case "ramp":
      return value / msPerMinute;
    case "objectsize":
    case "request":
    case "response":
    case "statepayload":
      return value * kbPerMb;
    case "egress":
      return kind === "bw" ? (value * 3600 * workload.activeHoursPerMonth) / kbPerMb : value / kbPerMb;
    default:
      return value;
  }
}

/** "Peak 8" is a ratio; a larger plain number above the mean rate is a rate. */
const plainRatio = 20;

function peakToMean(kind: string, value: number, workload: Workload): number | null {
  if (kind === "x") return value;
  if (kind === "n")
    return value <= plainRatio || value <= workload.ratePerSecond ? value : value / workload.ratePerSecond;
  return workload.ratePerSecond > 0 ? perActiveSecond(kind, value, workload) / workload.ratePerSecond : null;
}

function stepEdits(binding: Binding, leaf: string, workload: Workload): Edits | null {
  const positions = positionsOf(binding.steps, workload) ?? unsaidSteps(binding, workload);
  if (positions === null || positions.length === 0) return null;
  const changes = positions.flatMap((position): readonly Change[] => {
    const path = `steps.${position}.${leaf}`;
    const step = workload.steps[position];
    if (step === undefined) return [];
    if (binding.op === "scale") return [{ op: "scale", path, value: binding.value }];
    const value = stepValue(binding, step.durationMs, step.memoryMb);
    return value === null ? [] : [{ op: "set", path, value }];
  });
  if (changes.length !== positions.length) return null;
  const guessed = binding.steps === null && workload.steps.length > 1;
  return { changes, notes: guessed ? [{ code: "all-steps", path: leaf }] : [] };
}

/** Positions of the steps meant; null where nobody said. A step that does not exist gives none. */
function positionsOf(steps: StepsMeant, workload: Workload): readonly number[] | null {
  if (steps === null) return null;
  if (steps === "all") return workload.steps.map((_, position) => position);
  return steps === "last" ? [workload.steps.length - 1] : steps;
}

/** Memory, CPU share and factors may mean every step; one run time cannot be every step's, so it is asked. */
function unsaidSteps({ field, op }: Binding, workload: Workload): readonly number[] | null {
  const all = workload.steps.map((_, position) => position);
  const shared =
    field === "memory" || field === "busy" || field === "cores" || (op === "scale" && field === "duration");
  return all.length === 1 || shared ? all : null;
}

function stepValue({ field, op, kind, value }: Binding, durationMs: number, memoryMb: number): number | null {
  if (op === "add") return value + (field === "duration" ? durationMs : memoryMb);
  if (field === "batch") return value > 0 ? 1 / value : null;
  if (field === "busy") return kind === "n" && value > 1 ? value / 100 : value;
  // "charge takes 300": the unit left out is that of the value it replaces.
  if (field === "duration" && kind === "n")
    return value >= durationMs / 100 && value <= durationMs * 100 ? value : null;
  if (field === "memory" && kind === "n") return value >= 64 ? value : value * kbPerMb;
  return value;
}

/** Edits of an applied quota. */
export function quotaEdits(quota: string, value: number): Edits {
  return plain({ op: "set", path: quotaPath(quota), value });
}

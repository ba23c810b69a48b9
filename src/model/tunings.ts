import { AS_DESCRIBED, type ServerlessVariant } from "./architectures.ts";
import { coresOf } from "./capacity/cpu.ts";
import { isSynchronous } from "./capacity/run-mode.ts";
import { constantQuota, type Scene } from "./design.ts";
import { durableOperationsPerUnit } from "./parts/durable-function.ts";
import { executionMs } from "./parts/orchestration.ts";
import type { TradeOff } from "./statement.ts";
import type { Step, Workload } from "./workload.ts";

/** Names of the tunings, in the order they are tried: a contract, other programs read them. */
export const tuningNames = [
  "http-api",
  "alb",
  "function-url",
  "express",
  "express-batched-handoff",
  "one-function",
  "durable-function",
  "provisioned-base",
] as const;
export type TuningName = (typeof tuningNames)[number];

/** Which part of the design a tuning replaces; one of each kind can be combined. */
type TuningSlot = "entry" | "orchestration" | "compute";

/** A cheaper way to stay serverless, with the conditions under which an expert would accept it. */
export interface Tuning {
  name: TuningName;
  slot: TuningSlot;
  givesUp: readonly TradeOff[];
  isLegitimate(scene: Scene): boolean;
  apply(scene: Scene): { workload: Workload; variant: Partial<ServerlessVariant> };
}

const MS_PER_MINUTE = 60_000;
/** Express stops at 5 minutes; a design that plans for more than four has no margin. */
const EXPRESS_LONGEST_MS = 4 * MS_PER_MINUTE;
/** A merged function that runs longer than a minute repeats too much when it is retried. */
const MERGED_LONGEST_MS = MS_PER_MINUTE;
/** A bare function URL has no domain of its own, no firewall and no routing: an endpoint, not a front door. Judgement. */
const URL_LARGEST_PEAK_PER_SECOND = 100;

const isApiGateway = ({ workload }: Scene) =>
  workload.entry.kind === "api-gateway-rest" || workload.entry.kind === "api-gateway-http";

const withEntry = (scene: Scene, kind: "api-gateway-http" | "alb" | "function-url"): Workload => ({
  ...scene.workload,
  entry: { ...scene.workload.entry, kind },
});

const expressFits = (scene: Scene) =>
  scene.workload.orchestration.kind === "step-functions-standard" &&
  !scene.workload.orchestration.durable &&
  executionMs(scene, scene.workload.steps, scene.parameters.expressTransitionMs) <= EXPRESS_LONGEST_MS;

const withExpress = (workload: Workload): Workload => ({
  ...workload,
  orchestration: { ...workload.orchestration, kind: "step-functions-express" },
});

/** The tunings as a table: an expert's list of what to try before leaving Lambda. */
export const tunings: readonly Tuning[] = [
  {
    name: "http-api",
    slot: "entry",
    givesUp: ["no-rest-features"],
    isLegitimate: ({ workload }) => workload.entry.kind === "api-gateway-rest",
    apply: (scene) => ({ workload: withEntry(scene, "api-gateway-http"), variant: {} }),
  },
  {
    name: "alb",
    slot: "entry",
    givesUp: ["no-api-gateway-throttling", "alb-body-1-mb"],
    isLegitimate: isApiGateway,
    apply: (scene) => ({ workload: withEntry(scene, "alb"), variant: {} }),
  },
  {
    name: "function-url",
    slot: "entry",
    givesUp: ["no-api-gateway-throttling", "url-iam-only"],
    isLegitimate: (scene) =>
      isApiGateway(scene) &&
      scene.workload.steps.length === 1 &&
      scene.workload.orchestration.kind === "none" &&
      scene.workload.ratePerSecond * scene.workload.peakToMean <= URL_LARGEST_PEAK_PER_SECOND,
    apply: (scene) => ({ workload: withEntry(scene, "function-url"), variant: {} }),
  },
  {
    name: "express",
    slot: "orchestration",
    givesUp: ["at-least-once", "no-execution-history"],
    isLegitimate: expressFits,
    apply: (scene) => ({ workload: withExpress(scene.workload), variant: {} }),
  },
  {
    name: "express-batched-handoff",
    slot: "orchestration",
    givesUp: ["at-least-once", "no-execution-history"],
    isLegitimate: (scene) =>
      expressFits(scene) && scene.workload.handoff.store === "s3" && scene.workload.handoff.objectsPerUnit > 1,
    apply: (scene) => ({ workload: batchedHandoff(withExpress(scene.workload)), variant: {} }),
  },
  {
    name: "one-function",
    slot: "orchestration",
    givesUp: ["one-deployment", "retries-repeat-all", "largest-memory-for-all"],
    isLegitimate: canMerge,
    apply: (scene) => ({ workload: merged(scene), variant: {} }),
  },
  {
    name: "durable-function",
    slot: "orchestration",
    givesUp: ["one-deployment", "operations-limit"],
    isLegitimate: (scene) =>
      scene.workload.orchestration.kind === "step-functions-standard" &&
      durableOperationsPerUnit(scene, scene.workload.steps) <= constantQuota(scene.books, "lambda.durable.operations"),
    apply: (scene) => ({ workload: scene.workload, variant: { durableFunction: true } }),
  },
  {
    name: "provisioned-base",
    slot: "compute",
    givesUp: ["pays-when-idle"],
    // A schedule's runs leave environments idle between them, however the mean looks.
    isLegitimate: ({ workload }) => workload.entry.kind !== "schedule",
    apply: (scene) => ({ workload: scene.workload, variant: { lambda: "provisioned-base" } }),
  },
];

/** All objects of a unit in one: the same bytes, fewer requests. */
function batchedHandoff(workload: Workload): Workload {
  const { handoff } = workload;
  return {
    ...workload,
    handoff: { ...handoff, objectsPerUnit: 1, objectKb: handoff.objectKb * handoff.objectsPerUnit },
  };
}

/**
 * Steps can become one function when they run at one rate (or fan out by whole calls), each and together within a
 * minute, inside the latency target, and nothing is lost that must not be.
 */
function canMerge(scene: Scene): boolean {
  const { steps, orchestration, handoff, latency } = scene.workload;
  const joined = orchestration.kind !== "none" || handoff.store !== "none";
  if (!joined || orchestration.durable || steps.some((step) => step.durationMs > MERGED_LONGEST_MS)) return false;
  const calls = steps.map((step) => step.invocationsPerUnit);
  const sameRate = calls.every((each) => each === calls[0]);
  const wholeCalls = calls.every((each) => each >= 1 && Number.isInteger(each));
  if (!sameRate && !wholeCalls) return false;
  const one = mergedStep(scene, sameRate);
  if (one.durationMs > MERGED_LONGEST_MS) return false;
  if (latency === null || !isSynchronous(scene.workload.entry.kind)) return true;
  return one.durationMs * scene.parameters.p99ToMean <= latency.targetMs;
}

function merged(scene: Scene): Workload {
  const { steps, orchestration, handoff } = scene.workload;
  const sameRate = steps.every((step) => step.invocationsPerUnit === steps[0]?.invocationsPerUnit);
  // What is meant to be kept is still written, read by nobody inside the function.
  const kept = handoff.store !== "none" && scene.keepsObjects;
  return {
    ...scene.workload,
    steps: [mergedStep(scene, sameRate)],
    orchestration: { ...orchestration, kind: "none", transitionsPerUnit: 0 },
    handoff: kept ? { ...handoff, readsPerObject: 0 } : { ...handoff, store: "none" },
  };
}

/**
 * One step that does all: the largest memory; CPU time shrinks with the cores that memory brings, waiting does not
 * and is billed at the larger size.
 */
function mergedStep(scene: Scene, sameRate: boolean): Step {
  const { steps } = scene.workload;
  const memoryMb = Math.max(...steps.map((step) => step.memoryMb));
  const maxCores = Math.max(...steps.map((step) => step.maxCores));
  let busyMs = 0;
  let waitingMs = 0;
  for (const step of steps) {
    const calls = sameRate ? 1 : step.invocationsPerUnit;
    const before = coresOf(step, scene.books);
    const after = coresOf({ memoryMb, maxCores: step.maxCores }, scene.books);
    busyMs += (calls * step.durationMs * step.cpuBoundFraction * before) / after;
    waitingMs += calls * step.durationMs * (1 - step.cpuBoundFraction);
  }
  const durationMs = busyMs + waitingMs;
  return {
    name: steps.map((step) => step.name).join(" + "),
    invocationsPerUnit: sameRate ? (steps[0]?.invocationsPerUnit ?? 1) : 1,
    durationMs,
    memoryMb,
    maxCores,
    cpuBoundFraction: durationMs === 0 ? 0 : busyMs / durationMs,
    memoryPerInFlightMb: null,
  };
}

/** A combination of tunings, at most one of each slot; empty: as described. */
export interface TunedDesign {
  tunings: readonly Tuning[];
  scene: Scene;
  variant: ServerlessVariant;
}

/** The scene as the tunings change it, applied in order. */
export function applyTunings(scene: Scene, chosen: readonly Tuning[]): TunedDesign {
  let workload = scene.workload;
  let variant = AS_DESCRIBED;
  for (const tuning of chosen) {
    const next = tuning.apply({ ...scene, workload });
    workload = next.workload;
    variant = { ...variant, ...next.variant };
  }
  return { tunings: chosen, scene: { ...scene, workload }, variant };
}

/** Tunings of one slot that are legitimate here. */
export function legitimateTunings(scene: Scene, slot: TuningSlot): Tuning[] {
  return tunings.filter((tuning) => tuning.slot === slot && tuning.isLegitimate(scene));
}

import { assertNever } from "#src/errors.ts";
import { constantQuota, durationPerUnitMs, type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { BYTES_PER_KB, KB_PER_CHUNK, MB_PER_GB, MS_PER_SECOND } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";
import { unitFactors } from "./factors.ts";

const TRANSITIONS = { group: "orchestration", share: "own", label: "Step Functions transitions" } as const;
const EXPRESS_REQUESTS = { group: "orchestration", share: "own", label: "Express executions" } as const;
const EXPRESS_DURATION = { group: "orchestration", share: "own", label: "Express duration" } as const;
const QUEUE = { group: "orchestration", share: "own", label: "queues between steps" } as const;
/** Express bills duration in steps of 100 ms and memory in steps of 64 MB (AWS Step Functions pricing). */
const EXPRESS_STEP_MS = 100;
const EXPRESS_STEP_MB = 64;
/** Entered, scheduled, started, succeeded, exited: the history events of one Lambda task (facts: sfn.historyEvents). */
const EVENTS_PER_TASK = 5;
/** Started and succeeded, once an execution. */
const EVENTS_PER_EXECUTION = 2;

/** What joins the steps, as described. */
export function orchestration(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { kind } = scene.workload.orchestration;
  switch (kind) {
    case "none":
      return;
    case "step-functions-standard":
      return standard(scene, meter, steps);
    case "step-functions-express":
      return express(scene, meter, steps);
    case "queue":
      return queues(scene, meter, steps);
    default:
      return assertNever(kind);
  }
}

function standard(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { workload } = scene;
  const { transitionsPerUnit, executionsPerUnit } = workload.orchestration;
  const transitions = unitsPerMonth(workload) * transitionsPerUnit;
  meter.buy(TRANSITIONS, "step-functions/standard-transition", transitions, 1, () => [
    ...unitFactors(scene),
    { value: transitionsPerUnit, what: "state transitions", path: "orchestration.transitionsPerUnit" },
  ]);
  const rate = workload.ratePerSecond;
  const peak = workload.peakToMean;
  meter.use("sfn.standard.stateTransition.rate", rate * transitionsPerUnit, rate * transitionsPerUnit * peak);
  meter.use("sfn.standard.startExecution.rate", rate * executionsPerUnit, rate * executionsPerUnit * peak);
  const seconds = executionMs(scene, steps, scene.parameters.standardTransitionMs) / MS_PER_SECOND;
  const open = rate * executionsPerUnit * seconds;
  meter.use("sfn.standard.openExecutions", open, open * peak);
  refuseLargePayload(scene, meter);
  refuseLongHistory(scene, meter);
}

function refuseLongHistory(scene: Scene, meter: Meter): void {
  const { transitionsPerUnit, executionsPerUnit } = scene.workload.orchestration;
  if (executionsPerUnit <= 0) return;
  const events = (transitionsPerUnit / executionsPerUnit) * EVENTS_PER_TASK + EVENTS_PER_EXECUTION;
  const limit = constantQuota(scene.books, "sfn.standard.history");
  if (events > limit) meter.refuse({ code: "history-too-long", events, limit, quota: "sfn.standard.history" });
}

function refuseLargePayload(scene: Scene, meter: Meter): void {
  const { payloadKb } = scene.workload.orchestration;
  const limitKb = constantQuota(scene.books, "sfn.payload") / BYTES_PER_KB;
  if (payloadKb > limitKb) meter.refuse({ code: "state-payload-too-large", payloadKb, limitKb, quota: "sfn.payload" });
}

function express(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { workload, parameters } = scene;
  const executions = unitsPerMonth(workload) * workload.orchestration.executionsPerUnit;
  const durationMs = executionMs(scene, steps, parameters.expressTransitionMs);
  const billedSeconds = (Math.max(1, Math.ceil(durationMs / EXPRESS_STEP_MS - 1e-9)) * EXPRESS_STEP_MS) / MS_PER_SECOND;
  const billedGb = (Math.ceil(parameters.expressMemoryMb / EXPRESS_STEP_MB) * EXPRESS_STEP_MB) / MB_PER_GB;
  meter.buy(EXPRESS_REQUESTS, "step-functions/express-request", executions, 1, () => [
    ...unitFactors(scene),
    { value: workload.orchestration.executionsPerUnit, what: "executions", path: "orchestration.executionsPerUnit" },
  ]);
  meter.buy(EXPRESS_DURATION, "step-functions/express-duration", executions * billedSeconds * billedGb, 1, () => [
    { value: executions, what: "executions" },
    { value: billedSeconds, what: "s each" },
    { value: billedGb, what: "GB" },
  ]);
  const starts = workload.ratePerSecond * workload.orchestration.executionsPerUnit;
  meter.use("sfn.express.startExecution.rate", starts, starts * workload.peakToMean);
  refuseLargePayload(scene, meter);
  const limitMs = constantQuota(scene.books, "sfn.express.maxDuration") * MS_PER_SECOND;
  if (durationMs > limitMs) {
    meter.refuse({ code: "execution-too-long", durationMs, limitMs, quota: "sfn.express.maxDuration" });
  }
}

/** Duration of one execution, ms: its share of units, each its steps and transitions one after the other. */
export function executionMs(scene: Scene, steps: readonly Step[], transitionMs: number): number {
  const { executionsPerUnit, transitionsPerUnit } = scene.workload.orchestration;
  const unitsPerExecution = executionsPerUnit <= 0 ? 1 : 1 / executionsPerUnit;
  return unitsPerExecution * (durationPerUnitMs(steps) + transitionsPerUnit * transitionMs);
}

/** One message for each hand-over between steps; `transitionsPerUnit` counts them when it is given. */
function queues(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { workload, parameters } = scene;
  const messagesPerUnit = workload.orchestration.transitionsPerUnit || Math.max(0, steps.length - 1);
  const chunks = Math.max(1, Math.ceil(workload.orchestration.payloadKb / KB_PER_CHUNK));
  const requests = unitsPerMonth(workload) * messagesPerUnit * parameters.sqsRequestsPerMessage * chunks;
  meter.buy(QUEUE, "sqs/standard-requests", requests, 1, () => [
    ...unitFactors(scene),
    { value: messagesPerUnit, what: "messages between steps" },
    { value: parameters.sqsRequestsPerMessage * chunks, what: "requests each" },
  ]);
}

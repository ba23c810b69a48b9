import { type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { KB_PER_CHUNK } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";
import { unitFactors } from "./factors.ts";
import { fitsLambda } from "./lambda.ts";

const BOUNDARY = { group: "hand-off", share: "own", label: "queue in front of the containers" } as const;

/** Which steps move into one container service and which stay on Lambda. */
export interface HybridSplit {
  move: readonly Step[];
  stay: readonly Step[];
  /** True where the described orchestration still joins what stays. */
  keepsOrchestration: boolean;
}

/**
 * Steps that Lambda cannot run move out; where all can run, those joined by orchestration or hand-off move together
 * (moving one of them would leave the orchestration in place), and the entry stays serverless. Undefined for fewer
 * than two steps, or where nothing joins them.
 */
export function hybridSplit(scene: Scene): HybridSplit | undefined {
  const { steps, orchestration, handoff } = scene.workload;
  if (steps.length < 2) return undefined;
  const misfits = steps.filter((step) => !fitsLambda(step, scene));
  if (misfits.length === steps.length) return undefined;
  if (misfits.length > 0) {
    return { move: misfits, stay: steps.filter((step) => fitsLambda(step, scene)), keepsOrchestration: true };
  }
  const joined = orchestration.kind !== "none" || handoff.store !== "none";
  return joined ? { move: steps, stay: [], keepsOrchestration: false } : undefined;
}

/** One queue message for each unit that crosses into the containers. */
export function hybridBoundary(scene: Scene, meter: Meter, move: readonly Step[]): void {
  const { workload, parameters } = scene;
  const chunks = Math.max(1, Math.ceil(workload.orchestration.payloadKb / KB_PER_CHUNK));
  const each = parameters.sqsRequestsPerMessage * chunks;
  meter.buy(BOUNDARY, "sqs/standard-requests", unitsPerMonth(workload) * each, 1, () => [
    ...unitFactors(scene),
    { value: each, what: "requests a message", path: 'assumptions["sqs.requestsPerMessage"]' },
  ]);
  meter.note({ code: "queue-boundary", movedSteps: move.map((step) => step.name) });
}

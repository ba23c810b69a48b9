import { durationPerUnitMs, type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import { KB_PER_GB, MS_PER_SECOND } from "#src/model/units.ts";
import type { Step } from "#src/model/workload.ts";
import { unitFactors } from "./factors.ts";

const OPERATIONS = { group: "orchestration", share: "own", label: "durable function operations" } as const;
const DATA = { group: "orchestration", share: "own", label: "durable function data written" } as const;

/** Operations of one execution: each step's result, plus start and wait. */
export function durableOperationsPerUnit(scene: Scene, steps: readonly Step[]): number {
  const { parameters } = scene;
  return steps.length * parameters.durableOperationsPerStep + parameters.durableExtraOperations;
}

/** A Lambda durable function keeps the state that Step Functions Standard would: paid per operation, not per transition. */
export function durableFunction(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { workload } = scene;
  const perUnit = durableOperationsPerUnit(scene, steps);
  const operations = unitsPerMonth(workload) * perUnit;
  meter.buy(OPERATIONS, "lambda/durable-operations", operations, 1, () => [
    ...unitFactors(scene),
    { value: perUnit, what: "operations" },
  ]);
  meter.buy(DATA, "lambda/durable-data-written", (operations * workload.orchestration.payloadKb) / KB_PER_GB, 1, () => [
    { value: operations, what: "operations" },
    { value: workload.orchestration.payloadKb, what: "KB each", path: "orchestration.payloadKb" },
  ]);
  const { ratePerSecond, peakToMean } = workload;
  meter.use("lambda.durable.startRate", ratePerSecond, ratePerSecond * peakToMean);
  meter.use("lambda.durable.checkpointRate", ratePerSecond * perUnit, ratePerSecond * perUnit * peakToMean);
  const running = (ratePerSecond * durationPerUnitMs(steps)) / MS_PER_SECOND;
  meter.use("lambda.durable.running", running, running * peakToMean);
}

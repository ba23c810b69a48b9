import { invocationsPerUnit, type Scene, unitsPerMonth } from "#src/model/design.ts";
import type { Meter } from "#src/model/meter.ts";
import type { Step } from "#src/model/workload.ts";
import { unitFactors } from "./factors.ts";

const WRITES = { group: "orchestration", share: "own", label: "state kept in DynamoDB" } as const;

/** A process that must not lose an execution writes its state once a step: one write unit, since a marker is under 1 KB. */
export function durableState(scene: Scene, meter: Meter, steps: readonly Step[]): void {
  const { workload } = scene;
  if (!workload.orchestration.durable || workload.orchestration.kind === "none") return;
  const perUnit = invocationsPerUnit(steps);
  meter.buy(WRITES, "dynamodb/on-demand-write", unitsPerMonth(workload) * perUnit, 1, () => [
    ...unitFactors(scene),
    { value: perUnit, what: "writes" },
  ]);
  meter.note({ code: "durable-writes", perUnit });
}

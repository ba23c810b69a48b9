import type { Architecture } from "./architecture-name.ts";
import type { Family } from "./assessment.ts";
import type { FleetPlan, UnitOption } from "./capacity/fleet.ts";
import { invocationsPerUnit, type Scene } from "./design.ts";
import { coldShareOfUnit, needsProvisioning } from "./latency.ts";
import type { Meter } from "./meter.ts";
import { ec2Fleet, fargateFleet } from "./parts/container.ts";
import { durableFunction } from "./parts/durable-function.ts";
import { durableState } from "./parts/durable-state.ts";
import { containerEntry, serverlessEntry } from "./parts/entry.ts";
import { eventSource } from "./parts/event-source.ts";
import { handoffThroughS3, keptObjects } from "./parts/handoff.ts";
import { hybridBoundary, hybridSplit } from "./parts/hybrid.ts";
import { type LambdaPurchase, lambdaFunctions } from "./parts/lambda.ts";
import { containerNetwork, egress } from "./parts/network.ts";
import { applicationLogs, platformLogs } from "./parts/observability.ts";
import { orchestration } from "./parts/orchestration.ts";

/** Choices inside the serverless family that a tuning makes and a workload has no field for. */
export interface ServerlessVariant {
  lambda: LambdaPurchase;
  /** State kept by a durable function in place of the described orchestration. */
  durableFunction: boolean;
}

export const AS_DESCRIBED: ServerlessVariant = { lambda: "on-demand", durableFunction: false };

/** What composing an architecture leaves besides the bill. */
export interface Composed {
  fleet?: FleetPlan<UnitOption>;
}

/** What every architecture pays alike. */
function sharedParts(scene: Scene, meter: Meter): void {
  eventSource(scene, meter);
  applicationLogs(scene, meter);
  egress(scene, meter);
}

/** One Lambda per step, its orchestration and hand-off. */
export function serverless(scene: Scene, meter: Meter, variant: ServerlessVariant): Composed {
  const { steps } = scene.workload;
  sharedParts(scene, meter);
  serverlessEntry(scene, meter);
  lambdaFunctions(scene, meter, steps, lambdaPurchase(scene, meter, variant));
  platformLogs(scene, meter, invocationsPerUnit(steps));
  if (variant.durableFunction) durableFunction(scene, meter, steps);
  else orchestration(scene, meter, steps);
  handoffThroughS3(scene, meter);
  return {};
}

/** Environments are kept ready for the whole peak when cold starts would break the latency target. */
function lambdaPurchase(scene: Scene, meter: Meter, variant: ServerlessVariant): LambdaPurchase {
  if (variant.lambda !== "on-demand" || !needsProvisioning(scene)) return variant.lambda;
  meter.note({ code: "provisioned-concurrency-needed", coldShare: coldShareOfUnit(scene) });
  return "provisioned-peak";
}

/** One process, hand-off in memory, on Fargate or on ECS on EC2. */
export function monolith(scene: Scene, meter: Meter, on: "fargate" | "ec2"): Composed {
  const { workload } = scene;
  const { steps } = workload;
  sharedParts(scene, meter);
  containerEntry(scene, meter);
  const handoffDisappears = workload.handoff.store !== "none" || workload.orchestration.kind !== "none";
  const fleet =
    on === "fargate"
      ? fargateFleet(scene, meter, steps, handoffDisappears)
      : ec2Fleet(scene, meter, steps, handoffDisappears);
  durableState(scene, meter, steps);
  keptObjects(scene, meter);
  containerNetwork(scene, meter);
  return fleet === undefined ? {} : { fleet };
}

/** Some steps in one Fargate service behind a queue, the rest on Lambda as described. */
export function hybrid(scene: Scene, meter: Meter): Composed {
  const split = hybridSplit(scene);
  if (split === undefined) return {};
  sharedParts(scene, meter);
  // Nobody waits at the front door for the steps behind the queue.
  serverlessEntry({ ...scene, workload: { ...scene.workload, steps: [...split.stay] } }, meter);
  lambdaFunctions(scene, meter, split.stay, "on-demand");
  platformLogs(scene, meter, invocationsPerUnit(split.stay));
  if (split.keepsOrchestration) orchestration(scene, meter, split.stay);
  hybridBoundary(scene, meter, split.move);
  // Behind the boundary queue it is a worker, whoever called the front door.
  const behindQueue: Scene = {
    ...scene,
    workload: { ...scene.workload, entry: { ...scene.workload.entry, kind: "sqs" } },
  };
  const fleet = fargateFleet(behindQueue, meter, split.move, true);
  if (!split.keepsOrchestration) durableState(scene, meter, split.move);
  keptObjects(scene, meter);
  containerNetwork(scene, meter);
  return fleet === undefined ? {} : { fleet };
}

/** True when a hybrid of this workload exists at all. */
export function hasHybrid(scene: Scene): boolean {
  return hybridSplit(scene) !== undefined;
}

/** The family that an architecture competes for. */
export function familyOf(architecture: Architecture): Family {
  switch (architecture) {
    case "serverless":
    case "serverless-tuned":
      return "serverless";
    case "monolith-fargate":
    case "monolith-ec2":
      return "monolith";
    case "hybrid":
      return "hybrid";
  }
}

import type { AssumedLeaves } from "./assumed-leaves.ts";
import { isSynchronous } from "./capacity/run-mode.ts";
import type { Container, Entry, Handoff, Orchestration, Purchase, WorkloadInput } from "./workload.ts";

/** Words of work whose state must not be lost. */
const DURABLE_WORDS =
  /\b(order|payment|pay|charge|checkout|approval|approve|saga|booking|claim|invoice|transfer|refund)/i;

export function assumeEntry(input: WorkloadInput, leaves: AssumedLeaves): Entry {
  const given = input.entry ?? {};
  const kind = leaves.take("entry.kind", given.kind, "none");
  const carriesPayload = kind !== "none" && kind !== "schedule" && kind !== "s3-event";
  const answers = isSynchronous(kind);
  return {
    kind,
    requestKb: carriesPayload
      ? leaves.fromCatalog("entry.requestKb", given.requestKb, "entry.requestKb")
      : leaves.take("entry.requestKb", given.requestKb, 0),
    responseKb: answers
      ? leaves.fromCatalog("entry.responseKb", given.responseKb, "entry.responseKb")
      : leaves.take("entry.responseKb", given.responseKb, 0),
    connections: leaves.take("entry.connections", given.connections, null),
  };
}

/** Transitions of a state machine nobody counted: one for each step and one more (low: the steps; high: twice that). */
export function assumeOrchestration(input: WorkloadInput, steps: number, leaves: AssumedLeaves): Orchestration {
  const given = input.orchestration ?? {};
  const kind = leaves.take("orchestration.kind", given.kind, "none");
  const perStep = leaves.row("orchestration.transitionsPerStep");
  const extra = leaves.row("orchestration.extraTransitions");
  const states = kind === "step-functions-standard" || kind === "step-functions-express";
  const words = `${input.name ?? ""} ${input.unitOfWork ?? ""} ${(input.steps ?? []).map((step) => step.name ?? "").join(" ")}`;
  const keepsState = kind === "step-functions-standard" && DURABLE_WORDS.test(words);
  return {
    kind,
    transitionsPerUnit:
      given.transitionsPerUnit !== undefined
        ? leaves.given("orchestration.transitionsPerUnit", given.transitionsPerUnit)
        : states
          ? leaves.range(
              "orchestration.transitionsPerUnit",
              steps * perStep.typical + extra.typical,
              steps * perStep.low + extra.low,
              steps * perStep.high + extra.high,
              "one for each step and one more",
            )
          : leaves.take("orchestration.transitionsPerUnit", undefined, kind === "queue" ? Math.max(0, steps - 1) : 0),
    executionsPerUnit: leaves.take("orchestration.executionsPerUnit", given.executionsPerUnit, kind === "none" ? 0 : 1),
    payloadKb:
      kind === "none"
        ? leaves.take("orchestration.payloadKb", given.payloadKb, 0)
        : leaves.fromCatalog("orchestration.payloadKb", given.payloadKb, "orchestration.payloadKb"),
    durable: leaves.take(
      "orchestration.durable",
      given.durable,
      keepsState,
      keepsState ? "orders, payments and approvals must not lose their state" : undefined,
    ),
  };
}

export function assumeHandoff(input: WorkloadInput, steps: number, leaves: AssumedLeaves): Handoff {
  const given = input.handoff ?? {};
  const store = leaves.take("handoff.store", given.store, "none");
  if (store === "none") {
    return {
      store,
      objectsPerUnit: leaves.take("handoff.objectsPerUnit", given.objectsPerUnit, 0),
      readsPerObject: leaves.take("handoff.readsPerObject", given.readsPerObject, 0),
      objectKb: leaves.take("handoff.objectKb", given.objectKb, 0),
      retentionHours: leaves.take("handoff.retentionHours", given.retentionHours, 0),
    };
  }
  const between = Math.max(1, steps - 1);
  return {
    store,
    objectsPerUnit:
      given.objectsPerUnit !== undefined
        ? leaves.given("handoff.objectsPerUnit", given.objectsPerUnit)
        : leaves.range("handoff.objectsPerUnit", between, 1, Math.max(2, steps), "one object between two steps"),
    readsPerObject: leaves.fromCatalog("handoff.readsPerObject", given.readsPerObject, "handoff.readsPerObject"),
    objectKb: leaves.fromCatalog("handoff.objectKb", given.objectKb, "handoff.objectKb"),
    retentionHours: leaves.fromCatalog("handoff.retentionHours", given.retentionHours, "handoff.retentionHours"),
  };
}

export function assumePurchase(input: WorkloadInput, leaves: AssumedLeaves): Purchase {
  const given = input.purchase ?? {};
  return {
    lambdaArchitecture: leaves.take("purchase.lambdaArchitecture", given.lambdaArchitecture, "x86_64"),
    commitment: leaves.take("purchase.commitment", given.commitment, "none"),
    discountPercent: leaves.take("purchase.discountPercent", given.discountPercent, 0),
    freeTier: leaves.take("purchase.freeTier", given.freeTier, false),
  };
}

/** Null leaves mean "as the run mode has it"; the ranges of those defaults are the model's own parameters. */
export function assumeContainer(input: WorkloadInput, leaves: AssumedLeaves): Container {
  const given = input.container ?? {};
  return {
    targetUtilization: leaves.take("container.targetUtilization", given.targetUtilization, null),
    minTasks: leaves.take("container.minTasks", given.minTasks, null),
    taskVcpu: leaves.take("container.taskVcpu", given.taskVcpu, null),
    taskMemoryMb: leaves.take("container.taskMemoryMb", given.taskMemoryMb, null),
    instanceType: leaves.take("container.instanceType", given.instanceType, null),
    instanceCount: leaves.take("container.instanceCount", given.instanceCount, null),
    unitsPerSecondPerVcpu: leaves.take("container.unitsPerSecondPerVcpu", given.unitsPerSecondPerVcpu, null),
    workReplication: leaves.take("container.workReplication", given.workReplication, 1),
  };
}

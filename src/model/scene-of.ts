import type { Books } from "./books.ts";
import { invocationsPerUnit, type Scene } from "./design.ts";
import { kindOfWork } from "./kind-of-work.ts";
import { type ParameterRange, pointParameters } from "./parameters.ts";
import type { Origins, UnderstoodWorkload, Workload } from "./workload.ts";

/** Lifecycle rules work in days: what somebody says is kept longer than one is meant to be kept. */
const KEPT_AFTER_HOURS = 24;

function keepsObjects(workload: Workload, origins: Origins): boolean {
  return workload.handoff.retentionHours > KEPT_AFTER_HOURS && origins["handoff.retentionHours"]?.origin !== "assumed";
}

/** The point: a complete workload with every assumption of the model at its typical or corrected value. */
export function sceneOf(
  { workload, origins }: UnderstoodWorkload,
  books: Books,
  ranges: readonly ParameterRange[],
): Scene {
  return {
    workload,
    parameters: pointParameters(ranges, workload.assumptions),
    books,
    modelSteps: new Set(
      workload.steps
        .map(({ name }) => name)
        .filter((name) => kindOfWork(`${name} ${workload.name}`).kind === "media-ml"),
    ),
    describedCallsPerUnit: invocationsPerUnit(workload.steps),
    keepsObjects: keepsObjects(workload, origins),
    excluded: new Set(),
  };
}

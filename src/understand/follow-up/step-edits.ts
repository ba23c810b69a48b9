import type { Change } from "#src/model/change.ts";
import type { Step, Workload } from "#src/model/workload.ts";
import type { Edits } from "./to-changes.ts";

/** A step as far as a sentence describes it; the rest is assumed. */
export interface NewStep {
  name: string;
  durationMs?: number;
  memoryMb?: number;
}

const alone: readonly Change[] = [
  { op: "set", path: "orchestration.kind", value: "none" },
  { op: "set", path: "handoff.store", value: "none" },
];

/**
 * Merges steps into the first of them: run times add up, weighted by how often each runs; memory is the largest. One
 * function for everything needs neither orchestration nor hand-off. Steps that are not merged are not touched.
 */
export function mergeEdits(which: string, workload: Workload): Edits | null {
  const { steps } = workload;
  const wanted = which === "*" ? steps.map((_, position) => position) : [...new Set(which.split(",").map(Number))];
  const positions = wanted.sort((left, right) => left - right);
  const merging = positions.flatMap((position) => steps[position] ?? []);
  const [first, ...others] = positions;
  if (first === undefined || merging.length < 2 || merging.length !== positions.length) return null;
  const left = steps.length - others.length;
  const changes: readonly Change[] = [
    { op: "set", path: `steps.${first}`, value: { ...merged(merging) } },
    ...others.reverse().map((position): Change => ({ op: "set", path: `steps.${position}`, value: null })),
    ...(left === 1 ? alone : []),
  ];
  return { changes, notes: transitionsNote(workload, left) };
}

function merged(steps: readonly Step[]): Omit<Step, "memoryPerInFlightMb"> {
  const calls = steps.map((step) => step.invocationsPerUnit);
  const same = calls.every((count) => count === calls[0]);
  const busyMs = steps.reduce((sum, step) => sum + step.invocationsPerUnit * step.durationMs, 0);
  const cpuMs = steps.reduce((sum, step) => sum + step.invocationsPerUnit * step.durationMs * step.cpuBoundFraction, 0);
  const invocationsPerUnit = same ? (calls[0] ?? 1) : 1;
  return {
    name: steps
      .map((step) => step.name)
      .join("+")
      .slice(0, 200),
    invocationsPerUnit,
    durationMs: invocationsPerUnit > 0 ? busyMs / invocationsPerUnit : 0,
    memoryMb: Math.max(...steps.map((step) => step.memoryMb)),
    cpuBoundFraction: busyMs > 0 ? cpuMs / busyMs : 0,
    maxCores: Math.max(...steps.map((step) => step.maxCores)),
  };
}

/** Removes steps, the last first, so that positions hold. The only step cannot go. */
export function dropEdits(which: string, workload: Workload): Edits | null {
  const last = workload.steps.length - 1;
  const positions = which === "last" ? [last] : [...new Set(which.split(",").map(Number))];
  if (positions.some((position) => position > last) || positions.length > last) return null;
  const changes = positions
    .sort((left, right) => right - left)
    .map((position): Change => ({ op: "set", path: `steps.${position}`, value: null }));
  return { changes, notes: transitionsNote(workload, last + 1 - positions.length) };
}

/** Adds a step at the end. */
export function addEdits(step: NewStep, workload: Workload): Edits {
  const path = `steps.${workload.steps.length}`;
  const value = { ...step, invocationsPerUnit: 1 };
  return { changes: [{ op: "set", path, value }], notes: transitionsNote(workload, workload.steps.length + 1) };
}

/** Splits a step into equal ones; only with a run time for the parts, because nobody knows how the work divides. */
export function splitEdits(
  position: number,
  parts: number,
  step: Omit<NewStep, "name">,
  workload: Workload,
): Edits | null {
  const old = workload.steps[position];
  if (old === undefined || parts < 2 || step.durationMs === undefined) return null;
  const pieces = Array.from({ length: parts }, (_, index) => ({ ...old, ...step, name: `${old.name} ${index + 1}` }));
  const changes = pieces.map((piece, index): Change => {
    const path = `steps.${index === 0 ? position : workload.steps.length + index - 1}`;
    return { op: "set", path, value: { ...piece } };
  });
  return { changes, notes: transitionsNote(workload, workload.steps.length + parts - 1) };
}

function transitionsNote(workload: Workload, stepsLeft: number): Edits["notes"] {
  const { kind, transitionsPerUnit } = workload.orchestration;
  const counted = kind === "step-functions-standard" || kind === "step-functions-express";
  return counted && stepsLeft > 1 ? [{ code: "transitions-kept", transitionsPerUnit }] : [];
}

import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { consequences } from "./change-consequences.ts";
import { originsAfter } from "./change-origins.ts";
import { getPath, parsePath, type Segment, setPath } from "./paths.ts";
import { type Origins, type WorkloadInput, workloadInputSchema } from "./workload.ts";

/**
 * One edit of a workload. `set` a path to a value; `scale` multiplies a number.
 * `steps.N` one past the end adds a step, `steps.N` to null removes it, `steps` replaces all.
 */
export const changeSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("scale"), path: z.string().max(200), value: z.number().nonnegative() }),
  z.strictObject({ op: z.literal("set"), path: z.string().max(200), value: z.json() }),
]);
export type Change = z.infer<typeof changeSchema>;

/** Who asked for changes, and in which words: a what-if is `stated`, the mending of a wrong reading `corrected`. */
export interface ChangeSource {
  origin: "stated" | "corrected";
  /** Who corrected it. */
  by?: string;
  /** The words it came from. */
  evidence?: string;
}

/** Longest evidence an origin keeps, characters. */
const MOST_EVIDENCE = 500;

/** A workload as far as it is known: leaves that no longer follow from anything are left out, for `assume` to fill. */
export interface ChangedWorkload {
  workload: WorkloadInput;
  origins: Origins;
}

/**
 * Applies edits in order, then what follows from them: no orchestration has no transitions, no hand-off has no objects,
 * and an assumed count that stood on the old steps is dropped. A leaf that was edited itself is never touched again.
 * Run `assume` on the result to get a complete workload.
 *
 * @throws UserError `bad-input` with the path when an edit cannot be applied or the result is out of range
 */
export function applyChanges(
  workload: WorkloadInput,
  origins: Origins,
  changes: readonly Change[],
  source: ChangeSource,
): ChangedWorkload {
  let state: ChangedWorkload = { workload, origins };
  const short =
    source.evidence === undefined ? source : { ...source, evidence: source.evidence.slice(0, MOST_EVIDENCE) };
  for (const change of changes) state = applyOne(state, change, short);
  return consequences({ workload, origins }, state, changes);
}

function applyOne(before: ChangedWorkload, change: Change, source: ChangeSource): ChangedWorkload {
  const segments = parsePath(change.path);
  if (segments === null) throw noSuchField(change.path);
  const value = change.op === "set" ? change.value : scaled(before.workload, segments, change);
  const edited = setPath(before.workload, segments, value);
  if (edited === undefined) throw noSuchField(change.path);
  if (Array.isArray(getPath(edited, ["steps"])) && getPath(edited, ["steps", 0]) === undefined)
    throw noStepLeft(change.path);
  const workload = checked(edited, change);
  return { workload, origins: originsAfter(before, workload, change, source) };
}

function scaled(workload: WorkloadInput, segments: readonly Segment[], change: Change & { op: "scale" }): number {
  const value = getPath(workload, segments);
  if (typeof value === "number") return value * change.value;
  throw new UserError({
    code: "bad-input",
    path: change.path,
    message: `There is no number at ${change.path} to multiply.`,
    nextStep: "Set it to a value first.",
  });
}

function checked(edited: unknown, change: Change): WorkloadInput {
  const result = workloadInputSchema.safeParse(edited);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === "unrecognized_keys") throw noSuchField(change.path);
  throw new UserError({
    code: "bad-input",
    path: change.path,
    message: `${change.path} cannot be ${attempt(edited, change)}: ${issue?.message ?? "it is out of range"}.`,
    nextStep: "Nothing was changed. Give a value within the range.",
  });
}

function attempt(edited: unknown, change: Change): string {
  const value = getPath(edited, parsePath(change.path) ?? []);
  return (JSON.stringify(value) ?? "removed").slice(0, 80);
}

function noStepLeft(path: string): UserError {
  return new UserError({
    code: "bad-input",
    path,
    message: "That would leave the workload without a step.",
    nextStep: "Nothing was changed. Say what the workload does instead.",
  });
}

function noSuchField(path: string): UserError {
  return new UserError({
    code: "unknown-field",
    path,
    message: `A workload has no field ${path.slice(0, 80)}.`,
    nextStep: "See docs/workload.md for the fields.",
  });
}

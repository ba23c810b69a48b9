import type { Change, ChangedWorkload } from "./change.ts";
import { withoutSubtree } from "./change-origins.ts";
import { formatPath, type Segment, setPath } from "./paths.ts";
import { type OrchestrationKind, type WorkloadInput, workloadInputSchema } from "./workload.ts";

/** What becomes of one leaf that nobody edited: a value that follows, or nothing, so that it is assumed anew. */
interface Consequence {
  path: readonly Segment[];
  value: 0 | undefined;
}

/**
 * Leaves that follow from edits. Only what an edit makes meaningless changes: a stated count of transitions stays when
 * a step goes, because nobody said that it fell.
 */
export function consequences(
  before: ChangedWorkload,
  after: ChangedWorkload,
  changes: readonly Change[],
): ChangedWorkload {
  const edited = new Set(changes.map((change) => change.path));
  return [...orchestrationFollows(before, after), ...handoffFollows(before, after)]
    .filter((consequence) => !edited.has(formatPath(consequence.path)))
    .reduce(follow, after);
}

function follow(state: ChangedWorkload, { path, value }: Consequence): ChangedWorkload {
  const origins = withoutSubtree(state.origins, path);
  if (value === 0) origins[formatPath(path)] = { origin: "inferred" };
  return { workload: replaced(state.workload, path, value), origins };
}

/** Replaces one leaf of `orchestration` or `handoff`; the shape of the rest is unchanged. */
function replaced(workload: WorkloadInput, path: readonly Segment[], value: 0 | undefined): WorkloadInput {
  const [group] = path;
  if (group !== "orchestration" && group !== "handoff") return workload;
  const edited = setPath(workload[group] ?? {}, path.slice(1), value);
  return workloadInputSchema.parse({ ...workload, [group]: edited });
}

function usesStates(kind: OrchestrationKind | undefined): boolean {
  return kind === "step-functions-standard" || kind === "step-functions-express";
}

function orchestrationFollows(before: ChangedWorkload, after: ChangedWorkload): readonly Consequence[] {
  return [...transitionsFollow(before, after), ...executionsFollow(before, after)];
}

/** Without orchestration, executions and payload stand at 0: kept, they would make what joins the steps free. */
function executionsFollow(before: ChangedWorkload, after: ChangedWorkload): readonly Consequence[] {
  const had = before.workload.orchestration?.kind ?? "none";
  const has = after.workload.orchestration?.kind ?? "none";
  if (had !== "none" || has === "none") return [];
  const leaves = ["executionsPerUnit", "payloadKb"] as const;
  return leaves
    .filter((leaf) => after.workload.orchestration?.[leaf] === 0)
    .map((leaf) => ({ path: ["orchestration", leaf], value: undefined }));
}

function transitionsFollow(before: ChangedWorkload, after: ChangedWorkload): readonly Consequence[] {
  const path = ["orchestration", "transitionsPerUnit"];
  const hadStates = usesStates(before.workload.orchestration?.kind);
  const hasStates = usesStates(after.workload.orchestration?.kind);
  if (!hasStates) return hadStates ? [{ path, value: 0 }] : [];
  const stepsChanged = before.workload.steps?.length !== after.workload.steps?.length;
  const assumed = after.origins["orchestration.transitionsPerUnit"]?.origin === "assumed";
  return !hadStates || (stepsChanged && assumed) ? [{ path, value: undefined }] : [];
}

function handoffFollows(before: ChangedWorkload, after: ChangedWorkload): readonly Consequence[] {
  const numbers = ["objectsPerUnit", "readsPerObject", "objectKb", "retentionHours"];
  const had = before.workload.handoff?.store === "s3";
  const has = after.workload.handoff?.store === "s3";
  if (had === has) return has ? assumedObjectsFollow(before, after) : [];
  return numbers.map((leaf) => ({ path: ["handoff", leaf], value: has ? undefined : 0 }));
}

function assumedObjectsFollow(before: ChangedWorkload, after: ChangedWorkload): readonly Consequence[] {
  const stepsChanged = before.workload.steps?.length !== after.workload.steps?.length;
  const assumed = after.origins["handoff.objectsPerUnit"]?.origin === "assumed";
  return stepsChanged && assumed ? [{ path: ["handoff", "objectsPerUnit"], value: undefined }] : [];
}

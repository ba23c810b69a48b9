import { assume } from "./assume.ts";
import type { Catalog } from "./catalog.ts";
import type { ChangedWorkload } from "./change.ts";
import { getPath, leafPaths, parsePath, setPath } from "./paths.ts";
import { type Origins, type UnderstoodWorkload, type WorkloadInput, workloadInputSchema } from "./workload.ts";

/**
 * A changed workload completed anew: what was assumed from leaves that may have changed is assumed from what they are
 * now. Behind an API Gateway requests have a size, which they had not behind nothing; twice the responses are twice the
 * bytes that leave. A guess of the words ("256 or 512 MB"), a multiple of a guess and a correction stay.
 *
 * @param before complete, as it was; the steps of both are the same ones only where there are as many
 */
export function completeAnew(before: UnderstoodWorkload, after: ChangedWorkload, catalog: Catalog): UnderstoodWorkload {
  const assumed = leafPaths(before.workload).filter((path) => before.origins[path]?.origin === "assumed");
  const bare = without(before, assumed);
  const anew = assume(bare.workload, bare.origins, catalog).workload;
  const sameSteps = before.workload.steps.length === after.workload.steps?.length;
  const follows = assumed.filter((path) => {
    if (after.origins[path]?.origin !== "assumed" || (path.startsWith("steps.") && !sameSteps)) return false;
    const was = valueAt(before.workload, path);
    return was === valueAt(anew, path) && was === valueAt(after.workload, path);
  });
  const known = without(after, follows);
  return assume(known.workload, known.origins, catalog);
}

/** Leaves hold no lists or objects, so that equal is the same. */
function valueAt(workload: WorkloadInput, path: string): unknown {
  return getPath(workload, parsePath(path) ?? []);
}

function without({ workload, origins }: ChangedWorkload, paths: readonly string[]): ChangedWorkload {
  let rest: unknown = workload;
  for (const path of paths) rest = setPath(rest, parsePath(path) ?? [], undefined);
  const dropped = new Set(paths);
  const kept: Origins = Object.fromEntries(Object.entries(origins).filter(([path]) => !dropped.has(path)));
  return { workload: workloadInputSchema.parse(rest), origins: kept };
}

import type { Change } from "#src/model/change.ts";
import { getPath, leafPaths, parsePath } from "#src/model/paths.ts";
import type { Workload } from "#src/model/workload.ts";
import type { Edits } from "./to-changes.ts";

/** How people may write a leaf's number: in its own unit or a larger one (seconds for ms, GB for MB, MB for KB). */
function unitsOf(path: string): readonly number[] {
  if (path.endsWith("Ms")) return [1, 1000, 60_000];
  if (path.endsWith("Mb") || path.endsWith("Kb")) return [1, 1024];
  return path === "growthPerMonth" ? [0.01] : [1];
}

/**
 * "512 -> 1024" without a field: whatever is 512 now. Null unless exactly one kind of value fits; several steps with the
 * same value are one kind only when every step has it.
 */
export function replaceEdits(old: number, value: number, workload: Workload): Edits | null {
  const fits = leafPaths(workload).flatMap((path) => {
    const current = getPath(workload, parsePath(path) ?? []);
    const unit = unitsOf(path).find((factor) => typeof current === "number" && near(current, old * factor));
    return unit === undefined || old === 0 ? [] : [{ path, unit }];
  });
  const kinds = new Set(fits.map(({ path }) => path.replace(/\.\d+\./, ".*.")));
  const everyStep = fits.length === workload.steps.length;
  if (kinds.size !== 1 || (fits.length > 1 && !everyStep)) return null;
  const changes = fits.map(({ path, unit }): Change => ({ op: "set", path, value: value * unit }));
  return { changes, notes: [] };
}

function near(left: number, right: number): boolean {
  return Math.abs(left - right) <= 0.01 * Math.abs(right);
}

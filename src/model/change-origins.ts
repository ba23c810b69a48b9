import type { Change, ChangedWorkload, ChangeSource } from "./change.ts";
import { formatPath, getPath, leafPaths, parsePath, type Segment, setPath } from "./paths.ts";
import { type Origin, type Origins, type WorkloadInput, workloadInputSchema } from "./workload.ts";

/** Leaves of a whole step that no sentence gives with it: how busy it is stays a guess, ranged by the old steps. */
const guessedStepLeaves: ReadonlySet<string> = new Set(["cpuBoundFraction", "maxCores", "memoryPerInFlightMb"]);

/** Origins of a workload after one edit: the edited leaves get a new one, those of removed steps go, the rest stay. */
export function originsAfter(
  before: ChangedWorkload,
  workload: WorkloadInput,
  change: Change,
  source: ChangeSource,
): Origins {
  const segments = parsePath(change.path) ?? [];
  if (change.op === "scale")
    return { ...before.origins, [change.path]: scaledOrigin(before, workload, change, source) };
  const kept = withoutSubtree(before.origins, segments);
  const [root, position] = segments;
  if (change.value === null && root === "steps" && segments.length === 2 && typeof position === "number") {
    return stepsMovedUp(kept, position);
  }
  const value = getPath(workload, segments);
  const leaves = leafPaths(value, segments);
  const edited = leaves.map((path) => [path, editedOrigin(before, path, segments, source)]);
  return { ...kept, ...Object.fromEntries(edited) };
}

function editedOrigin(before: ChangedWorkload, path: string, edited: readonly Segment[], source: ChangeSource): Origin {
  const leaf = path.split(".").at(-1) ?? "";
  const wholeStep = edited[0] === "steps" && edited.length <= 2;
  if (wholeStep && guessedStepLeaves.has(leaf)) return { origin: "assumed", ...rangeOfOldSteps(before, leaf) };
  return { ...source };
}

function rangeOfOldSteps(before: ChangedWorkload, leaf: string): { low?: number; high?: number } {
  const bounds = (before.workload.steps ?? []).flatMap((step, position) => {
    const value = getPath(step, [leaf]);
    const origin = before.origins[`steps.${position}.${leaf}`];
    return [value, origin?.low, origin?.high].filter((bound) => typeof bound === "number");
  });
  return bounds.length === 0 ? {} : { low: Math.min(...bounds), high: Math.max(...bounds) };
}

/** A multiple of a guess is still a guess: its range is multiplied too, as far as the field allows. */
function scaledOrigin(
  before: ChangedWorkload,
  workload: WorkloadInput,
  change: Change & { op: "scale" },
  source: ChangeSource,
): Origin {
  const old = before.origins[change.path];
  if (source.origin === "corrected" || old?.origin !== "assumed") return { ...source };
  const bound = (value: Origin["low"]) =>
    typeof value === "number" ? allowed(workload, change.path, value * change.value) : value;
  const low = bound(old.low);
  const high = bound(old.high);
  return { ...old, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function allowed(workload: WorkloadInput, path: string, bound: number): number | undefined {
  const segments = parsePath(path) ?? [];
  if (workloadInputSchema.safeParse(setPath(workload, segments, bound)).success) return bound;
  const value = getPath(workload, segments);
  return typeof value === "number" ? value : undefined;
}

/** Drops the origin at a path, below it, and above it (`latency` where `latency.targetMs` is set). */
export function withoutSubtree(origins: Origins, segments: readonly Segment[]): Origins {
  const path = formatPath(segments);
  const related = (key: string) =>
    key === path ||
    key.startsWith(`${path}.`) ||
    key.startsWith(`${path}[`) ||
    path.startsWith(`${key}.`) ||
    path.startsWith(`${key}[`);
  return Object.fromEntries(Object.entries(origins).filter(([key]) => !related(key)));
}

function stepsMovedUp(origins: Origins, removed: number): Origins {
  return Object.fromEntries(
    Object.entries(origins).map(([key, origin]) => {
      const match = /^steps\.(\d+)\.(.+)$/.exec(key);
      const position = Number(match?.[1]);
      return match !== null && position > removed ? [`steps.${position - 1}.${match[2]}`, origin] : [key, origin];
    }),
  );
}

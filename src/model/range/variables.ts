import type { Scene } from "#src/model/design.ts";
import type { ParameterRange, Parameters } from "#src/model/parameters.ts";
import type { Origins, Workload } from "#src/model/workload.ts";
import type { Spread } from "./triangular.ts";
import { copyWorkload, setterOf, stepFieldOf } from "./workload-leaves.ts";

/** One uncertain input: a workload leaf, the same leaf of several steps, or an assumption of the model. */
export interface Variable extends Spread {
  /** As people correct it; `steps.*.cpuBoundFraction` where several steps share it. */
  path: string;
  unit: string;
  /** Catalog assumption behind it, when there is one. */
  assumptionId: string | null;
  apply(draft: Draft, value: number): void;
}

/** A scene being changed: workload and parameters are copies. */
export interface Draft {
  workload: Workload;
  parameters: Parameters;
}

/** Leaves that are uncertain but move no cost and no limit at today's load. */
const NOT_SAMPLED = new Set(["growthPerMonth", "environments", "egressGbPerMonth"]);

export function copyScene(scene: Scene): Scene {
  return { ...scene, workload: copyWorkload(scene.workload), parameters: { ...scene.parameters } };
}

/** Every input with a low below its high, in a fixed order: workload leaves first, then the model's assumptions. */
export function variablesOf(scene: Scene, origins: Origins, ranges: readonly ParameterRange[]): Variable[] {
  return [...workloadVariables(scene.workload, origins), ...parameterVariables(scene, ranges)];
}

function workloadVariables(workload: Workload, origins: Origins): Variable[] {
  const byGroup = new Map<string, { paths: string[]; spread: Spread }>();
  for (const [path, origin] of Object.entries(origins)) {
    const { low, high } = origin;
    if (typeof low !== "number" || typeof high !== "number" || low >= high || NOT_SAMPLED.has(path)) continue;
    const typical = readNumber(workload, path);
    if (typical === null || setterOf(path) === undefined) continue;
    const spread = { low: Math.min(low, typical), typical, high: Math.max(high, typical) };
    // Steps that share a range are uncertain together: one unknown about the work, not one for each step.
    const field = stepFieldOf(path);
    const group = field === null ? path : `steps.*.${field}|${low}|${typical}|${high}`;
    const known = byGroup.get(group);
    if (known === undefined) byGroup.set(group, { paths: [path], spread });
    else known.paths.push(path);
  }
  return [...byGroup.values()].map(({ paths, spread }) => workloadVariable(paths, spread));
}

function workloadVariable(paths: readonly string[], spread: Spread): Variable {
  const setters = paths.map(setterOf).filter((set) => set !== undefined);
  const [first = ""] = paths;
  const field = stepFieldOf(first);
  return {
    path: paths.length > 1 && field !== null ? `steps.*.${field}` : first,
    unit: "",
    assumptionId: null,
    ...spread,
    apply: (draft, value) => {
      for (const set of setters) set(draft.workload, value);
    },
  };
}

/** A parameter varies unless the team set it, or a workload field that overrides it. */
function parameterVariables(scene: Scene, ranges: readonly ParameterRange[]): Variable[] {
  const { workload } = scene;
  return ranges
    .filter((range) => range.low < range.high && workload.assumptions[range.id] === undefined)
    .filter((range) => !isOverridden(workload, range.path))
    .map((range) => ({
      path: range.path,
      unit: "",
      assumptionId: range.id,
      low: range.low,
      typical: range.typical,
      high: range.high,
      apply: (draft, value) => {
        draft.parameters[range.name] = value;
      },
    }));
}

function isOverridden(workload: Workload, path: string): boolean {
  switch (path) {
    case "container.targetUtilization":
      return workload.container.targetUtilization !== null;
    case "container.minTasks":
      return workload.container.minTasks !== null;
    case "entry.connections":
      return workload.entry.connections !== null;
    default:
      return false;
  }
}

function readNumber(workload: Workload, path: string): number | null {
  let value: unknown = workload;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return null;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return typeof value === "number" ? value : null;
}

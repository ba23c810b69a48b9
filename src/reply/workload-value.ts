import type { Workload } from "#src/model/workload.ts";

/** Paths of all leaves with their values: `steps.0.memoryMb` -> 512. Quota ids and assumption ids are quoted. */
export function leaves(workload: Workload): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  collect(workload, "", found);
  return found;
}

function collect(value: unknown, path: string, found: Map<string, unknown>): void {
  if (Array.isArray(value)) {
    value.forEach((entry, position) => {
      collect(entry, `${path}.${position}`, found);
    });
  } else if (isFields(value)) {
    const quoted = path === "appliedQuotas" || path === "assumptions";
    for (const [key, entry] of Object.entries(value)) {
      collect(entry, path === "" ? key : quoted ? `${path}["${key}"]` : `${path}.${key}`, found);
    }
  } else if (path !== "") found.set(path, value);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One leaf that two workloads differ in. */
export interface LeafChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** Every leaf in which they differ, in the order of the contract. */
export function leafChanges(before: Workload, after: Workload): LeafChange[] {
  const old = leaves(before);
  const now = leaves(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter((change) => change.before !== change.after);
}

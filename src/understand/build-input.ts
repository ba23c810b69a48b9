import { formatPath, parsePath } from "#src/model/paths.ts";
import { type Origins, type WorkloadInput, workloadInputSchema } from "#src/model/workload.ts";
import type { Fact } from "./facts.ts";
import { withoutImplausibleNames } from "./plausible-names.ts";

/** A fact that no workload can hold: beyond what a month of any system could be. */
export interface Impossible {
  path: string;
  evidence: string;
}

/** Puts facts together into a partial workload and the origin of each leaf. */
export function buildInput(facts: Iterable<Fact>): {
  input: WorkloadInput;
  origins: Origins;
  impossible: Impossible | null;
} {
  const ordered = withoutImplausibleNames(inOrder(facts));
  const whole = workloadInputSchema.safeParse(put(ordered));
  if (whole.success) return { input: whole.data, origins: originsOf(ordered), impossible: null };
  const fitting: Fact[] = [];
  let impossible: Impossible | null = null;
  for (const fact of ordered) {
    if (workloadInputSchema.safeParse(put([...fitting, fact])).success) fitting.push(fact);
    else impossible ??= { path: fact.path, evidence: fact.evidence };
  }
  return { input: workloadInputSchema.parse(put(fitting)), origins: originsOf(fitting), impossible };
}

/** The facts at their places in one object; undefined where a path cannot be followed. */
function put(facts: readonly Fact[]): unknown {
  const root: Fields = {};
  for (const fact of facts) {
    const segments = parsePath(fact.path);
    if (segments === null || !place(root, segments, fact.value)) return undefined;
  }
  return root;
}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets one leaf of an object that is still being built; false where the path cannot be followed. */
function place(parent: unknown, [segment, ...rest]: readonly (string | number)[], value: unknown): boolean {
  if (segment === undefined) return false;
  if (Array.isArray(parent)) {
    if (typeof segment !== "number" || segment > parent.length || rest.length === 0) return false;
    parent[segment] ??= {};
    return place(parent[segment], rest, value);
  }
  if (!isFields(parent)) return false;
  if (rest.length === 0) parent[segment] = value;
  else parent[segment] ??= segment === "steps" ? [] : {};
  return rest.length === 0 || place(parent[segment], rest, value);
}

function originsOf(facts: readonly Fact[]): Origins {
  return Object.fromEntries(facts.map((fact) => [formatPath(parsePath(fact.path) ?? [fact.path]), originOf(fact)]));
}

/** Steps in order, so that a list never has a gap. */
function inOrder(facts: Iterable<Fact>): Fact[] {
  const stepOf = (fact: Fact): number => Number(/^steps\.(\d+)/.exec(fact.path)?.[1] ?? -1);
  return [...facts].sort((left, right) => stepOf(left) - stepOf(right));
}

function originOf(fact: Fact) {
  const { origin, evidence, low, high } = fact;
  const range = low === undefined || high === undefined ? {} : { low, high };
  return { origin, evidence: evidence.slice(0, 500), ...range };
}

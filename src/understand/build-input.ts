import { formatPath, parsePath, setPath } from "#src/model/paths.ts";
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
  let root: unknown = {};
  for (const fact of facts) {
    const segments = parsePath(fact.path);
    if (segments === null) return undefined;
    root = setPath(withSteps(root, segments), segments, fact.value);
    if (root === undefined) return undefined;
  }
  return root;
}

function originsOf(facts: readonly Fact[]): Origins {
  return Object.fromEntries(facts.map((fact) => [formatPath(parsePath(fact.path) ?? [fact.path]), originOf(fact)]));
}

/** Steps in order, so that a list never has a gap. */
function inOrder(facts: Iterable<Fact>): Fact[] {
  const stepOf = (fact: Fact): number => Number(/^steps\.(\d+)/.exec(fact.path)?.[1] ?? -1);
  return [...facts].sort((left, right) => stepOf(left) - stepOf(right));
}

function withSteps(root: unknown, segments: readonly (string | number)[]): unknown {
  const isStep = segments[0] === "steps" && typeof root === "object" && root !== null && !("steps" in root);
  return isStep ? { ...root, steps: [] } : root;
}

function originOf(fact: Fact) {
  const { origin, evidence, low, high } = fact;
  const range = low === undefined || high === undefined ? {} : { low, high };
  return { origin, evidence: evidence.slice(0, 500), ...range };
}

import { formatPath, parsePath, setPath } from "#src/model/paths.ts";
import { type Origins, type WorkloadInput, workloadInputSchema } from "#src/model/workload.ts";
import type { Fact } from "./facts.ts";

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
  let root: unknown = {};
  const origins: Origins = {};
  let impossible: Impossible | null = null;
  for (const fact of inOrder(facts)) {
    const segments = parsePath(fact.path);
    if (segments === null) continue;
    const next = setPath(withSteps(root, segments), segments, fact.value);
    if (next === undefined || !workloadInputSchema.safeParse(next).success) {
      impossible ??= { path: fact.path, evidence: fact.evidence };
      continue;
    }
    root = next;
    origins[formatPath(segments)] = originOf(fact);
  }
  return { input: workloadInputSchema.parse(root), origins, impossible };
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

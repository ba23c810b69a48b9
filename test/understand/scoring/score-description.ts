import { getPath, leafPaths, parsePath } from "#src/model/paths.ts";
import { derivedValue } from "./derived.ts";
import type { DescriptionCase, Understood } from "./description-case.ts";

const defaultTolerance = 0.02;

/** Values whose silent misreading makes an answer to another question. */
const critical =
  /^(?:ratePerSecond|region|steps\.\d+\.(?:durationMs|memoryMb)|orchestration\.(?:kind|transitionsPerUnit)|handoff\..+)$/;

export interface Score {
  id: string;
  style: string;
  /** Values asked for, and those missed: `path: got, wanted`. */
  values: number;
  missed: string[];
  /** Leaves that must be assumed, and those that were not. */
  assumed: number;
  dishonest: string[];
  inventions: string[];
  /** Critical values, and those wrong while shown as stated or inferred. */
  criticals: number;
  misreads: string[];
}

function at(understood: Understood, path: string): unknown {
  const segments = parsePath(path);
  return segments === null ? undefined : getPath(understood.workload, segments);
}

function originOf(understood: Understood, path: string): string | undefined {
  const { origins = {} } = understood;
  const parent = path.replace(/\.[^.]+$/, "");
  return origins[path]?.origin ?? origins[parent]?.origin;
}

function isTaken(origin: string | undefined): boolean {
  return origin === "stated" || origin === "inferred" || origin === "corrected";
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[-_]/g, " ").replace(/s$/, "");
}

function fits(path: string, actual: unknown, wanted: unknown, tolerance: number): boolean {
  if (typeof wanted === "number") {
    if (typeof actual !== "number") return false;
    return wanted === 0 ? Math.abs(actual) < 1e-9 : Math.abs(actual / wanted - 1) <= tolerance;
  }
  if (path === "unitOfWork") return typeof actual === "string" && plain(actual) === plain(String(wanted));
  return actual === wanted;
}

/** "steps.*.cpuBoundFraction" is one path for each step there is. */
function spread(understood: Understood, paths: readonly string[]): string[] {
  const steps = understood.workload?.["steps"];
  const count = Array.isArray(steps) ? steps.length : 0;
  return paths.flatMap((path) =>
    path.includes(".*.") ? Array.from({ length: count }, (_, n) => path.replace("*", String(n))) : [path],
  );
}

/** Scores one reading against its case: values found, honesty, inventions, silent misreads. */
export function scoreDescription(example: DescriptionCase, understood: Understood): Score {
  const score: Score = {
    id: example.id,
    style: example.style,
    values: 0,
    missed: [],
    assumed: 0,
    dishonest: [],
    inventions: [],
    criticals: 0,
    misreads: [],
  };
  scoreValues(example, understood, score);
  scoreAssumed(example, understood, score);
  scoreInventions(example, understood, score);
  return score;
}

function scoreValues(example: DescriptionCase, understood: Understood, score: Score): void {
  const mustAssume = new Set(spread(understood, example.assumed));
  const check = (path: string, ok: boolean, wanted: unknown): void => {
    const actual = at(understood, path);
    const origin = originOf(understood, path);
    const originFits = mustAssume.has(path) ? origin === "assumed" || origin === undefined : isTaken(origin);
    score.values += 1;
    if (!ok || !originFits)
      score.missed.push(`${path}: ${JSON.stringify(actual)} ${origin}, wanted ${JSON.stringify(wanted)}`);
    if (!critical.test(path)) return;
    score.criticals += 1;
    if (!ok && isTaken(origin))
      score.misreads.push(`${path}: ${JSON.stringify(actual)}, wanted ${JSON.stringify(wanted)}`);
  };
  for (const [path, wanted] of Object.entries(example.expected)) {
    check(path, fits(path, at(understood, path), wanted, example.tolerance[path] ?? defaultTolerance), wanted);
  }
  for (const [path, allowed] of Object.entries(example.accept)) {
    if (path in example.expected) continue;
    const tolerance = example.tolerance[path] ?? defaultTolerance;
    check(
      path,
      allowed.some((wanted) => fits(path, at(understood, path), wanted, tolerance)),
      allowed,
    );
  }
  for (const [path, [low, high]] of Object.entries(example.bounds)) {
    const actual = at(understood, path);
    check(path, typeof actual === "number" && actual >= low && actual <= high, [low, high]);
  }
  for (const [name, wanted] of Object.entries(example.derived)) {
    const actual = derivedValue(name, understood.workload);
    score.values += 1;
    if (!fits(name, actual, wanted, example.tolerance[name] ?? defaultTolerance))
      score.missed.push(`${name}: ${actual}, wanted ${wanted}`);
  }
  if (example.stepCount === null) return;
  const steps = understood.workload?.["steps"];
  const count = Array.isArray(steps) ? steps.length : 0;
  score.values += 1;
  if (count !== example.stepCount) score.missed.push(`stepCount: ${count}, wanted ${example.stepCount}`);
}

function scoreAssumed(example: DescriptionCase, understood: Understood, score: Score): void {
  for (const path of spread(understood, example.assumed)) {
    score.assumed += 1;
    const origin = originOf(understood, path);
    if (origin !== undefined && origin !== "assumed")
      score.dishonest.push(`${path}: ${JSON.stringify(at(understood, path))} ${origin}`);
  }
}

/** Leaves nobody asked for that are not assumed; names, one call a unit, and zeros of a single step are no invention. */
function scoreInventions(example: DescriptionCase, understood: Understood, score: Score): void {
  const known = new Set([
    ...Object.keys(example.expected),
    ...Object.keys(example.accept),
    ...Object.keys(example.bounds),
    ...example.free,
    ...spread(understood, example.assumed),
  ]);
  const steps = understood.workload?.["steps"];
  const single = Array.isArray(steps) && steps.length === 1;
  for (const path of leafPaths(understood.workload)) {
    if (known.has(path) || !isTaken(originOf(understood, path)) || path === "name" || /^steps\.\d+\.name$/.test(path))
      continue;
    const actual = at(understood, path);
    if (
      /invocationsPerUnit$/.test(path) &&
      (actual === 1 || example.free.includes(path) || "invocationsPerUnit" in example.derived)
    )
      continue;
    if (single && (actual === 0 || actual === "none")) continue;
    // The shape is open: what the derived values hold together is checked there.
    if (example.stepCount === null && path.startsWith("steps.")) continue;
    score.inventions.push(`${path}: ${JSON.stringify(actual)}`);
  }
}

export function isClean(score: Score): boolean {
  return score.missed.length + score.dishonest.length + score.inventions.length + score.misreads.length === 0;
}

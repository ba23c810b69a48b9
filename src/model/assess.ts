import { UserError } from "#src/errors.ts";
import { type Architecture, architectureNames } from "./architecture-name.ts";
import { familyOf, hasHybrid } from "./architectures.ts";
import type { Assessment, Estimate, ReferenceReconstruction } from "./assessment.ts";
import { assume } from "./assume.ts";
import { openBooks } from "./books.ts";
import type { Catalog } from "./catalog.ts";
import type { Scene } from "./design.ts";
import { estimate } from "./estimate.ts";
import { cheapestTunings, evaluate } from "./evaluate.ts";
import { flipsOf } from "./flips.ts";
import { missedByAll, missingTarget, withMissedTarget } from "./latency-target.ts";
import { parameterRanges } from "./parameters.ts";
import { activeVariables } from "./range/active-variables.ts";
import { driversOf } from "./range/drivers.ts";
import { type Sample, sampleCases } from "./range/sample.ts";
import { variablesOf } from "./range/variables.ts";
import { bindingQuota } from "./recommend/reasons.ts";
import { recommend } from "./recommend/recommend.ts";
import { verdictOf } from "./recommend/verdict.ts";
import { compareWithReference, primeVideoInput, reconstruction } from "./reference-case.ts";
import { breakEvens, curvesOf, growthTable, scanLoads } from "./scan.ts";
import { sceneOf } from "./scene-of.ts";
import type { ModelNote } from "./statement.ts";
import { winningFamily } from "./winner.ts";
import type { Origins, Workload, WorkloadInput } from "./workload.ts";

export interface AssessInput {
  workload: WorkloadInput;
  /** Origins of the given leaves; missing ones are "stated". */
  origins?: Origins;
  notes?: readonly ModelNote[];
  /** What the workload is mainly about, when the model does not cover it ("GPU training"). */
  outOfScope?: string;
}

/**
 * Assesses a workload: estimates, limits, range, break-even, flips, growth, recommendation, reference case.
 *
 * Pure: same input and same catalog, same bytes.
 *
 * @param referenceCatalog catalog of the reference case's own time; the same catalog when left out
 * @throws UserError `missing-rate`, `bad-input`, `unknown-region`, `unknown-field`
 */
export function assess(input: AssessInput, catalog: Catalog, referenceCatalog: Catalog = catalog): Assessment {
  const understood = assume(input.workload, input.origins ?? {}, catalog);
  const { workload, origins } = understood;
  checkLoad(workload);
  checkRegion(workload, catalog);
  const ranges = parameterRanges(catalog);
  const open = sceneOf(understood, openBooks(catalog, workload.region), ranges);
  const chosen = cheapestTunings(open);
  const { estimates: priced, scene } = estimatesOf(open, chosen);
  const outcomes = evaluate(scene, chosen);
  const winner = winningFamily(outcomes, scene.parameters);
  const variables = activeVariables(scene, variablesOf(scene, origins, ranges), chosen);
  const sample = sampleCases(scene, variables, chosen);
  const estimates = withPercentiles(showHybrid(priced, winner === "hybrid"), sample);
  const verdict = verdictOf(outcomes, sample.wins, scene.parameters, input.outOfScope !== undefined);
  const drivers = driversOf(
    scene,
    variables,
    sample.explains,
    chosen,
    verdict.preferred,
    verdict.family,
    origins,
    catalog,
  );
  const scanned = withoutHiddenHybrid(scene, estimates);
  const points = scanLoads(scanned);
  const crossings = breakEvens(scanned, points);
  const recommendation = recommend({
    scene,
    estimates,
    verdict,
    winner,
    wins: sample.wins,
    drivers,
    breakEvens: crossings,
  });
  return {
    workload,
    origins,
    questions: recommendation.openQuestions,
    notes: notesOf(input, estimates, workload),
    estimates,
    breakEven: crossings,
    flips: flipsOf(scene, outcomes),
    growth: growthTable(scanned),
    drivers,
    curves: curvesOf(scene, points, quotaWalls(estimates, workload)),
    recommendation,
    referenceCase: compareWithReference(scene, estimates, rebuiltReference(referenceCatalog)),
    catalog: { pricesAsOf: catalog.pricesAsOf, quotasAsOf: catalog.quotasAsOf },
  };
}

function checkLoad(workload: Workload): void {
  if (workload.ratePerSecond > 0) return;
  throw new UserError({
    code: "bad-input",
    message: "The rate is zero: without load there is nothing to compare.",
    nextStep: 'Say how often it runs, for example "3 a minute".',
    path: "ratePerSecond",
  });
}

function checkRegion(workload: Workload, catalog: Catalog): void {
  if (catalog.regions.includes(workload.region)) return;
  throw new UserError({
    code: "unknown-region",
    message: `The catalog has no prices for the region "${workload.region}", not even estimates, so there is no total.`,
    nextStep: `Take one of ${catalog.regions.join(", ")}.`,
    path: "region",
  });
}

/** The point estimates, and the scene with what the latency target rules out. */
function estimatesOf(scene: Scene, chosen: ReturnType<typeof cheapestTunings>) {
  const names = architectureNames.filter((name) => name !== "hybrid" || hasHybrid(scene));
  const raw = names.map((name) => estimate(scene, name, chosen));
  const { latency } = scene.workload;
  const missing = missingTarget(raw, latency);
  const estimates = raw.map((each) => withMissedTarget(each, latency, missing));
  return { estimates, scene: { ...scene, excluded: new Set<Architecture>(missing.keys()) } };
}

/** A hybrid is shown only where it wins, or alone keeps the rest serverless. */
function showHybrid(estimates: readonly Estimate[], wins: boolean): Estimate[] {
  const serverlessRuns = estimates.some((each) => each.feasible && familyOf(each.architecture) === "serverless");
  return estimates.map((each) =>
    each.architecture === "hybrid" ? { ...each, shown: each.feasible && (wins || !serverlessRuns) } : each,
  );
}

/** A break-even with a design that no table shows would be a riddle. */
function withoutHiddenHybrid(scene: Scene, estimates: readonly Estimate[]): Scene {
  const hidden = estimates.some(({ architecture, shown }) => architecture === "hybrid" && !shown);
  return hidden ? { ...scene, excluded: new Set<Architecture>([...scene.excluded, "hybrid"]) } : scene;
}

function withPercentiles(estimates: readonly Estimate[], sample: Sample): Estimate[] {
  return estimates.map((each) => {
    const spread = sample.monthlyUsd[each.architecture];
    return spread === undefined ? each : { ...each, monthlyUsd: { point: each.monthlyUsd.point, ...spread } };
  });
}

/**
 * Load at which each architecture's own tightest counting quota ends it. A fleet at its floor has none: its tasks do
 * not follow the load yet, so their quota says nothing of the load that would reach it.
 */
function quotaWalls(estimates: readonly Estimate[], workload: Workload): ReadonlyMap<Architecture, number> {
  const walls = new Map<Architecture, number>();
  for (const each of estimates) {
    const quota = bindingQuota(each);
    const atFloor = each.fleet !== undefined && each.fleet.unitsPeak <= each.fleet.unitsMin;
    if (quota !== undefined && !atFloor) {
      walls.set(each.architecture, (workload.ratePerSecond * quota.applied) / quota.demandChecked);
    }
  }
  return walls;
}

function notesOf(input: AssessInput, estimates: readonly Estimate[], workload: Workload): ModelNote[] {
  const estimated = new Set(
    estimates.flatMap(({ lineItems }) =>
      lineItems.filter((line) => line.estimated !== undefined).map((line) => `${line.service}/${line.dimension}`),
    ),
  );
  return [
    ...(input.notes ?? []),
    ...(input.outOfScope === undefined ? [] : [{ code: "out-of-scope", topic: input.outOfScope } as const]),
    ...(estimated.size === 0
      ? []
      : [{ code: "region-estimated", region: workload.region, count: estimated.size } as const]),
    ...missedByAll(estimates, workload.latency),
    ...(workload.purchase.freeTier ? [{ code: "free-tier-on" } as const] : []),
  ];
}

const rebuiltByCatalog = new WeakMap<Catalog, ReferenceReconstruction>();

/** The reference case depends on nothing but the catalog, so it is worked out once for each. */
function rebuiltReference(catalog: Catalog): ReferenceReconstruction {
  const known = rebuiltByCatalog.get(catalog);
  if (known !== undefined) return known;
  const understood = assume(primeVideoInput, {}, catalog);
  const books = openBooks(catalog, understood.workload.region);
  const scene = sceneOf(understood, books, parameterRanges(catalog));
  const rebuilt = reconstruction(
    scene,
    (["serverless", "monolith-ec2"] as const).map((name) => estimate(scene, name, [])),
  );
  rebuiltByCatalog.set(catalog, rebuilt);
  return rebuilt;
}

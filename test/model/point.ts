import { loadCatalog } from "#src/catalog/load.ts";
import { architectureNames } from "#src/model/architecture-name.ts";
import { hasHybrid } from "#src/model/architectures.ts";
import type { Estimate } from "#src/model/assessment.ts";
import { assume } from "#src/model/assume.ts";
import { openBooks } from "#src/model/books.ts";
import type { Scene } from "#src/model/design.ts";
import { estimate } from "#src/model/estimate.ts";
import { cheapestTunings } from "#src/model/evaluate.ts";
import { parameterRanges } from "#src/model/parameters.ts";
import { sceneOf } from "#src/model/scene-of.ts";
import type { WorkloadInput } from "#src/model/workload.ts";

const catalog = loadCatalog();
const ranges = parameterRanges(catalog);

/** The workload at its point, without the range: what most properties are about, at a hundredth of the time. */
export function pointOf(workload: WorkloadInput): Scene {
  const understood = assume(workload, {}, catalog);
  return sceneOf(understood, openBooks(catalog, understood.workload.region), ranges);
}

/** Every estimate at the point. */
export function pointEstimates(workload: WorkloadInput): Estimate[] {
  const scene = pointOf(workload);
  const chosen = cheapestTunings(scene);
  return architectureNames
    .filter((name) => name !== "hybrid" || hasHybrid(scene))
    .map((name) => estimate(scene, name, chosen));
}

import type { Architecture } from "./architecture-name.ts";
import { architectureNames } from "./architecture-name.ts";
import { familyOf } from "./architectures.ts";
import type { BreakEven, Curve, Family, GrowthRow } from "./assessment.ts";
import { type Scene, unitsPerMonth } from "./design.ts";
import { cheapestTunings, evaluate, type Outcomes } from "./evaluate.ts";
import { cheapestOf } from "./winner.ts";

/** Loads are scanned from a thousandth to a thousand times the workload's own, twenty a decade, then bisected. */
const DECADES = 3;
const PER_DECADE = 20;
const BISECTIONS = 30;
const GROWTH_MULTIPLES = [1, 2, 5, 10, 100] as const;
const MILLION = 1e6;

interface Point {
  multiple: number;
  outcomes: Outcomes;
  cheapest: Family | null;
}

/** The scene with another load. Open connections that were stated grow with it. */
export function atMultiple(scene: Scene, multiple: number): Scene {
  const { workload } = scene;
  const { connections } = workload.entry;
  return {
    ...scene,
    workload: {
      ...workload,
      ratePerSecond: workload.ratePerSecond * multiple,
      entry: { ...workload.entry, connections: connections === null ? null : connections * multiple },
      egressGbPerMonth: workload.egressGbPerMonth * multiple,
    },
  };
}

function pointAt(scene: Scene, multiple: number): Point {
  const moved = atMultiple(scene, multiple);
  const outcomes = evaluate(moved, cheapestTunings(moved));
  const cheapest = cheapestOf(outcomes);
  return { multiple, outcomes, cheapest: cheapest === null ? null : familyOf(cheapest) };
}

/** The scan that break-even and curves share. */
export function scanLoads(scene: Scene): Point[] {
  const points: Point[] = [];
  for (let step = -DECADES * PER_DECADE; step <= DECADES * PER_DECADE; step++) {
    points.push(pointAt(scene, 10 ** (step / PER_DECADE)));
  }
  return points;
}

/** Every load at which the cheapest feasible family changes. Costs have steps, so there may be several. */
export function breakEvens(scene: Scene, points: readonly Point[]): BreakEven[] {
  const found: BreakEven[] = [];
  for (let index = 1; index < points.length; index++) {
    const before = points[index - 1];
    const after = points[index];
    if (before === undefined || after === undefined) continue;
    if (before.cheapest === null || after.cheapest === null || before.cheapest === after.cheapest) continue;
    const multiple = bisect(scene, before, after);
    found.push({
      ratePerSecond: scene.workload.ratePerSecond * multiple,
      multiple,
      from: before.cheapest,
      to: after.cheapest,
    });
  }
  return found;
}

function bisect(scene: Scene, before: Point, after: Point): number {
  let low = before.multiple;
  let high = after.multiple;
  for (let step = 0; step < BISECTIONS && high / low > 1 + 1e-6; step++) {
    const middle = Math.sqrt(low * high);
    if (pointAt(scene, middle).cheapest === before.cheapest) low = middle;
    else high = middle;
  }
  return high;
}

/** Monthly cost at 1, 2, 5, 10 and 100 times the load. */
export function growthTable(scene: Scene): GrowthRow[] {
  return GROWTH_MULTIPLES.map((multiple) => {
    const { outcomes } = pointAt(scene, multiple);
    return {
      multiple,
      monthlyUsd: Object.fromEntries(
        architectureNames
          .filter((name) => outcomes[name]?.feasible === true)
          .map((name) => [name, outcomes[name]?.totalUsd ?? 0]),
      ),
      cheapest: cheapestOf(outcomes),
    };
  });
}

/** Cost of a million units against load, for the chart. */
export function curvesOf(scene: Scene, points: readonly Point[], walls: ReadonlyMap<Architecture, number>): Curve[] {
  return architectureNames
    .filter((name) => points.some((point) => point.outcomes[name] !== undefined))
    .map((architecture) => ({
      architecture,
      points: points.flatMap(({ multiple, outcomes }) => {
        const outcome = outcomes[architecture];
        if (outcome === undefined) return [];
        const units = unitsPerMonth(scene.workload) * multiple;
        return [
          {
            ratePerSecond: scene.workload.ratePerSecond * multiple,
            usdPerMillionUnits: (outcome.totalUsd / units) * MILLION,
            monthlyUsd: outcome.totalUsd,
          },
        ];
      }),
      quotaWallRatePerSecond: walls.get(architecture) ?? null,
    }));
}

import type { Architecture } from "./architecture-name.ts";
import { AS_DESCRIBED, hasHybrid, hybrid, monolith, serverless } from "./architectures.ts";
import type { Scene } from "./design.ts";
import { type MeterOptions, Totals } from "./meter.ts";
import { isWithinReach } from "./quota.ts";
import { applyTunings, legitimateTunings, type TunedDesign, type Tuning } from "./tunings.ts";

/** One architecture at one point: what the range, the break-even and the flips compare. */
export interface Outcome {
  totalUsd: number;
  ownUsd: number;
  /** False when a limit that no raise moves, or a missing price, rules it out. */
  feasible: boolean;
}

export type Outcomes = Partial<Record<Architecture, Outcome>>;

export function meterOptions(scene: Scene): MeterOptions {
  const { purchase } = scene.workload;
  return {
    books: scene.books,
    keepOfList: 1 - purchase.discountPercent / 100,
    freeTier: purchase.freeTier,
    estimatedPriceFactor: scene.parameters.estimatedPriceFactor,
  };
}

function outcomeOf(scene: Scene, compose: (meter: Totals) => void): Outcome {
  const totals = new Totals(meterOptions(scene));
  compose(totals);
  return {
    totalUsd: totals.totalUsd,
    ownUsd: totals.ownUsd,
    feasible: totals.feasible && !totals.missing && isWithinReach(scene, totals.demands),
  };
}

/** Totals of a tuned design. */
export function tunedOutcome(design: TunedDesign): Outcome {
  return outcomeOf(design.scene, (meter) => serverless(design.scene, meter, design.variant));
}

/**
 * The cheapest feasible combination of tunings: entry, orchestration and compute are each decided in turn, because
 * what they cost does not depend on one another. Empty when nothing is cheaper than the design as described.
 */
export function cheapestTunings(scene: Scene): readonly Tuning[] {
  let chosen: readonly Tuning[] = [];
  let best = tunedOutcome(applyTunings(scene, chosen));
  for (const slot of ["orchestration", "entry", "compute"] as const) {
    const base = chosen;
    const before = best;
    for (const tuning of legitimateTunings(applyTunings(scene, base).scene, slot)) {
      const candidate = [...base, tuning];
      const outcome = tunedOutcome(applyTunings(scene, candidate));
      if (isCheaper(outcome, best)) {
        chosen = candidate;
        best = outcome;
      }
    }
    if (before.feasible && best.ownUsd > before.ownUsd * (1 - WORTH_TUNING)) {
      chosen = base;
      best = before;
    }
  }
  return chosen;
}

/** A change of design that saves less than this is noise: it would only add something to explain and to run. */
const WORTH_TUNING = 0.05;

/** Feasible beats infeasible; then a saving worth the change, on the lines that differ. */
function isCheaper(candidate: Outcome, best: Outcome): boolean {
  if (candidate.feasible !== best.feasible) return candidate.feasible;
  return candidate.ownUsd < best.ownUsd;
}

/** Every architecture at one point, with the tunings already chosen. */
export function evaluate(scene: Scene, chosen: readonly Tuning[]): Outcomes {
  const described = outcomeOf(scene, (meter) => serverless(scene, meter, AS_DESCRIBED));
  const outcomes: Outcomes = {
    serverless: described,
    // With nothing to tune the tuned design is the one described: not worked out twice.
    "serverless-tuned": chosen.length === 0 ? { ...described } : tunedOutcome(applyTunings(scene, chosen)),
    "monolith-fargate": outcomeOf(scene, (meter) => monolith(scene, meter, "fargate")),
    "monolith-ec2": outcomeOf(scene, (meter) => monolith(scene, meter, "ec2")),
  };
  if (hasHybrid(scene)) outcomes.hybrid = outcomeOf(scene, (meter) => hybrid(scene, meter));
  for (const architecture of scene.excluded) {
    const outcome = outcomes[architecture];
    if (outcome !== undefined) outcome.feasible = false;
  }
  return outcomes;
}

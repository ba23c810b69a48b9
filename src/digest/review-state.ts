import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Estimate } from "#src/model/assessment.ts";
import type { ReviewContext } from "#src/reviews/context.ts";
import type { Decision, Review, Revision } from "#src/reviews/review.ts";
import type { Design, LimitAhead, ReviewState } from "./content.ts";
import { grown, monthsBetween, rateSaidAt } from "./growth.ts";

/** What looking at a review takes: nothing of it is stored. */
export type LookContext = Pick<ReviewContext, "catalog" | "assess" | "clock">;

/** The design that was decided on, where the model prices it; else the one preferred now. */
export function designOf(decision: Decision | null, { recommendation }: Assessment): Design {
  return decision === null || decision.choice === "other" ? recommendation.preferred : decision.choice;
}

/** A revision at one moment of its growth, with a catalog. */
export function assessAt(
  context: Pick<ReviewContext, "assess">,
  review: Review,
  revision: Revision,
  at: Date,
  catalog: { pricesAsOf: string; quotasAsOf: string },
): Assessment {
  const workload = grown(revision.workload, monthsBetween(rateSaidAt(review, revision), at));
  const scope = revision.outOfScope === undefined ? {} : { outOfScope: revision.outOfScope };
  return context.assess({ workload, origins: revision.origins, ...scope }, catalog);
}

export function estimateOf({ estimates }: Assessment, design: Design): Estimate | null {
  return estimates.find(({ architecture }) => architecture === design) ?? null;
}

/** Cost a month of a design; null where it can't run or has no total. */
export function usdOf(assessment: Assessment, design: Design): number | null {
  const estimate = estimateOf(assessment, design);
  return estimate === null || !hasTotal(estimate) ? null : estimate.monthlyUsd.point;
}

function hasTotal({ feasible, missing }: Estimate): boolean {
  return feasible && missing.length === 0;
}

/** The figures of an assessment that digests compare. */
export function stateOf(assessment: Assessment, design: Design): ReviewState {
  const { verdict, confidence } = assessment.recommendation;
  return {
    verdict,
    usd: usdOf(assessment, design),
    ratePerSecond: assessment.workload.ratePerSecond,
    confidence,
    serverlessUsd: cheapestOf(assessment, "serverless"),
    monolithUsd: cheapestOf(assessment, "monolith"),
  };
}

function cheapestOf({ estimates }: Assessment, family: "serverless" | "monolith"): number | null {
  const costs = estimates
    .filter((estimate) => familyNamed(estimate.architecture, family) && hasTotal(estimate))
    .map(({ monthlyUsd }) => monthlyUsd.point);
  return costs.length === 0 ? null : Math.min(...costs);
}

function familyNamed(architecture: Architecture, family: string): boolean {
  return architecture === family || architecture.startsWith(`${family}-`);
}

/** The limit of a review that growth reaches first; without growth, the one with the least room. Null: none counts. */
export function limitAhead(review: Review, name: string, assessment: Assessment, design: Design): LimitAhead | null {
  const limits = (estimateOf(assessment, design)?.limits ?? []).filter(({ counts }) => counts);
  const [nearest] = limits
    .map(({ quota, unit, demandChecked, applied, stated, monthsToLimit }) => ({
      shortId: review.shortId,
      name,
      quota,
      unit,
      demand: demandChecked,
      applied,
      stated,
      monthsAway: monthsToLimit,
    }))
    .toSorted(nearestFirst);
  return nearest ?? null;
}

/** Soonest reached first; what is never reached comes by how full it is. */
export function nearestFirst(a: LimitAhead, b: LimitAhead): number {
  const soon = (a.monthsAway ?? Number.POSITIVE_INFINITY) - (b.monthsAway ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(soon) || soon === 0 ? b.demand / b.applied - a.demand / a.applied : soon;
}

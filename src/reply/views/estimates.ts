import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import { hasTotal } from "#src/reply/wording/architecture.ts";

/** Readers of an assessment that several views share. */
export function estimateOf(assessment: Assessment, architecture: Architecture | null): Estimate | null {
  return assessment.estimates.find((estimate) => estimate.architecture === architecture) ?? null;
}

export function preferredOf(assessment: Assessment): Estimate | null {
  return estimateOf(assessment, assessment.recommendation.preferred);
}

export function describedOf(assessment: Assessment): Estimate | null {
  return estimateOf(assessment, "serverless");
}

/** An estimate that has a total to show. */
export type PricedEstimate = Estimate & { missing: readonly [] };

/**
 * True for a design that could run but for quotas no raise is likely to reach. What it would cost is still worth
 * knowing: Prime Video's bill and its wall belong to one story.
 */
export function isOutOfReach({ infeasibleBecause }: Estimate): boolean {
  return infeasibleBecause.length > 0 && infeasibleBecause.every(({ code }) => code === "quota-out-of-reach");
}

/** True when a total can be shown: the design can run, or would if a quota let it, and no price is missing. */
export function isPriced(estimate: Estimate | null): estimate is PricedEstimate {
  return estimate !== null && (estimate.feasible || isOutOfReach(estimate)) && hasTotal(estimate);
}

/** The rows people see: the preferred first, then by cost, what cannot run last. Rows that are only noise are left out. */
export function rowsInOrder(assessment: Assessment): Estimate[] {
  const { preferred } = assessment.recommendation;
  const described = describedOf(assessment);
  const rank = (estimate: Estimate) => (estimate.architecture === preferred ? 0 : isPriced(estimate) ? 1 : 2);
  return assessment.estimates
    .filter((estimate) => estimate.architecture === preferred || (estimate.shown && !isRepeated(estimate, described)))
    .toSorted((a, b) => rank(a) - rank(b) || a.monthlyUsd.point - b.monthlyUsd.point);
}

/** True for tuned serverless where no tuning applies: the same as what was described, and only noise beside it. */
function isUntuned({ architecture, tuning }: Estimate): boolean {
  return architecture === "serverless-tuned" && (tuning === undefined || tuning === "");
}

/** True for tuned serverless that says no more than the row of what was described. */
function isRepeated(estimate: Estimate, described: Estimate | null): boolean {
  if (isUntuned(estimate)) return true;
  return estimate.architecture === "serverless-tuned" && !estimate.feasible && described?.feasible === false;
}

/** Tuned serverless where there is something to tune. */
export function tunedOf(assessment: Assessment): Estimate | null {
  const tuned = estimateOf(assessment, "serverless-tuned");
  return tuned === null || isUntuned(tuned) ? null : tuned;
}

/** How many times the checked load a quota holds: at peak for synchronous entries, at the mean behind a queue. */
export function holdsTo(use: QuotaUse): number | null {
  return use.demandChecked > 0 ? use.applied / use.demandChecked : null;
}

/** The quota that counts and binds first, or null when none does. */
export function tightestLimit(estimate: Estimate): QuotaUse | null {
  return estimate.limits
    .filter((use) => use.counts && holdsTo(use) !== null)
    .reduce<QuotaUse | null>((tightest, use) => {
      if (tightest === null) return use;
      return (holdsTo(use) ?? Infinity) < (holdsTo(tightest) ?? Infinity) ? use : tightest;
    }, null);
}

/** The load a quota is checked against, in words: a queue or stream levels the peak out. */
export function checkedLoad(use: QuotaUse): "peak" | "average load" {
  return use.demandChecked < use.demandPeak ? "average load" : "peak";
}

/** The fewest tasks that run anyway carry the peak too: they carry more load before one is added. */
export function isAtFloor({ fleet }: Estimate): boolean {
  return fleet !== undefined && fleet.unitsPeak <= fleet.unitsMin;
}

import type { Assessment } from "#src/model/assessment.ts";
import type { Design, PriceMove } from "./content.ts";
import { estimateOf } from "./review-state.ts";

/** A rounding of doubles is no move. */
const LEAST_SHARE = 1e-9;

/** The price whose change did most to the cost of a design; the load is the same on both sides. Null: none moved. */
export function largestPriceMove(
  before: { assessment: Assessment; design: Design },
  after: { assessment: Assessment; design: Design },
): PriceMove | null {
  const was = costsOf(before.assessment, before.design);
  const moves = [...costsOf(after.assessment, after.design)].flatMap(([id, usd]) => {
    const usdBefore = was.get(id) ?? 0;
    return usdBefore > 0 ? [{ id, usd: Math.abs(usd - usdBefore), share: usd / usdBefore - 1 }] : [];
  });
  const [largest] = moves.toSorted((a, b) => b.usd - a.usd);
  return largest === undefined || Math.abs(largest.share) < LEAST_SHARE
    ? null
    : { id: largest.id, share: largest.share };
}

/** Cost a month of each price of a design, by price id. */
function costsOf(assessment: Assessment, design: Design): Map<string, number> {
  const costs = new Map<string, number>();
  for (const { service, dimension, costUsd } of estimateOf(assessment, design)?.lineItems ?? []) {
    const id = `${service}/${dimension}`;
    costs.set(id, (costs.get(id) ?? 0) + costUsd);
  }
  return costs;
}

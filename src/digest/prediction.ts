import { currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import type { Prediction } from "./content.ts";
import { assessAt, designOf, type LookContext, usdOf } from "./review-state.ts";

/**
 * The newest bill somebody logged, against what was predicted for the middle of its month: the design decided on (else
 * the preferred one) at that point of its growth, with the catalog of the revision. Told once: `fresh` is null after that.
 */
export function newestPrediction(
  context: LookContext,
  review: Review,
  told: string | null,
): { fresh: Prediction | null; key: string | null } {
  const actual = review.actuals.at(-1);
  if (actual === undefined) return { fresh: null, key: told };
  const key = `${actual.month} ${actual.amountUsd}`;
  if (key === told) return { fresh: null, key };
  const { decision } = review;
  const revision = review.revisions.find(({ number }) => number === decision?.revision) ?? currentRevision(review);
  const assessment = assessAt(context, review, revision, middleOf(actual.month), revision.catalog);
  const predictedUsd = decision?.choice === "other" ? null : usdOf(assessment, designOf(decision, assessment));
  if (predictedUsd === null) return { fresh: null, key };
  return { fresh: { month: actual.month, predictedUsd, billedUsd: actual.amountUsd }, key };
}

/** Noon UTC of the 15th. */
function middleOf(month: string): Date {
  return new Date(`${month}-15T12:00:00Z`);
}

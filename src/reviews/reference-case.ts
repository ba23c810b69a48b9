import type { Assessment } from "#src/model/assessment.ts";
import { PRIME_VIDEO, primeVideoInput } from "#src/model/reference-case.ts";
import type { ReviewContext } from "./context.ts";
import { assessRevision, currentRevision } from "./current.ts";
import type { Review } from "./review.ts";

/** The published cases that can be shown. */
export const caseNames: readonly string[] = [PRIME_VIDEO];

/** The reference case beside a review, or on its own: then the reconstruction is what is assessed. */
export function assessCase(context: ReviewContext, review: Review | null): Assessment {
  if (review !== null) return assessRevision(context, currentRevision(review));
  const { pricesAsOf, quotasAsOf } = context.catalog;
  return context.assess({ workload: primeVideoInput, origins: {} }, { pricesAsOf, quotasAsOf });
}

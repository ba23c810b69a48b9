import type { Assessment } from "#src/model/assessment.ts";
import type { ReviewContext } from "./context.ts";
import type { Review, Revision } from "./review.ts";

/** The newest revision. A review without one is never stored. */
export function currentRevision(review: Review): Revision {
  const revision = review.revisions.at(-1);
  if (revision === undefined) throw new Error(`review ${review.id} has no revision`);
  return revision;
}

/** The revision with this number. */
export function revisionNumbered(review: Review, number: number): Revision {
  const revision = review.revisions.find((one) => one.number === number);
  if (revision === undefined) throw new Error(`review ${review.id} has no revision ${number}`);
  return revision;
}

/** What the model says of a revision, with the catalog it was made with. */
export function assessRevision(context: ReviewContext, revision: Revision): Assessment {
  const { workload, origins, outOfScope } = revision;
  return context.assess({ workload, origins, ...(outOfScope === undefined ? {} : { outOfScope }) }, revision.catalog);
}

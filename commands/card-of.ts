import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import type { Reply } from "#src/reply/reply.ts";
import { reviewCard } from "#src/reply/views/review-card.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { FORGOTTEN } from "#src/reviews/permissions.ts";
import type { Review } from "#src/reviews/review.ts";
import type { CommandContext } from "./context.ts";

/** The card of a review as it stands now: its newest revision, under the words it was asked with. */
export function cardOf(review: Review, context: CommandContext): Reply {
  const revision = currentRevision(review);
  const [first] = review.revisions;
  const age = catalogAgeDays(revision.catalog.pricesAsOf, context.reviews.clock.now());
  return reviewCard({
    review: {
      shortId: review.shortId,
      revision: revision.number,
      askedBy: review.createdBy.id === FORGOTTEN.id ? null : review.createdBy,
      said: first?.said ?? "",
      ...(review.decision === null ? {} : { decision: review.decision }),
    },
    assessment: assessRevision(context.reviews, revision),
    ...(isOld(age) ? { catalogAgeDays: age } : {}),
    llm: revision.llm ?? "off",
    notes: revision.notes,
  });
}

import type { Reply } from "#src/reply/reply.ts";
import { differenceReply } from "#src/reply/views/difference.ts";
import { catalogMovedWords, rescaledWords } from "#src/reply/wording/follow-up-notes.ts";
import { currentRevision } from "#src/reviews/current.ts";
import type { RevisedReview } from "#src/reviews/revise-review.ts";
import { cardOf } from "./card-of.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";

/** After a change: the card as it is now, and what the change did, in the review's thread. */
export function changedDeliveries(
  revised: RevisedReview,
  notes: readonly string[],
  context: CommandContext,
): readonly Delivery[] {
  const { review } = revised;
  const difference: Delivery = { to: "thread", reviewId: review.id, reply: differenceOf(revised, notes) };
  if (!revised.changed) return [difference];
  return [{ to: "edit-card", reviewId: review.id, reply: cardOf(review, context) }, difference];
}

function differenceOf(
  { review, before, after, changes, rescaled, catalogMoved }: RevisedReview,
  notes: readonly string[],
): Reply {
  const revision = currentRevision(review);
  return differenceReply({
    review: { shortId: review.shortId, revision: revision.number },
    by: revision.author,
    changes,
    before,
    after,
    notes: [
      ...notes,
      ...rescaled.map(rescaledWords),
      ...(catalogMoved === null ? [] : [catalogMovedWords(catalogMoved)]),
    ],
  });
}

import { UserError } from "#src/errors.ts";
import type { Change } from "#src/model/change.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import { reviseReview } from "#src/reviews/revise-review.ts";
import { changedDeliveries } from "./changed.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { personOf, reviewOf } from "./where.ts";

/** The review a new quota or discount is tried on at once: the one meant, or none in a channel without reviews. */
export async function reviewToRerun(invocation: Invocation, context: CommandContext): Promise<Review | null> {
  try {
    return await reviewOf(invocation, context);
  } catch (error) {
    if (error instanceof UserError && error.code === "unknown-review" && invocation.review === undefined) return null;
    throw error;
  }
}

/** Runs the review again with the edits, as a revision of its own. */
export async function rerun(
  review: Review,
  changes: readonly Change[],
  said: string,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const { id, name } = personOf(invocation);
  const { notes } = currentRevision(review);
  const request = { changes, corrected: false, author: { id, name }, said, notes };
  const revised = await reviseReview(context.reviews, review, request);
  return revised.changed ? changedDeliveries(revised, [], context) : [];
}

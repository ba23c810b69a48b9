import { UserError } from "#src/errors.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Verb } from "#src/reply/verbs.ts";
import { whichReviewReply } from "#src/reply/views/ask.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { listReviews } from "#src/reviews/find-review.ts";
import type { Review } from "#src/reviews/review.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { channelOf, namedReviewOf } from "./where.ts";

/** Platforms show at most five buttons in a row. */
const OFFERED = 5;

/**
 * The review that was named or whose thread this is. Where neither is so, a question back: verbs that record or delete
 * never guess.
 *
 * @throws UserError `unknown-review` when the channel has none
 */
export async function reviewOrAsk(
  verb: Verb,
  args: Readonly<Record<string, string>>,
  invocation: Invocation,
  context: CommandContext,
): Promise<{ review: Review } | { ask: readonly Delivery[] }> {
  const named = await namedReviewOf(invocation, context);
  if (named !== null) return { review: named };
  const reviews = await listReviews(context.reviews, channelOf(invocation));
  if (reviews.length === 0) {
    throw new UserError({
      code: "unknown-review",
      message: "There is no review in this channel yet.",
      nextStep: 'Describe a workload first, for example "review 50 thumbnails a second, 200 ms at 512 MB".',
    });
  }
  const offered = reviews.slice(0, OFFERED).map((review) => ({ shortId: review.shortId, name: nameOf(review) }));
  return { ask: [{ to: "asker", reply: whichReviewReply({ verb, args, reviews: offered }) }] };
}

/** What a review is called: the workload's name, else the words it was asked with. */
export function nameOf(review: Review): string {
  const { name } = currentRevision(review).workload;
  return name === "" ? (review.revisions[0]?.said ?? "") : name;
}

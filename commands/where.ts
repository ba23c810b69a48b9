import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { findNamed, findReview, type ReviewReference } from "#src/reviews/find-review.ts";
import type { Person } from "#src/reviews/permissions.ts";
import type { ChannelKey, Review } from "#src/reviews/review.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";

/** The channel it happened in: the only one a command may touch. */
export function channelOf({ where }: Invocation): ChannelKey {
  return { platform: where.platform, tenant: where.tenant, channel: where.channel };
}

export function personOf({ actor }: Invocation): Person {
  return actor;
}

function referenceOf(invocation: Invocation): ReviewReference {
  return {
    key: channelOf(invocation),
    ...(invocation.review === undefined ? {} : { shortId: invocation.review }),
    ...(invocation.where.thread === undefined ? {} : { thread: invocation.where.thread }),
  };
}

/** The review that is meant: named, of this thread, or the newest here. @throws UserError `unknown-review` */
export function reviewOf(invocation: Invocation, context: CommandContext): Promise<Review> {
  return findReview(context.reviews, referenceOf(invocation));
}

/** The review that was named or whose thread this is; null when a person has to be asked. */
export function namedReviewOf(invocation: Invocation, context: CommandContext): Promise<Review | null> {
  return findNamed(context.reviews, referenceOf(invocation));
}

/** A detail goes to the person who asked; to all when it was asked aloud in the thread, or with "Show everyone". */
export function detailDelivery(review: Review | null, reply: Reply, everyone: boolean): readonly Delivery[] {
  return everyone ? [{ to: "thread", reviewId: review?.id ?? null, reply }] : [{ to: "asker", reply }];
}

export function isForEveryone(invocation: Invocation, context: CommandContext): boolean {
  return context.spoken || invocation.args["show"] === "everyone";
}

import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { type ComparedReview, compareReply } from "#src/reply/views/compare.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { findReview } from "#src/reviews/find-review.ts";
import { readShortId } from "#src/reviews/ids.ts";
import type { Review } from "#src/reviews/review.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand } from "./define-command.ts";
import { channelOf, detailDelivery, isForEveryone, reviewOf } from "./where.ts";

const id = z.string().max(12);

export const compareCommand = defineCommand({
  verb: "compare",
  group: "Ask",
  summary: "Set two reviews of this channel side by side",
  examples: ["compare 7K2Q 4M9X"],
  synonyms: ["versus", "vs", "diff", "side by side"],
  options: [
    { name: "left", description: "Id of one review", required: true, takes: "review-id" },
    {
      name: "right",
      description: "Id of the other; otherwise this thread's or the newest",
      required: false,
      takes: "review-id",
    },
  ],
  schema: z.object({ left: id, right: id.optional() }),
  form: null,
  readWords: (words) => {
    const rest = words
      .split(/[\s,]+/)
      .filter((word) => !["", "and", "with", "to", "vs", "against"].includes(word.toLowerCase()));
    const [left, right, ...more] = rest.map(readShortId);
    if (more.length > 0 || left === undefined || left === null || right === null) return null;
    return right === undefined ? { left } : { left, right };
  },
  run: async (options, invocation, context) => {
    const key = channelOf(invocation);
    const left = await findReview(context.reviews, { key, shortId: options.left });
    const right =
      options.right === undefined
        ? await reviewOf(invocation, context)
        : await findReview(context.reviews, { key, shortId: options.right });
    if (left.id === right.id) {
      throw new UserError({
        code: "bad-input",
        message: `${left.shortId} is one review, and comparing takes two.`,
        nextStep: 'For example "compare 7K2Q 4M9X", with the ids at the foot of the cards.',
      });
    }
    const reply = compareReply(compared(left, context), compared(right, context));
    return detailDelivery(left, reply, isForEveryone(invocation, context));
  },
});

function compared(review: Review, context: CommandContext): ComparedReview {
  const revision = currentRevision(review);
  return {
    shortId: review.shortId,
    revision: revision.number,
    assessment: assessRevision(context.reviews, revision),
  };
}

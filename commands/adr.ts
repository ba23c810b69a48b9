import { adrReply } from "#src/reply/views/adr.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { decidedOn } from "#src/reviews/decide.ts";
import { defineCommand } from "./define-command.ts";
import { todayOf } from "./detail-command.ts";
import { noOptions, reviewOption } from "./options.ts";
import { reviewOf } from "./where.ts";

export const adrCommand = defineCommand({
  verb: "adr",
  group: "Decide",
  summary: "Give the decision record as a Markdown file; a proposal while nothing is decided",
  examples: ["adr", "adr 7K2Q"],
  synonyms: ["madr", "decision record", "get the adr", "get adr"],
  options: [reviewOption],
  schema: noOptions,
  form: null,
  readWords: null,
  run: async (_options, invocation, context) => {
    const review = await reviewOf(invocation, context);
    const { decision, assessment } =
      review.decision === null
        ? { decision: null, assessment: assessRevision(context.reviews, currentRevision(review)) }
        : decidedOn(context.reviews, review);
    const said = review.revisions[0]?.said ?? "";
    const shortId = review.shortId;
    const reply = adrReply({ review: { shortId, said }, decision, assessment, today: todayOf(context) });
    return [{ to: "thread", reviewId: review.id, reply }];
  },
});

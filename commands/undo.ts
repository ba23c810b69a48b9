import { undoRevision } from "#src/reviews/undo-revision.ts";
import { changedDeliveries } from "./changed.ts";
import { defineCommand } from "./define-command.ts";
import { noOptions, reviewOption } from "./options.ts";
import { personOf, reviewOf } from "./where.ts";

export const undoCommand = defineCommand({
  verb: "undo",
  group: "Ask",
  summary: "Take the last change of a review back; again goes back one more",
  examples: ["undo", "undo 7K2Q"],
  synonyms: ["revert", "go back", "take it back", "take that back", "undo that", "undo it"],
  options: [reviewOption],
  schema: noOptions,
  form: null,
  readWords: null,
  run: async (_options, invocation, context) => {
    const review = await reviewOf(invocation, context);
    const { id, name } = personOf(invocation);
    return changedDeliveries(await undoRevision(context.reviews, review, { id, name }), [], context);
  },
});

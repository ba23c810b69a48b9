import type { Assessment } from "#src/model/assessment.ts";
import type { Reply } from "#src/reply/reply.ts";
import type { Verb } from "#src/reply/verbs.ts";
import type { DetailInput } from "#src/reply/views/view-input.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import type { CommandInfo } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand, type RegisteredCommand } from "./define-command.ts";
import { noOptions, reviewOption } from "./options.ts";
import { detailDelivery, isForEveryone, reviewOf } from "./where.ts";

export interface DetailSpec extends Pick<CommandInfo, "summary" | "examples" | "synonyms"> {
  verb: Verb;
  view(input: DetailInput & { today: string }): Reply;
}

/** A verb that shows one part of a review in full and changes nothing. */
export function detailCommand({ verb, view, ...info }: DetailSpec): RegisteredCommand {
  return defineCommand({
    ...info,
    verb,
    group: "Look closer",
    options: [reviewOption],
    schema: noOptions,
    form: null,
    readWords: null,
    run: async (_options, invocation, context) => {
      const review = await reviewOf(invocation, context);
      const everyone = isForEveryone(invocation, context);
      const reply = view({ ...detailInput(review, context, everyone), today: todayOf(context) });
      return detailDelivery(review, reply, everyone);
    },
  });
}

/** What every detail view needs of the review as it stands now. */
export function detailInput(
  review: Review,
  context: CommandContext,
  everyone: boolean,
): DetailInput & { assessment: Assessment } {
  const revision = currentRevision(review);
  return {
    review: { shortId: review.shortId, revision: revision.number },
    assessment: assessRevision(context.reviews, revision),
    audience: everyone ? "everyone" : "asker",
  };
}

export function todayOf(context: CommandContext): string {
  return context.reviews.clock.now().toISOString().slice(0, 10);
}

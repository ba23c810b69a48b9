import { z } from "zod";
import { askForDescriptionReply } from "#src/reply/views/ask.ts";
import { reviewForm } from "#src/reply/views/forms.ts";
import { threadOpener } from "#src/reply/views/thread-opener.ts";
import { findForPerson } from "#src/reviews/find-review.ts";
import { withAnswers } from "#src/reviews/form-answers.ts";
import { describeInTurn } from "#src/reviews/open-question.ts";
import { pricedRegions } from "#src/reviews/regions.ts";
import { startReview } from "#src/reviews/start-review.ts";
import { cardOf } from "./card-of.ts";
import { defineCommand } from "./define-command.ts";
import { channelOf, personOf } from "./where.ts";

const answer = z.string().max(60).optional();

export const reviewCommand = defineCommand({
  verb: "review",
  group: "Ask",
  summary: "Review a workload: cost and limits of each option, and what would change the answer",
  examples: [
    "review 50 thumbnails a second, 200 ms at 512 MB",
    "review nightly job, 2M rows, Step Functions with 5 states, eu-west-1",
  ],
  synonyms: ["estimate", "assess", "new", "start", "describe", "price this"],
  options: [
    {
      name: "text",
      description: "What it does, how often, how long, how big; what you leave out is assumed and marked",
      required: false,
      takes: "rest",
    },
  ],
  schema: z.object({
    text: z.string().max(20_000).default(""),
    rate: z.string().max(400).optional(),
    orchestration: answer,
    handoff: answer,
    region: answer,
    show: z.string().max(20).optional(),
  }),
  form: ({ args }) => {
    const given = (args["text"] ?? "").trim() !== "" || args["show"] !== undefined;
    return given ? null : reviewForm(pricedRegions());
  },
  readWords: null,
  run: async ({ text, rate, show, ...answers }, invocation, context) => {
    if (show === "card" && invocation.review !== undefined) {
      const review = await findForPerson(
        context.reviews,
        channelOf(invocation),
        invocation.review,
        invocation.actor.id,
      );
      return [{ to: "asker", reply: cardOf(review, context) }];
    }
    const said = rate === undefined ? text : `${text.trim().replace(/[.,;]$/, "")}. ${rate}`;
    const { id, name } = personOf(invocation);
    const key = channelOf(invocation);
    const turn = await describeInTurn(context.reviews, key, id, said);
    const described = withAnswers(turn.described, answers);
    const { readLater } = context;
    const later = readLater !== null && described.isOpen;
    if (described.kind === "ask") {
      // With a model to ask, the question waits for it: it may know what the parser does not.
      if (!later) return [{ to: "asker", reply: askForDescriptionReply(described.message) }];
      readLater({ about: "description", text: turn.said, answers, review: null });
      return [];
    }
    const { review, assessment } = await startReview(context.reviews, {
      key,
      author: { id, name },
      said: turn.said,
      ...described,
      ...(later ? { llm: "pending" } : {}),
    });
    const begun = { id: review.id, revision: 1 };
    if (later) readLater({ about: "description", text: turn.said, answers, review: begun });
    const opener = threadOpener({ review, assessment, mention: context.mention });
    return [{ to: "card", reviewId: review.id, reply: cardOf(review, context), opener }];
  },
});

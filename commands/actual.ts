import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { actualReply } from "#src/reply/views/actual.ts";
import { currentRevision, revisionNumbered } from "#src/reviews/current.ts";
import { logActual } from "#src/reviews/log-actual.ts";
import type { Review } from "#src/reviews/review.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { personOf } from "./where.ts";
import { reviewOrAsk } from "./which-review.ts";
import { lastMonth, readMonth } from "./words/month-words.ts";
import { readNumber } from "./words/number-words.ts";

export const actualCommand = defineCommand({
  verb: "actual",
  group: "Decide",
  summary: "Log what the bill really was, beside what was predicted",
  examples: ["actual 7K2Q 5400 2026-10", "actual $5.4k last month"],
  synonyms: ["billed", "real cost", "we paid", "invoice"],
  options: [
    { name: "amount", description: "What the month cost, in US dollars", required: true, takes: "number" },
    { name: "month", description: "Which month, as 2026-10; the last one unless told", required: false, takes: "word" },
    reviewOption,
  ],
  schema: z.object({ amount: z.string().max(40), month: z.string().max(40).optional() }),
  form: null,
  readWords: (words) => {
    const [amount = "", ...rest] = words.split(/\s+/);
    const month = rest.join(" ");
    if (readNumber(amount) === null) return null;
    return month === "" ? { amount } : { amount, month };
  },
  run: async ({ amount, month }, invocation, context) => {
    const found = await reviewOrAsk("actual", invocation.args, invocation, context);
    if ("ask" in found) return found.ask;
    const now = context.reviews.clock.now();
    const when = month === undefined ? lastMonth(now) : readMonth(month, now);
    const usd = readNumber(amount);
    if (usd === null) throw unreadable(`"${amount}" is no amount.`);
    if (when === null) throw unreadable(`"${month ?? ""}" is no month.`);
    const { id, name } = personOf(invocation);
    const { review, replaced } = await logActual(context.reviews, found.review, { id, name }, usd, when);
    const actual = { month: when, amountUsd: usd, by: { id, name }, at: now };
    const reply = actualReply({ review, actual, replaced, predictedUsd: predictedFor(review) });
    return [{ to: "thread", reviewId: review.id, reply }];
  },
});

/** The cost of what was decided, on the revision it was decided on; before a decision, of what is preferred. */
function predictedFor(review: Review): number | null {
  const { decision } = review;
  if (decision === null) return currentRevision(review).figures.preferredUsd;
  if (decision.choice === "other") return null;
  return revisionNumbered(review, decision.revision).figures.monthlyUsd[decision.choice] ?? null;
}

function unreadable(message: string): UserError {
  return new UserError({ code: "bad-input", message, nextStep: 'For example "actual 7K2Q 5400 2026-10".' });
}

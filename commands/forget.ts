import { z } from "zod";
import { assertNever } from "#src/errors.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import {
  type ForgetCounts,
  type ForgetScope,
  forgetConfirmReply,
  forgottenReply,
  keptReply,
} from "#src/reply/views/forget.ts";
import { channelForgottenReply, deletedCardReply } from "#src/reply/views/forgotten-notice.ts";
import { findReview } from "#src/reviews/find-review.ts";
import {
  channelsOfPerson,
  type Forgotten,
  type ForgottenReview,
  forgetChannel,
  forgetMe,
  forgetReview,
  wouldForgetChannel,
  wouldForgetMe,
  wouldForgetReview,
} from "#src/reviews/forget.ts";
import { assertMayForgetChannel } from "#src/reviews/permissions.ts";
import { cardOf } from "./card-of.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { channelOf, personOf } from "./where.ts";
import { nameOf, reviewOrAsk } from "./which-review.ts";

const scopes = ["review", "me", "everywhere", "channel"] as const;

export const forgetCommand = defineCommand({
  verb: "forget",
  group: "Keep watch",
  summary: "Delete a review, your part, or all of this channel; asks once and says what went",
  examples: ["forget 7K2Q", "forget me", "forget me everywhere", "forget channel"],
  synonyms: ["delete", "remove", "erase"],
  options: [
    {
      name: "scope",
      description: "One review, what is kept of you here or everywhere, or everything of this channel",
      required: false,
      takes: "choice",
      choices: scopes.map((scope) => ({ label: scope, value: scope })),
    },
    reviewOption,
  ],
  schema: z.object({ scope: z.enum(scopes).default("review"), confirm: z.enum(["yes", "no"]).optional() }),
  form: null,
  readWords: (words) => {
    const confirmed = /\s*\b(?:yes|confirm)$/i.test(words);
    const text = words.replace(/\s*\b(?:yes|confirm)$/i, "").toLowerCase();
    const confirm = confirmed ? { confirm: "yes" } : {};
    if (/^(?:review|it|this|this review)?$/.test(text)) return { scope: "review", ...confirm };
    if (/^(?:me|my data|about me)$/.test(text)) return { scope: "me", ...confirm };
    if (/^(?:me|my data) everywhere$/.test(text)) return { scope: "everywhere", ...confirm };
    if (/^(?:this |the )?channel$|^everything$|^all$/.test(text)) return { scope: "channel", ...confirm };
    return null;
  },
  run: async ({ scope, confirm }, invocation, context) => {
    switch (scope) {
      case "review":
        return ofReview(confirm, invocation, context);
      case "me":
      case "everywhere":
        return ofMe(scope, confirm, invocation, context);
      case "channel":
        return ofChannel(confirm, invocation, context);
      default:
        return assertNever(scope);
    }
  },
});

type Confirm = "yes" | "no" | undefined;

async function ofReview(
  confirm: Confirm,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const found = await reviewOrAsk("forget", { scope: "review" }, invocation, context);
  if ("ask" in found) return found.ask;
  const { review } = found;
  const scope: ForgetScope = { kind: "review", shortId: review.shortId, name: nameOf(review) };
  const person = personOf(invocation);
  if (confirm === "no") return [toAsker(keptReply(scope))];
  if (confirm === undefined) {
    return [toAsker(forgetConfirmReply(scope, countsOf(await wouldForgetReview(context.reviews, review, person))))];
  }
  const gone = await forgetReview(context.reviews, review, person);
  return [...deletedCards(gone, person), toAsker(forgottenReply(scope, countsOf(gone)))];
}

async function ofMe(
  kind: "me" | "everywhere",
  confirm: Confirm,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const scope: ForgetScope = { kind };
  const [here, person] = [channelOf(invocation), personOf(invocation)];
  if (confirm === "no") return [toAsker(keptReply(scope))];
  const keys = kind === "me" ? [here] : await channelsOfPerson(context.reviews, here, person);
  if (confirm === undefined) {
    return [toAsker(forgetConfirmReply(scope, countsOf(await wouldForgetMe(context.reviews, keys, person))))];
  }
  const gone = await forgetMe(context.reviews, keys, person);
  return [
    ...deletedCards(gone, null),
    ...(await anonymisedCards(gone, context)),
    toAsker(forgottenReply(scope, countsOf(gone))),
  ];
}

async function ofChannel(
  confirm: Confirm,
  invocation: Invocation,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const scope: ForgetScope = { kind: "channel" };
  const [key, person] = [channelOf(invocation), personOf(invocation)];
  if (confirm === "no") return [toAsker(keptReply(scope))];
  assertMayForgetChannel(person);
  if (confirm === undefined) {
    return [toAsker(forgetConfirmReply(scope, countsOf(await wouldForgetChannel(context.reviews, key))))];
  }
  const gone = await forgetChannel(context.reviews, key, person, invocation.eventId);
  return [
    ...deletedCards(gone, person),
    toAsker(forgottenReply(scope, countsOf(gone))),
    { to: "channel", reply: channelForgottenReply({ by: person, reviews: gone.reviews.length }) },
  ];
}

function toAsker(reply: Reply): Delivery {
  return { to: "asker", reply };
}

/** Cards of what is gone lose their figures too. */
function deletedCards(gone: Forgotten, by: { id: string; name: string } | null): Delivery[] {
  return gone.reviews.flatMap((review) => onCard(review, deletedCardReply({ shortId: review.shortId, by })));
}

/** Cards of reviews that stay are drawn again, without the name. */
async function anonymisedCards(gone: Forgotten, context: CommandContext): Promise<Delivery[]> {
  const cards: Delivery[] = [];
  for (const changed of gone.anonymised) {
    const review = await findReview(context.reviews, { key: changed.key, shortId: changed.shortId });
    cards.push(...onCard(changed, cardOf(review, context)));
  }
  return cards;
}

function onCard({ card }: ForgottenReview, reply: Reply): Delivery[] {
  if (card === null) return [];
  const { channel, message, thread } = card;
  return [{ to: "edit-message", message: { channel, message, ...(thread === null ? {} : { thread }) }, reply }];
}

function countsOf({ reviews, revisions, decisions, actuals, anonymised }: Forgotten): ForgetCounts {
  return {
    reviews: reviews.length,
    revisions,
    decisions,
    actuals,
    schedules: 0,
    namesRemoved: anonymised.length,
  };
}

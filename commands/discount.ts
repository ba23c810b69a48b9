import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { discountSetReply } from "#src/reply/views/settings.ts";
import { setDiscount } from "#src/reviews/channel-settings.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { rerun, reviewToRerun } from "./rerun.ts";
import { channelOf, personOf } from "./where.ts";
import { readNumber } from "./words/number-words.ts";

export const discountCommand = defineCommand({
  verb: "discount",
  group: "Decide",
  summary: "Set your negotiated discount off list prices, for this channel, from then on",
  examples: ["discount 12", "discount 0"],
  synonyms: ["our discount", "edp", "negotiated discount"],
  options: [
    { name: "percent", description: "Percent off list prices; 0 takes it back", required: true, takes: "number" },
    reviewOption,
  ],
  schema: z.object({ percent: z.string().max(20) }),
  form: null,
  readWords: (words) => {
    const text = words.replace(/\s*(?:percent|off)\b/gi, "").replace(/^(?:of|is|to)\s+/i, "");
    if (/^(?:none|no)$/i.test(text)) return { percent: "0" };
    return readNumber(text) === null ? null : { percent: text };
  },
  run: async ({ percent }, invocation, context) => {
    const value = readNumber(percent);
    if (value === null) {
      throw new UserError({
        code: "bad-input",
        message: `"${percent}" is no percentage.`,
        nextStep: 'For example "discount 12".',
      });
    }
    const { id, name } = personOf(invocation);
    await setDiscount(context.reviews, channelOf(invocation), { id, name }, value);
    const review = await reviewToRerun(invocation, context);
    const told = discountSetReply({ percent: value, rerun: review?.shortId ?? null });
    if (review === null) return [{ to: "channel", reply: told }];
    const changes = [{ op: "set", path: "purchase.discountPercent", value }] as const;
    return [
      { to: "thread", reviewId: review.id, reply: told },
      ...(await rerun(review, changes, `discount ${value}%`, invocation, context)),
    ];
  },
});

import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { genericQuotaForm } from "#src/reply/views/generic-forms.ts";
import { quotaSetReply, settingsReply } from "#src/reply/views/settings.ts";
import { channelSettings, quotaChange, setQuota } from "#src/reviews/channel-settings.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { quotaNamed } from "#src/reviews/quota-name.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { rerun, reviewToRerun } from "./rerun.ts";
import { channelOf, personOf } from "./where.ts";
import { readNumber } from "./words/number-words.ts";

const BACK_TO_DEFAULT = /^(?:default|none|reset|remove)$/i;

export const quotaCommand = defineCommand({
  verb: "quota",
  group: "Decide",
  summary: "Set a quota AWS granted you, for this channel, from then on",
  examples: ["quota lambda.concurrency 5000", "quota lambda.concurrency default", "quota"],
  synonyms: ["our quota", "raised quota"],
  options: [
    { name: "name", description: "The quota, as limits names it: lambda.concurrency", required: false, takes: "word" },
    {
      name: "value",
      description: "Its value for your account, or default to take it back",
      required: false,
      takes: "word",
    },
    reviewOption,
  ],
  schema: z.object({ name: z.string().max(120).optional(), value: z.string().max(40).optional() }),
  form: ({ args, review }) =>
    args["enter"] === "yes" && args["value"] === undefined ? genericQuotaForm(review ?? null) : null,
  readWords: (words) => {
    if (words === "") return {};
    const parts = words.replace(/\s*(?:=|:|\bis\b|\bto\b)\s*/gi, " ").split(/\s+/);
    const value = parts.at(-1) ?? "";
    const name = parts.slice(0, -1).join(" ");
    const fits = name !== "" && (readNumber(value) !== null || BACK_TO_DEFAULT.test(value));
    return fits ? { name, value } : null;
  },
  run: async ({ name, value }, invocation, context) => {
    const key = channelOf(invocation);
    if (name === undefined) {
      return [{ to: "asker", reply: settingsReply(await channelSettings(context.reviews, key)) }];
    }
    const { catalog } = context.reviews;
    const quota = quotaNamed(name, catalog);
    const amount = quotaValue(value ?? "");
    const { id, name: personName } = personOf(invocation);
    await setQuota(context.reviews, key, { id, name: personName }, quota, amount);
    const review = await reviewToRerun(invocation, context);
    const told = quotaSetReply({ quota, value: amount, rerun: review?.shortId ?? null });
    if (review === null) return [{ to: "channel", reply: told }];
    const changes = quotaChange(quota, amount, currentRevision(review).workload.region, catalog);
    const said = `quota ${quota} ${amount ?? "default"}`;
    return [
      { to: "thread", reviewId: review.id, reply: told },
      ...(await rerun(review, changes, said, invocation, context)),
    ];
  },
});

function quotaValue(text: string): number | null {
  if (BACK_TO_DEFAULT.test(text.trim())) return null;
  const value = readNumber(text);
  if (value !== null) return value;
  throw new UserError({
    code: "bad-input",
    message: text === "" ? "Say the quota's value too." : `"${text}" is no number.`,
    nextStep: 'For example "quota lambda.concurrency 5000".',
  });
}

import { z } from "zod";
import { UserError } from "#src/errors.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment } from "#src/model/assessment.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { decisionReply, dissentForm } from "#src/reply/views/decision.ts";
import { decideForm } from "#src/reply/views/forms.ts";
import { genericDecideForm } from "#src/reply/views/generic-forms.ts";
import { reopenedReply } from "#src/reply/views/reopened.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";
import { assessRevision, currentRevision } from "#src/reviews/current.ts";
import { addDissent, type DecideRequest, decide, decidedOn, reopen } from "#src/reviews/decide.ts";
import type { Review } from "#src/reviews/review.ts";
import { cardOf } from "./card-of.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { channelOf, personOf } from "./where.ts";
import { reviewOrAsk } from "./which-review.ts";
import { readArchitecture } from "./words/architecture-words.ts";
import { readDecision } from "./words/decision-words.ts";

/** Without a day of their own, decisions are looked at again after half a year. */
const LOOK_AGAIN_MONTHS = 6;

const optionsSchema = z.object({
  choice: z.string().max(80).optional(),
  reason: z.string().max(4000).default(""),
  dissent: z.string().max(4000).optional(),
  reopen: z.string().max(10).optional(),
  revisit: z.iso.date().optional(),
});

export const decideCommand = defineCommand({
  verb: "decide",
  group: "Decide",
  summary: "Record the decision with its reason; add dissent, or reopen it",
  examples: [
    "decide 7K2Q monolith because the load is steady",
    "decide 7K2Q dissent nobody gets paged for Lambda",
    "decide 7K2Q reopen",
  ],
  synonyms: ["decision", "decided", "record", "go with"],
  options: [
    {
      name: "choice",
      description: "What was decided: serverless, tuned, fargate, ec2, monolith, hybrid or other",
      required: false,
      takes: "word",
    },
    { name: "reason", description: "Why, in a sentence or two", required: false, takes: "rest" },
    reviewOption,
    {
      name: "dissent",
      description: "An objection to the decision in force, kept with your name",
      required: false,
      takes: "rest",
    },
    {
      name: "revisit",
      description: "Day to look again, as 2027-05-24; half a year from now unless told",
      required: false,
      takes: "word",
    },
  ],
  schema: optionsSchema,
  form: ({ args, review }) => {
    if (args["add"] === "dissent" && args["dissent"] === undefined) return dissentForm(review ?? "");
    const given = [args["choice"], args["dissent"], args["reopen"]].some((value) => value !== undefined);
    return given ? null : genericDecideForm(review ?? null);
  },
  readWords: (words) => {
    if (words === "") return {};
    if (/^reopen$/i.test(words)) return { reopen: "yes" };
    const dissent = /^(?:add )?dissent[\s:,-]+(.+)$/is.exec(words);
    if (dissent !== null) return { dissent: dissent[1] ?? "" };
    const day = /[\s,;]*\b(?:revisit|look again)(?: on)? (\d{4}-\d{2}-\d{2})\W*$/i.exec(words);
    const read = readDecision(day === null ? words : words.slice(0, day.index));
    return read === null ? null : { ...read, ...(day === null ? {} : { revisit: day[1] ?? "" }) };
  },
  run: async (options, invocation, context) => {
    const found = await reviewOrAsk("decide", invocation.args, invocation, context);
    if ("ask" in found) return found.ask;
    const { review } = found;
    const { id, name } = personOf(invocation);
    if (options.dissent !== undefined) {
      return recorded(await addDissent(context.reviews, review, { id, name }, options.dissent), invocation, context);
    }
    if (options.reopen !== undefined) return reopened(review, invocation, context);
    const assessment = assessRevision(context.reviews, currentRevision(review));
    const request = requestOf(options, assessment, context.reviews.clock.now());
    const decided = await decide(context.reviews, review, { ...request, by: { id, name } });
    return recorded(decided.review, invocation, context);
  },
});

function requestOf(
  { choice, reason, revisit }: z.infer<typeof optionsSchema>,
  assessment: Assessment,
  now: Date,
): Omit<DecideRequest, "by"> {
  if (choice === undefined) throw needChoice("Say what was decided.");
  const lookAgainOn = revisit === undefined ? monthsLater(now, LOOK_AGAIN_MONTHS) : new Date(`${revisit}T00:00:00Z`);
  const architecture = readArchitecture(choice, assessment);
  if (architecture !== null) {
    refuseMissingTuning(architecture, assessment);
    return { choice: architecture, choiceText: architectureLabel(architecture), reason, lookAgainOn };
  }
  const read = readDecision(choice);
  if (read?.choice !== "other") throw needChoice(`"${choice}" is none of the options.`);
  const [what, ...why] = reason.split(/\bbecause\b/i);
  const text = (what ?? "").trim();
  return why.length === 0
    ? { choice: "other", choiceText: "Something else", reason, lookAgainOn }
    : { choice: "other", choiceText: text, reason: why.join("because").trim(), lookAgainOn };
}

/** Where no tuning helps, "tuned" would go on record at the price of what was described. */
function refuseMissingTuning(architecture: Architecture, { estimates }: Assessment): void {
  const tuned = estimates.find((estimate) => estimate.architecture === "serverless-tuned");
  if (architecture !== "serverless-tuned" || tuned?.tuning !== undefined) return;
  throw needChoice("There is no tuned serverless here: no tuning makes it cheaper.");
}

function needChoice(message: string): UserError {
  return new UserError({
    code: "bad-input",
    message,
    nextStep: "Name serverless, tuned, fargate, ec2, monolith or hybrid, or write other and what it is.",
  });
}

function monthsLater(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, now.getUTCDate()));
}

async function recorded(review: Review, invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const { decision, assessment } = decidedOn(context.reviews, review);
  const digestWatches = await context.digestWatches(channelOf(invocation));
  const reply = decisionReply({ review: { shortId: review.shortId }, decision, assessment, digestWatches });
  return [
    { to: "edit-card", reviewId: review.id, reply: cardOf(review, context) },
    { to: "thread", reviewId: review.id, reply },
  ];
}

async function reopened(review: Review, invocation: Invocation, context: CommandContext): Promise<readonly Delivery[]> {
  const open = await reopen(context.reviews, review);
  const { id, name } = personOf(invocation);
  const form = decideForm(assessRevision(context.reviews, currentRevision(open)), open.shortId);
  return [
    { to: "edit-card", reviewId: open.id, reply: cardOf(open, context) },
    { to: "thread", reviewId: open.id, reply: reopenedReply({ review: open, by: { id, name }, form }) },
  ];
}

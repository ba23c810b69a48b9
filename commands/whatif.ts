import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { genericChangeForm } from "#src/reply/views/generic-forms.ts";
import { followUpNoteWords } from "#src/reply/wording/follow-up-notes.ts";
import { correctionOf } from "#src/reviews/correction.ts";
import { currentRevision } from "#src/reviews/current.ts";
import type { Review } from "#src/reviews/review.ts";
import { reviseReview } from "#src/reviews/revise-review.ts";
import { changedDeliveries } from "./changed.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext } from "./context.ts";
import { defineCommand } from "./define-command.ts";
import { reviewOption } from "./options.ts";
import { personOf, reviewOf } from "./where.ts";

const optionsSchema = z.object({
  text: z.string().max(4000).optional(),
  path: z.string().max(200).optional(),
  value: z.string().max(400).optional(),
  why: z.string().max(1000).optional(),
});

export const whatifCommand = defineCommand({
  verb: "whatif",
  group: "Ask",
  summary: "Change one thing and see what it does; the same as saying it in the thread",
  examples: ["whatif traffic doubles", "whatif 7K2Q half the memory in eu-west-1", "whatif the peak is 5x"],
  synonyms: ["what if", "suppose"],
  options: [
    {
      name: "text",
      description: "The change in words: traffic doubles, use Express, drop the S3 hop, 200 a minute",
      required: true,
      takes: "rest",
    },
    reviewOption,
  ],
  schema: optionsSchema,
  form: ({ args, review }) => {
    const path = args["path"];
    return path === undefined || args["value"] !== undefined ? null : genericChangeForm(path, review ?? null);
  },
  readWords: null,
  run: async ({ text, path, value, why }, invocation, context) => {
    const review = await reviewOf(invocation, context);
    if (path !== undefined && value !== undefined) {
      return correct(review, { path, value, why: why ?? "" }, invocation, context);
    }
    return change(review, text ?? "", invocation, context);
  },
});

type Told = Parameters<typeof personOf>[0];

/** One input set by button or form. */
async function correct(
  review: Review,
  { path, value, why }: { path: string; value: string; why: string },
  invocation: Told,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const { id, name } = personOf(invocation);
  const current = currentRevision(review);
  const { changes, ranges } = correctionOf(path, value, current, context.reviews.catalog);
  const revised = await reviseReview(context.reviews, review, {
    changes,
    ranges,
    corrected: true,
    author: { id, name },
    said: why === "" ? value : `${value} (${why})`,
    notes: current.notes,
  });
  return changedDeliveries(revised, [], context);
}

/** A change in words. */
async function change(
  review: Review,
  text: string,
  invocation: Told,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const { id, name } = personOf(invocation);
  const current = currentRevision(review);
  const read = context.reviews.understanding.followUp(text, current.workload);
  const { readLater, modelNote } = context;
  if (read.kind !== "changes" || read.changes.length === 0) {
    if (readLater === null || text.trim() === "") throw unreadChange(text, modelNote);
    readLater({ about: "change", text, review: { id: review.id, revision: current.number } });
    return [];
  }
  const revised = await reviseReview(context.reviews, review, {
    changes: read.changes,
    corrected: read.corrected,
    author: { id, name },
    said: text,
    notes: current.notes,
  });
  const notes = [...read.notes.map(followUpNoteWords), ...(modelNote === undefined ? [] : [modelNote])];
  return changedDeliveries(revised, notes, context);
}

function unreadChange(text: string, modelNote = ""): UserError {
  const words = text.trim();
  return new UserError({
    code: "bad-input",
    message:
      words === ""
        ? "Say what to change."
        : `I could not read a change in "${words.slice(0, 80)}". ${modelNote}`.trim(),
    nextStep: 'For example "whatif traffic doubles" or "whatif 1 GB of memory".',
  });
}

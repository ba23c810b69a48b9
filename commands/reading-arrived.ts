import { askForDescriptionReply } from "#src/reply/views/ask.ts";
import { differenceReply } from "#src/reply/views/difference.ts";
import { threadOpener } from "#src/reply/views/thread-opener.ts";
import { currentRevision } from "#src/reviews/current.ts";
import { findById } from "#src/reviews/find-review.ts";
import { applyReading, type ModelReading } from "#src/reviews/model-reading.ts";
import type { Author, ChannelKey } from "#src/reviews/review.ts";
import { startReview } from "#src/reviews/start-review.ts";
import { cardOf } from "./card-of.ts";
import type { Delivery } from "./command.ts";
import type { CommandContext, LaterDescription } from "./context.ts";

/** A language model's answer to words that were handed to it. */
export interface ArrivedReading extends Pick<LaterDescription, "text" | "review"> {
  key: ChannelKey;
  author: Author;
  reading: ModelReading;
  /** What is asked of the person when the words are still not enough. */
  askInstead: string;
}

/** The card is edited; what differs is said in the thread. Words that were not enough now begin their review. */
export async function readingArrived(arrived: ArrivedReading, context: CommandContext): Promise<readonly Delivery[]> {
  return arrived.review === null ? begin(arrived, context) : correct(arrived, arrived.review, context);
}

async function begin(
  { key, author, text, reading, askInstead }: ArrivedReading,
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const { described, note } = reading;
  if (described === null) {
    const message = reading.answered ? askInstead : `${askInstead} ${note}`;
    return [{ to: "asker", reply: askForDescriptionReply(message) }];
  }
  await context.reviews.records.asks.remove(key, author.id);
  const notes = [...described.notes, note];
  const start = { key, author, said: text, ...described, notes, llm: "used" } as const;
  const { review, assessment } = await startReview(context.reviews, start);
  const opener = threadOpener({ review, assessment, mention: context.mention });
  return [{ to: "card", reviewId: review.id, reply: cardOf(review, context), opener }];
}

async function correct(
  { key, reading }: ArrivedReading,
  { id, revision }: { id: string; revision: number },
  context: CommandContext,
): Promise<readonly Delivery[]> {
  const found = await findById(context.reviews, key, id);
  // Forgotten meanwhile: nothing to bring in line.
  if (found === null) return [];
  const { review, before, after } = await applyReading(context.reviews, found, revision, reading);
  const card: Delivery = { to: "edit-card", reviewId: review.id, reply: cardOf(review, context) };
  if (after === null) return [card];
  const reply = differenceReply({
    review: { shortId: review.shortId, revision: currentRevision(review).number },
    by: null,
    changes: [],
    before,
    after,
    notes: [reading.note],
  });
  return [card, { to: "thread", reviewId: review.id, reply }];
}

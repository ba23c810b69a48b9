import type { Assessment } from "#src/model/assessment.ts";
import type { Origins, WorkloadInput } from "#src/model/workload.ts";
import { channelSettings, withSettings } from "./channel-settings.ts";
import type { ReviewContext } from "./context.ts";
import { figuresOf } from "./figures.ts";
import { newShortId, newSortableId } from "./ids.ts";
import type { Author, ChannelKey, Review } from "./review.ts";
import { revisionRow } from "./stored-review.ts";

/** A workload as it was understood, to begin a review with. */
export interface NewReview {
  key: ChannelKey;
  author: Author;
  /** The words, redacted. */
  said: string;
  workload: WorkloadInput;
  origins: Origins;
  notes: readonly string[];
  outOfScope?: string;
  /** A language model is still to read the words, or has. */
  llm?: "pending" | "used";
}

export interface StartedReview {
  review: Review;
  assessment: Assessment;
}

/** Ids to try: with 25 letters to the fourth there is room for far more reviews than a channel has. */
const ID_ATTEMPTS = 50;

/**
 * Assesses a workload with this channel's quotas and discount, and keeps it as the first revision of a new review.
 *
 * @throws UserError of the model, when it cannot be assessed
 */
export async function startReview(context: ReviewContext, start: NewReview): Promise<StartedReview> {
  const settings = await channelSettings(context, start.key);
  const { pricesAsOf, quotasAsOf } = context.catalog;
  const scope = start.outOfScope === undefined ? {} : { outOfScope: start.outOfScope };
  const assessment = context.assess(
    { ...withSettings(start.workload, start.origins, settings), ...scope },
    { pricesAsOf, quotasAsOf },
  );
  const now = context.clock.now();
  const review: Review = {
    id: newSortableId(now, context.random),
    shortId: await freeShortId(context, start.key),
    key: start.key,
    thread: null,
    cardMessage: null,
    cardChannel: null,
    createdBy: start.author,
    createdAt: now,
    revisions: [
      {
        number: 1,
        author: start.author,
        at: now,
        said: start.said,
        changes: [],
        workload: assessment.workload,
        origins: assessment.origins,
        notes: start.notes,
        catalog: { pricesAsOf, quotasAsOf },
        figures: figuresOf(assessment),
        ...scope,
        ...(start.llm === undefined ? {} : { llm: start.llm }),
      },
    ],
    decision: null,
    actuals: [],
  };
  await context.records.reviews.insert({ ...review, revisions: review.revisions.map(revisionRow) });
  return { review, assessment };
}

async function freeShortId(context: ReviewContext, key: ChannelKey): Promise<string> {
  for (let attempt = 0; attempt < ID_ATTEMPTS; attempt += 1) {
    const shortId = newShortId(context.random);
    if ((await context.records.reviews.byShortId(key, shortId)) === null) return shortId;
  }
  throw new Error("no free short id");
}

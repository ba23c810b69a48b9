import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { ReviewContext } from "./context.ts";
import { readShortId } from "./ids.ts";
import type { ChannelKey, Review } from "./review.ts";
import { readReview } from "./stored-review.ts";

/** How the review was named: by its id, by the thread the words are in, or not at all. */
export interface ReviewReference {
  key: ChannelKey;
  shortId?: string;
  thread?: string;
}

/**
 * The review that is meant: the one named, else the one of this thread, else the newest of the channel.
 * Only reviews of this channel are ever found.
 *
 * @throws UserError `unknown-review`
 */
export async function findReview(context: ReviewContext, reference: ReviewReference): Promise<Review> {
  const named = await findNamed(context, reference);
  if (named !== null) return named;
  const newest = await newestReview(context, reference.key);
  if (newest !== null) return newest;
  throw new UserError({
    code: "unknown-review",
    message: "There is no review in this channel yet.",
    nextStep: 'Describe a workload first, for example "review 50 thumbnails a second, 200 ms at 512 MB".',
  });
}

/**
 * The review that was named by id, or whose thread this is; null when neither was given.
 *
 * @throws UserError `unknown-review` when the id is not one of this channel
 */
export async function findNamed(context: ReviewContext, reference: ReviewReference): Promise<Review | null> {
  if (reference.shortId !== undefined) return byShortId(context, reference.key, reference.shortId);
  if (reference.thread === undefined) return null;
  const row = await context.records.reviews.byThread(reference.key, reference.thread);
  return row === null ? null : readReview(row, context.catalog);
}

/** A review of this channel by its inner id, or null. */
export async function findById(context: ReviewContext, key: ChannelKey, id: string): Promise<Review | null> {
  const row = await context.records.reviews.byId(key, id);
  return row === null ? null : readReview(row, context.catalog);
}

async function byShortId(context: ReviewContext, key: ChannelKey, text: string): Promise<Review> {
  const shortId = readShortId(text);
  const row = shortId === null ? null : await context.records.reviews.byShortId(key, shortId);
  if (row !== null) return readReview(row, context.catalog);
  throw new UserError({
    code: "unknown-review",
    message: `There is no review ${text.trim().slice(0, 12).toUpperCase()} in this channel.`,
    nextStep: "The id is at the foot of each card; a review can be used only in the channel it was made in.",
  });
}

/** How many reviews of a person are looked through for an id. */
const OF_A_PERSON = 200;

/**
 * A review of this channel, or, from the home page, one this person took part in anywhere in their tenant.
 *
 * @throws UserError `unknown-review`
 */
export async function findForPerson(
  context: ReviewContext,
  key: ChannelKey,
  shortId: string,
  personId: string,
): Promise<Review> {
  const id = readShortId(shortId);
  const here = id === null ? null : await context.records.reviews.byShortId(key, id);
  if (here !== null) return readReview(here, context.catalog);
  const theirs = await context.records.reviews.takenPartIn(key.platform, key.tenant, personId, OF_A_PERSON);
  const row = theirs.find((one) => one.shortId === id);
  return row === undefined ? byShortId(context, key, shortId) : readReview(row, context.catalog);
}

/** The newest review of the channel, or null. */
export async function newestReview(context: ReviewContext, key: ChannelKey): Promise<Review | null> {
  const row = await context.records.reviews.newest(key);
  return row === null ? null : readReview(row, context.catalog);
}

/** All reviews of the channel, newest first. */
export async function listReviews(
  { records, catalog }: { records: { reviews: Pick<ReviewContext["records"]["reviews"], "list"> }; catalog: Catalog },
  key: ChannelKey,
): Promise<readonly Review[]> {
  const rows = await records.reviews.list(key);
  return rows.map((row) => readReview(row, catalog));
}

import type { ReviewRow } from "#src/storage/port.ts";
import type { ReviewContext } from "./context.ts";
import { type ForgottenPerson, forgetPerson, partOf } from "./forget-person.ts";
import { assertMayForgetChannel, assertMayForgetReview, type Person } from "./permissions.ts";
import type { ChannelKey, Review } from "./review.ts";

/** What a deletion took, to say so. */
export interface Forgotten {
  /** The reviews that are gone, with the cards they leave behind. */
  reviews: readonly ForgottenReview[];
  revisions: number;
  decisions: number;
  actuals: number;
  settings: number;
  /** Reviews of others in which this person is now "someone", words removed. */
  anonymised: readonly (ForgottenReview & { key: ChannelKey })[];
}

export interface ForgottenReview {
  shortId: string;
  card: { channel: string; message: string; thread: string | null } | null;
}

/** Deletes one review and everything under it. @throws UserError `not-allowed` */
export async function forgetReview(context: ReviewContext, review: Review, person: Person): Promise<Forgotten> {
  assertMayForgetReview(review, person);
  const row = await context.records.reviews.byId(review.key, review.id);
  await context.records.reviews.remove(review.key, review.id);
  return counted(row === null ? [] : [row], 0, []);
}

/** Takes a person out of these channels. */
export async function forgetMe(
  context: ReviewContext,
  keys: readonly ChannelKey[],
  person: Person,
): Promise<Forgotten> {
  const parts: ForgottenPerson[] = [];
  for (const key of keys) parts.push(await forgetPerson(context, key, person));
  return countedParts(parts);
}

/** Every channel of the person's tenant that holds anything of them. Nobody but they can ask for that. */
export function channelsOfPerson(
  context: ReviewContext,
  { platform, tenant }: ChannelKey,
  person: Person,
): Promise<readonly ChannelKey[]> {
  return context.records.reviews.channelsWith(platform, tenant, person.id);
}

function countedParts(parts: readonly ForgottenPerson[]): Forgotten {
  return counted(
    parts.flatMap(({ removed }) => removed),
    0,
    parts.flatMap(({ anonymised }) => anonymised),
  );
}

/** Deletes everything of this channel. @throws UserError `not-allowed` */
export async function forgetChannel(
  context: ReviewContext,
  key: ChannelKey,
  person: Person,
  eventId: string,
): Promise<Forgotten> {
  assertMayForgetChannel(person);
  const rows = await context.records.reviews.list(key);
  const { settings } = await context.records.cleanup.forgetChannel(key, eventId);
  return counted(rows, settings, []);
}

function counted(rows: readonly ReviewRow[], settings: number, anonymised: readonly ReviewRow[]): Forgotten {
  const sum = (count: (row: ReviewRow) => number): number => rows.reduce((total, row) => total + count(row), 0);
  return {
    reviews: rows.map(forgotten),
    revisions: sum(({ revisions }) => revisions.length),
    decisions: sum(({ decisions }) => decisions.length),
    actuals: sum(({ actuals }) => actuals.length),
    settings,
    anonymised: anonymised.map((row) => ({ ...forgotten(row), key: row.key })),
  };
}

function forgotten({ shortId, key, cardMessage, cardChannel, thread }: ReviewRow): ForgottenReview {
  const card = cardMessage === null ? null : { channel: cardChannel ?? key.channel, message: cardMessage, thread };
  return { shortId, card };
}

/** What a deletion would take, without taking it. */
export async function wouldForgetChannel(context: ReviewContext, key: ChannelKey): Promise<Forgotten> {
  const settings = await context.records.settings.list(key);
  return counted(await context.records.reviews.list(key), settings.length, []);
}

/** What forgetting a person would take, without taking it. */
export async function wouldForgetMe(
  context: ReviewContext,
  keys: readonly ChannelKey[],
  person: Person,
): Promise<Forgotten> {
  const parts: ForgottenPerson[] = [];
  for (const key of keys) parts.push(await partOf(context, key, person));
  return countedParts(parts);
}

/** What forgetting a review would take, without taking it. @throws UserError `not-allowed` */
export async function wouldForgetReview(context: ReviewContext, review: Review, person: Person): Promise<Forgotten> {
  assertMayForgetReview(review, person);
  const row = await context.records.reviews.byId(review.key, review.id);
  return counted(row === null ? [] : [row], 0, []);
}

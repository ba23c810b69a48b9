import type { Kysely, Selectable } from "kysely";
import type { ActualRow, ChannelId, DecisionRow, DissentRow, ReviewRow, RevisionRow } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { inChannel } from "./in-channel.ts";

type Head = Selectable<Schema["reviews"]>;

/** The whole reviews behind these rows, in the same order; the rows may lie in several channels. */
export async function readReviews(db: Kysely<Schema>, heads: readonly Head[]): Promise<ReviewRow[]> {
  const reviews: ReviewRow[] = [];
  for (const head of heads) reviews.push(await readReview(db, head));
  return reviews;
}

async function readReview(db: Kysely<Schema>, head: Head): Promise<ReviewRow> {
  const key: ChannelId = { platform: head.platform, tenant: head.tenant, channel: head.channel };
  return {
    id: head.id,
    shortId: head.short_id,
    key,
    thread: head.thread,
    cardMessage: head.card_message,
    cardChannel: head.card_channel,
    createdBy: { id: head.created_by_id, name: head.created_by_name },
    createdAt: head.created_at,
    revisions: await revisionsOf(db, key, head.id),
    decisions: await decisionsOf(db, key, head.id),
    actuals: await actualsOf(db, key, head.id),
  };
}

async function revisionsOf(db: Kysely<Schema>, key: ChannelId, id: string): Promise<RevisionRow[]> {
  const rows = await db
    .selectFrom("revisions")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "=", id)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    author: { id: row.author_id, name: row.author_name },
    at: row.at,
    said: row.said,
    restores: row.restores,
    body: row.body,
  }));
}

async function decisionsOf(db: Kysely<Schema>, key: ChannelId, id: string): Promise<DecisionRow[]> {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "=", id)
    .orderBy("number")
    .execute();
  if (rows.length === 0) return [];
  const dissents = await db
    .selectFrom("dissents")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "=", id)
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
    revision: row.revision,
    body: row.body,
    reopened: row.reopened,
    dissent: dissents.filter((dissent) => dissent.decision_number === row.number).map(dissentOf),
  }));
}

function dissentOf(row: Selectable<Schema["dissents"]>): DissentRow {
  return { author: { id: row.author_id, name: row.author_name }, text: row.text, at: row.at };
}

async function actualsOf(db: Kysely<Schema>, key: ChannelId, id: string): Promise<ActualRow[]> {
  const rows = await db
    .selectFrom("actuals")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "=", id)
    .orderBy("month")
    .execute();
  return rows.map((row) => ({
    month: row.month,
    amountUsd: row.amount_usd,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
  }));
}

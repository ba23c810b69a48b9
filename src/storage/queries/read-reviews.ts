import type { Kysely, Selectable } from "kysely";
import type { ActualRow, ChannelId, DecisionRow, DissentRow, ReviewRow, RevisionRow } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

type Head = Selectable<Schema["reviews"]>;
/** Rows by the id of the review they hang under. */
type Under<Row> = Map<string, Row[]>;

/** The whole reviews behind these rows, in the same order; the rows may lie in several channels. */
export async function readReviews(db: Kysely<Schema>, heads: readonly Head[]): Promise<ReviewRow[]> {
  const byChannel = Map.groupBy(heads, ({ platform, tenant, channel }) => JSON.stringify([platform, tenant, channel]));
  const read = new Map<Head, ReviewRow>();
  for (const group of byChannel.values()) {
    const reviews = await readChannel(db, group);
    for (const [index, head] of group.entries()) {
      const review = reviews[index];
      if (review !== undefined) read.set(head, review);
    }
  }
  return heads.flatMap((head) => read.get(head) ?? []);
}

async function readChannel(db: Kysely<Schema>, heads: readonly Head[]): Promise<ReviewRow[]> {
  const [first] = heads;
  if (first === undefined) return [];
  const key = channelColumns(first);
  const ids = heads.map(({ id }) => id);
  const revisions = await revisionsOf(db, key, ids);
  const decisions = await decisionsOf(db, key, ids);
  const actuals = await actualsOf(db, key, ids);
  return heads.map((head) => ({
    id: head.id,
    shortId: head.short_id,
    key,
    thread: head.thread,
    cardMessage: head.card_message,
    cardChannel: head.card_channel,
    createdBy: { id: head.created_by_id, name: head.created_by_name },
    createdAt: head.created_at,
    revisions: revisions.get(head.id) ?? [],
    decisions: decisions.get(head.id) ?? [],
    actuals: actuals.get(head.id) ?? [],
  }));
}

async function revisionsOf(db: Kysely<Schema>, key: ChannelId, ids: readonly string[]): Promise<Under<RevisionRow>> {
  const rows = await db
    .selectFrom("revisions")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "in", ids)
    .orderBy("number")
    .execute();
  return under(rows, (row) => ({
    number: row.number,
    author: { id: row.author_id, name: row.author_name },
    at: row.at,
    said: row.said,
    restores: row.restores,
    body: row.body,
  }));
}

async function decisionsOf(db: Kysely<Schema>, key: ChannelId, ids: readonly string[]): Promise<Under<DecisionRow>> {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "in", ids)
    .orderBy("number")
    .execute();
  if (rows.length === 0) return new Map();
  const dissents = await db
    .selectFrom("dissents")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "in", ids)
    .orderBy("seq")
    .execute();
  return under(rows, (row) => ({
    number: row.number,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
    revision: row.revision,
    body: row.body,
    reopened: row.reopened,
    dissent: dissents
      .filter((dissent) => dissent.review_id === row.review_id && dissent.decision_number === row.number)
      .map(dissentOf),
  }));
}

function dissentOf(row: Selectable<Schema["dissents"]>): DissentRow {
  return { author: { id: row.author_id, name: row.author_name }, text: row.text, at: row.at };
}

async function actualsOf(db: Kysely<Schema>, key: ChannelId, ids: readonly string[]): Promise<Under<ActualRow>> {
  const rows = await db
    .selectFrom("actuals")
    .selectAll()
    .where(inChannel(key))
    .where("review_id", "in", ids)
    .orderBy("month")
    .execute();
  return under(rows, (row) => ({
    month: row.month,
    amountUsd: row.amount_usd,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
  }));
}

function under<Row extends { review_id: string }, Result>(
  rows: readonly Row[],
  convert: (row: Row) => Result,
): Under<Result> {
  const grouped: Under<Result> = new Map();
  for (const row of rows) grouped.set(row.review_id, [...(grouped.get(row.review_id) ?? []), convert(row)]);
  return grouped;
}

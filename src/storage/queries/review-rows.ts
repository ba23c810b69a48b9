import type { Kysely } from "kysely";
import type { ChannelId, PersonRow, ReviewRow, ReviewRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { anonymise } from "./anonymise.ts";
import { channelsWith } from "./channels-with.ts";
import { channelColumns, inChannel } from "./in-channel.ts";
import { readReviews } from "./read-reviews.ts";

type Db = Kysely<Schema>;

/** Reviews and what hangs under them. */
export function reviewRows(db: Db): ReviewRows {
  const one = async (
    key: ChannelId,
    column: "id" | "short_id" | "thread",
    value: string,
  ): Promise<ReviewRow | null> => {
    const heads = await db
      .selectFrom("reviews")
      .selectAll()
      .where(inChannel(key))
      .where(column, "=", value)
      .orderBy("seq", "desc")
      .limit(1)
      .execute();
    return (await readReviews(db, heads))[0] ?? null;
  };
  return {
    insert: (review) => insert(db, review),
    byId: (key, id) => one(key, "id", id),
    byShortId: (key, shortId) => one(key, "short_id", shortId),
    byThread: (key, thread) => one(key, "thread", thread),
    newest: async (key) => {
      const newest = db.selectFrom("reviews").selectAll().where(inChannel(key)).orderBy("seq", "desc").limit(1);
      return (await readReviews(db, await newest.execute()))[0] ?? null;
    },
    list: async (key) => {
      const all = db.selectFrom("reviews").selectAll().where(inChannel(key)).orderBy("seq", "desc");
      return readReviews(db, await all.execute());
    },
    takenPartIn: async (platform, tenant, personId, limit) => {
      const heads = await db
        .selectFrom("reviews")
        .selectAll()
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .where("id", "in", (eb) =>
          eb
            .selectFrom("revisions")
            .select("review_id")
            .where("platform", "=", platform)
            .where("tenant", "=", tenant)
            .where("author_id", "=", personId),
        )
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return readReviews(db, heads);
    },
    channelsWith: (platform, tenant, personId) => channelsWith(db, platform, tenant, personId),
    addRevision: async (key, id, revision) => {
      await db
        .insertInto("revisions")
        .values(revisionValues(key, id, revision))
        .execute();
    },
    setCard: async (key, id, card) => {
      await db
        .updateTable("reviews")
        .set({ card_message: card.message, card_channel: card.channel, thread: card.thread })
        .where(inChannel(key))
        .where("id", "=", id)
        .execute();
    },
    addDecision: async (key, id, decision) => {
      await db
        .insertInto("decisions")
        .values({
          ...channelColumns(key),
          review_id: id,
          number: decision.number,
          ...by(decision.by),
          at: decision.at,
          revision: decision.revision,
          reopened: false,
          body: JSON.stringify(decision.body),
        })
        .execute();
    },
    reopenDecisions: async (key, id) => {
      await db
        .updateTable("decisions")
        .set({ reopened: true })
        .where(inChannel(key))
        .where("review_id", "=", id)
        .execute();
    },
    addDissent: async (key, id, decision, dissent) => {
      await db
        .insertInto("dissents")
        .values({
          ...channelColumns(key),
          review_id: id,
          decision_number: decision,
          ...author(dissent.author),
          text: dissent.text,
          at: dissent.at,
        })
        .execute();
    },
    putActual: async (key, id, actual) => {
      const amount = { amount_usd: actual.amountUsd, ...by(actual.by), at: actual.at };
      await db
        .insertInto("actuals")
        .values({ ...channelColumns(key), review_id: id, month: actual.month, ...amount })
        .onConflict((conflict) =>
          conflict.columns(["platform", "tenant", "channel", "review_id", "month"]).doUpdateSet(amount),
        )
        .execute();
    },
    remove: async (key, id) => {
      const gone = await db.deleteFrom("reviews").where(inChannel(key)).where("id", "=", id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    rewriteRevision: async (key, id, number, body) => {
      await db
        .updateTable("revisions")
        .set({ body: JSON.stringify(body) })
        .where(inChannel(key))
        .where("review_id", "=", id)
        .where("number", "=", number)
        .execute();
    },
    rewriteDecision: async (key, id, number, body) => {
      await db
        .updateTable("decisions")
        .set({ body: JSON.stringify(body) })
        .where(inChannel(key))
        .where("review_id", "=", id)
        .where("number", "=", number)
        .execute();
    },
    anonymise: (key, personId, replacement) => anonymise(db, key, personId, replacement),
  };
}

async function insert(db: Db, review: Parameters<ReviewRows["insert"]>[0]): Promise<void> {
  await db
    .insertInto("reviews")
    .values({
      ...channelColumns(review.key),
      id: review.id,
      short_id: review.shortId,
      thread: review.thread,
      card_message: review.cardMessage,
      card_channel: review.cardChannel,
      created_by_id: review.createdBy.id,
      created_by_name: review.createdBy.name,
      created_at: review.createdAt,
    })
    .execute();
  const revisions = review.revisions.map((revision) => revisionValues(review.key, review.id, revision));
  if (revisions.length > 0) await db.insertInto("revisions").values(revisions).execute();
}

function revisionValues(key: ChannelId, reviewId: string, revision: ReviewRow["revisions"][number]) {
  return {
    ...channelColumns(key),
    review_id: reviewId,
    number: revision.number,
    ...author(revision.author),
    at: revision.at,
    said: revision.said,
    restores: revision.restores,
    body: JSON.stringify(revision.body),
  };
}

function author(person: PersonRow): { author_id: string; author_name: string } {
  return { author_id: person.id, author_name: person.name };
}

function by(person: PersonRow): { by_id: string; by_name: string } {
  return { by_id: person.id, by_name: person.name };
}

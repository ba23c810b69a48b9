import { type Kysely, sql } from "kysely";
import type { OutboxRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

/** What is still to be shown. A row exists until it was posted or given up. */
export function outboxRows(db: Kysely<Schema>): OutboxRows {
  return {
    add: async (rows) => {
      const values = rows.map(({ id, key, body }) => ({ ...channelColumns(key), id, body: JSON.stringify(body) }));
      if (values.length > 0) await db.insertInto("deliveries").values(values).execute();
    },
    next: async (key) => {
      const row = await db
        .selectFrom("deliveries")
        .selectAll()
        .select(sql<number>`(extract(epoch from (not_before - now())) * 1000)::float8`.as("due_in_ms"))
        .where(inChannel(key))
        .orderBy("seq")
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const dueInMs = Math.max(0, row.due_in_ms);
      return { id: row.id, key: channelColumns(row), body: row.body, attempts: row.attempts, dueInMs };
    },
    remove: async (key, id) => {
      await db.deleteFrom("deliveries").where(inChannel(key)).where("id", "=", id).execute();
    },
    retryAfter: async (key, id, delayMs) => {
      await sql`
        update deliveries
        set attempts = attempts + 1, not_before = now() + ${delayMs}::float8 * interval '1 millisecond'
        where ${inChannel(key)} and id = ${id}`.execute(db);
    },
    backlog: async () => {
      const { waiting } = await db
        .selectFrom("deliveries")
        .select((eb) => eb.fn.countAll<string>().as("waiting"))
        .executeTakeFirstOrThrow();
      return Number(waiting);
    },
  };
}

import { type Kysely, sql } from "kysely";
import type { InboxRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

/** Accepted events. One statement inserts the event and makes its lane, so that accepting is one
 * commit; a tenant that left and speaks again has come back. */
export function inboxRows(db: Kysely<Schema>): InboxRows {
  return {
    accept: async ({ key, id, eventId, body }) => {
      const { rows } = await sql<{ id: string }>`
        with lane as (
          insert into lanes (platform, tenant, channel) values (${key.platform}, ${key.tenant}, ${key.channel})
          on conflict do nothing
        ), returned as (
          delete from departures where platform = ${key.platform} and tenant = ${key.tenant}
        )
        insert into inbox (platform, tenant, channel, event_id, id, body)
        values (${key.platform}, ${key.tenant}, ${key.channel}, ${eventId}, ${id}, ${JSON.stringify(body)}::json)
        on conflict (platform, tenant, event_id) do nothing
        returning id`.execute(db);
      return rows.length > 0;
    },
    next: async (key) => {
      const row = await db
        .selectFrom("inbox")
        .selectAll()
        .where(inChannel(key))
        .where("finished_at", "is", null)
        .orderBy("seq")
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { id: row.id, key: channelColumns(row), eventId: row.event_id, body: row.body, attempts: row.attempts };
    },
    addAttempt: async (key, id) => {
      const row = await db
        .updateTable("inbox")
        .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
        .where(inChannel(key))
        .where("id", "=", id)
        .returning("attempts")
        .executeTakeFirstOrThrow();
      return row.attempts;
    },
    forgiveAttempt: async (key, id) => {
      await db
        .updateTable("inbox")
        .set((eb) => ({ attempts: eb("attempts", "-", 1) }))
        .where(inChannel(key))
        .where("id", "=", id)
        .where("attempts", ">", 0)
        .execute();
    },
    finish: async (key, id) => {
      const { rows } = await sql`
        update inbox set finished_at = now(), body = null
        where ${inChannel(key)} and id = ${id} and finished_at is null
        returning 1`.execute(db);
      return rows.length > 0;
    },
    prune: async (finishedBefore) => {
      const gone = await db.deleteFrom("inbox").where("finished_at", "<", finishedBefore).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    backlog: async () => {
      const { waiting } = await db
        .selectFrom("inbox")
        .select((eb) => eb.fn.countAll<string>().as("waiting"))
        .where("finished_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(waiting);
    },
  };
}

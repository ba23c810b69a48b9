import type { Kysely } from "kysely";
import type { AskRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

/** Questions left open, one a person and channel. */
export function askRows(db: Kysely<Schema>): AskRows {
  return {
    get: async (key, personId, askedSince) => {
      const row = await db
        .selectFrom("asks")
        .select("text")
        .where(inChannel(key))
        .where("person_id", "=", personId)
        .where("at", ">=", askedSince)
        .executeTakeFirst();
      return row?.text ?? null;
    },
    put: async (key, personId, text, at) => {
      await db
        .insertInto("asks")
        .values({ ...channelColumns(key), person_id: personId, text, at })
        .onConflict((conflict) =>
          conflict.columns(["platform", "tenant", "channel", "person_id"]).doUpdateSet({ text, at }),
        )
        .execute();
    },
    remove: async (key, personId) => {
      await db.deleteFrom("asks").where(inChannel(key)).where("person_id", "=", personId).execute();
    },
    prune: async (askedBefore) => {
      const gone = await db.deleteFrom("asks").where("at", "<", askedBefore).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

import type { Kysely } from "kysely";
import type { CleanupRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { inChannel } from "./in-channel.ts";

const channelTables = ["reviews", "settings", "inbox", "deliveries", "lanes"] as const;

/** Deletes whole channels and tenants; what hangs under a review goes with it. */
export function cleanupRows(db: Kysely<Schema>): CleanupRows {
  return {
    forgetChannel: async (key, keepEventId) => {
      const reviews = await db.deleteFrom("reviews").where(inChannel(key)).executeTakeFirst();
      const settings = await db.deleteFrom("settings").where(inChannel(key)).executeTakeFirst();
      await db.deleteFrom("deliveries").where(inChannel(key)).execute();
      await db.deleteFrom("inbox").where(inChannel(key)).where("event_id", "!=", keepEventId).execute();
      return { reviews: Number(reviews.numDeletedRows), settings: Number(settings.numDeletedRows) };
    },
    forgetTenant: async (platform, tenant) => {
      for (const table of [...channelTables, "tokens"] as const) {
        await db.deleteFrom(table).where("platform", "=", platform).where("tenant", "=", tenant).execute();
      }
    },
  };
}

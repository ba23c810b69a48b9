import type { Kysely } from "kysely";
import type { CleanupRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { sideLanes } from "#src/storage/side-lane.ts";
import { inChannel } from "./in-channel.ts";

const tenantTables = [
  "schedules",
  "reviews",
  "settings",
  "asks",
  "inbox",
  "deliveries",
  "lanes",
  "tokens",
  "departures",
] as const;

async function forgetTenant(db: Kysely<Schema>, platform: string, tenant: string): Promise<void> {
  for (const table of tenantTables) {
    await db.deleteFrom(table).where("platform", "=", platform).where("tenant", "=", tenant).execute();
  }
}

/** Deletes whole channels and tenants; what hangs under a review goes with it. */
export function cleanupRows(db: Kysely<Schema>): CleanupRows {
  return {
    forgetChannel: async (key, keepEventId) => {
      await db.deleteFrom("schedules").where(inChannel(key)).execute();
      const reviews = await db.deleteFrom("reviews").where(inChannel(key)).executeTakeFirst();
      const settings = await db.deleteFrom("settings").where(inChannel(key)).executeTakeFirst();
      await db.deleteFrom("asks").where(inChannel(key)).execute();
      await db.deleteFrom("deliveries").where(inChannel(key)).execute();
      await db.deleteFrom("inbox").where(inChannel(key)).where("event_id", "!=", keepEventId).execute();
      for (const lane of sideLanes(key)) await db.deleteFrom("inbox").where(inChannel(lane)).execute();
      return { reviews: Number(reviews.numDeletedRows), settings: Number(settings.numDeletedRows) };
    },
    forgetTenant: (platform, tenant) => forgetTenant(db, platform, tenant),
    tenantLeft: async (platform, tenant, at) => {
      for (const table of ["tokens", "schedules"] as const) {
        await db.deleteFrom(table).where("platform", "=", platform).where("tenant", "=", tenant).execute();
      }
      await db
        .insertInto("departures")
        .values({ platform, tenant, left_at: at })
        .onConflict((conflict) => conflict.columns(["platform", "tenant"]).doUpdateSet({ left_at: at }))
        .execute();
    },
    forgetDeparted: async (leftBefore) => {
      const gone = await db.selectFrom("departures").selectAll().where("left_at", "<", leftBefore).execute();
      for (const { platform, tenant } of gone) await forgetTenant(db, platform, tenant);
      return gone.length;
    },
  };
}

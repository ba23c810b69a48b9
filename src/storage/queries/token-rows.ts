import type { Kysely } from "kysely";
import type { TokenRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import type { Seal } from "#src/storage/seal.ts";

/** Installation tokens. Each is sealed for its own tenant: a row copied to another tenant does not open. */
export function tokenRows(db: Kysely<Schema>, seal: Seal): TokenRows {
  return {
    get: async (platform, tenant) => {
      const row = await db
        .selectFrom("tokens")
        .select("sealed")
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .executeTakeFirst();
      return row === undefined ? null : seal.open(row.sealed, context(platform, tenant));
    },
    put: async (platform, tenant, secret) => {
      const sealed = seal.close(secret, context(platform, tenant));
      await db
        .insertInto("tokens")
        .values({ platform, tenant, sealed })
        .onConflict((conflict) =>
          conflict.columns(["platform", "tenant"]).doUpdateSet((eb) => ({ sealed, updated_at: eb.fn("now") })),
        )
        .execute();
      await db.deleteFrom("departures").where("platform", "=", platform).where("tenant", "=", tenant).execute();
    },
    remove: async (platform, tenant) => {
      const gone = await db
        .deleteFrom("tokens")
        .where("platform", "=", platform)
        .where("tenant", "=", tenant)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

function context(platform: string, tenant: string): string {
  return JSON.stringify([platform, tenant]);
}

import type { Kysely } from "kysely";
import type { SettingRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

/** Quotas and discount of a channel. */
export function settingRows(db: Kysely<Schema>): SettingRows {
  return {
    list: async (key) => {
      const rows = await db
        .selectFrom("settings")
        .selectAll()
        .where(inChannel(key))
        .orderBy("kind")
        .orderBy("name")
        .execute();
      return rows.map((row) => ({
        kind: row.kind,
        name: row.name,
        value: row.value,
        by: { id: row.by_id, name: row.by_name },
        at: row.at,
      }));
    },
    put: async (key, setting) => {
      const values = { value: setting.value, by_id: setting.by.id, by_name: setting.by.name, at: setting.at };
      await db
        .insertInto("settings")
        .values({ ...channelColumns(key), kind: setting.kind, name: setting.name, ...values })
        .onConflict((conflict) =>
          conflict.columns(["platform", "tenant", "channel", "kind", "name"]).doUpdateSet(values),
        )
        .execute();
    },
    remove: async (key, kind, name) => {
      const gone = await db
        .deleteFrom("settings")
        .where(inChannel(key))
        .where("kind", "=", kind)
        .where("name", "=", name)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

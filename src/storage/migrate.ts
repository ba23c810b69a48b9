import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { reviewsMigration } from "./migrations/0001-reviews.ts";
import { inboxMigration } from "./migrations/0002-inbox.ts";
import { digestsMigration } from "./migrations/0003-digests.ts";
import type { Schema } from "./schema.ts";

/** All migrations, oldest first. One that was released is never edited: add another. */
const migrations: Record<string, Migration> = {
  "0001-reviews": reviewsMigration,
  "0002-inbox": inboxMigration,
  "0003-digests": digestsMigration,
};

/** Brings the database to the newest schema. Safe to call from several processes at once: Kysely takes a lock. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

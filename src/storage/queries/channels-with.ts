import { type Kysely, sql } from "kysely";
import type { ChannelId } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";

/** Where a person's id can stand. */
const columns = [
  ["reviews", "created_by_id"],
  ["revisions", "author_id"],
  ["decisions", "by_id"],
  ["dissents", "author_id"],
  ["actuals", "by_id"],
  ["settings", "by_id"],
  ["asks", "person_id"],
] as const;

/** Channels of one tenant that hold anything of a person, in a fixed order. */
export async function channelsWith(
  db: Kysely<Schema>,
  platform: string,
  tenant: string,
  personId: string,
): Promise<readonly ChannelId[]> {
  const selects = columns.map(
    ([table, column]) => sql`
      select platform, tenant, channel from ${sql.table(table)}
      where platform = ${platform} and tenant = ${tenant} and ${sql.ref(column)} = ${personId}`,
  );
  const { rows } = await sql<ChannelId>`${sql.join(selects, sql` union `)} order by channel`.execute(db);
  return rows;
}

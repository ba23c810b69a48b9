import { type Kysely, sql } from "kysely";
import type { ChannelId, PersonRow } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { sideLanes } from "#src/storage/side-lane.ts";
import { inChannel } from "./in-channel.ts";

/**
 * Takes a person out of the rows of one channel: id and name are replaced, the words they wrote are emptied. The
 * figures stay, since others built on them. Resolves to the number of rows touched.
 */
export async function anonymise(
  db: Kysely<Schema>,
  key: ChannelId,
  personId: string,
  replacement: PersonRow,
): Promise<number> {
  const created = { created_by_id: replacement.id, created_by_name: replacement.name };
  const author = { author_id: replacement.id, author_name: replacement.name };
  const by = { by_id: replacement.id, by_name: replacement.name };
  const setBy = { set_by_id: replacement.id, set_by_name: replacement.name };
  const results = [
    await db.updateTable("reviews").set(created).where(inChannel(key)).where("created_by_id", "=", personId).execute(),
    await db
      .updateTable("revisions")
      .set({ ...author, said: "" })
      .where(inChannel(key))
      .where("author_id", "=", personId)
      .execute(),
    await db
      .updateTable("dissents")
      .set({ ...author, text: "" })
      .where(inChannel(key))
      .where("author_id", "=", personId)
      .execute(),
    await db.updateTable("decisions").set(by).where(inChannel(key)).where("by_id", "=", personId).execute(),
    await db.updateTable("actuals").set(by).where(inChannel(key)).where("by_id", "=", personId).execute(),
    await db.updateTable("schedules").set(setBy).where(inChannel(key)).where("set_by_id", "=", personId).execute(),
    await db.updateTable("settings").set(by).where(inChannel(key)).where("by_id", "=", personId).execute(),
  ];
  await db.deleteFrom("asks").where(inChannel(key)).where("person_id", "=", personId).execute();
  await dropWordsWithModel(db, key, personId);
  return results.flat().reduce((sum, result) => sum + Number(result.numUpdatedRows), 0);
}

/** Words of this person that wait for a language model, or for its answer to be worked. */
async function dropWordsWithModel(db: Kysely<Schema>, key: ChannelId, personId: string): Promise<void> {
  for (const lane of [key, ...sideLanes(key)]) {
    await sql`
      delete from inbox
      where ${inChannel(lane)} and finished_at is null and body ->> 'task' is not null
        and body -> 'invocation' -> 'actor' ->> 'id' = ${personId}`.execute(db);
  }
}

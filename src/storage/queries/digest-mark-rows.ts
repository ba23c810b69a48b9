import { type Kysely, sql } from "kysely";
import type { DigestRows } from "#src/storage/digest-port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { inChannel } from "./in-channel.ts";

/** What a channel was last told of its reviews. */
export function digestMarkRows(db: Kysely<Schema>): Pick<DigestRows, "marks" | "putMarks"> {
  return {
    marks: async (key) => {
      const rows = await db.selectFrom("digest_marks").selectAll().where(inChannel(key)).orderBy("review_id").execute();
      return rows.map(({ review_id, version, body }) => ({ reviewId: review_id, version, body }));
    },
    putMarks: async (key, marks) => {
      if (marks.length === 0) return true;
      const given = JSON.stringify(
        marks.map(({ reviewId, version, body }) => ({ review_id: reviewId, version, body })),
      );
      // A review that was forgotten meanwhile takes no mark, and counts as kept.
      const { rows } = await sql<{ kept: string; there: string }>`
        with given as (
          select given.* from json_to_recordset(${given}::json) as given (review_id text, version integer, body json)
          join reviews on reviews.platform = ${key.platform} and reviews.tenant = ${key.tenant}
            and reviews.channel = ${key.channel} and reviews.id = given.review_id
        ), kept as (
          insert into digest_marks as mark (platform, tenant, channel, review_id, version, body)
          select ${key.platform}, ${key.tenant}, ${key.channel}, review_id, version + 1, body from given
          on conflict (platform, tenant, channel, review_id)
          do update set version = excluded.version, body = excluded.body where mark.version = excluded.version - 1
          returning 1
        )
        select (select count(*) from kept) as kept, (select count(*) from given) as there`.execute(db);
      const [counted] = rows;
      return counted !== undefined && Number(counted.kept) === Number(counted.there);
    },
  };
}

import { type Kysely, sql } from "kysely";
import type { DigestRows, DigestRunRow } from "#src/storage/digest-port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

type RunQueries = Pick<
  DigestRows,
  "unsent" | "markSent" | "claimRun" | "releaseRun" | "setPosts" | "setPosted" | "finishRun" | "pruneRuns"
>;

/** Runs of schedules: leases are on the database's own clock, so replicas need not agree on the time. */
export function digestRunRows(db: Kysely<Schema>): RunQueries {
  return {
    unsent: async (platform, limit) => {
      const rows = await db
        .selectFrom("digest_runs")
        .select(["id", "platform", "tenant", "channel", "not_before"])
        .where("platform", "=", platform)
        .where("sent", "=", false)
        .where("outcome", "is", null)
        .orderBy("not_before")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ id: row.id, key: channelColumns(row), notBefore: row.not_before }));
    },
    markSent: async (ids) => {
      if (ids.length > 0) await db.updateTable("digest_runs").set({ sent: true }).where("id", "in", ids).execute();
    },
    claimRun: async (key, id, holder, leaseMs) => {
      const { rows } = await sql<Parameters<typeof toRun>[0]>`
        update digest_runs
        set holder = ${holder}, held_until = now() + ${leaseMs}::float8 * interval '1 millisecond'
        where ${inChannel(key)} and id = ${id} and outcome is null
          and (held_until is null or held_until < now() or holder = ${holder})
        returning *`.execute(db);
      const [claimed] = rows;
      if (claimed !== undefined) return toRun(claimed);
      const open = await db
        .selectFrom("digest_runs")
        .select("id")
        .where(inChannel(key))
        .where("id", "=", id)
        .where("outcome", "is", null)
        .executeTakeFirst();
      return open === undefined ? "none" : "held";
    },
    releaseRun: async (key, id, holder) => {
      await sql`update digest_runs set holder = null, held_until = null
        where ${inChannel(key)} and id = ${id} and holder = ${holder}`.execute(db);
    },
    setPosts: (key, id, holder, posts) =>
      changed(
        sql`update digest_runs set posts = ${JSON.stringify(posts)}::json
        where ${inChannel(key)} and id = ${id} and holder = ${holder} and outcome is null
        returning 1`.execute(db),
      ),
    setPosted: (key, id, holder, posted) =>
      changed(
        sql`update digest_runs set posted = ${posted}
        where ${inChannel(key)} and id = ${id} and holder = ${holder} and outcome is null
        returning 1`.execute(db),
      ),
    finishRun: (key, id, outcome) =>
      changed(
        sql`update digest_runs set outcome = ${outcome}, posts = null, holder = null, held_until = null
        where ${inChannel(key)} and id = ${id} and outcome is null
        returning 1`.execute(db),
      ),
    pruneRuns: async (before) => {
      const gone = await db
        .deleteFrom("digest_runs")
        .where("outcome", "is not", null)
        .where("occurrence", "<", before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

async function changed(result: Promise<{ rows: unknown[] }>): Promise<boolean> {
  return (await result).rows.length > 0;
}

interface StoredRun {
  id: string;
  platform: string;
  tenant: string;
  channel: string;
  schedule_id: string;
  occurrence: Date;
  late: boolean;
  not_before: Date;
  posts: unknown;
  posted: number;
}

function toRun(row: StoredRun): DigestRunRow {
  return {
    id: row.id,
    key: channelColumns(row),
    scheduleId: row.schedule_id,
    occurrence: row.occurrence,
    late: row.late,
    notBefore: row.not_before,
    posts: row.posts,
    posted: row.posted,
  };
}

import { type Kysely, type Selectable, sql } from "kysely";
import type { DigestRows, ScheduleRow } from "#src/storage/digest-port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { channelColumns, inChannel } from "./in-channel.ts";

type ScheduleQueries = Omit<
  DigestRows,
  | "unsent"
  | "markSent"
  | "claimRun"
  | "releaseRun"
  | "setPosts"
  | "setPosted"
  | "finishRun"
  | "pruneRuns"
  | "marks"
  | "putMarks"
>;

/** Schedules of channels, and what makes runs of them. */
export function digestScheduleRows(db: Kysely<Schema>): ScheduleQueries {
  return {
    schedule: async (key) => {
      const row = await db.selectFrom("schedules").selectAll().where(inChannel(key)).executeTakeFirst();
      return row === undefined ? null : toSchedule(row);
    },
    putSchedule: async ({ key, id, body, state, nextAt, refusals, setBy, setAt }, plannedRuns) => {
      // A changed schedule keeps its id: its runs hang on it, and no occurrence is made twice.
      const values = {
        body: JSON.stringify(body),
        state,
        next_at: nextAt,
        refusals,
        set_by_id: setBy.id,
        set_by_name: setBy.name,
        set_at: setAt,
      };
      if (plannedRuns === "drop") {
        await sql`delete from digest_runs where ${inChannel(key)} and outcome is null and posts is null`.execute(db);
      }
      await db
        .insertInto("schedules")
        .values({ ...channelColumns(key), id, ...values })
        .onConflict((conflict) => conflict.columns(["platform", "tenant", "channel"]).doUpdateSet(values))
        .execute();
    },
    removeSchedule: async (key) => {
      const gone = await db.deleteFrom("schedules").where(inChannel(key)).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    countSchedules: async () => {
      const rows = await db
        .selectFrom("schedules")
        .select((eb) => ["state", eb.fn.countAll<string>().as("count")])
        .groupBy("state")
        .execute();
      const counts = { running: 0, paused: 0, refused: 0 };
      for (const { state, count } of rows) counts[state] = Number(count);
      return counts;
    },
    due: async (platform, before, limit) => {
      const rows = await db
        .selectFrom("schedules")
        .selectAll()
        .where("platform", "=", platform)
        .where("state", "=", "running")
        .where("next_at", "<=", before)
        .orderBy("next_at")
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(toSchedule);
    },
    plan: async (planned) => {
      const given = JSON.stringify(
        planned.map(({ key, scheduleId, nextAt, run }) => ({
          ...channelColumns(key),
          schedule_id: scheduleId,
          next_at: nextAt,
          run_id: run?.id ?? null,
          occurrence: run?.occurrence ?? null,
          late: run?.late ?? null,
          not_before: run?.notBefore ?? null,
        })),
      );
      await sql`
        with given as (
          select * from json_to_recordset(${given}::json) as given (platform text, tenant text, channel text,
            schedule_id text, next_at timestamptz, run_id text, occurrence timestamptz, late boolean,
            not_before timestamptz)
        ), moved as (
          update schedules set next_at = given.next_at from given
          where schedules.platform = given.platform and schedules.tenant = given.tenant
            and schedules.channel = given.channel and schedules.id = given.schedule_id
        )
        insert into digest_runs (platform, tenant, channel, schedule_id, occurrence, id, late, not_before)
        select platform, tenant, channel, schedule_id, occurrence, run_id, late, not_before
        from given where run_id is not null
        on conflict (platform, tenant, channel, schedule_id, occurrence) do nothing`.execute(db);
    },
    countRefusal: async (key, scheduleId, refused) => {
      const { rows } = await sql<{ refusals: number }>`
        update schedules set refusals = ${refused ? sql`refusals + 1` : sql`0`}
        where ${inChannel(key)} and id = ${scheduleId}
        returning refusals`.execute(db);
      return rows[0]?.refusals ?? 0;
    },
    setScheduleState: async (key, scheduleId, state) => {
      const { rows } = await sql`
        update schedules set state = ${state} where ${inChannel(key)} and id = ${scheduleId} returning 1`.execute(db);
      return rows.length > 0;
    },
  };
}

function toSchedule(row: Selectable<Schema["schedules"]>): ScheduleRow {
  return {
    id: row.id,
    key: channelColumns(row),
    body: row.body,
    state: row.state,
    nextAt: row.next_at,
    refusals: row.refusals,
    setBy: { id: row.set_by_id, name: row.set_by_name },
    setAt: row.set_at,
  };
}

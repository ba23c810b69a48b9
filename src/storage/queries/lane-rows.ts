import { type Kysely, sql } from "kysely";
import type { ChannelId, LaneRows } from "#src/storage/port.ts";
import type { Schema } from "#src/storage/schema.ts";
import { SIDE_MARK } from "#src/storage/side-lane.ts";
import { inChannel } from "./in-channel.ts";

/**
 * Leases on channels, on the database's own clock: replicas need not agree on the time. `for update skip locked` lets
 * several processes claim at once without waiting for each other or taking the same lane.
 */
export function laneRows(db: Kysely<Schema>): LaneRows {
  return {
    claim: async (holder, leaseMs, platforms, kind) => {
      const { rows } = await sql<ChannelId>`
        with free as (
          select platform, tenant, channel from lanes
          where platform in (${sql.join(platforms)})
            and (held_until is null or held_until < now())
            and (position(${SIDE_MARK} in channel) > 0) = ${kind === "side"}
            and (exists (
                select from inbox
                where inbox.platform = lanes.platform and inbox.tenant = lanes.tenant
                  and inbox.channel = lanes.channel and inbox.finished_at is null)
              or exists (
                select from deliveries
                where deliveries.platform = lanes.platform and deliveries.tenant = lanes.tenant
                  and deliveries.channel = lanes.channel and deliveries.not_before <= now()))
          limit 1
          for update skip locked
        )
        update lanes set holder = ${holder}, held_until = ${until(leaseMs)}
        from free
        where lanes.platform = free.platform and lanes.tenant = free.tenant and lanes.channel = free.channel
        returning lanes.platform, lanes.tenant, lanes.channel`.execute(db);
      return rows[0] ?? null;
    },
    renew: async (key, holder, leaseMs) => {
      const { rows } = await sql`
        update lanes set held_until = ${until(leaseMs)}
        where ${inChannel(key)} and holder = ${holder} and held_until >= now()
        returning 1`.execute(db);
      return rows.length > 0;
    },
    guard: async (key, holder) => {
      const { rows } = await sql`
        select 1 from lanes where ${inChannel(key)} and holder = ${holder} and held_until >= now()
        for update`.execute(db);
      return rows.length > 0;
    },
    release: async (key, holder) => {
      await sql`
        update lanes set holder = null, held_until = null
        where ${inChannel(key)} and holder = ${holder}`.execute(db);
    },
  };
}

function until(leaseMs: number) {
  return sql`now() + ${leaseMs}::float8 * interval '1 millisecond'`;
}

import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Digests: one schedule a channel, one run for each of its occurrences, and what the channel was last told of each
 * review. The primary key of a run is what keeps an occurrence from being posted twice.
 */
export const digestsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const channel = "platform text not null, tenant text not null, channel text not null";
const key = "platform, tenant, channel";

const statements = [
  `create table schedules (
    ${channel},
    id text not null,
    body json not null,
    state text not null check (state in ('running', 'paused', 'refused')),
    next_at timestamptz not null,
    refusals integer not null default 0,
    set_by_id text not null,
    set_by_name text not null,
    set_at timestamptz not null,
    primary key (${key}),
    unique (${key}, id)
  )`,
  `create index schedules_due on schedules (next_at) where state = 'running'`,
  `create table digest_runs (
    ${channel},
    schedule_id text not null,
    occurrence timestamptz not null,
    id text not null unique,
    late boolean not null,
    not_before timestamptz not null,
    sent boolean not null default false,
    posts json,
    posted integer not null default 0,
    outcome text check (outcome in ('posted', 'quiet', 'refused', 'skipped')),
    holder text,
    held_until timestamptz,
    primary key (${key}, schedule_id, occurrence),
    foreign key (${key}, schedule_id) references schedules (${key}, id) on delete cascade
  )`,
  `create index digest_runs_unsent on digest_runs (not_before) where not sent and outcome is null`,
  `create table digest_marks (
    ${channel},
    review_id text not null,
    version integer not null,
    body json not null,
    primary key (${key}, review_id),
    foreign key (${key}, review_id) references reviews (${key}, id) on delete cascade
  )`,
];

import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Accepted events, what is still to be shown, who works on which channel, sealed tokens, tenants that left. */
export const inboxMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const channel = "platform text not null, tenant text not null, channel text not null";
const key = "platform, tenant, channel";

const statements = [
  // An event is known by the tenant: a platform that re-sends it may have lost the channel.
  `create table inbox (
    ${channel},
    event_id text not null,
    id text not null unique,
    body json,
    attempts integer not null default 0,
    accepted_at timestamptz not null default now(),
    finished_at timestamptz,
    seq bigint generated always as identity,
    primary key (platform, tenant, event_id)
  )`,
  `create index inbox_waiting on inbox (${key}, seq) where finished_at is null`,
  `create index inbox_finished on inbox (finished_at) where finished_at is not null`,
  `create table deliveries (
    ${channel},
    id text not null primary key,
    body json not null,
    attempts integer not null default 0,
    not_before timestamptz not null default now(),
    seq bigint generated always as identity
  )`,
  `create index deliveries_waiting on deliveries (${key}, seq)`,
  `create table lanes (
    ${channel},
    holder text,
    held_until timestamptz,
    primary key (${key})
  )`,
  // Descriptions somebody was asked to complete: the answer is read together with them.
  `create table asks (
    ${channel},
    person_id text not null,
    text text not null,
    at timestamptz not null,
    primary key (${key}, person_id)
  )`,
  // Tenants the bot was removed from: their rows go after a while, unless they come back.
  `create table departures (
    platform text not null,
    tenant text not null,
    left_at timestamptz not null,
    primary key (platform, tenant)
  )`,
  `create table tokens (
    platform text not null,
    tenant text not null,
    sealed text not null,
    updated_at timestamptz not null default now(),
    primary key (platform, tenant)
  )`,
];

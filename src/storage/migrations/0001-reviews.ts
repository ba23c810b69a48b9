import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Reviews and everything under them. The channel is part of every primary key and of every foreign key, so that a row
 * can't hang under a review of another channel.
 */
export const reviewsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const channel = "platform text not null, tenant text not null, channel text not null";
const key = "platform, tenant, channel";
const underReview = `foreign key (${key}, review_id) references reviews (${key}, id) on delete cascade`;

const statements = [
  `create table reviews (
    ${channel},
    id text not null,
    short_id text not null,
    thread text,
    card_message text,
    card_channel text,
    created_by_id text not null,
    created_by_name text not null,
    created_at timestamptz not null,
    seq bigint generated always as identity,
    primary key (${key}, id),
    unique (${key}, short_id)
  )`,
  `create index reviews_by_thread on reviews (${key}, thread)`,
  `create table revisions (
    ${channel},
    review_id text not null,
    number integer not null,
    author_id text not null,
    author_name text not null,
    at timestamptz not null,
    said text not null,
    restores integer,
    body json not null,
    primary key (${key}, review_id, number),
    ${underReview}
  )`,
  `create index revisions_by_author on revisions (platform, tenant, author_id)`,
  `create table decisions (
    ${channel},
    review_id text not null,
    number integer not null,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    revision integer not null,
    reopened boolean not null default false,
    body json not null,
    primary key (${key}, review_id, number),
    ${underReview}
  )`,
  `create table dissents (
    ${channel},
    review_id text not null,
    decision_number integer not null,
    author_id text not null,
    author_name text not null,
    text text not null,
    at timestamptz not null,
    seq bigint generated always as identity,
    foreign key (${key}, review_id, decision_number)
      references decisions (${key}, review_id, number) on delete cascade
  )`,
  `create index dissents_by_decision on dissents (${key}, review_id, decision_number)`,
  `create table actuals (
    ${channel},
    review_id text not null,
    month text not null,
    amount_usd double precision not null,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (${key}, review_id, month),
    ${underReview}
  )`,
  `create table settings (
    ${channel},
    kind text not null check (kind in ('quota', 'discount')),
    name text not null,
    value double precision not null,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (${key}, kind, name)
  )`,
];

import type { ColumnType, GeneratedAlways } from "kysely";

/** JSON text in, parsed JSON out. `json` and not `jsonb`: the order of keys stays. */
type Json = ColumnType<unknown, string, string>;
type Nullable<T> = T | null;

interface ChannelColumns {
  platform: string;
  tenant: string;
  channel: string;
}

export interface Schema {
  reviews: ChannelColumns & {
    id: string;
    short_id: string;
    thread: Nullable<string>;
    card_message: Nullable<string>;
    card_channel: Nullable<string>;
    created_by_id: string;
    created_by_name: string;
    created_at: Date;
    seq: GeneratedAlways<string>;
  };
  revisions: ChannelColumns & {
    review_id: string;
    number: number;
    author_id: string;
    author_name: string;
    at: Date;
    said: string;
    restores: Nullable<number>;
    body: Json;
  };
  decisions: ChannelColumns & {
    review_id: string;
    number: number;
    by_id: string;
    by_name: string;
    at: Date;
    revision: number;
    reopened: boolean;
    body: Json;
  };
  dissents: ChannelColumns & {
    review_id: string;
    decision_number: number;
    author_id: string;
    author_name: string;
    text: string;
    at: Date;
    seq: GeneratedAlways<string>;
  };
  actuals: ChannelColumns & {
    review_id: string;
    month: string;
    amount_usd: number;
    by_id: string;
    by_name: string;
    at: Date;
  };
  settings: ChannelColumns & {
    kind: "quota" | "discount";
    name: string;
    value: number;
    by_id: string;
    by_name: string;
    at: Date;
  };
  inbox: ChannelColumns & {
    event_id: string;
    id: string;
    body: ColumnType<unknown, Nullable<string>, Nullable<string>>;
    attempts: ColumnType<number, number | undefined, number>;
    accepted_at: ColumnType<Date, never, never>;
    finished_at: ColumnType<Nullable<Date>, never, Date>;
    seq: GeneratedAlways<string>;
  };
  deliveries: ChannelColumns & {
    id: string;
    body: Json;
    attempts: ColumnType<number, number | undefined, number>;
    not_before: ColumnType<Date, never, Date>;
    seq: GeneratedAlways<string>;
  };
  lanes: ChannelColumns & {
    holder: Nullable<string>;
    held_until: ColumnType<Nullable<Date>, Nullable<Date> | undefined, Nullable<Date>>;
  };
  schedules: ChannelColumns & {
    id: string;
    body: Json;
    state: "running" | "paused" | "refused";
    next_at: Date;
    refusals: number;
    set_by_id: string;
    set_by_name: string;
    set_at: Date;
  };
  digest_runs: ChannelColumns & {
    schedule_id: string;
    occurrence: Date;
    id: string;
    late: boolean;
    not_before: Date;
    sent: boolean;
    posts: ColumnType<unknown, Nullable<string>, Nullable<string>>;
    posted: number;
    outcome: Nullable<"posted" | "quiet" | "refused" | "skipped">;
    holder: Nullable<string>;
    held_until: Nullable<Date>;
  };
  digest_marks: ChannelColumns & { review_id: string; version: number; body: Json };
  asks: ChannelColumns & { person_id: string; text: string; at: Date };
  departures: { platform: string; tenant: string; left_at: Date };
  tokens: {
    platform: string;
    tenant: string;
    /** AES-256-GCM: nonce, tag and text, base64. */
    sealed: string;
    updated_at: ColumnType<Date, Date | undefined, Date>;
  };
}

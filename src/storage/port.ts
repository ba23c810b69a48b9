import type { DigestRows } from "./digest-port.ts";

/**
 * What Rethink keeps, as plain rows. Both stores (embedded, PostgreSQL) implement `Store`; one contract suite runs on
 * both. Platform, tenant and channel are part of every key and every query: no call can reach another channel's rows.
 * Bodies are JSON the caller owns and checks; the store never looks inside.
 */

/** One channel of one tenant on one platform. */
export interface ChannelId {
  platform: string;
  tenant: string;
  channel: string;
}

export interface PersonRow {
  id: string;
  name: string;
}

export interface RevisionRow {
  number: number;
  author: PersonRow;
  at: Date;
  said: string;
  restores: number | null;
  body: unknown;
}

export interface DecisionRow {
  number: number;
  by: PersonRow;
  at: Date;
  revision: number;
  body: unknown;
  /** A reopened decision stays on record; the review has none until the next. */
  reopened: boolean;
  dissent: readonly DissentRow[];
}

export interface DissentRow {
  author: PersonRow;
  text: string;
  at: Date;
}

export interface ActualRow {
  month: string;
  amountUsd: number;
  by: PersonRow;
  at: Date;
}

export interface ReviewRow {
  id: string;
  shortId: string;
  key: ChannelId;
  thread: string | null;
  cardMessage: string | null;
  cardChannel: string | null;
  createdBy: PersonRow;
  createdAt: Date;
  /** Ascending by number. */
  revisions: readonly RevisionRow[];
  /** Ascending by number. */
  decisions: readonly DecisionRow[];
  /** Ascending by month. */
  actuals: readonly ActualRow[];
}

export type NewReviewRow = Omit<ReviewRow, "decisions" | "actuals">;

/** Reviews of a channel. Each call names the channel; an id of another channel is simply not found. */
export interface ReviewRows {
  insert(review: NewReviewRow): Promise<void>;
  byId(key: ChannelId, id: string): Promise<ReviewRow | null>;
  byShortId(key: ChannelId, shortId: string): Promise<ReviewRow | null>;
  byThread(key: ChannelId, thread: string): Promise<ReviewRow | null>;
  newest(key: ChannelId): Promise<ReviewRow | null>;
  /** Newest first. */
  list(key: ChannelId): Promise<readonly ReviewRow[]>;
  /** Reviews of a tenant in which this person started or changed something, newest first. */
  takenPartIn(platform: string, tenant: string, personId: string, limit: number): Promise<readonly ReviewRow[]>;
  /** Channels of a tenant in which this person left anything. */
  channelsWith(platform: string, tenant: string, personId: string): Promise<readonly ChannelId[]>;
  addRevision(key: ChannelId, id: string, revision: RevisionRow): Promise<void>;
  setCard(key: ChannelId, id: string, card: { message: string; channel: string; thread: string | null }): Promise<void>;
  addDecision(key: ChannelId, id: string, decision: Omit<DecisionRow, "dissent" | "reopened">): Promise<void>;
  reopenDecisions(key: ChannelId, id: string): Promise<void>;
  addDissent(key: ChannelId, id: string, decision: number, dissent: DissentRow): Promise<void>;
  /** One amount a month: a second one replaces the first. */
  putActual(key: ChannelId, id: string, actual: ActualRow): Promise<void>;
  /** Deletes the review and everything under it. */
  remove(key: ChannelId, id: string): Promise<boolean>;
  /** Replaces what a revision or decision says, without touching who made it: for taking words out. */
  rewriteRevision(key: ChannelId, id: string, number: number, body: unknown): Promise<void>;
  rewriteDecision(key: ChannelId, id: string, number: number, body: unknown): Promise<void>;
  /**
   * Replaces this person's id and name, and empties their words, in all rows of the channel. Bodies are the caller's:
   * rewrite those first.
   */
  anonymise(key: ChannelId, personId: string, replacement: PersonRow): Promise<number>;
}

export interface SettingRow {
  kind: "quota" | "discount";
  name: string;
  value: number;
  by: PersonRow;
  at: Date;
}

/** What a channel set for all its reviews. */
export interface SettingRows {
  list(key: ChannelId): Promise<readonly SettingRow[]>;
  put(key: ChannelId, setting: SettingRow): Promise<void>;
  remove(key: ChannelId, kind: SettingRow["kind"], name: string): Promise<boolean>;
}

/** A description that could not be assessed yet: the next words of the same person may complete it. */
export interface AskRows {
  /** The text asked about since then, or null. */
  get(key: ChannelId, personId: string, askedSince: Date): Promise<string | null>;
  put(key: ChannelId, personId: string, text: string, at: Date): Promise<void>;
  remove(key: ChannelId, personId: string): Promise<void>;
  /** Forgets questions older than this. */
  prune(askedBefore: Date): Promise<number>;
}

/** An accepted event that waits for its turn. */
export interface InboxRow {
  id: string;
  key: ChannelId;
  eventId: string;
  body: unknown;
  attempts: number;
}

export interface InboxRows {
  /** False: an event of this id was accepted before. */
  accept(row: Omit<InboxRow, "attempts">): Promise<boolean>;
  /** Oldest unfinished event of the channel. */
  next(key: ChannelId): Promise<InboxRow | null>;
  /** Counts one more try; the number of tries so far. */
  addAttempt(key: ChannelId, id: string): Promise<number>;
  /** Takes one try back: it was given up for no fault of the event. */
  forgiveAttempt(key: ChannelId, id: string): Promise<void>;
  /**
   * Marks it done and drops its body: what a person wrote is kept only where a review keeps it. False: it was done
   * before.
   */
  finish(key: ChannelId, id: string): Promise<boolean>;
  /** Forgets finished events older than this; their ids then count as new. */
  prune(finishedBefore: Date): Promise<number>;
  /** Unfinished events of all channels. */
  backlog(): Promise<number>;
}

/** Something to be shown, decided together with the change it reports. */
export interface DeliveryRow {
  id: string;
  key: ChannelId;
  body: unknown;
  attempts: number;
}

export interface OutboxRows {
  add(rows: readonly Omit<DeliveryRow, "attempts">[]): Promise<void>;
  /** Oldest unposted delivery of the channel, and when it may be tried (null: now). */
  next(key: ChannelId): Promise<(DeliveryRow & { dueInMs: number }) | null>;
  /** Posted, or given up: the row goes. */
  remove(key: ChannelId, id: string): Promise<void>;
  retryAfter(key: ChannelId, id: string, delayMs: number): Promise<void>;
  backlog(): Promise<number>;
}

export const laneKinds = ["channel", "side"] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Work on a channel belongs to one holder at a time, across processes; a holder that dies loses it by itself. */
export interface LaneRows {
  /**
   * A queue of these platforms with something to do that nobody holds, now held for `leaseMs`.
   *
   * @param kind of channels, or of the queues beside them that wait on somebody outside
   */
  claim(holder: string, leaseMs: number, platforms: readonly string[], kind: LaneKind): Promise<ChannelId | null>;
  /** False: it was lost to somebody else. */
  renew(key: ChannelId, holder: string, leaseMs: number): Promise<boolean>;
  /** Locks the lane for the rest of the transaction; false when it is not this holder's any more. */
  guard(key: ChannelId, holder: string): Promise<boolean>;
  release(key: ChannelId, holder: string): Promise<void>;
}

/** Secrets a platform needs again: encrypted at rest, one a tenant. */
export interface TokenRows {
  get(platform: string, tenant: string): Promise<string | null>;
  put(platform: string, tenant: string, secret: string): Promise<void>;
  remove(platform: string, tenant: string): Promise<boolean>;
}

/** What a channel or a tenant leaves behind besides its reviews. */
export interface CleanupRows {
  /** Deletes every row of the channel, queued work of other events included. Counts what people would miss. */
  forgetChannel(key: ChannelId, keepEventId: string): Promise<{ reviews: number; settings: number }>;
  /** Everything of a tenant, at once. */
  forgetTenant(platform: string, tenant: string): Promise<void>;
  /** The bot was removed from a tenant: its token and schedules go at once, the rest with `forgetDeparted`. */
  tenantLeft(platform: string, tenant: string, at: Date): Promise<void>;
  /** Deletes tenants that left before this and sent nothing since. */
  forgetDeparted(leftBefore: Date): Promise<number>;
}

export interface Records {
  readonly reviews: ReviewRows;
  readonly settings: SettingRows;
  readonly asks: AskRows;
  readonly inbox: InboxRows;
  readonly outbox: OutboxRows;
  readonly lanes: LaneRows;
  readonly digests: DigestRows;
  readonly tokens: TokenRows;
  readonly cleanup: CleanupRows;
}

/** One row of any table, for moving a store: values are JSON. */
export interface TransferRow {
  table: string;
  row: Record<string, unknown>;
}

/** How the job engine reaches the same database. */
export type JobDatabase =
  | { kind: "postgres"; connectionString: string }
  | {
      kind: "embedded";
      query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
      exec(text: string): Promise<{ rows: Record<string, unknown>[] }[]>;
    };

/**
 * Rejections are UserErrors where the person can do something: `storage-unavailable` (database gone, disk full;
 * nothing was changed) and `store-in-use`.
 */
export interface Store extends Records {
  readonly kind: "embedded" | "postgres";
  readonly jobs: JobDatabase;
  /** All or nothing. On the embedded store one runs at a time: never wait for the network inside. */
  transaction<Result>(work: (records: Records) => Promise<Result>): Promise<Result>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  /** Every row of every table, in an order in which `load` can take them. */
  dump(): AsyncGenerator<TransferRow>;
  /** Into an empty store; all or nothing. Rejects when the store holds anything. */
  load(rows: AsyncIterable<TransferRow>): Promise<number>;
  close(): Promise<void>;
}

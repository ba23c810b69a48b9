import type { ChannelId, PersonRow } from "./port.ts";

/** The digest of a channel: there is at most one. */
export interface ScheduleRow {
  id: string;
  key: ChannelId;
  body: unknown;
  /** `refused`: it paused itself because the channel took no posts. */
  state: "running" | "paused" | "refused";
  nextAt: Date;
  /** Runs in a row that could not be posted. */
  refusals: number;
  setBy: PersonRow;
  setAt: Date;
}

/** One occurrence of a schedule, until it is finished. */
export interface DigestRunRow {
  id: string;
  key: ChannelId;
  scheduleId: string;
  occurrence: Date;
  late: boolean;
  notBefore: Date;
  /** What to show, once it was worked out; null before. */
  posts: unknown;
  /** How many of them are posted. */
  posted: number;
}

export type DigestOutcome = "posted" | "quiet" | "refused" | "skipped";

/** What comes of a schedule that is due: its next time, and the run to make, if any. */
export interface PlannedRun {
  key: ChannelId;
  scheduleId: string;
  nextAt: Date;
  run: { id: string; occurrence: Date; late: boolean; notBefore: Date } | null;
}

/** What a channel was last told of a review. `version` 0: nothing is stored yet. */
export interface MarkRow {
  reviewId: string;
  version: number;
  body: unknown;
}

export interface DigestRows {
  schedule(key: ChannelId): Promise<ScheduleRow | null>;
  /** Sets or changes the channel's schedule. `drop`: runs that were planned and not worked out yet go. */
  putSchedule(row: ScheduleRow, plannedRuns: "keep" | "drop"): Promise<void>;
  removeSchedule(key: ChannelId): Promise<boolean>;
  /** Schedules of all channels, by state. */
  countSchedules(): Promise<Record<ScheduleRow["state"], number>>;
  /** Running schedules of a platform due before this, the earliest first, locked for the rest of the transaction. */
  due(platform: string, before: Date, limit: number): Promise<readonly ScheduleRow[]>;
  /** Moves schedules on and makes their runs. A run of the same schedule and occurrence is made once. */
  plan(planned: readonly PlannedRun[]): Promise<void>;
  /** Runs that were made and never handed to the queue. */
  unsent(platform: string, limit: number): Promise<readonly { id: string; key: ChannelId; notBefore: Date }[]>;
  markSent(ids: readonly string[]): Promise<void>;
  /** The unfinished run, held by this holder for `leaseMs`. `held`: somebody else works on it. `none`: it is finished. */
  claimRun(key: ChannelId, id: string, holder: string, leaseMs: number): Promise<DigestRunRow | "held" | "none">;
  releaseRun(key: ChannelId, id: string, holder: string): Promise<void>;
  /** Keeps what to show. False: the run is not this holder's any more. */
  setPosts(key: ChannelId, id: string, holder: string, posts: unknown): Promise<boolean>;
  /** Keeps how many are posted. False: the run is not this holder's any more. */
  setPosted(key: ChannelId, id: string, holder: string, posted: number): Promise<boolean>;
  /** Ends the run; its posts go. False: it was ended before. */
  finishRun(key: ChannelId, id: string, outcome: DigestOutcome): Promise<boolean>;
  /** Forgets finished runs of occurrences before this. */
  pruneRuns(before: Date): Promise<number>;
  /** Counts a run that was refused, or forgets those before it; how many there are in a row. */
  countRefusal(key: ChannelId, scheduleId: string, refused: boolean): Promise<number>;
  setScheduleState(key: ChannelId, scheduleId: string, state: ScheduleRow["state"]): Promise<boolean>;
  marks(key: ChannelId): Promise<readonly MarkRow[]>;
  /** Writes marks over the versions they were made from. False: one has changed since, and nothing may be kept. */
  putMarks(key: ChannelId, marks: readonly MarkRow[]): Promise<boolean>;
}

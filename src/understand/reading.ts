import type { ErrorCode } from "#src/errors.ts";
import type { Origins, WorkloadInput } from "#src/model/workload.ts";
import type { ReadingNote } from "./facts.ts";

/** What Rethink does not model, named so that the answer can say it in one sentence. */
export type OutOfScopeTopic = "gpu" | "other-cloud" | "data-store" | "on-premises";

/** A maximum without an ordinary load ("up to 300 a minute"): mean x peak must equal it, the ratio is assumed. */
export interface MaximumRate {
  perSecond: number;
  evidence: string;
}

/** A description read: the leaves it gives, where each came from, and what the reader could not use. */
export interface WorkloadReading {
  kind: "workload";
  input: WorkloadInput;
  origins: Origins;
  notes: readonly ReadingNote[];
  /** Figures in the text that nothing used, as written. */
  unread: readonly string[];
  /** Set when only a maximum was given; `input.ratePerSecond` is then missing. */
  maximum: MaximumRate | null;
  /** A batch that works through its volume in a window of the day. */
  isBatch: boolean;
}

/** Not enough, or not usable: say what to type. What was read stays with it. */
export interface AskReading {
  kind: "ask";
  code: Extract<ErrorCode, "no-workload" | "missing-rate" | "unknown-region" | "bad-input">;
  /** One or two sentences with an example. */
  message: string;
  path: string | null;
  input: WorkloadInput;
  origins: Origins;
  notes: readonly ReadingNote[];
  unread: readonly string[];
}

export interface OutOfScopeReading {
  kind: "out-of-scope";
  topic: OutOfScopeTopic;
  /** The words that said so. */
  evidence: string;
  message: string;
  input: WorkloadInput;
  origins: Origins;
  notes: readonly ReadingNote[];
  unread: readonly string[];
}

export type Reading = WorkloadReading | AskReading | OutOfScopeReading;

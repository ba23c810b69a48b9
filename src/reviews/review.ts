import type { Architecture } from "#src/model/architecture-name.ts";
import type { RevisitTrigger, Verdict } from "#src/model/assessment.ts";
import type { Change } from "#src/model/change.ts";
import type { Origins, Workload } from "#src/model/workload.ts";

/** Who and where, as the store keys it. Platform, tenant and channel are part of every query. */
export interface ChannelKey {
  platform: string;
  tenant: string;
  channel: string;
}

export interface Author {
  id: string;
  name: string;
}

/** Figures of a revision worth keeping: what the digest compares, without re-running an old catalog. */
export interface RevisionFigures {
  verdict: Verdict;
  preferred: Architecture | null;
  preferredUsd: number | null;
  monthlyUsd: Partial<Record<Architecture, number>>;
  firstLimit: { quota: string; headroom: number } | null;
  confidence: number;
}

/** One state of a review: immutable once written. */
export interface Revision {
  number: number;
  author: Author;
  at: Date;
  /** The words that led to it, redacted. */
  said: string;
  changes: readonly Change[];
  workload: Workload;
  origins: Origins;
  notes: readonly string[];
  catalog: { pricesAsOf: string; quotasAsOf: string };
  figures: RevisionFigures;
  /** What the workload is mainly about, when the model does not cover it ("GPU training"). */
  outOfScope?: string;
  /** What a language model has to do with its words; absent: nothing. Never with its figures. */
  llm?: "pending" | "used" | "failed";
  /** Set on an undo: the number of the earlier revision it restores. */
  restores?: number;
}

export interface Decision {
  choice: Architecture | "other";
  choiceText: string;
  reason: string;
  dissent: readonly { author: Author; text: string; at: Date }[];
  by: Author;
  at: Date;
  /** Revision it was taken on: its figures and catalog are frozen there. */
  revision: number;
  triggers: readonly RevisitTrigger[];
}

/** What a bill really was. */
export interface Actual {
  /** YYYY-MM. */
  month: string;
  amountUsd: number;
  by: Author;
  at: Date;
}

/** What a channel keeps. */
export interface Review {
  /** Sortable unique id, never shown. */
  id: string;
  /** Four characters people type: unique within the channel. */
  shortId: string;
  key: ChannelKey;
  /** Thread the conversation is in, once posted. */
  thread: string | null;
  /** The posted card, to edit. */
  cardMessage: string | null;
  /** Channel the platform posted the card in; the key's channel unless the platform says otherwise. */
  cardChannel: string | null;
  createdBy: Author;
  createdAt: Date;
  /** Newest last. */
  revisions: readonly Revision[];
  decision: Decision | null;
  actuals: readonly Actual[];
}

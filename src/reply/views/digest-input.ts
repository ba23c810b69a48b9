import type { RevisitTrigger, Verdict } from "#src/model/assessment.ts";
import type { Author } from "#src/reviews/review.ts";

/** One review at one moment, as the digest compares it. */
export interface DigestState {
  verdict: Verdict;
  /** Cost a month of the preferred design; null where there is none. */
  usd: number | null;
  ratePerSecond: number;
  confidence: number;
  /** Cheapest of each family, for a verdict that is too close to call. */
  serverlessUsd: number | null;
  monolithUsd: number | null;
}

/** Why a figure moved. */
export type DigestCause = "growth" | "price" | "quota" | "correction" | "decision";

export interface DigestReview {
  shortId: string;
  name: string;
  unitOfWork: string;
  before: DigestState;
  after: DigestState;
  causes: readonly DigestCause[];
  /** What each cause did to the cost a month; left out where nobody worked it out. */
  split?: readonly { cause: DigestCause; usd: number; price?: { id: string; share: number } }[];
  /** Triggers that came true, with who set them. */
  fired: readonly { trigger: RevisitTrigger; setBy: Author | null }[];
  /** The last bill somebody logged, against what was predicted for that month. */
  actual: { month: string; predictedUsd: number; billedUsd: number } | null;
  /** Cost a month of the last digests, oldest first. */
  historyUsd: readonly number[];
}

export interface NearestLimit {
  shortId: string;
  name: string;
  quota: string;
  unit: string;
  demand: number;
  applied: number;
  /** True when the team gave the quota. */
  stated: boolean;
  /** Null: growth never reaches it. */
  monthsAway: number | null;
}

export interface DigestInput {
  /** "Monday digest"; what the schedule is called. */
  title: string;
  /** Reviews the channel has. */
  watched: number;
  moved: readonly DigestReview[];
  quiet: readonly { shortId: string; name: string; usd: number | null }[];
  /** Reviews that can't be worked out any more. */
  unassessed?: readonly { shortId: string; name: string }[];
  nearestLimit: NearestLimit | null;
  /** Limits that come next, nearest first. */
  nextLimits?: readonly NearestLimit[];
  /** Decisions due for another look, with the date, ISO. */
  due: readonly { shortId: string; name: string; date: string }[];
  totalUsd: number | null;
  /** Null for a digest on demand without a schedule. */
  schedule: { words: string; setBy: Author | null; always: boolean; onlyFlips?: boolean } | null;
  /** Day of the last digest, ISO; null: there was none. */
  since: string | null;
  /** Today, ISO. */
  today: string;
  /** When this digest should have come, in local time, where it is late: "Mon 30 Nov, 9:00 CET". */
  lateSince?: string;
  /** What counts as a move here, for an empty digest to say: "10% or $500 a month". Left out: any move. */
  bar?: string;
}

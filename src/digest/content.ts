import type { Architecture } from "#src/model/architecture-name.ts";
import type { RevisitTrigger, Verdict } from "#src/model/assessment.ts";
import type { Author } from "#src/reviews/review.ts";

/** One review at one moment, as digests compare it. Costs are US dollars a month. */
export interface ReviewState {
  verdict: Verdict;
  /** Of the design that was decided on, else of the preferred one; null where it has no total. */
  usd: number | null;
  ratePerSecond: number;
  confidence: number;
  serverlessUsd: number | null;
  monolithUsd: number | null;
}

/** Why a figure moved, in the order in which the causes are told apart. */
export const causes = ["growth", "price", "quota", "correction", "decision"] as const;
export type Cause = (typeof causes)[number];

export interface CauseShare {
  cause: Cause;
  /** What it changed a month; the shares add up to the whole change. */
  usd: number;
  /** True when the verdict changed with it. */
  flipped: boolean;
  /** Of prices: the one that did most; left out where the design followed has none that moved. */
  price?: PriceMove;
}

/** A price that changed: its id, and by how much the line it is in rose (or fell) for the same load. */
export interface PriceMove {
  id: string;
  share: number;
}

export interface FiredTrigger {
  trigger: RevisitTrigger;
  setBy: Author | null;
}

/** A logged bill against what was predicted for its month. */
export interface Prediction {
  month: string;
  predictedUsd: number;
  billedUsd: number;
}

export interface MovedReview {
  shortId: string;
  name: string;
  unitOfWork: string;
  before: ReviewState;
  after: ReviewState;
  causes: readonly Cause[];
  split: readonly CauseShare[];
  fired: readonly FiredTrigger[];
  actual: Prediction | null;
  historyUsd: readonly number[];
}

export interface LimitAhead {
  shortId: string;
  name: string;
  quota: string;
  unit: string;
  demand: number;
  applied: number;
  stated: boolean;
  /** Months from now; 0: passed; null: growth never reaches it. */
  monthsAway: number | null;
}

/** Everything a digest says, before it is put into words. */
export interface DigestContent {
  watched: number;
  moved: readonly MovedReview[];
  quiet: readonly { shortId: string; name: string; usd: number | null }[];
  /** Reviews the model can't work out any more, such as one in a region that left the catalog. */
  unassessed: readonly { shortId: string; name: string }[];
  /** Nearest first. */
  limits: readonly LimitAhead[];
  /** Decisions whose day to look again has come, ISO day. */
  due: readonly { shortId: string; name: string; date: string }[];
  totalUsd: number | null;
  /** When the channel was last told, ISO day; null: never. */
  since: string | null;
  /** ISO day. */
  today: string;
}

/** A trigger that came true, told once in the review's own thread too. */
export interface ThreadNotice {
  reviewId: string;
  shortId: string;
  name: string;
  thread: string | null;
  fired: readonly FiredTrigger[];
}

/** The design a digest follows. */
export type Design = Architecture | null;

import type { Assessment } from "#src/model/assessment.ts";
import type { Author, Decision } from "#src/reviews/review.ts";

/** Whether a language model takes part in reading the words; it never takes part in the figures. */
export type LlmStatus = "pending" | "used" | "failed" | "off";

/** What a card shows besides the assessment. */
export interface CardReview {
  /** Null for a result that is not kept (`rethink review`): no id, no buttons. */
  shortId: string | null;
  revision: number;
  askedBy: Author | null;
  /** The words that led to it, redacted. */
  said: string;
  decision?: Decision;
}

export interface ReviewCardInput {
  review: CardReview;
  assessment: Assessment;
  /** Set once the catalog is old enough to warn about. */
  catalogAgeDays?: number;
  llm: LlmStatus;
  /** What was understood in an unexpected way, in words. */
  notes: readonly string[];
}

/** Who sees a detail: the person who pressed the button, or the channel after "Show everyone". */
export type Audience = "asker" | "everyone";

/** What every detail view of one review needs. */
export interface DetailInput {
  review: { shortId: string | null; revision: number };
  assessment: Assessment;
  audience: Audience;
}

import type { FollowUp, QuestionIntent } from "#src/understand/follow-up/follow-up.ts";
import type { ReviewContext } from "./context.ts";
import { currentRevision } from "./current.ts";
import type { Review } from "./review.ts";

export type { FollowUp, QuestionIntent };

/** Words said about a review, read against its workload as it is now. */
export function readSpoken(context: ReviewContext, review: Review, text: string): FollowUp {
  return context.understanding.followUp(text, currentRevision(review).workload);
}

/** True when there is something to do: an edit, or a question. */
export function hasMeaning(followUp: FollowUp): boolean {
  if (followUp.kind === "changes") return followUp.changes.length > 0;
  return followUp.intent !== "none" && followUp.intent !== "unknown";
}

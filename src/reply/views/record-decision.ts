import type { Architecture } from "#src/model/architecture-name.ts";
import { button } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { strong } from "#src/reply/spans.ts";
import { architectureLabel } from "#src/reply/wording/architecture.ts";

export interface OfferDecisionInput {
  review: { shortId: string };
  choice: Architecture;
  reason: string;
}

/** Somebody said what they would go with, to the others: offered as a decision, recorded only when pressed. */
export function offerDecisionReply({ review, choice, reason }: OfferDecisionInput): Reply {
  const title = `Record the decision: ${architectureLabel(choice)}?`;
  const args = { choice, ...(reason === "" ? {} : { reason: oneLine(reason, 500) }) };
  return {
    kind: "ask",
    summary: title,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [strong(title)] },
      { kind: "actions", actions: [button("Record", "decide", review.shortId, args)] },
    ],
  };
}

import { formButton } from "#src/reply/actions.ts";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { person, plain, strong } from "#src/reply/spans.ts";
import type { Author } from "#src/reviews/review.ts";

export interface ReopenedInput {
  review: { shortId: string };
  by: Author;
  /** To decide anew. */
  form: Form;
}

/** A decision taken back; it stays on record. */
export function reopenedReply({ review, by, form }: ReopenedInput): Reply {
  const title = `${review.shortId} is open again.`;
  return {
    kind: "notice",
    summary: title,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [strong(title), plain(" Reopened by "), person(by.id, oneLine(by.name, 60)), plain(".")],
      },
      { kind: "actions", actions: [formButton("Decide", review.shortId, form)] },
    ],
  };
}

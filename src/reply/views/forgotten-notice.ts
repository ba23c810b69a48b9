import { oneLine } from "#src/reply/clean-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { person, plain, strong } from "#src/reply/spans.ts";
import type { Author } from "#src/reviews/review.ts";

/** What stands where a card stood. `by` null: its author asked to be forgotten. */
export function deletedCardReply({ shortId, by }: { shortId: string; by: Author | null }): Reply {
  const title = `Review ${shortId} was deleted`;
  return {
    kind: "notice",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      {
        kind: "context",
        spans:
          by === null ? [plain(`${title}.`)] : [plain(`${title} by `), person(by.id, oneLine(by.name, 60)), plain(".")],
      },
    ],
  };
}

/** Told to the channel: everything kept of it went, and who asked for that. */
export function channelForgottenReply({ by, reviews }: { by: Author; reviews: number }): Reply {
  const title = "Everything kept of this channel was deleted";
  const what = ` (${reviews} ${reviews === 1 ? "review" : "reviews"})`;
  return {
    kind: "notice",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      {
        kind: "paragraph",
        spans: [strong(title), plain(`${what}, by `), person(by.id, oneLine(by.name, 60)), plain(".")],
      },
    ],
  };
}

import { nativeChart } from "#src/charts/native-chart.ts";
import { drawTextChart } from "#src/charts/text-chart.ts";
import type { ErrorReport } from "#src/cli/error-report.ts";
import type { AnswerContext } from "#src/cli/machine-command.ts";
import { UserError } from "#src/errors.ts";
import { renderMarkdown } from "#src/reply/markdown.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import type { Reply } from "#src/reply/reply.ts";
import { askForDescriptionReply } from "#src/reply/views/ask.ts";
import { userErrorReply } from "#src/reply/views/errors.ts";
import { reviewCard } from "#src/reply/views/review-card.ts";
import type { ReviewResult } from "./assess-request.ts";

/** What a person would see in place of JSON. */
export const reviewFormats = ["json", "text", "markdown", "slack", "discord"] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

/** The format asked for; text on a terminal, JSON elsewhere. @throws UserError for another word */
export function formatOf({ flags, io }: AnswerContext): ReviewFormat {
  const asked = flags["json"] === true ? "json" : flags["format"];
  if (asked === undefined) return io.terminal.interactive && flags["ndjson"] !== true ? "text" : "json";
  const format = reviewFormats.find((each) => each === asked);
  if (format !== undefined) return format;
  throw new UserError({
    code: "bad-input",
    path: "--format",
    message: `--format is ${JSON.stringify(asked)}.`,
    nextStep: `Use ${reviewFormats.join(", ")}.`,
  });
}

/** The result as the reply a channel would get; nothing is kept, so the card has no id and no buttons. */
export function replyOf(result: ReviewResult): Reply {
  if (result.kind === "ask") return askForDescriptionReply(result.message);
  const { assessment, said, readingNotes, ageDays, isOld } = result;
  return reviewCard({
    review: { shortId: null, revision: 1, askedBy: null, said },
    assessment,
    ...(isOld ? { catalogAgeDays: ageDays } : {}),
    llm: "off",
    notes: readingNotes,
  });
}

/** What went wrong, as the reply the person who asked would get. */
export function failureReply(error: ErrorReport): Reply {
  return userErrorReply({ code: "bad-input", message: error.message });
}

/** A reply in one of the formats, as what is sent: text, or the message of a platform. */
export async function rendered(
  reply: Reply,
  format: Exclude<ReviewFormat, "json">,
  { io }: AnswerContext,
): Promise<unknown> {
  switch (format) {
    case "text":
      return renderPlainText(reply, { ...io.terminal, chart: drawTextChart });
    case "markdown":
      return renderMarkdown(reply);
    case "slack": {
      const { renderMessages } = await import("#src/platforms/slack/pages.ts");
      const { nativeLook } = await import("#src/platforms/slack/render.ts");
      return renderMessages(reply, nativeLook(nativeChart));
    }
    case "discord": {
      const { renderMessages } = await import("#src/platforms/discord/pages.ts");
      return renderMessages(reply);
    }
  }
}

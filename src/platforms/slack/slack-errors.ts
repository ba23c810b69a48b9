import { webApi } from "@slack/bolt";
import { ResponseUrlError } from "./response-url.ts";

/** Slack's own code of a failed call ("not_in_channel"), or null when it failed in another way. */
export function slackCode(error: unknown): string | null {
  if (error instanceof ResponseUrlError) return error.slackCode;
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

/** The message does not hold: `invalid_blocks` names blocks Slack does not know (yet), the other is about length. */
export function refusesBlocks(error: unknown): boolean {
  const code = slackCode(error);
  return code === "invalid_blocks" || code === "invalid_blocks_format" || code === "msg_blocks_too_long";
}

/** An uploaded picture may not be usable for a moment; Slack says so in the details of `invalid_blocks`. */
export function pictureNotReady(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIPlatformError) || error.data.error !== "invalid_blocks") return false;
  return (error.data.response_metadata?.messages ?? []).some((message) => message.includes("slack_file"));
}

/** The bot is not where it should write. Slack hides private channels as "not found". */
export function isOutside(error: unknown): boolean {
  const code = slackCode(error);
  return code === "not_in_channel" || code === "channel_not_found" || code === "user_not_in_channel";
}

export function isRateLimited(error: unknown): error is webApi.WebAPIRateLimitedError {
  return error instanceof webApi.WebAPIRateLimitedError;
}

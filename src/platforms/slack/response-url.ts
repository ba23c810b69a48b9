import { z } from "zod";
import type { SlackMessage } from "./block-kit.ts";
import { parseJson } from "./button-value.ts";
import type { ClientOptions } from "./clients.ts";

/** A response URL lives half an hour and takes five answers; then, or when Slack refuses the message, this is thrown. */
export class ResponseUrlError extends Error {
  readonly status: number;
  /** Slack's own code: "invalid_blocks", "expired_url". */
  readonly slackCode: string | null;

  constructor(status: number, slackCode: string | null) {
    super(`the response URL answered ${status} ${slackCode ?? ""}`.trim());
    this.name = "ResponseUrlError";
    this.status = status;
    this.slackCode = slackCode;
  }
}

const answerSchema = z.object({ ok: z.boolean().optional(), error: z.string().optional() });

/** Answers only the person whose command or press the URL came with; works where the bot is no member. */
export async function respondPrivately(
  url: string,
  message: SlackMessage,
  thread: string | undefined,
  fetchLike: ClientOptions["fetch"] = fetch,
): Promise<void> {
  const response = await fetchLike(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      response_type: "ephemeral",
      replace_original: false,
      text: message.text,
      ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    }),
  });
  const answer = await response.text();
  const parsed = answerSchema.safeParse(parseJson(answer));
  const code = parsed.success ? (parsed.data.error ?? null) : null;
  if (!response.ok || (parsed.success && parsed.data.ok === false)) throw new ResponseUrlError(response.status, code);
}

import { createHash } from "node:crypto";
import type { REST } from "discord.js";
import { RetryLater, UserError } from "#src/errors.ts";
import type { Where } from "#src/reply/invocation.ts";
import { MAY_NOT_POST, THREAD_IS_LOCKED } from "#src/reply/wording/platform-words.ts";
import { type PostOptions, postMessage, type Sending } from "./calls.ts";
import { code, hasCode, isOutside, isRateLimited, withoutContents } from "./discord-errors.ts";
import { isDirect } from "./incoming.ts";
import { discordLimits } from "./limits.ts";

/**
 * Posts into the thread when there is one. Where none could be opened (direct messages, no permission), the thread's id
 * is that of the message it would hang under, and what belongs into it is posted as a reply to that message.
 */
export async function postInto(
  rest: REST,
  where: Where,
  sending: Sending,
  options: PostOptions = {},
): Promise<{ id: string; channel_id: string }> {
  const { thread } = where;
  if (thread === undefined) return postMessage(rest, where.channel, sending, options);
  const below = { ...options, replyTo: options.replyTo ?? thread };
  if (isDirect(where)) return postMessage(rest, where.channel, sending, below);
  try {
    return await postMessage(rest, thread, sending, options);
  } catch (error) {
    if (!hasCode(error, code.unknownChannel)) throw error;
    return postMessage(rest, where.channel, sending, below);
  }
}

/**
 * What Discord's refusals mean to whoever asked. Whole replies go in here, not single calls: some refusals are answered
 * with another form of the reply.
 *
 * @throws UserError `not-allowed` where the bot may not post; RetryLater where Discord asks to wait
 */
export async function withMeaning<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw meaningOf(error);
  }
}

function meaningOf(error: unknown): unknown {
  if (isRateLimited(error)) {
    return new RetryLater("Discord asks to wait before the next message", error.retryAfter);
  }
  const cause = withoutContents(error);
  if (hasCode(error, code.threadLocked)) return new UserError({ code: "not-allowed", ...THREAD_IS_LOCKED }, { cause });
  return isOutside(error) ? new UserError({ code: "not-allowed", ...MAY_NOT_POST }, { cause }) : cause;
}

/** A nonce for each message of a delivery: the key itself for the first, made from it for those after. */
export function nonceOf(deliveryKey: string | undefined, page: number): string | undefined {
  if (deliveryKey === undefined) return undefined;
  if (page === 0 && deliveryKey.length <= discordLimits.nonce) return deliveryKey;
  return createHash("sha256").update(`${deliveryKey}/${page}`).digest("base64url").slice(0, discordLimits.nonce);
}

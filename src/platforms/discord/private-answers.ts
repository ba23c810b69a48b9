import type { Clock } from "#src/clock.ts";
import type { Logger } from "#src/log.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { deleteFirst, editFirst, followUp, type Sending } from "./calls.ts";
import { postInto, withMeaning } from "./channel-posts.ts";
import { code, discordCode, hasCode, withoutContents } from "./discord-errors.ts";
import { discordLimits } from "./limits.ts";
import { renderMessages } from "./pages.ts";
import { madeAtMs, type ReplyHandle, readHandle } from "./reply-handle.ts";
import type { Rests } from "./rests.ts";
import type { Sender } from "./send.ts";
import type { Waiting } from "./waiting.ts";

export interface PrivateParts {
  rests: Rests;
  /** The application the interactions belong to; known once the client is ready. */
  applicationId: () => string;
  sender: Sender;
  waiting: Waiting;
  clock: Clock;
  log: Logger;
}

type Interaction = Extract<ReplyHandle, { token: string }>;

/** How replies reach one person alone. */
export function createPrivateAnswers({ rests, applicationId, sender, waiting, clock, log }: PrivateParts) {
  const rest = rests.patient;

  async function answerPrivately(invocation: Invocation, reply: Reply): Promise<void> {
    if (reply.kind === "silent") return;
    const handle = readHandle(invocation.replyHandle);
    if (handle === null || handle.kind === "said") return answerAloud(invocation, reply, handle?.message);
    await waiting.acknowledged(handle.interaction);
    try {
      await sender.send(reply, renderMessages, (sending, page) => answer(handle, sending, page));
    } catch (error) {
      if (!isOver(error, handle)) throw withoutContents(error);
      log.info({ tenant: invocation.where.tenant, discordCode: discordCode(error) }, "an interaction is over");
      await answerAloud(invocation, reply, undefined);
    }
  }

  /** The first answer to a command takes the place of "thinking…"; everything else is a message of its own. */
  async function answer(handle: Interaction, sending: Sending, page: number): Promise<void> {
    const { token, interaction } = handle;
    if (handle.kind === "pressed" || page > 0 || waiting.isUsed(interaction)) {
      return followUp(rest, applicationId(), token, sending);
    }
    try {
      await editFirst(rest, applicationId(), token, sending);
      waiting.use(interaction);
    } catch (error) {
      if (!hasCode(error, code.unknownMessage)) throw error;
      await followUp(rest, applicationId(), token, sending);
    }
  }

  /**
   * Discord ends an interaction after 15 minutes, and knows none that was not acknowledged. One of a moment ago may be
   * acknowledged by another replica right now: that is worth another try.
   */
  function isOver(error: unknown, { interaction }: Interaction): boolean {
    if (hasCode(error, code.invalidWebhookToken)) return true;
    const ageMs = clock.now().getTime() - madeAtMs(interaction);
    return hasCode(error, code.unknownWebhook, code.unknownInteraction) && ageMs > 2 * discordLimits.firstAnswerMs;
  }

  /** Where Discord knows no private answer: in the place it was asked, to the message that asked. */
  async function answerAloud({ where }: Invocation, reply: Reply, replyTo: string | undefined): Promise<void> {
    await withMeaning(() =>
      sender.send(reply, renderMessages, (sending, page) =>
        postInto(rest, where, sending, page === 0 ? { replyTo } : {}),
      ),
    );
  }

  /** Never fails: a sign of waiting that stays is Discord's to end. */
  async function stopWaiting({ replyHandle }: Invocation): Promise<void> {
    const handle = readHandle(replyHandle);
    if (handle?.kind !== "asked" || waiting.isUsed(handle.interaction)) return;
    await waiting.acknowledged(handle.interaction);
    waiting.use(handle.interaction);
    try {
      await deleteFirst(rest, applicationId(), handle.token);
    } catch (error) {
      log.info({ discordCode: discordCode(error) }, "a sign of waiting could not be taken back");
    }
  }

  return { answerPrivately, stopWaiting };
}
export type PrivateAnswers = ReturnType<typeof createPrivateAnswers>;

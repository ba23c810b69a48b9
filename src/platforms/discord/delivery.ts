import type { Logger } from "#src/log.ts";
import type { MessageRef } from "#src/platforms/port.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { editMessage, reopenThread, type Sending, startThread } from "./calls.ts";
import { nonceOf, postInto, withMeaning } from "./channel-posts.ts";
import { code, discordCode, hasCode } from "./discord-errors.ts";
import { isDirect } from "./incoming.ts";
import { renderMessages, renderOneMessage } from "./pages.ts";
import type { Rests } from "./rests.ts";
import type { Render, Sender } from "./send.ts";
import { threadName } from "./thread-name.ts";

export interface DeliveryParts {
  rests: Rests;
  sender: Sender;
  log: Logger;
}

const renderCard: Render = (reply, look) => [renderOneMessage(reply, look)];

/** How replies reach channels and threads. All of it needs the bot's token alone: no gateway, no interaction. */
export function createDelivery({ rests, sender, log }: DeliveryParts) {
  /** A digest is not waited for: the job that posts it is told when to come again. */
  async function post(where: Where, reply: Reply, deliveryKey?: string): Promise<MessageRef> {
    if (reply.kind === "silent") throw new Error("a silent reply is not posted");
    const rest = reply.kind === "digest" ? rests.prompt : rests.patient;
    const { id, channel_id } = await withMeaning(() =>
      sender.send(reply, renderMessages, (sending, page) =>
        postInto(rest, where, sending, { nonce: nonceOf(deliveryKey, page) }),
      ),
    );
    return { channel: channel_id, message: id, ...(where.thread === undefined ? {} : { thread: where.thread }) };
  }

  async function postCard(where: Where, reply: Reply, opener: Reply | null, deliveryKey?: string): Promise<MessageRef> {
    const { id, channel_id } = await withMeaning(() =>
      sender.send(reply, renderCard, (sending) =>
        postInto(rests.patient, where, sending, { nonce: nonceOf(deliveryKey, 0) }),
      ),
    );
    const thread = where.thread ?? (isDirect(where) ? id : await openThread(channel_id, id, threadName(reply)));
    if (opener !== null) await open({ ...where, thread }, opener, nonceOf(deliveryKey, 1));
    return { channel: channel_id, message: id, thread };
  }

  /** Discord gives a thread the id of its message. Where none can be opened, answers hang on that message instead. */
  async function openThread(channel: string, message: string, name: string): Promise<string> {
    try {
      return await startThread(rests.patient, channel, message, name);
    } catch (error) {
      if (!hasCode(error, code.threadExists)) {
        log.warn({ channel, discordCode: discordCode(error) }, "no thread could be opened");
      }
      return message;
    }
  }

  /** The card stands whether or not its thread could be opened: repeating both would show it twice. */
  async function open(where: Where, opener: Reply, nonce: string | undefined): Promise<void> {
    try {
      await post(where, opener, nonce);
    } catch (error) {
      log.warn(
        { tenant: where.tenant, discordCode: discordCode(error) },
        "the first message of a thread was not posted",
      );
    }
  }

  async function edit(where: Where, ref: MessageRef, reply: Reply): Promise<void> {
    const change = (sending: Sending) => editMessage(rests.patient, ref.channel, ref.message, sending);
    await withMeaning(async () => {
      try {
        await sender.send(reply, renderCard, (sending) => reopening(ref.channel, () => change(sending)));
      } catch (error) {
        if (!hasCode(error, code.unknownMessage, code.unknownChannel)) throw error;
        log.warn({ tenant: where.tenant }, "the message to edit is gone");
      }
    });
  }

  /** A card that stands in a thread itself cannot be edited while the thread is archived. */
  async function reopening(channel: string, change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (!hasCode(error, code.threadArchived)) throw error;
      await reopenThread(rests.patient, channel);
      await change();
    }
  }

  return { post, postCard, edit };
}

import type { Message } from "discord.js";
import type { Door } from "#src/platforms/port.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { FirstResponses } from "./first-response.ts";
import { discordWhere, isDirect, messageInvocation } from "./incoming.ts";
import { mentions } from "./incoming-text.ts";
import { botIdsFor, textOf } from "./message-text.ts";

/**
 * Words in messages. Discord delivers the text of those that mention the bot, reply to it, or are written to it
 * directly; of others only where the privileged intent is switched on. What comes without text says nothing.
 */
export function createMessageListener(door: Door, responses: FirstResponses) {
  return async (message: Message): Promise<void> => {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const isMention = mentions(message.content, botIdsFor(message));
    const text = textOf(message);
    if (text === "" && !isMention) return;
    const place = placeOf(message);
    const replied =
      place.thread === undefined ? await repliedReview(message, place, door, isReplyToBot(message)) : null;
    const where = replied === null ? place : { ...place, thread: replied };
    const addressed = isMention || isDirect(where) || isReplyToBot(message);
    const invocation = messageInvocation(message, where, text, addressed);
    try {
      if (addressed || (where.thread !== undefined && (await door.isReviewThread(where))))
        await door.accept(invocation);
    } catch (error) {
      if (addressed) await responses.tell(invocation, error);
      else throw error;
    }
  };
}

function placeOf({ channel, channelId, guildId, author }: Message): Where {
  const parentId = channel.isThread() ? channel.parentId : null;
  return discordWhere({ guildId, channelId, parentId, userId: author.id });
}

function isReplyToBot({ mentions: mentioned, client }: Message): boolean {
  return mentioned.repliedUser?.id === client.user.id;
}

/**
 * The review a reply outside a thread means: that of the card replied to, or of the card an answer hangs on where no
 * thread could be opened. A card's message has the id of its thread.
 */
async function repliedReview(message: Message, place: Where, door: Door, toBot: boolean): Promise<string | null> {
  const target = message.reference?.messageId;
  if (target === undefined || !toBot) return null;
  if (await door.isReviewThread({ ...place, thread: target })) return target;
  const answer = await message.fetchReference().catch(() => null);
  const above = answer?.reference?.messageId;
  return above !== undefined && (await door.isReviewThread({ ...place, thread: above })) ? above : null;
}

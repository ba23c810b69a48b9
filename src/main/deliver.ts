import type { Delivery } from "#commands/command.ts";
import { assertNever } from "#src/errors.ts";
import type { MessageRef, Platform } from "#src/platforms/port.ts";
import type { Invocation, Where } from "#src/reply/invocation.ts";
import type { ChannelId, Records, ReviewRow } from "#src/storage/port.ts";
import type { StoredDelivery } from "./stored.ts";

/** A card that was posted: to be kept with its review, in the transaction that drops the delivery. */
export interface PostedCard {
  reviewId: string;
  message: string;
  channel: string;
  thread: string | null;
}

/**
 * Shows one delivery through its platform. Resolves to the card it posted, if it was one.
 *
 * @param deliveryKey the same when a delivery is repeated after a crash
 */
export async function deliver(
  platform: Platform,
  records: Records,
  key: ChannelId,
  stored: StoredDelivery,
  deliveryKey: string,
): Promise<PostedCard | null> {
  const card = await show(platform, records, key, stored, deliveryKey);
  if (stored.delivery.to !== "asker") await platform.stopWaiting(stored.invocation);
  return card;
}

async function show(
  platform: Platform,
  records: Records,
  key: ChannelId,
  { delivery, invocation }: StoredDelivery,
  deliveryKey: string,
): Promise<PostedCard | null> {
  const channel = channelWhere(invocation.where);
  switch (delivery.to) {
    case "channel":
      await platform.post(channel, delivery.reply, deliveryKey);
      return null;
    case "card": {
      // A review that was forgotten meanwhile leaves no card behind.
      if ((await records.reviews.byId(key, delivery.reviewId)) === null) return null;
      const ref = await platform.postCard(channel, delivery.reply, delivery.opener, deliveryKey);
      return { reviewId: delivery.reviewId, message: ref.message, channel: ref.channel, thread: ref.thread ?? null };
    }
    case "edit-card": {
      const ref = refOf(await records.reviews.byId(key, delivery.reviewId));
      if (ref !== null) await platform.edit(channel, ref, delivery.reply);
      return null;
    }
    case "edit-message":
      await platform.edit({ ...channel, channel: delivery.message.channel }, delivery.message, delivery.reply);
      return null;
    case "thread":
      await platform.post(await threadWhere(delivery, records, key, invocation), delivery.reply, deliveryKey);
      return null;
    case "asker":
      await platform.answerPrivately(invocation, delivery.reply);
      return null;
    default:
      return assertNever(delivery);
  }
}

function channelWhere({ platform, tenant, channel }: Where): Where {
  return { platform, tenant, channel };
}

/** The review's own thread; before its card is posted, where the words were said. */
async function threadWhere(
  delivery: Extract<Delivery, { to: "thread" }>,
  records: Records,
  key: ChannelId,
  { where }: Invocation,
): Promise<Where> {
  const review = delivery.reviewId === null ? null : await records.reviews.byId(key, delivery.reviewId);
  const thread = review?.thread ?? where.thread;
  return { ...channelWhere(where), ...(thread === undefined ? {} : { thread }) };
}

function refOf(review: ReviewRow | null): MessageRef | null {
  if (review === null || review.cardMessage === null) return null;
  return {
    channel: review.cardChannel ?? review.key.channel,
    message: review.cardMessage,
    ...(review.thread === null ? {} : { thread: review.thread }),
  };
}

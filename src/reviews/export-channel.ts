import { channelSettings } from "./channel-settings.ts";
import type { ReviewContext } from "./context.ts";
import { listReviews } from "./find-review.ts";
import type { ChannelKey } from "./review.ts";

/** Everything this channel keeps, as JSON people can take away. Dates are ISO, money is US dollars. */
export async function exportChannel(
  context: ReviewContext,
  key: ChannelKey,
): Promise<{ json: string; reviews: number }> {
  const reviews = await listReviews(context, key);
  const settings = await channelSettings(context, key);
  const content = {
    format: "rethink-channel-1",
    exportedAt: context.clock.now().toISOString(),
    platform: key.platform,
    channel: key.channel,
    settings,
    reviews: reviews.map(({ id: _id, key: _key, thread: _t, cardMessage: _m, cardChannel: _c, ...review }) => review),
  };
  return { json: `${JSON.stringify(content, null, 2)}\n`, reviews: reviews.length };
}

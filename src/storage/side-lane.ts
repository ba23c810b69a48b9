import type { ChannelId } from "./port.ts";

/** No platform's channel id holds a control character. */
const SUFFIX = "\u0001model";

/**
 * A second queue of the same channel, for work that waits on somebody outside and must not keep the channel waiting.
 * It is forgotten with the channel.
 */
export function sideLane(key: ChannelId): ChannelId {
  return { ...key, channel: `${key.channel}${SUFFIX}` };
}

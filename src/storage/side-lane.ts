import type { ChannelId } from "./port.ts";

/** No platform's channel id holds a control character. */
export const SIDE_MARK = "\u0001";

/** So many questions of one channel wait at the same time; the next ones wait for these. */
const LANES_PER_CHANNEL = 4;

/**
 * The queues beside a channel, for work that waits on somebody outside and must not keep the channel waiting. They are
 * forgotten with the channel.
 */
export function sideLanes(key: ChannelId): readonly ChannelId[] {
  return Array.from({ length: LANES_PER_CHANNEL }, (_, lane) => ({
    ...key,
    channel: `${key.channel}${SIDE_MARK}${lane}`,
  }));
}

/** The queue beside a channel for what follows from this event: always the same one. */
export function sideLane(key: ChannelId, eventId: string): ChannelId {
  const sum = [...eventId].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return sideLanes(key)[sum % LANES_PER_CHANNEL] ?? key;
}

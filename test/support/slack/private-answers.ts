import type { SlackProxy } from "./slack-proxy.ts";
import type { Wire } from "./wire.ts";

/** Where a response URL came from: who may see what is sent to it, and where. */
export interface PrivatePlace {
  person: string;
  channel: string;
  /** The bot of the workspace. */
  bot: string;
}

export interface PrivateMessage extends PrivatePlace {
  id: string;
  thread: string | null;
  text: string;
  blocks: readonly unknown[];
}

/** Ephemeral messages: Slack keeps none, so they are read where they pass. */
export function createPrivateAnswers(proxy: SlackProxy, wire: Wire) {
  const places = new Map<string, PrivatePlace>();
  let urls = 0;

  const byUrl = (): PrivateMessage[] =>
    proxy.answers.flatMap(({ url, message }, index) => {
      const place = places.get(url);
      if (place === undefined) return [];
      return [
        {
          ...place,
          id: `url-${index}`,
          thread: message.thread_ts ?? null,
          text: message.text,
          blocks: message.blocks ?? [],
        },
      ];
    });

  const byCall = (): PrivateMessage[] =>
    wire.of("chat.postEphemeral").map(({ args }, index) => ({
      id: `ephemeral-${index}`,
      person: String(args["user"]),
      channel: String(args["channel"]),
      bot: [...places.values()].find(({ channel }) => channel === args["channel"])?.bot ?? "",
      thread: typeof args["thread_ts"] === "string" ? args["thread_ts"] : null,
      text: String(args["text"]),
      blocks: Array.isArray(args["blocks"]) ? args["blocks"] : [],
    }));

  return {
    /** A response URL for what this person does in this channel. */
    urlFor(place: PrivatePlace): string {
      urls += 1;
      const url = proxy.responseUrl(`seat-${urls}`);
      places.set(new URL(url).pathname, place);
      return url;
    },
    /** What this person was told privately in this channel, oldest first. */
    /** The same wherever they were, in the workspaces of this bot. */
    fromBot: (person: string, bot: string): readonly PrivateMessage[] =>
      [...byUrl(), ...byCall()].filter((one) => one.person === person && one.bot === bot),
    seenBy: (person: string, channel: string): readonly PrivateMessage[] =>
      [...byUrl(), ...byCall()].filter((one) => one.person === person && one.channel === channel),
  };
}
export type PrivateAnswers = ReturnType<typeof createPrivateAnswers>;

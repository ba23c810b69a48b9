import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from "discord.js";
import { intentNames } from "./intents.ts";
import type { RestOptions } from "./rests.ts";

/**
 * The gateway client. Rethink keeps its own state, so the client remembers little: no messages, and people only as long
 * as they are the bot itself. Discord says how many connections it wants.
 */
export function createClient(rest: Partial<RestOptions>, messageContent: boolean): Client {
  const options: ClientOptions = {
    intents: intentNames(messageContent).map((name) => GatewayIntentBits[name]),
    // Direct messages arrive in channels the client has not seen before.
    partials: [Partials.Channel],
    shards: "auto",
    rest,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user?.id },
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
    }),
  };
  return new Client(options);
}

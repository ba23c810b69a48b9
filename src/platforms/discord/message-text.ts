import type { Message } from "discord.js";
import { typedText } from "./incoming-text.ts";

/** The bot's own id, and the roles Discord made for it: a mention of either addresses it. */
export function botIdsFor({ client, guild }: Message): readonly string[] {
  const id = client.user.id;
  const roles = guild?.roles.cache.filter((role) => role.tags?.botId === id).map((role) => role.id) ?? [];
  return [id, ...roles];
}

/** What a person wrote, as people read it. */
export function textOf(message: Message): string {
  const { content, mentions, guild, client } = message;
  return typedText(content, botIdsFor(message), {
    user: (id) =>
      mentions.members?.get(id)?.displayName ??
      (mentions.users.get(id) ?? client.users.cache.get(id))?.displayName ??
      null,
    channel: (id) => {
      const channel = client.channels.cache.get(id);
      return channel === undefined || channel.isDMBased() ? null : channel.name;
    },
    role: (id) => guild?.roles.cache.get(id)?.name ?? null,
  });
}

import { type APIMessage, ChannelType, type InteractionType } from "discord.js";
import { DigitalDiscord } from "discord-digital-twin";
import { z } from "zod";
import { completed, type Payload, payloadOf } from "./gateway-payloads.ts";

/** The twin's gateway, which it does not offer: what it sends is completed on the way. */
const gatewaySchema = z.object({
  gateway: z.custom<{ sendDispatch(client: unknown, event: string, data: unknown): void; clients: unknown[] }>(
    (value) => value !== null && typeof value === "object" && "sendDispatch" in value && "clients" in value,
  ),
});

export interface Person {
  id: string;
  name: string;
}

/** A Discord of its own: REST and gateway on a local port, with servers, channels and people. */
export async function startTwin(options: { messageContent?: boolean } = {}) {
  const discord = new DigitalDiscord({ botUser: { username: "Rethink" }, guild: { name: "acme" } });
  await discord.start();
  const { prisma, botUserId: botId } = discord;
  const directChannels = new Set<string>();
  const people = new Map<string, Person>([[botId, { id: botId, name: "Rethink" }]]);
  let nextId = BigInt(Date.now() - 1_420_070_400_000) << 22n;
  const newId = (): string => {
    nextId += 1n << 12n;
    return String(nextId);
  };
  let last: { event: string; data: Payload } | null = null;
  let asked: (token: string, user: string) => void = () => {};
  const rules = {
    botId,
    messageContent: options.messageContent ?? false,
    messageById: async (id: string): Promise<Payload | null> => {
      const message = await prisma.message.findUnique({ where: { id } });
      if (message === null) return null;
      const all = await discord.channel(message.channelId).getMessages();
      return payloadOf(all.find((one) => one.id === id));
    },
    threadId: async (id: string): Promise<string> => {
      const { starterMessageId } = (await prisma.channel.findUnique({ where: { id } })) ?? { starterMessageId: null };
      if (starterMessageId === null) return id;
      await prisma.channel.update({ where: { id }, data: { id: starterMessageId } });
      return starterMessageId;
    },
    isDirect: (channelId: unknown): boolean => directChannels.has(String(channelId)),
    user: (id: string): Payload => apiUser(people.get(id) ?? { id, name: "somebody" }, botId),
  };
  const { gateway } = gatewaySchema.parse(Reflect.get(discord, "server"));
  const send = gateway.sendDispatch.bind(gateway);
  // One after the other: an event must not overtake the one before it.
  let line: Promise<void> = Promise.resolve();
  let closeCode: number | null = null;
  gateway.sendDispatch = (client, event, data) => {
    if (closeCode !== null && event === "READY") {
      z.object({ ws: z.custom<{ close(code: number): void }>() }).parse(client).ws.close(closeCode);
      return;
    }
    line = line.then(async () => {
      const whole = await completed(event, payloadOf(data), rules);
      if (isFromPerson(event, whole, botId)) last = { event, data: whole };
      if (event === "INTERACTION_CREATE") asked(String(whole["token"]), askerOf(whole));
      send(client, event, whole);
    });
  };
  const dispatch = (event: string, data: unknown): void => {
    for (const client of gateway.clients) gateway.sendDispatch(client, event, data);
  };

  async function person(name: string): Promise<Person> {
    const one = { id: newId(), name };
    people.set(one.id, one);
    await prisma.user.create({ data: { id: one.id, username: name, globalName: name, bot: false } });
    return one;
  }

  /** @param permissions of the person in every channel of the server; unless told, of somebody who manages it */
  async function join(guildId: string, { id }: Person, permissions: string | null = null): Promise<void> {
    await prisma.guildMember.create({ data: { guildId, userId: id, permissions } });
  }

  async function server(name: string): Promise<string> {
    const id = newId();
    await prisma.guild.create({ data: { id, name, ownerId: newId() } });
    const everyone = { id, guildId: id, name: "@everyone", permissions: EVERYONE, position: 0 };
    await prisma.role.create({ data: everyone });
    await prisma.guildMember.create({ data: { guildId: id, userId: botId } });
    dispatch("GUILD_CREATE", serverPayload(id, name, rules.user(botId)));
    return id;
  }

  async function channel(guildId: string, name: string, type: ChannelType = ChannelType.GuildText): Promise<string> {
    const id = newId();
    await prisma.channel.create({ data: { id, guildId, type, name } });
    dispatch("CHANNEL_CREATE", { id, guild_id: guildId, type, name, position: 0, permission_overwrites: [] });
    return id;
  }

  /** The person's own conversation with the bot. */
  async function directChannel(): Promise<string> {
    const id = newId();
    directChannels.add(id);
    await prisma.channel.create({ data: { id, guildId: null, type: ChannelType.DM, name: null } });
    return id;
  }

  return {
    discord,
    prisma,
    botId,
    botToken: discord.botToken,
    restUrl: discord.restUrl,
    newId,
    person,
    join,
    server,
    channel,
    directChannel,
    dispatch,
    rules,
    /** A message with its text and everything else Discord sends along, as interactions on it carry it. */
    wholeMessage: async (id: string): Promise<Payload> =>
      completed("MESSAGE_CREATE", (await rules.messageById(id)) ?? {}, { ...rules, messageContent: true }),
    nameOf: (id: string): string => people.get(id)?.name ?? id,
    /** What stands in a channel or thread itself, oldest first. */
    async messages(channelId: string): Promise<APIMessage[]> {
      const all = await discord.channel(channelId).getMessages();
      return all.filter((message) => message.channel_id === channelId);
    },
    threadsOf: (channelId: string) => discord.channel(channelId).getThreads(),
    interact: (data: Interaction) => discord.simulateInteraction({ ...data, data: { ...data.data } }),
    /** Discord refuses every connection from now on, with this code. */
    closeNewConnections(code: number): void {
      closeCode = code;
    },
    makeBot: async ({ id }: Person): Promise<void> => {
      await prisma.user.update({ where: { id }, data: { bot: true } });
    },
    /** The intents the bot asked for, as Discord counts them. */
    intents: (): number => z.object({ intents: z.number() }).parse(gateway.clients[0]).intents,
    /** Called with each interaction's token and person, before the bot hears of it. */
    onInteraction(listener: (token: string, user: string) => void): void {
      asked = listener;
    },
    /** Sends the newest event a person caused once more. */
    redeliver(): void {
      if (last === null) throw new Error("no event was delivered yet");
      for (const client of gateway.clients) send(client, last.event, last.data);
    },
    /** Resolves once every event so far left. */
    delivered: () => line,
    stop: () => discord.stop(),
  };
}
export type Twin = Awaited<ReturnType<typeof startTwin>>;

export interface Interaction {
  type: InteractionType;
  channelId: string;
  userId: string;
  guildId: string;
  messageId?: string;
  data: Payload;
}

/** Discord's usual permissions of everyone; channels are managed by others. */
const EVERYONE = "1071698660929";

function apiUser({ id, name }: Person, botId: string): Payload {
  return { id, username: name, global_name: name, discriminator: "0", avatar: null, bot: id === botId };
}

function serverPayload(id: string, name: string, bot: Payload): Payload {
  const everyone = {
    id,
    name: "@everyone",
    permissions: EVERYONE,
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
  };
  return {
    id,
    name,
    owner_id: "1",
    roles: [{ ...everyone, mentionable: false, flags: 0 }],
    members: [{ user: bot, roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 }],
    joined_at: new Date(0).toISOString(),
    member_count: 1,
    features: [],
    emojis: [],
    stickers: [],
    channels: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    unavailable: false,
    preferred_locale: "en-US",
  };
}

function isFromPerson(event: string, data: Payload, botId: string): boolean {
  if (event === "INTERACTION_CREATE") return true;
  return event === "MESSAGE_CREATE" && payloadOf(data["author"])["id"] !== botId;
}

function askerOf(interaction: Payload): string {
  const user = payloadOf(interaction["user"] ?? payloadOf(interaction["member"])["user"]);
  return String(user["id"]);
}

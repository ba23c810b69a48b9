/** What the twin leaves out of the events it sends, and Discord does not (docs: events/gateway-events). */

export type Payload = Readonly<Record<string, unknown>>;

export interface PayloadRules {
  botId: string;
  /** False: the privileged intent is off, and text that does not concern the bot is withheld. */
  messageContent: boolean;
  /** The message with this id, as an event carries it. */
  messageById(id: string): Promise<Payload | null>;
  /** Discord gives a thread the id of the message it starts from; the twin another. Renames it. */
  threadId(id: string): Promise<string>;
  isDirect(channelId: unknown): boolean;
  user(id: string): Payload;
}

export async function completed(event: string, data: Payload, rules: PayloadRules): Promise<Payload> {
  switch (event) {
    case "GUILD_CREATE":
      return { ...data, roles: listOf(data["roles"]).map(withColours) };
    case "MESSAGE_CREATE":
    case "MESSAGE_UPDATE":
      return completedMessage(data, rules);
    case "THREAD_CREATE":
      return { ...data, id: await rules.threadId(String(data["id"])) };
    case "INTERACTION_CREATE":
      return rules.isDirect(data["channel_id"]) ? direct(data) : data;
    default:
      return data;
  }
}

function withColours(role: Payload): Payload {
  return { ...role, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } };
}

/** Discord names the people a message mentions, and sends along the message it replies to. */
async function completedMessage(data: Payload, rules: PayloadRules): Promise<Payload> {
  const content = String(data["content"] ?? "");
  const reference = payloadOf(data["message_reference"]);
  const referenced =
    typeof reference["message_id"] === "string" ? await rules.messageById(reference["message_id"]) : null;
  const repliedTo = payloadOf(referenced?.["author"])["id"];
  const mentioned = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? ""));
  if (typeof repliedTo === "string") mentioned.add(repliedTo);
  const isOwn = payloadOf(data["author"])["id"] === rules.botId;
  const { guild_id, ...rest } = data;
  const concernsBot = mentioned.has(rules.botId) || isOwn || rules.isDirect(data["channel_id"]);
  return {
    ...rest,
    ...(guild_id === undefined || guild_id === "" ? {} : { guild_id }),
    channel_type: rules.isDirect(data["channel_id"]) ? 1 : undefined,
    ...(referenced === null ? {} : { type: 19, referenced_message: referenced }),
    mentions: [...mentioned].map(rules.user),
    content: rules.messageContent || concernsBot ? content : "",
  };
}

/** In direct messages there is a user and neither server nor member. */
function direct(data: Payload): Payload {
  const { guild_id: _, member, ...rest } = data;
  const user = payloadOf(member)["user"];
  return { ...rest, user: user ?? payloadOf(data["user"]), context: 1 };
}

export function payloadOf(value: unknown): Payload {
  return value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): Payload[] {
  return Array.isArray(value) ? value.map(payloadOf) : [];
}

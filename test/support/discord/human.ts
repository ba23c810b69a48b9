import { InteractionType } from "discord.js";
import { type Payload, payloadOf } from "./gateway-payloads.ts";
import type { Person, Twin } from "./twin.ts";
import type { Call, Wire } from "./wire.ts";

/** Where a person stands: a channel, a thread, or their own conversation with the bot. */
export interface Spot {
  guildId: string;
  channelId: string;
}

/** An interaction, and the first response the bot gave. */
export interface Answered {
  token: string;
  response: Call;
}

export interface FieldAnswer {
  name: string;
  /** A text, or the chosen values of a menu. */
  value: string | readonly string[];
}

/** What one person does on Discord, as its client would send it. Each call resolves with the bot's first response. */
export function createHuman(twin: Twin, wire: Wire, person: Person) {
  async function interact(type: InteractionType, spot: Spot, data: Payload, messageId?: string): Promise<Answered> {
    const responded = wire.next("POST", /^\/interactions\/\d+\/[^/]+\/callback$/);
    const { token } = await twin.interact({
      type,
      ...spot,
      userId: person.id,
      data,
      ...(messageId === undefined ? {} : { messageId }),
    });
    return { token, response: await responded };
  }

  return {
    person,
    /** `/rethink <verb>` with its options. */
    command(spot: Spot, verb: string, options: Readonly<Record<string, string | number>> = {}): Promise<Answered> {
      const given = Object.entries(options).map(([name, value]) => ({
        name,
        type: typeof value === "number" ? 10 : 3,
        value,
      }));
      const sub = { type: 1, name: verb, options: given };
      return interact(InteractionType.ApplicationCommand, spot, { id: "1", name: "rethink", type: 1, options: [sub] });
    },
    press(spot: Spot, messageId: string, customId: string): Promise<Answered> {
      const data = { custom_id: customId, component_type: 2 };
      return interact(InteractionType.MessageComponent, spot, data, messageId);
    },
    /** "Review this" in the menu of a message. */
    async reviewThis(spot: Spot, messageId: string): Promise<Answered> {
      const message = await twin.wholeMessage(messageId);
      return interact(InteractionType.ApplicationCommand, spot, {
        id: "2",
        name: "Review this",
        type: 3,
        target_id: messageId,
        resolved: { messages: { [messageId]: message } },
      });
    },
    submit(spot: Spot, customId: string, answers: readonly FieldAnswer[], messageId?: string): Promise<Answered> {
      const components = answers.map(({ name, value }, index) => ({
        type: 18,
        id: 2 * index + 1,
        component:
          typeof value === "string"
            ? { type: 4, id: 2 * index + 2, custom_id: name, value }
            : { type: 3, id: 2 * index + 2, custom_id: name, values: value },
      }));
      return interact(InteractionType.ModalSubmit, spot, { custom_id: customId, components }, messageId);
    },
    /** Writes a message; `replyTo` answers another one. */
    async say({ channelId }: Spot, content: string, replyTo?: string): Promise<string> {
      const reference = { message_id: replyTo ?? "", channel_id: channelId };
      const { id } = await twin.discord.simulateUserMessage({
        channelId,
        userId: person.id,
        content,
        ...(replyTo === undefined ? {} : { messageReference: reference }),
      });
      await twin.delivered();
      return id;
    },
  };
}
export type Human = ReturnType<typeof createHuman>;

/** The form a first response opened, or null. */
export function formIn({ body }: Call): { title: string; customId: string; fields: Payload[] } | null {
  if (body["type"] !== 9) return null;
  const data = payloadOf(body["data"]);
  const labels = Array.isArray(data["components"]) ? data["components"].map(payloadOf) : [];
  return { title: String(data["title"]), customId: String(data["custom_id"]), fields: labels };
}

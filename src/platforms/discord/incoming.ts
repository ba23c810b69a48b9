import {
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  type Message,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from "discord.js";
import type { Actor, Invocation, Where } from "#src/reply/invocation.ts";
import type { Form } from "#src/reply/reply.ts";
import { verbs } from "#src/reply/verbs.ts";
import type { Carried } from "./custom-id.ts";
import { writeHandle } from "./reply-handle.ts";

/** Direct messages belong to no server: each person is a tenant of their own. */
const DIRECT = "dm-";

/** A conversation of one person with the bot: it has no threads. */
export function isDirect({ tenant }: Where): boolean {
  return tenant.startsWith(DIRECT);
}

interface Place {
  guildId: string | null;
  /** Channel of the event; a thread is a channel too. */
  channelId: string;
  /** Set when that channel is a thread: the channel it hangs in. */
  parentId: string | null;
  userId: string;
}

/** A thread's channel is its parent: reviews belong to channels, and threads are places within. */
export function discordWhere({ guildId, channelId, parentId, userId }: Place): Where {
  const tenant = guildId ?? `${DIRECT}${userId}`;
  if (parentId === null) return { platform: "discord", tenant, channel: channelId };
  return { platform: "discord", tenant, channel: parentId, thread: channelId };
}

/** Null for an interaction without a channel, of which Rethink makes none. */
function whereOf(interaction: BaseInteraction): Where | null {
  const { channel, channelId, guildId, user } = interaction;
  if (channelId === null) return null;
  const parentId = channel?.isThread() === true ? channel.parentId : null;
  return discordWhere({ guildId, channelId, parentId, userId: user.id });
}

/** Discord says with every interaction what the person may do in this channel; in their own messages, everything. */
function actorOf({ member, user, memberPermissions, guildId }: BaseInteraction): Actor {
  const manages = guildId === null || memberPermissions?.has(PermissionFlagsBits.ManageChannels) === true;
  const name = member instanceof GuildMember ? member.displayName : (member?.nick ?? user.displayName);
  return { id: user.id, name, manages };
}

function interactionBase(interaction: BaseInteraction, where: Where, kind: "asked" | "pressed") {
  return {
    actor: actorOf(interaction),
    where,
    eventId: `discord:interaction:${interaction.id}`,
    addressed: true,
    replyHandle: writeHandle({ kind, interaction: interaction.id, token: interaction.token }),
  };
}

/** `/rethink <verb>` with its options by name. Null for a verb of another version. */
export function commandInvocation(interaction: ChatInputCommandInteraction): Invocation | null {
  const where = whereOf(interaction);
  const [sub] = interaction.options.data;
  const verb = verbs.find((one) => one === sub?.name);
  if (where === null || verb === undefined) return null;
  const options = (sub?.options ?? []).map(({ name, value }) => [name, String(value ?? "").trim()] as const);
  const given = Object.fromEntries(options.filter(([, value]) => value !== ""));
  const { review, ...args } = given;
  return {
    verb,
    args,
    ...(review === undefined ? {} : { review }),
    ...interactionBase(interaction, where, "asked"),
  };
}

/** A pressed button. A press on the card itself is not in its thread: the card stands in the channel. */
export function buttonInvocation(interaction: ButtonInteraction, meaning: Carried): Invocation | null {
  const where = whereOf(interaction);
  if (where === null) return null;
  const { verb, args, review } = meaning;
  return {
    verb,
    args,
    ...(review === undefined ? {} : { review }),
    ...interactionBase(interaction, where, "pressed"),
  };
}

/** A form that was sent, opened by a command or by a button. */
export function formInvocation(
  interaction: ModalSubmitInteraction,
  meaning: Carried,
  answers: Readonly<Record<string, string>>,
): Invocation | null {
  const where = whereOf(interaction);
  if (where === null) return null;
  const { verb, args, review } = meaning;
  return {
    verb,
    args: { ...args, ...answers },
    ...(review === undefined ? {} : { review }),
    ...interactionBase(interaction, where, interaction.isFromMessage() ? "pressed" : "asked"),
  };
}

/** "Review this" on a message: its text, and no thread, for a review starts in the channel. */
export function menuInvocation(interaction: MessageContextMenuCommandInteraction, text: string): Invocation | null {
  const where = whereOf(interaction);
  if (where === null) return null;
  const { thread: _, ...channel } = where;
  return { verb: "review", args: { text }, ...interactionBase(interaction, channel, "asked") };
}

/** Words in a message. */
export function messageInvocation(message: Message, where: Where, text: string, addressed: boolean): Invocation {
  const { author, member, channel } = message;
  const permissions = member === null || channel.isDMBased() ? null : channel.permissionsFor(member);
  const manages = isDirect(where) || permissions?.has(PermissionFlagsBits.ManageChannels) === true;
  return {
    verb: null,
    args: { text },
    actor: { id: author.id, name: member?.displayName ?? author.displayName, manages },
    where,
    eventId: `discord:message:${message.id}`,
    addressed,
    replyHandle: writeHandle({ kind: "said", message: message.id }),
  };
}

/** What was left out of a button for length is asked in the verb's form, with the rest filled in. */
export function filledIn(form: Form, args: Readonly<Record<string, string>>): Form {
  const names = new Set(form.fields.map(({ name }) => name));
  const fixed = Object.entries(args).filter(([name]) => !names.has(name));
  return {
    ...form,
    args: { ...Object.fromEntries(fixed), ...form.args },
    fields: form.fields.map((field) => {
      const initial = args[field.name];
      return initial === undefined ? field : { ...field, initial };
    }),
  };
}

import type { Actor, Invocation, Where } from "#src/reply/invocation.ts";
import type { ButtonMeaning } from "./button-value.ts";
import { mentions, typedText } from "./incoming-text.ts";
import { type FormOrigin, readAnswers } from "./modal.ts";
import type {
  ActionPayload,
  CommandPayload,
  EventEnvelope,
  MessageEvent,
  ShortcutPayload,
  ViewPayload,
} from "./payloads.ts";

/**
 * The installation an event belongs to: the workspace, or the organisation when it installed Rethink as a whole.
 * `installed` is the workspace of a bot token from the configuration: then every event is its.
 */
function tenantOf(
  source: { team: string | undefined; enterprise: string | undefined; isEnterpriseInstall: boolean },
  installed: string | null,
): string | null {
  if (installed !== null) return installed;
  return (source.isEnterpriseInstall ? source.enterprise : source.team) ?? source.enterprise ?? null;
}

export function commandTenant(command: CommandPayload, installed: string | null): string | null {
  const isEnterpriseInstall = command.is_enterprise_install === true || command.is_enterprise_install === "true";
  return tenantOf({ team: command.team_id, enterprise: command.enterprise_id, isEnterpriseInstall }, installed);
}

export function interactionTenant(
  payload: ActionPayload | ViewPayload | ShortcutPayload,
  installed: string | null,
): string | null {
  const isEnterpriseInstall = payload.is_enterprise_install === true;
  return tenantOf(
    { team: payload.team ?? payload.user.team_id, enterprise: payload.enterprise, isEnterpriseInstall },
    installed,
  );
}

export function eventTenant(envelope: EventEnvelope, installed: string | null): string | null {
  const [first] = envelope.authorizations ?? [];
  return tenantOf(
    {
      team: first?.team_id ?? envelope.team_id,
      enterprise: first?.enterprise_id ?? envelope.enterprise_id,
      isEnterpriseInstall: first?.is_enterprise_install === true,
    },
    installed,
  );
}

export function slackWhere(tenant: string, channel: string, thread?: string): Where {
  return { platform: "slack", tenant, channel, ...(thread === undefined ? {} : { thread }) };
}

function handle(responseUrl: string | undefined): { replyHandle?: string } {
  return responseUrl === undefined ? {} : { replyHandle: responseUrl };
}

function actorOf(user: { id: string; name?: string | undefined; username?: string | undefined }): Actor {
  return { id: user.id, name: user.username ?? user.name ?? user.id };
}

/** `/rethink <line>`. Slack sends a command once; its trigger names it. */
export function commandInvocation(command: CommandPayload, tenant: string): Invocation {
  return {
    verb: null,
    args: { text: typedText(command.text, undefined) },
    actor: { id: command.user_id, name: command.user_name ?? command.user_id },
    where: slackWhere(tenant, command.channel_id),
    eventId: `slack:command:${command.trigger_id}`,
    addressed: true,
    ...handle(command.response_url),
  };
}

/** Words in a thread, a mention, a line in the bot's own conversation. A mention and its message share one event id. */
export function messageInvocation(
  event: MessageEvent,
  tenant: string,
  actor: Actor,
  botUserId: string | undefined,
): Invocation {
  return {
    verb: null,
    args: { text: typedText(event.text, botUserId) },
    actor,
    where: slackWhere(tenant, event.channel, event.thread_ts),
    eventId: `slack:message:${event.channel}:${event.ts}`,
    addressed: event.channel_type === "im" || mentions(event.text, botUserId),
  };
}

/** Set when the pressed message stands in a thread; the card itself does not, though it opens one. */
function threadOfPress(payload: ActionPayload): string | undefined {
  const thread = payload.container?.thread_ts ?? payload.message?.thread_ts;
  const message = payload.container?.message_ts ?? payload.message?.ts;
  return thread === message ? undefined : thread;
}

/** @param channel of the press; for a press in Home, the conversation with the bot */
export function buttonInvocation(
  payload: ActionPayload,
  meaning: ButtonMeaning,
  tenant: string,
  channel: string,
): Invocation {
  return {
    verb: meaning.verb,
    args: meaning.args,
    ...(meaning.review === undefined ? {} : { review: meaning.review }),
    actor: actorOf(payload.user),
    where: slackWhere(tenant, channel, threadOfPress(payload)),
    eventId: `slack:action:${payload.trigger_id}`,
    addressed: true,
    ...handle(payload.response_url),
  };
}

/** A form is sent once; its view names it. */
export function formInvocation(payload: ViewPayload, origin: FormOrigin, tenant: string): Invocation {
  return {
    verb: origin.verb,
    args: { ...origin.args, ...readAnswers(payload.view.state.values) },
    ...(origin.review === undefined ? {} : { review: origin.review }),
    actor: actorOf(payload.user),
    where: slackWhere(tenant, origin.channel, origin.thread),
    eventId: `slack:view:${payload.view.id}`,
    addressed: true,
    ...handle(origin.replyHandle),
  };
}

/** "Review this" on a message. */
export function shortcutInvocation(payload: ShortcutPayload, tenant: string): Invocation {
  return {
    verb: "review",
    args: { text: typedText(payload.message.text, undefined) },
    actor: actorOf(payload.user),
    where: slackWhere(tenant, payload.channel.id),
    eventId: `slack:shortcut:${payload.trigger_id}`,
    addressed: true,
    ...handle(payload.response_url),
  };
}

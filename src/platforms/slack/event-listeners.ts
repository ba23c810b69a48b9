import type { App, webApi } from "@slack/bolt";
import { eventTenant, messageInvocation, slackWhere } from "./incoming.ts";
import { mentions } from "./incoming-text.ts";
import type { InstallationPort } from "./installations.ts";
import { type ListenerParts, tell } from "./listeners.ts";
import type { Names } from "./names.ts";
import { eventEnvelope, homeEvent, type MessageEvent, messageEvent, revokedEvent } from "./payloads.ts";

export interface EventParts extends ListenerParts {
  names: Names;
  installations: InstallationPort | null;
}

/** Subtypes under which people's own words arrive: shown in the channel too, and with a file. Edits are not read. */
const peoplesSubtypes: ReadonlySet<string> = new Set(["thread_broadcast", "file_share"]);

interface Said {
  tenant: string;
  event: MessageEvent;
  user: string;
  client: webApi.WebClient;
  botUserId: string | undefined;
}

/** What Slack reports: messages, mentions, Home, removal. Acknowledged when the listener is done. */
export function listenToEvents(app: App, parts: EventParts): void {
  app.message(async ({ message, body, client, context }) => {
    const said = readMessage(parts, message, body, client, context.botUserId);
    if (said !== null && (await isForUs(parts, said))) await hear(parts, said);
  });

  app.event("app_mention", async ({ event, body, client, context }) => {
    const said = readMessage(parts, event, body, client, context.botUserId);
    if (said !== null) await hear(parts, said);
  });

  app.event("app_home_opened", async ({ event, body }) => {
    const opened = homeEvent.safeParse(event);
    const tenant = tenantOfEvent(parts, body);
    if (!opened.success || tenant === null || (opened.data.tab ?? "home") !== "home") return;
    const where = slackWhere(tenant, opened.data.channel);
    const page = await parts.door.homeFor(where, opened.data.user).catch(parts.describeError);
    await parts.delivery.publishHome(where, opened.data.user, page);
  });

  app.event("app_uninstalled", async ({ body }) => remove(parts, tenantOfEvent(parts, body)));

  app.event("tokens_revoked", async ({ event, body }) => {
    const revoked = revokedEvent.safeParse(event);
    if (!revoked.success || (revoked.data.tokens?.bot ?? []).length === 0) return;
    await remove(parts, tenantOfEvent(parts, body));
  });
}

function tenantOfEvent(parts: ListenerParts, body: unknown): string | null {
  const envelope = eventEnvelope.safeParse(body);
  return envelope.success ? eventTenant(envelope.data, parts.installed) : null;
}

/** Null for what people did not write: other bots, our own messages, edits, joins. */
function readMessage(
  parts: ListenerParts,
  event: unknown,
  body: unknown,
  client: webApi.WebClient,
  botUserId: string | undefined,
): Said | null {
  const read = messageEvent.safeParse(event);
  const tenant = tenantOfEvent(parts, body);
  if (!read.success || tenant === null) return null;
  const { user, bot_id, subtype } = read.data;
  if (user === undefined || bot_id !== undefined || user === botUserId) return null;
  if (subtype !== undefined && !peoplesSubtypes.has(subtype)) return null;
  return { tenant, event: read.data, user, client, botUserId };
}

/** A plain message counts in the bot's own conversation and in the threads of this channel's reviews. */
async function isForUs(parts: ListenerParts, { tenant, event, botUserId }: Said): Promise<boolean> {
  if (event.channel_type === "im") return true;
  if (event.thread_ts === undefined) return false;
  if (event.text.trim() === "" && !mentions(event.text, botUserId)) return false;
  return parts.door.isReviewThread(slackWhere(tenant, event.channel, event.thread_ts));
}

async function hear(parts: EventParts, { tenant, event, user, client, botUserId }: Said): Promise<void> {
  const name = await parts.names.of(tenant, client, user);
  const invocation = messageInvocation(event, tenant, { id: user, name }, botUserId);
  try {
    await parts.door.accept(invocation);
  } catch (error) {
    // Whoever addressed the bot is told; anything else is left for Slack to deliver again.
    if (!invocation.addressed) throw error;
    await tell(parts, invocation, error);
  }
}

async function remove(parts: EventParts, tenant: string | null): Promise<void> {
  if (tenant === null) return;
  await parts.installations?.delete(tenant);
  await parts.door.tenantRemoved("slack", tenant);
}

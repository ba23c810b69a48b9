import type { AckFn, App, webApi } from "@slack/bolt";
import { UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { Door } from "#src/platforms/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { readButtonValue } from "./button-value.ts";
import { ACTION_PREFIX } from "./buttons.ts";
import type { Delivery } from "./delivery.ts";
import {
  buttonInvocation,
  commandInvocation,
  commandTenant,
  formInvocation,
  interactionTenant,
  shortcutInvocation,
} from "./incoming.ts";
import { FORM_CALLBACK, formView, readOrigin } from "./modal.ts";
import { COMMAND, REVIEW_THIS } from "./paths.ts";
import { actionPayload, commandPayload, shortcutPayload, viewPayload } from "./payloads.ts";

export interface ListenerParts {
  door: Door;
  /** The workspace of the configured bot token; null: many, each event names its own. */
  installed: string | null;
  delivery: Delivery;
  /** Words for whatever went wrong; logs it when it is our fault. */
  describeError: (error: unknown) => Reply;
  log: Logger;
}

/** Everything a person does that Slack wants answered within three seconds: command, press, form, shortcut. */
export function listenToPeople(app: App, parts: ListenerParts): void {
  const { door, installed } = parts;

  app.command(COMMAND, async ({ body, ack, client }) => {
    const command = commandPayload.parse(body);
    const tenant = commandTenant(command, installed);
    if (tenant === null) return ack();
    await take(parts, commandInvocation(command, tenant), { ack, client, trigger: command.trigger_id });
  });

  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ body, ack, client }) => {
    const payload = actionPayload.parse(body);
    const meaning = readButtonValue(payload.actions[0]?.value);
    const tenant = interactionTenant(payload, installed);
    // Home has no channel: the view remembers the person's conversation with the bot.
    const channel = payload.channel ?? payload.view?.private_metadata;
    if (meaning === null || tenant === null || channel === undefined || channel === "") return ack();
    const invocation = buttonInvocation(payload, meaning, tenant, channel);
    await take(parts, invocation, { ack, client, trigger: payload.trigger_id }, meaning.form);
  });

  app.shortcut(REVIEW_THIS, async ({ body, ack, client }) => {
    const payload = shortcutPayload.parse(body);
    const tenant = interactionTenant(payload, installed);
    if (tenant === null) return ack();
    await take(parts, shortcutInvocation(payload, tenant), { ack, client, trigger: payload.trigger_id });
  });

  app.view({ callback_id: FORM_CALLBACK, type: "view_submission" }, async ({ body, ack }) => {
    const payload = viewPayload.parse(body);
    const origin = readOrigin(payload.view.private_metadata);
    const tenant = interactionTenant(payload, installed);
    if (origin === null || tenant === null) return ack();
    try {
      await door.accept(formInvocation(payload, origin, tenant));
      await ack();
    } catch (error) {
      // The form stays open with what was typed, and the sentence stands under its first field.
      const field = payload.view.blocks.find(({ block_id }) => block_id !== undefined)?.block_id;
      const { summary } = parts.describeError(error);
      await (field === undefined ? ack() : ack({ response_action: "errors", errors: { [field]: summary } }));
    }
  });
}

interface Call {
  ack: AckFn<never> | AckFn<string> | AckFn<void> | (() => Promise<void>);
  client: webApi.WebClient;
  /** Lets a form be opened, for three seconds. */
  trigger: string;
}

/**
 * Opens the form the invocation needs, or hands it in. Acknowledged only once it is stored: Slack does not send a
 * command twice, so what is acknowledged and lost is lost.
 */
async function take(parts: ListenerParts, invocation: Invocation, call: Call, carried?: Form): Promise<void> {
  try {
    const form = carried ?? parts.door.formFor(invocation);
    const view = form === null ? null : viewFor(form, invocation);
    if (view === null) {
      await parts.door.accept(invocation);
      await call.ack();
    } else {
      await call.ack();
      await call.client.views.open({ trigger_id: call.trigger, view });
    }
  } catch (error) {
    await acknowledged(call);
    await tell(parts, invocation, error);
  }
}

function viewFor(form: Form, { where, replyHandle }: Invocation) {
  return formView(form, {
    channel: where.channel,
    ...(where.thread === undefined ? {} : { thread: where.thread }),
    ...(replyHandle === undefined ? {} : { replyHandle }),
  });
}

/** Acknowledging twice is an error of Bolt's; here it does not matter which time this is. */
async function acknowledged({ ack }: Call): Promise<void> {
  try {
    await ack();
  } catch {
    // It was acknowledged before the failure.
  }
}

/** Tells the person, privately; a bug is logged as well. When even that fails there is nobody left to tell. */
export async function tell(parts: ListenerParts, invocation: Invocation, error: unknown): Promise<void> {
  if (!(error instanceof UserError)) parts.log.error({ err: error, eventId: invocation.eventId }, "an event failed");
  try {
    await parts.delivery.answerPrivately(invocation, parts.describeError(error));
  } catch (failure) {
    parts.log.error({ err: failure, eventId: invocation.eventId }, "a person could not be told of an error");
  }
}

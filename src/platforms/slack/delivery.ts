import type { webApi } from "@slack/bolt";
import { RetryLater, UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { MessageRef } from "#src/platforms/port.ts";
import type { Invocation, Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { NOT_IN_CHANNEL } from "#src/reply/wording/platform-words.ts";
import type { SlackMessage } from "./block-kit.ts";
import type { ChartDataOf } from "./chart.ts";
import type { ClientOptions, ClientPool, TenantClients } from "./clients.ts";
import { filesOf, sendFilesDirectly, shareFiles } from "./files.ts";
import { slackWhere } from "./incoming.ts";
import { renderMessages, renderOneMessage, viewRoom } from "./pages.ts";
import type { Pictures } from "./pictures.ts";
import { filesAsText, homeLook, type Look, nativeLook, pictureLook, plainLook } from "./render.ts";
import { respondPrivately } from "./response-url.ts";
import { sendFirst, sendRest, type Wait } from "./send.ts";
import { isOutside, isRateLimited, refusesBlocks, slackCode } from "./slack-errors.ts";

export interface DeliveryParts {
  clients: ClientPool;
  pictures: Pictures;
  chartData: ChartDataOf;
  log: Logger;
  wait: Wait;
  fetch: ClientOptions["fetch"];
}

/** How replies reach Slack. */
export function createDelivery(parts: DeliveryParts) {
  const { clients, pictures, log, wait } = parts;
  const looks: readonly Look[] = [nativeLook(parts.chartData), plainLook];

  async function looksFor(where: Where, { patient }: TenantClients, reply: Reply): Promise<readonly Look[]> {
    const fileIdOf = await pictures.uploadCharts(where.tenant, patient, reply);
    return fileIdOf === null ? looks : [pictureLook(fileIdOf, parts.chartData), ...looks];
  }

  /** Files a reply offers, shared under its message; written out there where that is not allowed. */
  async function offerFiles(where: Where, tenant: TenantClients, reply: Reply, thread: string): Promise<void> {
    const files = filesOf(reply);
    if (files.length === 0) return;
    try {
      await shareFiles(tenant.patient, files, { channel: where.channel, thread });
    } catch (error) {
      pictures.failed(where.tenant, error);
      const written = renderMessages(filesAsText({ ...reply, blocks: files }), plainLook);
      await sendRest(written, (message) => postMessage(tenant.patient, { ...where, thread }, message));
    }
  }

  /** The reply as it can be answered privately: its files sent directly, or written out. */
  async function withoutFiles({ where, actor }: Invocation, reply: Reply): Promise<Reply> {
    if (filesOf(reply).length === 0) return reply;
    if (!pictures.allowed(where.tenant)) return filesAsText(reply);
    try {
      const { patient } = await clients.of(where.tenant);
      return await sendFilesDirectly(patient, where, actor.id, reply);
    } catch (error) {
      pictures.failed(where.tenant, error);
      return filesAsText(reply);
    }
  }

  async function postWith(where: Where, reply: Reply, client: webApi.WebClient): Promise<MessageRef> {
    if (reply.kind === "silent") throw new Error("a silent reply is not posted");
    const tenant = await clients.of(where.tenant);
    const { answer: ts, rest } = await sendFirst(
      await looksFor(where, tenant, reply),
      (look, room) => renderMessages(reply, look, room),
      (message) => joining(client, where, () => postMessage(client, where, message)),
      wait,
    );
    const thread = where.thread ?? ts;
    await sendRest(rest, (message) => postMessage(tenant.patient, { ...where, thread }, message));
    await offerFiles(where, tenant, reply, thread);
    return { channel: where.channel, message: ts, ...(where.thread === undefined ? {} : { thread: where.thread }) };
  }

  async function post(where: Where, reply: Reply): Promise<MessageRef> {
    const { patient, prompt } = await clients.of(where.tenant);
    if (reply.kind !== "digest") return postWith(where, reply, patient);
    try {
      return await postWith(where, reply, prompt);
    } catch (error) {
      if (!isRateLimited(error)) throw error;
      throw new RetryLater("Slack asks to wait before the next message", error.retryAfter * 1000, { cause: error });
    }
  }

  async function postCard(where: Where, reply: Reply, opener: Reply | null): Promise<MessageRef> {
    const tenant = await clients.of(where.tenant);
    const { answer: ts } = await sendFirst(
      await looksFor(where, tenant, reply),
      (look, room) => [renderOneMessage(reply, look, room)],
      (message) => joining(tenant.patient, where, () => postMessage(tenant.patient, where, message)),
      wait,
    );
    const thread = where.thread ?? ts;
    if (opener !== null) await open(tenant.patient, { ...where, thread }, opener);
    return { channel: where.channel, message: ts, thread };
  }

  /** The card stands whether or not its thread could be opened: repeating both would show it twice. */
  async function open(client: webApi.WebClient, where: Where, opener: Reply): Promise<void> {
    try {
      await postWith(where, opener, client);
    } catch (error) {
      log.warn({ tenant: where.tenant, slackCode: slackCode(error) }, "the thread was not opened");
    }
  }

  async function edit(where: Where, ref: MessageRef, reply: Reply): Promise<void> {
    const tenant = await clients.of(where.tenant);
    const update = async ({ text, blocks }: SlackMessage): Promise<void> => {
      await tenant.patient.chat.update({ channel: ref.channel, ts: ref.message, text, blocks, parse: "none" });
    };
    try {
      await sendFirst(
        await looksFor(where, tenant, reply),
        (look, room) => [renderOneMessage(reply, look, room)],
        update,
        wait,
      );
    } catch (error) {
      if (slackCode(error) !== "message_not_found") throw error;
      log.warn({ tenant: where.tenant }, "the message to edit is gone");
    }
  }

  async function answerPrivately(invocation: Invocation, reply: Reply): Promise<void> {
    if (reply.kind === "silent") return;
    const written = await withoutFiles(invocation, reply);
    const send = privateSender(invocation);
    const { rest } = await sendFirst(looks, (look, room) => renderMessages(written, look, room), send, wait);
    await sendRest(rest, send);
  }

  /** By the response URL while it lasts; then as an ephemeral message; outside a channel, in the person's own DM. */
  function privateSender({ replyHandle, where, actor }: Invocation): (message: SlackMessage) => Promise<void> {
    let url = replyHandle;
    return async (message) => {
      if (url !== undefined) {
        try {
          return await respondPrivately(url, message, where.thread, parts.fetch);
        } catch (error) {
          if (refusesBlocks(error)) throw error;
          log.info({ tenant: where.tenant, slackCode: slackCode(error) }, "a response URL is used up");
          url = undefined;
        }
      }
      const { patient } = await clients.of(where.tenant);
      try {
        await postEphemeral(patient, where, actor.id, message);
      } catch (error) {
        if (!isOutside(error) && slackCode(error) !== "is_archived") throw error;
        await postMessage(patient, slackWhere(where.tenant, actor.id), message);
      }
    };
  }

  async function publishHome(where: Where, user: string, reply: Reply): Promise<void> {
    const { patient } = await clients.of(where.tenant);
    const { blocks } = renderOneMessage(reply, homeLook, viewRoom);
    await patient.views.publish({
      user_id: user,
      view: { type: "home", private_metadata: where.channel, blocks },
    });
  }

  return { post, postCard, edit, answerPrivately, publishHome };
}
export type Delivery = ReturnType<typeof createDelivery>;

async function postMessage(client: webApi.WebClient, where: Where, message: SlackMessage): Promise<string> {
  const posted = await client.chat.postMessage({
    channel: where.channel,
    text: message.text,
    blocks: message.blocks,
    parse: "none",
    unfurl_links: false,
    unfurl_media: false,
    ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
  });
  if (posted.ts === undefined) throw new Error("Slack did not say which message it posted");
  return posted.ts;
}

async function postEphemeral(
  client: webApi.WebClient,
  where: Where,
  user: string,
  { text, blocks }: SlackMessage,
): Promise<void> {
  await client.chat.postEphemeral({
    channel: where.channel,
    user,
    text,
    blocks,
    parse: "none",
    ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
  });
}

/** Somebody called Rethink in a channel it is not in: it joins a public one, and says what to do about others. */
async function joining<T>(client: webApi.WebClient, where: Where, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isOutside(error)) throw error;
    try {
      await client.conversations.join({ channel: where.channel });
    } catch (cause) {
      throw new UserError({ code: "not-allowed", ...NOT_IN_CHANNEL }, { cause });
    }
    return send();
  }
}

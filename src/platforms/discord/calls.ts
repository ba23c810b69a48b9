import { type RawFile, type REST, Routes } from "discord.js";
import { z } from "zod";
import { componentType, type MessageBody, messageFlag } from "./components.ts";

/** The calls Rethink makes about messages, each once. Bodies are ours; answers are read where they are needed. */

const posted = z.object({ id: z.string(), channel_id: z.string() });

export interface Sending {
  body: MessageBody;
  files: RawFile[];
}

export interface PostOptions {
  /** Message this one replies to. */
  replyTo?: string | undefined;
  /** The same on a repeat: Discord then gives back the first message (docs: `enforce_nonce`, a few minutes). */
  nonce?: string | undefined;
}

export async function postMessage(
  rest: REST,
  channel: string,
  { body, files }: Sending,
  { replyTo, nonce }: PostOptions = {},
): Promise<{ id: string; channel_id: string }> {
  return posted.parse(
    await rest.post(Routes.channelMessages(channel), {
      body: {
        ...body,
        ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
        ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
      },
      files,
    }),
  );
}

export async function editMessage(rest: REST, channel: string, message: string, sending: Sending): Promise<void> {
  await rest.patch(Routes.channelMessage(channel, message), sending);
}

/** @returns the id of the thread */
export async function startThread(rest: REST, channel: string, message: string, name: string): Promise<string> {
  const WEEK_IN_MINUTES = 10_080;
  const thread = await rest.post(Routes.threads(channel, message), {
    body: { name, auto_archive_duration: WEEK_IN_MINUTES },
  });
  return z.object({ id: z.string() }).parse(thread).id;
}

export async function reopenThread(rest: REST, thread: string): Promise<void> {
  await rest.patch(Routes.channel(thread), { body: { archived: false } });
}

/** The first response to an interaction. */
export type FirstResponse =
  /** "thinking…", seen by the person alone. */
  | { kind: "wait" }
  /** Nothing to see: the pressed message stays as it is. */
  | { kind: "quiet" }
  | { kind: "form"; form: object }
  | { kind: "answer"; sending: Sending };

const callback = { answer: 4, wait: 5, quiet: 6, form: 9 } as const;

/** No bot token is sent: the interaction's own stands in the address. */
export async function respond(rest: REST, id: string, token: string, response: FirstResponse): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), {
    body: { type: callback[response.kind], ...callbackData(response) },
    auth: false,
    ...(response.kind === "answer" ? { files: response.sending.files } : {}),
  });
}

function callbackData(response: FirstResponse): { data?: object } {
  switch (response.kind) {
    case "wait":
      return { data: { flags: messageFlag.ephemeral } };
    case "quiet":
      return {};
    case "form":
      return { data: response.form };
    case "answer":
      return { data: privateBody(response.sending.body) };
  }
}

function privateBody(body: MessageBody): MessageBody {
  return { ...body, flags: body.flags | messageFlag.ephemeral };
}

/** Puts the answer in the place of "thinking…". Whether it is private was settled with the first response. */
export async function editFirst(rest: REST, application: string, token: string, sending: Sending): Promise<void> {
  await rest.patch(Routes.webhookMessage(application, token), { ...sending, auth: false });
}

export async function deleteFirst(rest: REST, application: string, token: string): Promise<void> {
  await rest.delete(Routes.webhookMessage(application, token), { auth: false });
}

export async function followUp(rest: REST, application: string, token: string, sending: Sending): Promise<void> {
  const { body, files } = sending;
  await rest.post(Routes.webhook(application, token), { body: privateBody(body), files, auth: false });
}

/** The words of a message and nothing else: for when Discord takes no other form of it. */
export function wordsAlone({ body }: Sending): Sending {
  const texts = textsIn(body.components).slice(0, 10);
  const components = (texts.length === 0 ? ["…"] : texts).map((content) => ({ type: componentType.text, content }));
  return { body: { ...body, components, attachments: [] }, files: [] };
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (part === null || typeof part !== "object") return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "content" && typeof value === "string" ? [value] : textsIn(value),
  );
}

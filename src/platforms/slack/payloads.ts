import { z } from "zod";

/** The parts of Slack's payloads Rethink reads (docs: interactivity payloads, events). More keys are ignored. */

/** Slack writes absent ids as null, as "" or not at all. */
const id = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === "" ? undefined : value));

const idOf = z
  .object({ id })
  .nullish()
  .transform((value) => value?.id);

export const commandPayload = z.object({
  text: z.string().default(""),
  user_id: z.string(),
  user_name: z.string().optional(),
  channel_id: z.string(),
  team_id: id,
  enterprise_id: id,
  is_enterprise_install: z.union([z.boolean(), z.string()]).optional(),
  trigger_id: z.string(),
  response_url: id,
});
export type CommandPayload = z.infer<typeof commandPayload>;

const person = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional(), team_id: id });

const interaction = {
  user: person,
  team: idOf,
  enterprise: idOf,
  is_enterprise_install: z.boolean().optional(),
  trigger_id: z.string(),
};

const threadOf = { ts: z.string().optional(), thread_ts: z.string().optional() };

export const actionPayload = z.object({
  ...interaction,
  channel: idOf,
  container: z.object({ thread_ts: z.string().optional(), message_ts: z.string().optional() }).optional(),
  message: z.object(threadOf).optional(),
  view: z.object({ private_metadata: z.string().optional() }).optional(),
  response_url: id,
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});
export type ActionPayload = z.infer<typeof actionPayload>;

export const viewPayload = z.object({
  ...interaction,
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    blocks: z.array(z.object({ block_id: z.string().optional() })).default([]),
    state: z.object({ values: z.unknown() }),
  }),
});
export type ViewPayload = z.infer<typeof viewPayload>;

export const shortcutPayload = z.object({
  ...interaction,
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(""), ...threadOf }),
  response_url: id,
});
export type ShortcutPayload = z.infer<typeof shortcutPayload>;

export const eventEnvelope = z.object({
  team_id: id,
  enterprise_id: id,
  authorizations: z
    .array(z.object({ team_id: id, enterprise_id: id, is_enterprise_install: z.boolean().optional() }))
    .optional(),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

export const messageEvent = z.object({
  user: z.string().optional(),
  bot_id: id,
  subtype: z.string().optional(),
  text: z.string().default(""),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const homeEvent = z.object({ user: z.string(), channel: z.string(), tab: z.string().optional() });

export const revokedEvent = z.object({
  tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
});

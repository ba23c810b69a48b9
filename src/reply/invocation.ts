import type { Verb } from "./verbs.ts";

export type PlatformName = "slack" | "discord" | "terminal";

/** Who did it. `name` is for display only; `id` decides. */
export interface Actor {
  id: string;
  name: string;
  /** May manage the channel, where the platform says so with the event; left out where it does not say. */
  manages?: boolean;
}

/** Where it happened. Tenant and channel are part of every key and every query. */
export interface Where {
  platform: PlatformName;
  /** Slack team or enterprise, Discord guild, terminal user. */
  tenant: string;
  channel: string;
  /** Set inside a thread: the id reviews are found by. */
  thread?: string;
}

/**
 * One thing a person did: a slash line, a button, a submitted form, or words in a thread. The only input of `dispatch`.
 */
export interface Invocation {
  /** Null for words in a thread that name no verb: the follow-up reader decides what they mean. */
  verb: Verb | null;
  /** Free text sits under `text`; platforms with typed options (Discord, forms, buttons) send them by name. */
  args: Readonly<Record<string, string>>;
  /** Short id of the review, when the person or button names one. */
  review?: string;
  actor: Actor;
  where: Where;
  /** The platform's id of the event: the same event delivered twice has the same id. */
  eventId: string;
  /** True when the text was addressed to the bot (slash, mention, button): silence is then not an answer. */
  addressed: boolean;
  /** Opaque to everyone but the platform: how to answer privately (response URL, interaction token). */
  replyHandle?: string;
}

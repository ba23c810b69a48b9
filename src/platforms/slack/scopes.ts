/** What Rethink asks of a workspace, each with its reason: the manifest, the install page and docs/slack.md are made from this. */
interface Scope {
  scope: string;
  why: string;
  /** Rethink works without it; what is then missing. */
  without?: string;
}

const scopes = [
  { scope: "commands", why: "The command /rethink and the message shortcut “Review this”." },
  { scope: "chat:write", why: "Post a review, edit it in place, answer in its thread, and answer privately." },
  { scope: "app_mentions:read", why: "Read the messages that mention @Rethink." },
  {
    scope: "channels:history",
    why: "Receive what is written in public channels Rethink is in. It reads the threads of its own reviews and drops the rest unread.",
  },
  { scope: "groups:history", why: "The same in private channels it was invited to." },
  { scope: "im:history", why: "Read what you write to Rethink in its own Messages tab." },
  { scope: "channels:join", why: "Join a public channel when somebody types /rethink there. It joins none by itself." },
  { scope: "users:read", why: "Show the handle of whoever changed an assumption." },
  {
    scope: "files:write",
    why: "Show the cost chart as a picture, and hand over a decision record as a file.",
    without: "Charts are drawn by Slack itself, and records are written out as text.",
  },
] as const satisfies readonly Scope[];

/** Events Slack sends, each with its reason. */
const events = [
  { event: "app_mention", why: "Somebody addresses @Rethink." },
  { event: "message.channels", why: "Words in the thread of a review, in a public channel." },
  { event: "message.groups", why: "The same in a private channel." },
  { event: "message.im", why: "Words in the Messages tab." },
  { event: "app_home_opened", why: "Show your reviews in the Home tab." },
  { event: "app_uninstalled", why: "Forget the workspace's token and schedules at once." },
  { event: "tokens_revoked", why: "The same, when an administrator revokes the token." },
] as const;

export function scopeTable(): readonly Scope[] {
  return scopes;
}

export function eventTable(): typeof events {
  return events;
}

export function botScopes(): (typeof scopes)[number]["scope"][] {
  return scopes.map(({ scope }) => scope);
}

/** What Rethink asks Discord to send, and why: the set-up page prints this table. */
export interface IntentRow {
  intent: "Guilds" | "GuildMessages" | "DirectMessages" | "MessageContent";
  why: string;
  privileged: boolean;
}

export const intentTable: readonly IntentRow[] = [
  {
    intent: "Guilds",
    why: "Know the servers, channels and threads it is in, and when it is removed from a server.",
    privileged: false,
  },
  {
    intent: "GuildMessages",
    why: "Read messages that mention it or reply to it. Discord delivers all others without their text.",
    privileged: false,
  },
  { intent: "DirectMessages", why: "Read what you write to it directly.", privileged: false },
  {
    intent: "MessageContent",
    why: "Only with DISCORD_MESSAGE_CONTENT=1: read words in the threads of its reviews without a mention.",
    privileged: true,
  },
];

export function intentNames(messageContent: boolean): IntentRow["intent"][] {
  return intentTable.filter(({ privileged }) => messageContent || !privileged).map(({ intent }) => intent);
}

/** What the bot may do in a server, and why: the invitation asks for these, and no others. */
export interface PermissionRow {
  permission:
    | "ViewChannel"
    | "SendMessages"
    | "SendMessagesInThreads"
    | "CreatePublicThreads"
    | "AttachFiles"
    | "ReadMessageHistory";
  /** As Discord's settings call it. */
  label: string;
  why: string;
  /** docs: topics/permissions. */
  bit: number;
}

export const permissionTable: readonly PermissionRow[] = [
  { permission: "ViewChannel", label: "View Channels", why: "Be in the channel at all.", bit: 10 },
  { permission: "SendMessages", label: "Send Messages", why: "Post a review, and edit it in place.", bit: 11 },
  {
    permission: "CreatePublicThreads",
    label: "Create Public Threads",
    why: "Open the thread of a review. Without it, answers hang on the review as replies.",
    bit: 35,
  },
  {
    permission: "SendMessagesInThreads",
    label: "Send Messages in Threads",
    why: "Answer in the thread of a review.",
    bit: 38,
  },
  {
    permission: "AttachFiles",
    label: "Attach Files",
    why: "Show the cost chart, and hand over decision records. Without it, both are written out.",
    bit: 15,
  },
  {
    permission: "ReadMessageHistory",
    label: "Read Message History",
    why: "Reply to your message, and find the review a reply means.",
    bit: 16,
  },
];

/** The permissions as the number Discord's addresses take. */
export function permissionBits(): string {
  return String(permissionTable.reduce((sum, { bit }) => sum | (1n << BigInt(bit)), 0n));
}

/** Where somebody who manages a server adds the bot to it. */
export function inviteUrl(applicationId: string): string {
  const url = new URL("https://discord.com/oauth2/authorize");
  url.search = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: permissionBits(),
  }).toString();
  return url.href;
}

import { randomUUID } from "node:crypto";
import { APP, TEAM } from "./emulator.ts";

/**
 * What Slack sends, with the fields of its published samples (slackapi/java-slack-sdk, json-logs/samples/app-backend
 * and events). Values are the caller's; fields Rethink does not read are there too, as Slack sends them.
 */
export interface Person {
  id: string;
  name: string;
}

/** The workspace the event comes from: the emulator's own, or another one. */
export interface Workspace {
  team: string;
}
const own: Workspace = { team: TEAM };

export interface CommandOf {
  person: Person;
  channel: string;
  text: string;
  trigger: string;
  responseUrl: string;
  workspace?: Workspace;
}

export function command({ person, channel, text, trigger, responseUrl, workspace = own }: CommandOf) {
  return {
    token: "verification-token",
    team_id: workspace.team,
    team_domain: "emulate",
    channel_id: channel,
    channel_name: "general",
    user_id: person.id,
    user_name: person.name,
    command: "/rethink",
    text,
    api_app_id: APP,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

function interaction(type: string, person: Person, trigger: string, workspace: Workspace) {
  return {
    type,
    enterprise: null,
    is_enterprise_install: false,
    team: { id: workspace.team, domain: "emulate" },
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.team },
    api_app_id: APP,
    token: "verification-token",
    trigger_id: trigger,
  };
}

export interface Message {
  ts: string;
  thread_ts?: string | undefined;
  text?: string;
  isEphemeral?: boolean;
}

export interface PressOf {
  person: Person;
  channel: string;
  message: Message;
  button: { action_id: string; value?: string | undefined };
  trigger: string;
  responseUrl: string;
  workspace?: Workspace;
}

export function press({ person, channel, message, button, trigger, responseUrl, workspace = own }: PressOf) {
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return {
    ...interaction("block_actions", person, trigger, workspace),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel,
      is_ephemeral: message.isEphemeral === true,
      ...thread,
    },
    channel: { id: channel, name: "general" },
    // Slack leaves the message out when it was ephemeral.
    ...(message.isEphemeral === true
      ? {}
      : { message: { type: "message", user: "U0RETHINK", ts: message.ts, text: message.text ?? "", ...thread } }),
    response_url: responseUrl,
    actions: [{ ...button, block_id: "b1", type: "button", action_ts: "1700000000.000100" }],
  };
}

export function homePress(
  person: Person,
  privateMetadata: string,
  button: { action_id: string; value?: string | undefined },
  trigger: string,
) {
  return {
    ...interaction("block_actions", person, trigger, own),
    container: { type: "view", view_id: "V1" },
    view: {
      id: "V1",
      type: "home",
      callback_id: "",
      private_metadata: privateMetadata,
      state: { values: {} },
      hash: "h",
    },
    actions: [{ ...button, block_id: "b1", type: "button", action_ts: "1700000000.000100" }],
  };
}

export interface View {
  id: string;
  callback_id: string;
  private_metadata: string;
  blocks: readonly { block_id?: string; element?: { type: string } }[];
}

export function submission(
  person: Person,
  view: View,
  answers: Readonly<Record<string, string>>,
  trigger: string,
  workspace = own,
) {
  const values = Object.fromEntries(
    view.blocks.flatMap(({ block_id, element }) => {
      if (block_id === undefined || element === undefined) return [];
      const answer = answers[block_id];
      const chosen = answer === undefined ? null : { text: { type: "plain_text", text: answer }, value: answer };
      const input =
        element.type === "static_select"
          ? { type: element.type, selected_option: chosen }
          : { type: element.type, value: answer ?? null };
      return [[block_id, { answer: input }]];
    }),
  );
  return {
    ...interaction("view_submission", person, trigger, workspace),
    view: {
      ...view,
      type: "modal",
      team_id: workspace.team,
      state: { values },
      hash: "1.abc",
      app_id: APP,
      bot_id: "B0RETHINK",
    },
    response_urls: [],
  };
}

export function messageShortcut(
  person: Person,
  channel: string,
  message: { ts: string; text: string; user: string },
  trigger: string,
  responseUrl: string,
) {
  return {
    ...interaction("message_action", person, trigger, own),
    callback_id: "review_this",
    action_ts: "1700000000.000200",
    message_ts: message.ts,
    channel: { id: channel, name: "general" },
    message: { type: "message", ...message, team: TEAM },
    response_url: responseUrl,
  };
}

/** The envelope of the Events API. `event_id` is the same when Slack delivers again. */
export function envelope(event: object, { eventId = `Ev${randomUUID()}`, workspace = own } = {}) {
  return {
    token: "verification-token",
    team_id: workspace.team,
    api_app_id: APP,
    type: "event_callback",
    event_id: eventId,
    event_time: 1_700_000_000,
    event,
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: "U0RETHINK",
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: "4-context",
  };
}

export function mention(person: Person, channel: string, text: string, ts: string, thread?: string) {
  return {
    type: "app_mention",
    user: person.id,
    text,
    ts,
    channel,
    event_ts: ts,
    team: TEAM,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
}

export function message(
  person: Person,
  channel: string,
  text: string,
  ts: string,
  more: { thread_ts?: string; subtype?: string; bot_id?: string; channel_type?: string; hidden?: boolean } = {},
) {
  return {
    type: "message",
    user: person.id,
    text,
    ts,
    channel,
    event_ts: ts,
    channel_type: "channel",
    team: TEAM,
    ...more,
  };
}

export function homeOpened(person: Person, channel: string, tab = "home") {
  return { type: "app_home_opened", user: person.id, channel, tab, event_ts: "1700000000.000300" };
}

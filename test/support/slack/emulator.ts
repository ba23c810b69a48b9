import { createEmulator, defineEmulator } from "emulate";
import { z } from "zod";

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
export const TEAM = "T000000001";
export const BOT_TOKEN = "xoxb-rethink";
const BOT_USER = "U0RETHINK";
export const APP = "A0RETHINK";

export interface EmulatorOptions {
  /** Scopes of the bot's token. */
  scopes: readonly string[];
  people: readonly string[];
  channels: readonly string[];
  /** More bot tokens, as of other workspaces. */
  otherBots?: readonly { token: string; userId: string; scopes: readonly string[] }[];
  redirectUri?: string;
}

/** The emulator's own dispatcher of events: the part of it that is used here. */
const dispatcherSchema = z.looseObject({ register: z.function() });

/**
 * Starts the Slack emulator. It signs and delivers events, but 0.12.2 has no public way to subscribe to them: the
 * dispatcher is caught while it is made, through the public API for emulators of one's own, which shares the class.
 */
export async function startEmulator(options: EmulatorOptions) {
  let prototype: { setHeaderFactory: (...args: unknown[]) => unknown } | undefined;
  const probe = await createEmulator({
    service: defineEmulator({
      name: "probe",
      state: () => ({}),
      setup: ({ webhooks }) => {
        prototype = Object.getPrototypeOf(webhooks);
      },
    }),
    listen: false,
  });
  await probe.close();
  if (typeof prototype?.setHeaderFactory !== "function") {
    throw new Error("emulate has changed: its dispatcher can no longer be caught, see test/support/slack/emulator.ts");
  }
  const shared = prototype;
  const original = shared.setHeaderFactory;
  let dispatcher: unknown;
  shared.setHeaderFactory = function catching(this: unknown, ...args: unknown[]) {
    dispatcher = this;
    return original.apply(this, args);
  };
  const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack: seed(options) } }).finally(() => {
    shared.setHeaderFactory = original;
  });
  const events = dispatcherSchema.parse(dispatcher);
  return {
    url: emulator.url.replace("localhost", "127.0.0.1"),
    /** Signed event deliveries go there from now on. */
    subscribe(url: string): void {
      Reflect.apply(events.register, dispatcher, [{ url, events: ["*"], active: true, owner: "slack" }]);
    },
    close: () => emulator.close(),
  };
}

export const humanToken = (name: string): string => `xoxp-${name}`;

function seed({ scopes, people, channels, otherBots = [], redirectUri }: EmulatorOptions) {
  const bot = (token: string, userId: string, granted: readonly string[]) => ({
    token,
    type: "bot",
    user_id: userId,
    bot_id: `B${userId.slice(1)}`,
    bot_user_id: userId,
    app_id: APP,
    scopes: [...granted],
  });
  return {
    signing_secret: SIGNING_SECRET,
    strict_scopes: true,
    users: people.map((name) => ({ name })),
    channels: channels.map((name) => ({ name })),
    oauth_apps: [
      {
        app_id: APP,
        client_id: "111.222",
        client_secret: "client-secret",
        name: "Rethink",
        bot_id: `B${BOT_USER.slice(1)}`,
        bot_user_id: BOT_USER,
        redirect_uris: redirectUri === undefined ? [] : [redirectUri],
        scopes: [...scopes],
      },
    ],
    tokens: [
      bot(BOT_TOKEN, BOT_USER, scopes),
      ...otherBots.map(({ token, userId, scopes: granted }) => bot(token, userId, granted)),
      ...people.map((name) => ({ token: humanToken(name), type: "user", user: name })),
    ],
  };
}

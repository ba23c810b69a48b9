import { setTimeout as sleep } from "node:timers/promises";
import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver, webApi } from "@slack/bolt";
import type { SlackConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import { boltLogger } from "./bolt-logger.ts";
import type { ClientOptions } from "./clients.ts";
import { type InstallationPort, installationStore } from "./installations.ts";
import { paths } from "./paths.ts";
import { botScopes } from "./scopes.ts";
import { slackCode } from "./slack-errors.ts";

/** How long to wait for Slack's side of a goodbye. */
const GOODBYE_MS = 3000;

/** The way events come in. */
export interface Inlet {
  receiver: Receiver;
  start(): Promise<void>;
  /** Takes no more events and waits for those in hand. */
  stop(): Promise<void>;
  /** Port that is listened on; null in Socket Mode. */
  port(): number | null;
}

export interface InletParts {
  config: SlackConfig;
  installations: InstallationPort | null;
  clientOptions: ClientOptions;
  log: Logger;
}

/** Socket Mode when there is an app token, HTTP otherwise. */
export function createInlet(parts: InletParts): Inlet {
  const inHand = new Set<Promise<unknown>>();
  const { appToken, botToken } = parts.config;
  return appToken === null || botToken === null ? httpInlet(parts, inHand) : socketInlet(parts, appToken, inHand);
}

function socketInlet({ clientOptions, log }: InletParts, appToken: string, inHand: Set<Promise<unknown>>): Inlet {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // The socket client changes the options it is given: it gets a copy.
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const taking = ackAfterWork(receiver, inHand);
  return {
    receiver,
    async start() {
      await checkAppToken(appToken, clientOptions);
      await receiver.start();
    },
    async stop() {
      taking.end();
      await settled(inHand);
      // A peer that does not answer the goodbye must not hold up the end.
      await Promise.race([receiver.client.disconnect(), sleep(GOODBYE_MS, undefined, { ref: false })]);
    },
    port: () => null,
  };
}

function httpInlet({ config, installations, clientOptions, log }: InletParts, inHand: Set<Promise<unknown>>): Inlet {
  const receiver = new HTTPReceiver({
    signingSecret: required(config.signingSecret, "SLACK_SIGNING_SECRET"),
    endpoints: paths.events,
    logger: boltLogger(log),
    ...(config.clientId === null || config.botToken !== null
      ? {}
      : oauth(config, config.clientId, installations, clientOptions)),
  });
  ackAfterWork(receiver, inHand);
  let port: number | null = null;
  return {
    receiver,
    async start() {
      const server = await receiver.start(config.port).catch((cause: unknown) => {
        throw taken(config.port, cause);
      });
      const address = server.address();
      port = address !== null && typeof address === "object" ? address.port : config.port;
    },
    async stop() {
      await receiver.stop();
      await settled(inHand);
    },
    port: () => port,
  };
}

function oauth(
  config: SlackConfig,
  clientId: string,
  installations: InstallationPort | null,
  clientOptions: ClientOptions,
) {
  if (installations === null) throw new Error("installing in many workspaces needs a place for the installations");
  return {
    clientId,
    clientSecret: required(config.clientSecret, "SLACK_CLIENT_SECRET"),
    stateSecret: required(config.stateSecret, "SLACK_STATE_SECRET"),
    scopes: botScopes(),
    installationStore: installationStore(installations),
    installerOptions: {
      directInstall: true,
      installPath: paths.install,
      redirectUriPath: paths.redirect,
      clientOptions: { ...clientOptions },
      ...(config.apiUrl === null ? {} : { authorizationUrl: new URL("/oauth/v2/authorize", config.apiUrl).href }),
    },
  };
}

/**
 * Asks for a connection once before the client does: the client takes a wrong token or a missing scope for an outage,
 * and would try again for ever.
 */
async function checkAppToken(appToken: string, options: ClientOptions): Promise<void> {
  const client = new webApi.WebClient(appToken, { ...options, retryConfig: { retries: 2 } });
  await client.apps.connections.open().catch((cause: unknown) => {
    throw refused("SLACK_APP_TOKEN", "It begins with xapp- and needs the scope connections:write.", cause);
  });
}

/** Somebody else listens there already. */
function taken(port: number, cause: unknown): unknown {
  if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "EADDRINUSE") return cause;
  return new UserError(
    { code: "config", message: `Port ${port} is taken.`, nextStep: "Set SLACK_PORT to a free one." },
    { cause },
  );
}

/** Slack does not take a token of the configuration; other failures stay what they are. */
export function refused(variable: string, nextStep: string, cause: unknown): unknown {
  const code = slackCode(cause);
  if (code === null) return cause;
  return new UserError(
    { code: "config", message: `Slack does not accept ${variable} (${code}).`, nextStep },
    { cause },
  );
}

function required(value: string | null, variable: string): string {
  if (value !== null) return value;
  throw new UserError({
    code: "config",
    message: `Slack over HTTP needs ${variable}.`,
    nextStep: "Copy it from the app's page at api.slack.com/apps.",
  });
}

async function settled(inHand: Set<Promise<unknown>>): Promise<void> {
  while (inHand.size > 0) await Promise.allSettled(inHand);
}

/**
 * Bolt acknowledges an event before it is looked at: what is lost after that is lost for good. Here the
 * acknowledgement of an event waits until it was taken, and is not given when that failed, so that Slack sends it
 * again. Commands, presses and forms acknowledge themselves, in their listeners.
 */
function ackAfterWork(receiver: Receiver, inHand: Set<Promise<unknown>>): { end(): void } {
  const init = receiver.init.bind(receiver);
  let open = true;
  receiver.init = (app: App) => {
    const holding: App = Object.create(app, {
      processEvent: {
        value: (event: ReceiverEvent): Promise<void> => {
          if (!open) return Promise.resolve();
          const work = processHeld(app, event);
          inHand.add(work);
          const done = (): void => {
            inHand.delete(work);
          };
          work.then(done, done);
          return work;
        },
      },
    });
    init(holding);
  };
  return {
    end() {
      open = false;
    },
  };
}

async function processHeld(app: App, event: ReceiverEvent): Promise<void> {
  if (event.body["type"] !== "event_callback") return app.processEvent(event);
  await app.processEvent({ ...event, ack: async () => undefined });
  await event.ack();
}

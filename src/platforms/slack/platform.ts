import { setTimeout as sleep } from "node:timers/promises";
import { App, webApi } from "@slack/bolt";
import type { SlackConfig } from "#src/config.ts";
import type { Logger } from "#src/log.ts";
import type { Door, Platform } from "#src/platforms/port.ts";
import type { Reply } from "#src/reply/reply.ts";
import { boltLogger } from "./bolt-logger.ts";
import type { ChartDataOf } from "./chart.ts";
import { type ClientOptions, createClientPool, type TokenOf } from "./clients.ts";
import { createDelivery } from "./delivery.ts";
import { listenToEvents } from "./event-listeners.ts";
import { type InstallationPort, readInstallation } from "./installations.ts";
import { listenToPeople } from "./listeners.ts";
import { createNames } from "./names.ts";
import { createPictures, type DrawChart } from "./pictures.ts";
import { createInlet, refused } from "./receivers.ts";
import type { Wait } from "./send.ts";
import { slackCode } from "./slack-errors.ts";

export interface SlackParts {
  config: SlackConfig;
  /** Where installations are kept; needed for many workspaces only. */
  installations: InstallationPort | null;
  drawChart: DrawChart;
  /** The chart as data, for Slack's own drawing where pictures are not allowed. */
  chartData: ChartDataOf;
  /** Words for whatever went wrong. */
  describeError: (error: unknown) => Reply;
  log: Logger;
  /** How calls leave; unless given, the runtime's own. */
  fetch?: ClientOptions["fetch"];
  /** How to wait for a picture to become usable; unless given, by the clock. */
  wait?: Wait;
}

export interface SlackPlatform extends Platform {
  /** Port that takes Slack's requests; null in Socket Mode or before the start. */
  port(): number | null;
}

/** Who the configured bot token is; null when each workspace has its own token. */
interface Identity {
  tenant: string;
  token: string;
  botId: string | undefined;
  botUserId: string | undefined;
}

/** Rethink on Slack: one workspace with a bot token (Socket Mode or HTTP), or many through OAuth (HTTP). */
export function createSlackPlatform(parts: SlackParts): SlackPlatform {
  const { config, log } = parts;
  const clientOptions: ClientOptions = {
    logger: boltLogger(log),
    ...(config.apiUrl === null ? {} : { slackApiUrl: config.apiUrl }),
    ...(parts.fetch === undefined ? {} : { fetch: parts.fetch }),
  };
  const pictures = createPictures(parts.drawChart, log);
  const installations = parts.installations === null ? null : noticing(parts.installations, pictures.forget);
  let identity: Identity | null = null;
  const tokenOf: TokenOf = async (tenant) => {
    if (identity !== null) return identity.tenant === tenant ? identity : null;
    const record = installations === null ? null : await readInstallation(installations, tenant);
    return record === null ? null : { token: record.bot.token, botUserId: record.bot.userId };
  };
  const clients = createClientPool(clientOptions, tokenOf);
  const delivery = createDelivery({
    clients,
    pictures,
    chartData: parts.chartData,
    log,
    wait: parts.wait ?? sleep,
    fetch: parts.fetch,
  });
  const inlet = createInlet({ config, installations, clientOptions, log });

  async function start(door: Door): Promise<void> {
    identity = config.botToken === null ? null : await identify(config.botToken, clientOptions);
    const app = new App({
      receiver: inlet.receiver,
      clientOptions: { ...clientOptions },
      logger: boltLogger(log),
      convoStore: false,
      tokenVerificationEnabled: false,
      ...(identity === null ? {} : tokenOptions(identity)),
    });
    const { describeError } = parts;
    const listening = { door, installed: identity?.tenant ?? null, delivery, describeError, log };
    listenToPeople(app, listening);
    listenToEvents(app, { ...listening, names: createNames(), installations });
    app.error(async (error) => {
      log.error({ err: error, slackCode: slackCode(error) }, "an event of Slack could not be handled");
      throw error;
    });
    await inlet.start();
  }

  return {
    name: "slack",
    start,
    stop: () => inlet.stop(),
    post: (where, reply) => delivery.post(where, reply),
    postCard: (where, reply, opener) => delivery.postCard(where, reply, opener),
    edit: (where, message, reply) => delivery.edit(where, message, reply),
    answerPrivately: (invocation, reply) => delivery.answerPrivately(invocation, reply),
    stopWaiting: async () => {},
    port: () => inlet.port(),
  };
}

function tokenOptions({ token, botId, botUserId }: Identity) {
  return { token, ...(botId === undefined ? {} : { botId }), ...(botUserId === undefined ? {} : { botUserId }) };
}

/** @throws UserError `config` when Slack does not take the token */
async function identify(token: string, options: ClientOptions): Promise<Identity> {
  try {
    const who = await new webApi.WebClient(token, { ...options, retryConfig: { retries: 2 } }).auth.test();
    const tenant = (who.is_enterprise_install === true ? who.enterprise_id : who.team_id) ?? who.enterprise_id;
    if (tenant === undefined) throw new Error("Slack did not say which workspace the token is for");
    return { tenant, token, botId: who.bot_id, botUserId: who.user_id };
  } catch (cause) {
    throw refused(
      "SLACK_BOT_TOKEN",
      "Copy the Bot User OAuth Token again from the app's page, under OAuth & Permissions.",
      cause,
    );
  }
}

/** A new installation may have granted other scopes. */
function noticing(port: InstallationPort, changed: (tenant: string) => void): InstallationPort {
  return {
    async put(tenant, record) {
      await port.put(tenant, record);
      changed(tenant);
    },
    get: (tenant) => port.get(tenant),
    async delete(tenant) {
      await port.delete(tenant);
      changed(tenant);
    },
  };
}

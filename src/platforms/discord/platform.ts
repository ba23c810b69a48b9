import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, type Guild } from "discord.js";
import { type Clock, systemClock } from "#src/clock.ts";
import type { DiscordConfig } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { Door, Platform } from "#src/platforms/port.ts";
import type { Reply } from "#src/reply/reply.ts";
import { createClient } from "./client.ts";
import { createDelivery } from "./delivery.ts";
import { byTheClock, createFirstResponse, type Wait } from "./first-response.ts";
import { createInHand } from "./in-hand.ts";
import { createInteractionListener } from "./listeners.ts";
import { createMessageListener } from "./message-listener.ts";
import type { DrawChart } from "./pictures.ts";
import { createPrivateAnswers } from "./private-answers.ts";
import { createRests, type RestOptions, restOptions } from "./rests.ts";
import { createSender } from "./send.ts";
import { createWaiting } from "./waiting.ts";

export interface DiscordParts {
  config: DiscordConfig;
  drawChart: DrawChart;
  /** Words for whatever went wrong. */
  describeError: (error: unknown) => Reply;
  log: Logger;
  clock?: Clock;
  /** How calls leave; unless given, the runtime's own. */
  makeRequest?: RestOptions["makeRequest"];
  /** How long an event may take to be stored; unless given, by the clock. */
  wait?: Wait;
}

/** Rethink on Discord: events over the gateway, everything it says over REST. */
export function createDiscordPlatform(parts: DiscordParts): Platform {
  const { config, log, describeError } = parts;
  const options = restOptions(config, parts.makeRequest);
  const rests = createRests(config.token, options);
  const client = createClient(options, config.messageContent);
  const applicationId = (): string => {
    const id = client.application?.id ?? config.applicationId;
    if (id === null) throw new Error("Discord did not say which application this is");
    return id;
  };
  const sender = createSender(parts.drawChart, log);
  const waiting = createWaiting();
  const delivery = createDelivery({ rests, sender, log });
  const answers = createPrivateAnswers({
    rests,
    applicationId,
    sender,
    waiting,
    clock: parts.clock ?? systemClock,
    log,
  });
  const inHand = createInHand(log);

  async function start(door: Door): Promise<void> {
    const wait = parts.wait ?? byTheClock;
    const responses = createFirstResponse({ rest: rests.patient, answers, waiting, describeError, log, wait });
    client.on(Events.InteractionCreate, inHand.run(createInteractionListener(door, responses)));
    client.on(Events.MessageCreate, inHand.run(createMessageListener(door, responses)));
    client.on(
      Events.GuildDelete,
      inHand.run((guild: Guild) => door.tenantRemoved("discord", guild.id)),
    );
    logTrouble(client, log);
    await connect(client, config);
  }

  return {
    name: "discord",
    start,
    stop: async () => {
      await client.destroy();
      await inHand.idle();
    },
    post: delivery.post,
    postCard: delivery.postCard,
    edit: delivery.edit,
    answerPrivately: answers.answerPrivately,
    stopWaiting: answers.stopWaiting,
  };
}

function logTrouble(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, "the Discord client reported an error"));
  client.on(Events.Warn, (warning) => log.warn({ warning }, "the Discord client warned"));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, "a gateway connection failed"));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, "a gateway connection ended"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "a gateway connection is being made again"));
}

/** docs: topics/opcodes-and-status-codes, gateway close event codes. */
const DISALLOWED_INTENTS = 4014;

/**
 * Resolves once every connection is ready.
 *
 * @throws UserError `config` when Discord does not take the token or the intents
 */
async function connect(client: Client, config: DiscordConfig): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(refusedIntents(code)));
  });
  // The connection may be refused while the login is under way: whichever comes first is told.
  ready.catch(() => {});
  try {
    await Promise.race([client.login(config.token).then(() => ready), ready]);
  } catch (cause) {
    await client.destroy();
    if (!(cause instanceof DiscordjsError) || cause.code !== DiscordjsErrorCodes.TokenInvalid) throw cause;
    throw new UserError(
      {
        code: "config",
        message: "Discord does not accept DISCORD_TOKEN.",
        nextStep: "Reset the token on the Bot page of your application, and copy the new one.",
      },
      { cause },
    );
  }
}

function refusedIntents(code: number): Error {
  if (code !== DISALLOWED_INTENTS) return new Error(`Discord closed the connection with ${code}`);
  return new UserError({
    code: "config",
    message: "Discord does not let this application read message content.",
    nextStep: "Switch on Message Content Intent on the application's Bot page, or unset DISCORD_MESSAGE_CONTENT.",
  });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeChart } from "#src/charts/native-chart.ts";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { errorDescriber } from "#src/main/describe-error.ts";
import { type Composed, compose } from "#src/main.ts";
import { createSlackPlatform, type SlackPlatform } from "#src/platforms/slack/platform.ts";
import { botScopes } from "#src/platforms/slack/scopes.ts";
import type { Driver } from "#test/scenarios/driver.ts";
import { SIGNING_SECRET, startEmulator } from "#test/support/slack/emulator.ts";
import { humanClient } from "#test/support/slack/human-client.ts";
import { installationRecord, memoryInstallations } from "#test/support/slack/memory-installations.ts";
import { onePixel } from "#test/support/slack/one-pixel.ts";
import { createOpenForms } from "#test/support/slack/open-forms.ts";
import { createPrivateAnswers } from "#test/support/slack/private-answers.ts";
import { signedSender } from "#test/support/slack/signed.ts";
import { startSlackProxy } from "#test/support/slack/slack-proxy.ts";
import { slackSeat } from "#test/support/slack/slack-seat.ts";
import { createWire } from "#test/support/slack/wire.ts";

/** Everybody who appears in a scenario: the emulator has to know its people from the start. */
const people = ["ada", "lin", "sam", "kim", "max", "eve", "bob", "zoe", "mallory"];
/** Workspaces of one scenario: each has a bot token of its own. */
const workspaces = [...Array(6).keys()].map((n) => ({ token: `xoxb-workspace-${n}`, userId: `U0BOT${n}` }));

/** The whole product behind real Bolt, many workspaces over HTTP, against the emulator. */
export async function startSlackDriver(): Promise<Driver> {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  const scopes = botScopes();
  const emulator = await startEmulator({
    scopes,
    people,
    channels: [],
    otherBots: workspaces.map((bot) => ({ ...bot, scopes })),
  });
  const proxy = await startSlackProxy(emulator.url);
  const wire = createWire();
  const installations = memoryInstallations();
  const config = readConfig({ RETHINK_DATA_DIR: directory, RETHINK_LOG_LEVEL: "silent" });
  let running = await start();
  let again: (() => Promise<unknown>) | null = null;
  let round = 0;
  const answers = createPrivateAnswers(proxy, wire);
  const forms = createOpenForms(wire, emulator.url);
  const channels = new Map<string, Promise<string>>();
  const tenants = new Map<string, { team: string; botUserId: string; token: string }>();

  async function start(): Promise<{ service: Composed; platform: SlackPlatform }> {
    const platform = createSlackPlatform({
      config: {
        botToken: null,
        appToken: null,
        signingSecret: SIGNING_SECRET,
        clientId: "111.222",
        clientSecret: "client-secret",
        stateSecret: "state-secret",
        port: 0,
        apiUrl: proxy.apiUrl,
      },
      installations,
      drawChart: async () => onePixel,
      chartData: nativeChart,
      describeError: errorDescriber(createLog("silent"), Math.random),
      log: createLog("silent"),
      fetch: wire.fetch,
      wait: async () => undefined,
    });
    const service = await compose(config, { platforms: [platform], log: createLog("silent") });
    return { service, platform };
  }

  async function tenantOf(name: string) {
    const key = `${name}-${round}`;
    const known = tenants.get(key);
    if (known !== undefined) return known;
    const inThisRound = [...tenants.keys()].filter((one) => one.endsWith(`-${round}`)).length;
    const bot = workspaces[inThisRound];
    if (bot === undefined) throw new Error("a scenario with more workspaces than this driver has tokens for");
    const tenant = { team: `T${round}${name.toUpperCase()}`, botUserId: bot.userId, token: bot.token };
    tenants.set(key, tenant);
    await installations.put(tenant.team, installationRecord(tenant.team, bot.token, bot.userId));
    return tenant;
  }

  /** A channel all people are in. */
  async function createChannel(name: string): Promise<string> {
    const client = humanClient(emulator.url, "ada");
    const { channel } = await client.conversations.create({ name });
    if (channel?.id === undefined) throw new Error(`no channel ${name}`);
    const id = channel.id;
    await Promise.all(
      people.slice(1).map((person) => humanClient(emulator.url, person).conversations.join({ channel: id })),
    );
    return id;
  }

  return {
    platform: "slack",
    fresh: async () => {
      round += 1;
    },
    seat: async (person, place) => {
      const tenant = await tenantOf(place.tenant);
      const name = `${place.tenant}-${place.channel}-${round}`;
      const channel = await (channels.get(name) ?? remember(channels, name, createChannel(name)));
      return slackSeat({
        person,
        tenant,
        channel,
        emulatorUrl: emulator.url,
        answers,
        forms,
        send: () => signedSender(`http://127.0.0.1:${running.platform.port()}/slack/events`),
        delivered: (repeat) => {
          again = repeat;
        },
      });
    },
    redeliverLast: async () => void (await again?.()),
    restart: async () => {
      await running.service.stop();
      running = await start();
    },
    settled: () => running.service.settled(),
    stop: async () => {
      await running.service.stop();
      await proxy.stop();
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
      wire.assertValid();
    },
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

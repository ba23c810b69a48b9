import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { expect } from "vitest";
import { readConfig } from "#src/config.ts";
import { createLog } from "#src/log.ts";
import { errorDescriber } from "#src/main/describe-error.ts";
import { type Composed, compose } from "#src/main.ts";
import { createDiscordPlatform } from "#src/platforms/discord/platform.ts";
import type { Driver } from "#test/scenarios/driver.ts";
import { createHeard } from "#test/support/discord/heard-door.ts";
import { createHuman, type Human } from "#test/support/discord/human.ts";
import { discordSeat, type OpenForm } from "#test/support/discord/seat.ts";
import { startTwin } from "#test/support/discord/twin.ts";
import { typedCommand } from "#test/support/discord/typed-command.ts";
import { createWire } from "#test/support/discord/wire.ts";
import { configFor } from "#test/support/discord/world.ts";
import { onePixel } from "#test/support/slack/one-pixel.ts";

/** Who manages the channels of every server; the others may what Discord lets everyone do. */
const MANAGER = "ada";
const MEMBER = String(PermissionsBitField.Default);

/** The whole product behind real discord.js against the twin, with the text of messages switched on. */
export async function startDiscordDriver(): Promise<Driver> {
  const directory = mkdtempSync(join(tmpdir(), "rethink-"));
  const twin = await startTwin({ messageContent: true });
  const wire = createWire(twin);
  const heard = createHeard();
  const config = readConfig({ RETHINK_DATA_DIR: directory, RETHINK_LOG_LEVEL: "silent" });
  const forms = new Map<string, OpenForm>();
  const guilds = new Map<string, Promise<string>>();
  const channels = new Map<string, Promise<string>>();
  const people = new Map<string, Promise<Human>>();
  const joined = new Map<string, Promise<void>>();
  let round = 0;
  let service: Composed = await start();

  async function start(): Promise<Composed> {
    const platform = createDiscordPlatform({
      config: configFor(twin, true),
      drawChart: async () => onePixel,
      describeError: errorDescriber(createLog("silent"), Math.random),
      log: createLog("silent"),
      makeRequest: wire.makeRequest,
    });
    return compose(config, { platforms: [heard.on(platform)], log: createLog("silent") });
  }

  return {
    platform: "discord",
    fresh: async () => {
      round += 1;
      forms.clear();
    },
    seat: async (name, place) => {
      const server = `${place.tenant}-${round}`;
      const guildId = await once(guilds, server, () => twin.server(server));
      const channelId = await once(channels, `${server}/${place.channel}`, () => twin.channel(guildId, place.channel));
      const human = await once(people, `${name}-${round}`, async () =>
        createHuman(twin, wire, await twin.person(name)),
      );
      const permissions = name === MANAGER ? null : MEMBER;
      await once(joined, `${name}-${server}`, () => twin.join(guildId, human.person, permissions));
      await twin.delivered();
      return discordSeat({ twin, wire, heard, human, spot: { guildId, channelId }, forms });
    },
    redeliverLast: async () => {
      const from = heard.count();
      twin.redeliver();
      await heard.until(({ kind }) => kind === "accepted", from);
    },
    restart: async () => {
      await service.stop();
      service = await start();
    },
    answersAloud: (act) => act.kind === "slash" && typedCommand(act.line) === null,
    settled: () => service.settled(),
    stop: async () => {
      await service.stop();
      await twin.stop();
      rmSync(directory, { recursive: true, force: true });
      expect([...new Set(wire.faults)]).toEqual([]);
    },
  };
}

async function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

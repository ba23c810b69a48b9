import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { createLog } from "#src/log.ts";
import { platformOn, startWorld, type World } from "#test/support/discord/world.ts";
import { difference } from "#test/support/slack/example-replies.ts";
import { createScriptedDoor } from "#test/support/slack/scripted-door.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

async function world(options: Parameters<typeof startWorld>[0] = {}): Promise<World> {
  const one = await startWorld(options);
  worlds.push(one);
  await one.reset();
  return one;
}

const door = () => createScriptedDoor({ kind: "detail", summary: "", accent: "none", blocks: [] });

test("names the token that Discord does not accept", async () => {
  const { twin, wire } = await world();
  wire.refuse("GET", /\/gateway\/bot$/, { status: 401 });
  const platform = platformOn(twin, wire);
  await expect(platform.start(door())).rejects.toMatchObject({
    code: "config",
    message: "Discord does not accept DISCORD_TOKEN.",
  });
});

test("names the intent that Discord does not allow", async () => {
  const { twin, wire } = await world();
  twin.closeNewConnections(4014);
  const platform = platformOn(twin, wire, { messageContent: true });
  await expect(platform.start(door())).rejects.toMatchObject({
    code: "config",
    message: "Discord does not let this application read message content.",
  });
});

test("tells at once when a server removes the bot, and not when a server is out for a while", async () => {
  const { twin, spot, door: heard, human, accepted } = await world();
  const gone = await twin.server("globex");
  twin.dispatch("GUILD_DELETE", { id: spot.guildId, unavailable: true });
  twin.dispatch("GUILD_DELETE", { id: gone });
  const ada = await human("ada");
  const channelId = await twin.directChannel();
  await accepted(() => ada.say({ guildId: "", channelId }, "hello"));
  expect(heard.script.removed).toEqual([{ platform: "discord", tenant: gone }]);
});

test("waits for what is in hand when it stops, and takes nothing after", async () => {
  const { twin, door: heard, platform, human, spot } = await world();
  const ada = await human("ada");
  let store = (): void => {};
  const arrived = new Promise<void>((arrive) => {
    heard.script.storing = () => {
      arrive();
      return new Promise((resolve) => {
        store = resolve;
      });
    };
  });
  await ada.say(spot, `<@${twin.botId}> 300 resizes a second`);
  await arrived;
  let isStopped = false;
  const stopping = platform.stop().then(() => {
    isStopped = true;
  });
  expect(heard.accepted).toHaveLength(0);
  expect(isStopped).toBe(false);
  store();
  await stopping;
  expect(heard.accepted).toHaveLength(1);
  await ada.say(spot, `<@${twin.botId}> and again`);
  expect(heard.accepted).toHaveLength(1);
});

test("posts without a gateway: a worker needs the token alone", async () => {
  const { twin, wire, spot, messages } = await world();
  const worker = platformOn(twin, wire);
  await worker.post({ platform: "discord", tenant: spot.guildId, channel: spot.channelId }, difference);
  expect(await messages()).toHaveLength(1);
});

test("logs neither words nor tokens when Discord refuses a call", async () => {
  const lines = new PassThrough();
  const { wire, human, spot, door: heard, platform } = await world({ log: createLog("debug", lines) });
  const ada = await human("ada");
  heard.script.work = (invocation) => platform.answerPrivately(invocation, difference);
  wire.refuse("PATCH", /@original$/, { status: 400, code: 50_035 }, 2);
  const { token } = await ada.command(spot, "limits", { review: "7K2Q" });
  await heard.settled();
  const [failure] = heard.failures;
  expect(failure).toMatchObject({ name: "DiscordCallError", discordCode: 50_035 });
  const written = String(lines.read() ?? "");
  expect(written).toContain("Discord refused a message");
  for (const text of [written, JSON.stringify(failure), String(failure)]) {
    expect(text).not.toContain(token);
    expect(text).not.toContain("images a second");
  }
});

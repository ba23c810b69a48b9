import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Human } from "#test/support/discord/human.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";

/** With the privileged intent switched on, Discord delivers the text of every message. */
let world: World;
let ada: Human;
beforeAll(async () => {
  world = await startWorld({ messageContent: true });
  ada = await world.human("ada");
});
afterAll(() => world.stop());
beforeEach(() => world.reset());

test("hears words in the thread of a review without a mention, as not addressed to it", async () => {
  const thread = await world.thread();
  await world.accepted(() => ada.say({ ...world.spot, channelId: thread }, "what if traffic doubles?"));
  expect(world.last()).toMatchObject({
    args: { text: "what if traffic doubles?" },
    where: { thread },
    addressed: false,
  });
});

test("drops what is said elsewhere", async () => {
  const elsewhere = await world.twin.channel(world.spot.guildId, "elsewhere");
  await ada.say({ ...world.spot, channelId: elsewhere }, "what if traffic doubles?");
  await world.accepted(() => ada.say(world.spot, `<@${world.twin.botId}> hello`));
  expect(world.door.accepted).toHaveLength(world.before + 1);
});

test("asks for the privileged intent only then", async () => {
  // docs: events/gateway, MESSAGE_CONTENT is 1 << 15.
  expect(world.twin.intents() & (1 << 15)).not.toBe(0);
  const plain = await startWorld();
  expect(plain.twin.intents() & (1 << 15)).toBe(0);
  // GUILDS, GUILD_MESSAGES and DIRECT_MESSAGES, and nothing else.
  expect(plain.twin.intents()).toBe((1 << 0) | (1 << 9) | (1 << 12));
  await plain.stop();
});

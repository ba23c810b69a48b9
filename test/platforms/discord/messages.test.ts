import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import type { Human, Spot } from "#test/support/discord/human.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";
import { card } from "#test/support/slack/example-card.ts";
import { difference, problem } from "#test/support/slack/example-replies.ts";

let world: World;
let ada: Human;
let bot: string;
beforeAll(async () => {
  world = await startWorld();
  ada = await world.human("ada", "2048");
  bot = `<@${world.twin.botId}>`;
});
afterAll(() => world.stop());
beforeEach(() => world.reset());
afterEach(() => expect(world.wire.faults).toEqual([]));

/** Events arrive in order: when the mention after it was taken, what came before was looked at. */
async function saidAndSeen(spot: Spot, say: () => Promise<unknown>): Promise<readonly string[]> {
  const before = world.door.accepted.length;
  await say();
  await world.accepted(() => ada.say(spot, `${bot} end of test`));
  return world.door.accepted.slice(before, -1).map(({ args }) => args["text"] ?? "");
}

test("takes a mention in a channel as words that address it, without the mention", async () => {
  await world.accepted(() => ada.say(world.spot, `${bot} 300 image resizes a second,\n200 ms each`));
  expect(world.last()).toMatchObject({
    verb: null,
    args: { text: "300 image resizes a second,\n200 ms each" },
    actor: { id: ada.person.id, name: "ada", manages: false },
    where: { platform: "discord", tenant: world.spot.guildId, channel: world.spot.channelId },
    addressed: true,
  });
  expect(world.last().where.thread).toBeUndefined();
});

test("takes a mention in a review's thread with the thread and the channel it hangs in", async () => {
  const thread = await world.thread();
  await world.accepted(() => ada.say({ ...world.spot, channelId: thread }, `${bot} what if traffic doubles?`));
  expect(world.last()).toMatchObject({
    args: { text: "what if traffic doubles?" },
    where: { channel: world.spot.channelId, thread },
    addressed: true,
  });
});

test("takes a mention with nothing else: it was addressed all the same", async () => {
  await world.accepted(() => ada.say(world.spot, bot));
  expect(world.last()).toMatchObject({ args: { text: "" }, addressed: true });
});

test("takes a reply to an answer in the thread as addressed, without a mention", async () => {
  const thread = await world.thread();
  const at = { platform: "discord" as const, tenant: world.spot.guildId, channel: world.spot.channelId, thread };
  const answer = await world.platform.post(at, difference);
  await world.accepted(() => ada.say({ ...world.spot, channelId: thread }, "and with Express?", answer.message));
  expect(world.last()).toMatchObject({ args: { text: "and with Express?" }, where: { thread }, addressed: true });
});

test("takes a reply to a card in the channel as words in its thread", async () => {
  const at = { platform: "discord" as const, tenant: world.spot.guildId, channel: world.spot.channelId };
  const { message } = await world.platform.postCard(at, card, null);
  world.door.script.reviewThreads.add(`${world.spot.channelId}/${message}`);
  await world.accepted(() => ada.say(world.spot, "what if traffic doubles?", message));
  expect(world.last().where.thread).toBe(message);
});

test("takes a reply to an answer that hangs on a card, where no thread could be opened", async () => {
  const at = { platform: "discord" as const, tenant: world.spot.guildId, channel: world.spot.channelId };
  world.wire.refuse("POST", /\/threads$/, { status: 403, code: 50_013 });
  const { message, thread } = await world.platform.postCard(at, card, null);
  expect(thread).toBe(message);
  world.door.script.reviewThreads.add(`${world.spot.channelId}/${thread}`);
  const answer = await world.platform.post({ ...at, thread: message }, difference);
  await world.accepted(() => ada.say(world.spot, "and with Express?", answer.message));
  expect(world.last()).toMatchObject({ args: { text: "and with Express?" }, where: { thread: message } });
});

test("hears nothing of other words: Discord delivers them without their text", async () => {
  const thread = await world.thread();
  const place = { ...world.spot, channelId: thread };
  expect(await saidAndSeen(place, () => ada.say(place, "what if traffic doubles?"))).toEqual([]);
});

test("leaves channels, other bots and people's talk with each other alone", async () => {
  const lin = await world.human("lin");
  const robot = await world.human("robot");
  await world.twin.makeBot(robot.person);
  const hello = await lin.say(world.spot, `hello <@${ada.person.id}>`);
  const heard = await saidAndSeen(world.spot, async () => {
    await ada.say(world.spot, "hello lin", hello);
    await robot.say(world.spot, `${bot} 300 resizes a second`);
  });
  expect(heard).toEqual([]);
});

test("takes everything written to it directly, each person a tenant of their own", async () => {
  const channelId = await world.twin.directChannel();
  await world.accepted(() => ada.say({ guildId: "", channelId }, "300 image resizes a second"));
  expect(world.last()).toMatchObject({
    args: { text: "300 image resizes a second" },
    where: { tenant: `dm-${ada.person.id}`, channel: channelId },
    actor: { manages: true },
    addressed: true,
  });
});

test("posts a review into direct messages without a thread, and answers as replies to it", async () => {
  const channelId = await world.twin.directChannel();
  const at = { platform: "discord" as const, tenant: `dm-${ada.person.id}`, channel: channelId };
  const { message, thread } = await world.platform.postCard(at, card, difference);
  expect(thread).toBe(message);
  const [first, second] = await world.messages(channelId);
  expect(first?.text).toContain("Monolith costs least");
  expect(second?.repliesTo).toBe(message);
  expect(world.wire.calls.some(({ path }) => path.endsWith("/threads"))).toBe(false);
});

test("answers words that only one should see as a reply to them: Discord has no other way", async () => {
  world.door.script.work = (invocation) => world.platform.answerPrivately(invocation, problem);
  await world.accepted(() => ada.say(world.spot, `${bot} frobnicate`));
  await world.settled();
  const [said, answer] = await world.messages();
  expect(answer?.repliesTo).toBe(said?.id);
  const sent = world.wire.calls.at(-1);
  expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [] } });
});

test("tells who addressed it when the words could not be stored", async () => {
  world.door.script.failWith = new UserError({ code: "storage-unavailable", message: "The store is not available." });
  const posted = world.wire.next("POST", /\/messages$/);
  await ada.say(world.spot, `${bot} 300 resizes a second`);
  expect(JSON.stringify((await posted).body)).toContain("The store is not available.");
});

test("takes a message once when the gateway delivers it again", async () => {
  await world.accepted(() => ada.say(world.spot, `${bot} 300 resizes a second`));
  const before = world.door.accepted.length;
  world.twin.redeliver();
  await world.accepted(() => ada.say(world.spot, `${bot} something else`));
  expect(world.door.accepted).toHaveLength(before + 1);
  expect(world.door.script.duplicates).toBe(1);
});

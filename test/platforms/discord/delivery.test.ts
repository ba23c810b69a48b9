import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { RetryLater } from "#src/errors.ts";
import type { Where } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";
import { card } from "#test/support/slack/example-card.ts";
import { decisionRecord, difference, digest, limits, opener } from "#test/support/slack/example-replies.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.reset());
afterEach(() => expect(world.wire.faults).toEqual([]));

const MESSAGES = /^\/channels\/\d+\/messages$/;
const ONE_MESSAGE = /^\/channels\/\d+\/messages\/\d+$/;

function channel(): Where {
  return { platform: "discord", tenant: world.spot.guildId, channel: world.spot.channelId };
}

const sent = (method: string, path: RegExp) =>
  world.wire.calls.filter((call) => call.method === method && path.test(call.path));

test("gives back where a card stands: channel, message and thread", async () => {
  const ref = await world.platform.postCard(channel(), card, opener);
  const [message] = await world.messages();
  const [thread] = await world.twin.threadsOf(world.spot.channelId);
  expect(ref).toEqual({ channel: world.spot.channelId, message: message?.id, thread: thread?.id });
});

test("notifies nobody, whatever is in a message", async () => {
  await world.platform.postCard(channel(), card, opener);
  await world.platform.post(channel(), difference);
  for (const { body } of sent("POST", MESSAGES)) expect(body["allowed_mentions"]).toEqual({ parse: [] });
});

test("posts once when a delivery is repeated after a crash, card, thread and opener alike", async () => {
  const first = await world.platform.postCard(channel(), card, opener, "0123456789012345678901234");
  const second = await world.platform.postCard(channel(), card, opener, "0123456789012345678901234");
  expect(second.message).toBe(first.message);
  expect(await world.messages()).toHaveLength(1);
  expect(await world.twin.threadsOf(world.spot.channelId)).toHaveLength(1);
});

test("keeps the messages of a long answer apart when they are repeated", async () => {
  const long: Reply = {
    ...limits,
    blocks: Array.from({ length: 90 }, (_, index) => ({ kind: "heading", text: `${index} ${"word ".repeat(14)}` })),
  };
  await world.platform.post(channel(), long, "key-1");
  const once = await world.messages();
  expect(once.length).toBeGreaterThan(1);
  await world.platform.post(channel(), long, "key-1");
  expect(await world.messages()).toHaveLength(once.length);
});

test("edits a card in place, its picture included", async () => {
  const ref = await world.platform.postCard(channel(), card, null);
  await world.platform.edit(channel(), ref, {
    ...card,
    blocks: [{ kind: "headline", text: "Serverless costs least" }],
  });
  const [edited, ...more] = await world.messages();
  expect(more).toEqual([]);
  expect(edited?.text).toBe("## Serverless costs least");
  // An edit keeps only the files it lists: the old picture goes.
  expect(sent("PATCH", ONE_MESSAGE)[0]?.body["attachments"]).toEqual([]);
  await world.platform.edit(channel(), ref, card);
  expect((await world.messages())[0]?.files).toEqual(["chart-1.png"]);
});

test("lets a card that somebody deleted be", async () => {
  const ref = await world.platform.postCard(channel(), card, null);
  await world.twin.prisma.message.delete({ where: { id: ref.message } });
  await expect(world.platform.edit(channel(), ref, card)).resolves.toBeUndefined();
});

test("reopens an archived thread to edit the card in it", async () => {
  const thread = await world.thread();
  const ref = await world.platform.postCard({ ...channel(), thread }, card, null);
  expect(ref).toMatchObject({ channel: thread, thread });
  world.wire.refuse("PATCH", ONE_MESSAGE, { status: 400, code: 50_083 });
  await world.platform.edit(channel(), ref, limits);
  expect(sent("PATCH", /^\/channels\/\d+$/)[0]?.body).toEqual({ archived: false });
  expect((await world.messages(thread)).at(-1)?.text).toContain("What breaks first");
});

test("writes pictures and files out where the bot may not attach them, and sends nothing twice", async () => {
  world.wire.refuse("POST", MESSAGES, { status: 403, code: 50_013 });
  await world.platform.postCard(channel(), card, null);
  world.wire.refuse("POST", MESSAGES, { status: 413, code: 40_005 });
  await world.platform.post(channel(), decisionRecord);
  const [first, second, ...more] = await world.messages();
  expect(more).toEqual([]);
  expect(first?.files).toEqual([]);
  expect(first?.text).toContain("Line chart of the cost");
  expect(second?.text).toContain("```");
});

test("shows a card without its chart when drawing fails", async () => {
  world.drawing = async () => {
    throw new Error("the drawer is gone");
  };
  await world.platform.postCard(channel(), card, null);
  const [posted] = await world.messages();
  expect(posted?.files).toEqual([]);
  expect(posted?.text).toContain("Line chart of the cost");
});

test("sends the words of a message that Discord refuses in its form", async () => {
  world.wire.refuse("POST", MESSAGES, { status: 400, code: 50_035 });
  await world.platform.postCard(channel(), card, null);
  const [posted] = await world.messages();
  expect(posted?.text).toContain("Monolith costs least: $5.4k a month");
  expect(posted?.text).toContain("Breaks first:");
  expect(posted?.buttons).toEqual([]);
});

test("hangs answers on the card where no thread can be opened", async () => {
  world.wire.refuse("POST", /\/threads$/, { status: 403, code: 50_013 });
  const ref = await world.platform.postCard(channel(), card, opener);
  expect(ref.thread).toBe(ref.message);
  await world.platform.post({ ...channel(), thread: ref.message }, difference);
  const [, first, second] = await world.messages();
  expect([first?.repliesTo, second?.repliesTo]).toEqual([ref.message, ref.message]);
});

test("keeps the card when the first message of its thread cannot be posted", async () => {
  const posting = world.platform.postCard(channel(), card, opener);
  await world.wire.next("POST", /\/threads$/);
  world.wire.refuse("POST", MESSAGES, { status: 400, code: 160_005 });
  await expect(posting).resolves.toMatchObject({ channel: world.spot.channelId });
});

test.each([
  ["no access", 403, 50_001, "I may not post in this channel."],
  ["no permission", 403, 50_013, "I may not post in this channel."],
  ["no such channel", 404, 10_003, "I may not post in this channel."],
  ["a forum", 400, 50_008, "I may not post in this channel."],
  ["a locked thread", 400, 160_005, "This thread is locked, so I cannot answer in it."],
])("says in a sentence that it cannot post: %s", async (_name, status, code, message) => {
  world.wire.refuse("POST", MESSAGES, { status, code }, 3);
  await expect(world.platform.post(channel(), difference)).rejects.toMatchObject({ code: "not-allowed", message });
  world.wire.allow();
});

const LIMITED = {
  status: 429,
  headers: { "retry-after": "0.05", "x-ratelimit-scope": "shared" },
  body: { retry_after: 0.05, global: false },
};

test("waits out a rate limit by itself", async () => {
  world.wire.refuse("POST", MESSAGES, LIMITED);
  await world.platform.post(channel(), difference);
  expect(await world.messages()).toHaveLength(1);
});

test("hands a rate-limited digest back with the time to wait, unposted", async () => {
  world.wire.refuse("POST", MESSAGES, {
    ...LIMITED,
    headers: { ...LIMITED.headers, "retry-after": "7" },
    body: { retry_after: 7, global: false },
  });
  const failed = await world.platform.post(channel(), digest, "digest-1").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RetryLater);
  // Discord said 7 seconds; the client adds a margin of its own.
  expect(failed).toMatchObject({ retryAfterMs: expect.closeTo(7000, -3) });
  expect(await world.messages()).toEqual([]);
});

test("fails for faults of Discord's own, so that the delivery is tried again", async () => {
  world.wire.refuse("POST", MESSAGES, { status: 500 }, 10);
  await expect(world.platform.post(channel(), difference)).rejects.toThrow();
  world.wire.allow();
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { formIn, type Human } from "#test/support/discord/human.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";
import { card } from "#test/support/slack/example-card.ts";
import { reviewForm } from "#test/support/slack/example-forms.ts";
import { limits, opener } from "#test/support/slack/example-replies.ts";

let world: World;
let ada: Human;
beforeAll(async () => {
  world = await startWorld();
  ada = await world.human("ada");
});
afterAll(() => world.stop());
beforeEach(() => world.reset());
afterEach(() => expect(world.wire.faults).toEqual([]));

const CALLBACK = /\/callback$/;

test("hands a command in by its verb and named options", async () => {
  await ada.command(world.spot, "whatif", { text: " traffic doubles ", review: "7K2Q" });
  expect(world.last()).toMatchObject({
    verb: "whatif",
    args: { text: "traffic doubles" },
    review: "7K2Q",
    actor: { id: ada.person.id, name: "ada" },
    where: { platform: "discord", tenant: world.spot.guildId, channel: world.spot.channelId },
    addressed: true,
  });
  expect(world.last().where.thread).toBeUndefined();
});

test("reads a number option as the words it stands for", async () => {
  await ada.command(world.spot, "actual", { amount: 6100.5, review: "7K2Q" });
  expect(world.last().args).toEqual({ amount: "6100.5" });
});

test("says whether the person manages the channel", async () => {
  const guest = await world.human("guest", "2048");
  await guest.command(world.spot, "limits");
  expect(world.last().actor.manages).toBe(false);
  await ada.command(world.spot, "limits");
  expect(world.last().actor.manages).toBe(true);
});

test("stores a command before Discord is answered", async () => {
  const order: string[] = [];
  world.door.script.storing = async () => {
    order.push(world.wire.calls.some(({ path }) => CALLBACK.test(path)) ? "answered" : "stored");
  };
  const { response } = await ada.command(world.spot, "limits");
  order.push("answered");
  expect(order).toEqual(["stored", "answered"]);
  // Type 5: "thinking…", for the person alone (flag 64).
  expect(response.body).toEqual({ type: 5, data: { flags: 64 } });
});

test("posts the card as an ordinary message, opens its thread, and takes the waiting back", async () => {
  world.door.script.work = async (invocation) => {
    await world.platform.postCard(invocation.where, card, opener);
    await world.platform.stopWaiting(invocation);
  };
  const { token } = await ada.command(world.spot, "review", { text: "300 image resizes a second" });
  await world.settled();
  const [message] = await world.messages();
  expect(message?.text).toContain("## Monolith costs least: $5.4k a month, against $156k as described");
  expect(message?.files).toEqual(["chart-1.png"]);
  expect(message?.authorId).toBe(world.twin.botId);
  expect(world.drawn.at(-1)).toMatch(/^dark: /);
  const [thread] = await world.twin.threadsOf(world.spot.channelId);
  expect(thread?.name).toMatch(/^ada asked: 300 image resizes a second/);
  const inside = await world.messages(thread?.id ?? "");
  expect(inside.map(({ text }) => text).join()).toContain("how busy do your containers run?");
  expect(world.wire.waits(token)).toBe(false);
});

test("puts a private answer in the place of the waiting", async () => {
  world.door.script.work = (invocation) => world.platform.answerPrivately(invocation, limits);
  await ada.command(world.spot, "limits");
  await world.settled();
  const [answer, ...more] = await world.messages();
  expect(more).toEqual([]);
  expect(answer?.text).toContain("What breaks first");
  expect(world.wire.seenBy(answer?.id ?? "")).toBe(ada.person.id);
});

test("opens a form as the first response, and stores nothing", async () => {
  world.door.script.form = reviewForm;
  const { response } = await ada.command(world.spot, "review");
  const form = formIn(response);
  expect(form?.title).toBe(reviewForm.title);
  expect(form?.fields).toHaveLength(Math.min(5, reviewForm.fields.length));
  expect(world.door.accepted).toHaveLength(world.before);
});

test("takes a sent form with its answers, menus included", async () => {
  world.door.script.form = reviewForm;
  const { response } = await ada.command(world.spot, "review");
  world.door.script.form = null;
  const sent = await ada.submit(world.spot, formIn(response)?.customId ?? "", [
    { name: "text", value: "  300 resizes a second " },
    { name: "rate", value: "" },
    { name: "orchestration", value: ["step-functions-standard"] },
    { name: "region", value: [] },
  ]);
  expect(sent.response.body).toEqual({ type: 5, data: { flags: 64 } });
  expect(world.last()).toMatchObject({
    verb: "review",
    args: { text: "300 resizes a second", orchestration: "step-functions-standard" },
  });
  expect(Object.keys(world.last().args)).not.toContain("rate");
});

test("works inside a thread: the channel is the one it hangs in", async () => {
  const thread = await world.thread();
  await ada.command({ ...world.spot, channelId: thread }, "limits");
  expect(world.last().where).toEqual({
    platform: "discord",
    tenant: world.spot.guildId,
    channel: world.spot.channelId,
    thread,
  });
});

test("reviews a message from its menu", async () => {
  const plans = await world.twin.channel(world.spot.guildId, "plans");
  const said = await ada.say(world.spot, `<@${ada.person.id}> plans 300 resizes a second, see <#${plans}>`);
  await ada.reviewThis(world.spot, said);
  expect(world.last()).toMatchObject({
    verb: "review",
    args: { text: "@ada plans 300 resizes a second, see #plans" },
  });
});

test("tells the person, privately and at once, when a command could not be stored", async () => {
  world.door.script.failWith = new UserError({ code: "storage-unavailable", message: "The store is not available." });
  const { response } = await ada.command(world.spot, "limits");
  expect(response.body["type"]).toBe(4);
  // 64: for the person alone; 32768: made of components.
  expect(response.body).toHaveProperty("data.flags", 64 | 32_768);
  const [told] = await world.messages();
  expect(told?.text).toContain("The store is not available.");
  expect(world.wire.seenBy(told?.id ?? "")).toBe(ada.person.id);
});

test("works an interaction once when the gateway delivers it again", async () => {
  await ada.command(world.spot, "limits");
  const again = world.wire.next("POST", CALLBACK);
  world.twin.redeliver();
  expect((await again).status).toBe(400);
  expect(world.door.accepted).toHaveLength(world.before + 1);
  expect(world.door.script.duplicates).toBe(1);
});

test("says what to do about a command that an earlier version registered", async () => {
  const { response } = await ada.command(world.spot, "frobnicate");
  expect(JSON.stringify(response.body)).toContain("comes from another version");
  expect(world.door.accepted).toHaveLength(world.before);
});

test("answers Discord in time when storing is slow, and tells the person later if it failed", async () => {
  world.isSlow = true;
  let fail = (_error: Error): void => {};
  world.door.script.storing = () =>
    new Promise((_, reject) => {
      fail = reject;
    });
  const { response } = await ada.command(world.spot, "limits");
  expect(response.body).toEqual({ type: 5, data: { flags: 64 } });
  const told = world.wire.next("PATCH", /@original$/);
  fail(new UserError({ code: "storage-unavailable", message: "The store is not available." }));
  expect(JSON.stringify((await told).body)).toContain("The store is not available.");
});

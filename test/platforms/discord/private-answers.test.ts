import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Reply } from "#src/reply/reply.ts";
import type { Human } from "#test/support/discord/human.ts";
import { startWorld, type World } from "#test/support/discord/world.ts";
import { decisionRecord, limits, problem } from "#test/support/slack/example-replies.ts";

let world: World;
let ada: Human;
beforeAll(async () => {
  world = await startWorld();
  ada = await world.human("ada");
});
afterAll(() => world.stop());
beforeEach(() => world.reset());
afterEach(() => expect(world.wire.faults).toEqual([]));

const ORIGINAL = /\/messages\/@original$/;

/** A command whose answer the test gives itself. */
async function asked(): Promise<{ invocation: Invocation; token: string }> {
  const { token } = await ada.command(world.spot, "limits");
  return { invocation: world.last(), token };
}

async function onlyAda(): Promise<string[]> {
  const all = await world.messages();
  return all.filter(({ id }) => world.wire.seenBy(id) === ada.person.id).map(({ text }) => text);
}

test("sends a second answer to the same command beside the first", async () => {
  const { invocation } = await asked();
  await world.platform.answerPrivately(invocation, limits);
  await world.platform.answerPrivately(invocation, problem);
  const seen = await onlyAda();
  expect(seen).toHaveLength(2);
  expect(seen[0]).toContain("What breaks first");
});

test("answers privately after the waiting was taken back", async () => {
  const { invocation } = await asked();
  await world.platform.stopWaiting(invocation);
  await world.platform.answerPrivately(invocation, problem);
  expect(await onlyAda()).toHaveLength(1);
  expect(world.wire.calls.at(-1)).toMatchObject({ method: "POST", status: 200 });
});

test("keeps a private answer when something else is shown to all afterwards", async () => {
  const { invocation } = await asked();
  await world.platform.answerPrivately(invocation, limits);
  await world.platform.stopWaiting(invocation);
  expect(await onlyAda()).toHaveLength(1);
});

test("continues a long answer in messages of their own, each for that person alone", async () => {
  const rows = Array.from({ length: 120 }, (_, index) => `line ${index} ${"word ".repeat(12)}`);
  const long: Reply = { ...limits, blocks: rows.map((text) => ({ kind: "heading", text })) };
  const { invocation } = await asked();
  await world.platform.answerPrivately(invocation, long);
  const seen = await onlyAda();
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.length).toBeLessThanOrEqual(5);
  expect(seen.join("\n")).toContain("line 0 ");
});

test("hands over a file privately", async () => {
  const { invocation } = await asked();
  await world.platform.answerPrivately(invocation, decisionRecord);
  const sent = world.wire.calls.find(({ path }) => ORIGINAL.test(path));
  expect(sent?.files).toHaveLength(1);
  expect(sent?.files[0]?.name).toMatch(/\.md$/);
});

test("answers with the bot's own voice once the interaction is over", async () => {
  const { invocation, token } = await asked();
  world.wire.end(token);
  await world.platform.answerPrivately(invocation, limits);
  const [answer] = await world.messages();
  expect(answer?.text).toContain("What breaks first");
  expect(world.wire.seenBy(answer?.id ?? "")).toBeNull();
});

test("waits for the first response to be given: Discord knows no answer before it", async () => {
  let release = (): void => {};
  world.door.script.work = async (invocation) => {
    const answered = world.platform.answerPrivately(invocation, limits);
    release();
    await answered;
  };
  world.wire.hold(
    new Promise((resolve) => {
      release = resolve;
    }),
  );
  await ada.command(world.spot, "limits");
  await world.settled();
  const order = world.wire.calls.map(({ path }) => path.split("/").at(-1));
  expect(order).toEqual(["callback", "@original"]);
});

test("asks to be tried again when another replica has not acknowledged yet", async () => {
  const { invocation } = await asked();
  world.wire.refuse("PATCH", ORIGINAL, { status: 404, code: 10_015 });
  await expect(world.platform.answerPrivately(invocation, limits)).rejects.toThrow("refused with 10015");
  await world.platform.answerPrivately(invocation, limits);
  expect(await onlyAda()).toHaveLength(1);
});

test("never fails to stop waiting", async () => {
  const { invocation, token } = await asked();
  world.wire.end(token);
  await expect(world.platform.stopWaiting(invocation)).resolves.toBeUndefined();
});

test("answers in the channel when an invocation carries no way back", async () => {
  const { invocation } = await asked();
  const { replyHandle: _, ...bare } = invocation;
  await world.platform.answerPrivately(bare, problem);
  expect(await world.messages()).toHaveLength(1);
});

test("says nothing to chatter", async () => {
  const { invocation } = await asked();
  world.wire.forget();
  await world.platform.answerPrivately(invocation, { kind: "silent", summary: "", accent: "none", blocks: [] });
  expect(world.wire.calls).toEqual([]);
});

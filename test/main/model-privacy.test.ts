import { expect, test } from "vitest";
import { described, modelWorld, NO_RATE, PARTLY, peak, rate, WHOLE } from "#test/support/model-world.ts";

const { server, where, event, start, held } = modelWorld();
const WITHIN = { timeout: 25_000 };

test("secrets in the words never reach the endpoint or what is shown", async () => {
  server().mock.onMessage(/.*/, { content: described(peak) });
  const { say } = await start(server().model());
  const secret = "AKIAIOSFODNN7EXAMPLE";
  const seen = await say({ verb: "review", args: { text: `${PARTLY} My key is ${secret}.` } });
  expect(server().mock.getRequests()).toHaveLength(1);
  expect(server().received()).toContain("factor of, say, 7");
  expect(server().received()).not.toContain(secret);
  expect(seen.join("\n")).not.toContain(secret);
});

test("a request holds the words of one channel only, and its answer stays there", async () => {
  server().mock.onMessage(/.*/, { content: described(peak) });
  const { say, reviews } = await start(server().model());
  const other = { ...where(), channel: "C2" };
  await say({ verb: "review", args: { text: WHOLE.replace("thumbnails", "pelicans") }, where: other });
  await say({ verb: "review", args: { text: PARTLY } });
  expect(server().mock.getRequests()).toHaveLength(1);
  expect(server().received()).not.toContain("pelican");
  expect((await reviews("C2"))[0]?.revisions).toHaveLength(1);
  expect((await reviews())[0]?.revisions).toHaveLength(2);
});

test.each([
  ["me", NO_RATE, described(rate)],
  ["channel", PARTLY, described(peak)],
])("forget %s while a model is asked leaves nothing for its answer to come back to", async (scope, text, answer) => {
  const slow = held();
  const { door, settled, reviews, shown } = await start(slow.model);
  await door.accept(event({ verb: "review", args: { text } }));
  await expect.poll(slow.calls, WITHIN).toBe(1);
  const actor = { id: "U1", name: "Ada", manages: true };
  await door.accept(event({ verb: "forget", args: { scope, confirm: "yes" }, actor }));
  await expect.poll(() => shown().some((one) => one.startsWith("private:")), WITHIN).toBe(true);
  const before = shown().length;
  slow.release(answer);
  await settled();
  // Whatever the deletion itself still had to say holds nothing of the words.
  expect(shown().slice(before).join("\n")).not.toMatch(/thumbnail|turnstile|model/);
  expect(await reviews()).toEqual([]);
});

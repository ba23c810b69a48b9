import { describe, expect, test } from "vitest";
import {
  CHANGE,
  described,
  doubled,
  modelWorld,
  NO_RATE,
  PARTLY,
  peak,
  rate,
  WHOLE,
} from "#test/support/model-world.ts";

const { server, where, event, start, held } = modelWorld();
const WITHIN = { timeout: 25_000 };

describe("a description the parser read in part", () => {
  test("gets the parser's card at once, and the same card edited when the model has read the rest", async () => {
    server().mock.onMessage(/.*/, { content: described(peak) });
    const { say, reviews } = await start(server().model());
    const [card, edited, difference] = await say({ verb: "review", args: { text: PARTLY } });
    expect(card).toMatch(/^card: .*a language model is still reading/s);
    expect(card).toMatch(/rev 1/);
    expect(edited).toMatch(/^edit: .*rev 2.*the words were read with one/s);
    expect(difference).toMatch(/^post: .*3× → 7×/s);
    expect((await reviews())[0]?.revisions).toHaveLength(2);
    // Undo takes the model's reading back.
    const undone = await say({ verb: "undo" });
    expect(undone.join("\n")).toMatch(/7× → 3×/);
  });

  test("that somebody changed meanwhile stays as they changed it", async () => {
    const slow = held();
    const { say, door, reviews, settled, shown } = await start(slow.model);
    await door.accept(event({ verb: "review", args: { text: PARTLY } }));
    await expect.poll(slow.calls, WITHIN).toBe(1);
    // The channel goes on while the model reads.
    await door.accept(event({ verb: "whatif", args: { text: "traffic doubles" } }));
    await expect.poll(() => shown().some((one) => one.includes("50 → 100")), WITHIN).toBe(true);
    slow.release(described(peak));
    await settled();
    expect((await reviews())[0]?.revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect((await say({ verb: "limits" })).join("\n")).toMatch(/at your peak of 300 a second/);
  });

  test("is never sent when the parser left nothing open", async () => {
    const { say } = await start(server().model());
    await say({ verb: "review", args: { text: WHOLE } });
    expect(server().mock.getRequests()).toEqual([]);
  });
});

describe("words that are not enough for the parser", () => {
  test("begin their review when the model finds what is missing", async () => {
    server().mock.onMessage(/.*/, { content: described(rate) });
    const { say } = await start(server().model());
    const seen = await say({ verb: "review", args: { text: NO_RATE } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^card: .*the words were read with one/s);
  });

  test("are asked about when it does not", async () => {
    server().mock.onMessage(/.*/, { content: described() });
    const { say } = await start(server().model());
    const seen = await say({ verb: "review", args: { text: NO_RATE } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^private: .*how often/is);
  });
});

test("what people say to each other in a thread, and what the parser can read, is never sent", async () => {
  server().mock.onMessage(/.*/, { content: doubled });
  const { say, reviews } = await start(server().model());
  await say({ verb: "review", args: { text: WHOLE } });
  const thread = (await reviews())[0]?.thread ?? "";
  await say({ args: { text: CHANGE }, where: { ...where(), thread }, addressed: false });
  await say({ args: { text: "limits" }, where: { ...where(), thread } });
  expect(server().mock.getRequests()).toEqual([]);
});

import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { LanguageModel } from "#src/llm/port.ts";
import { completion, sendJson } from "#test/support/llm-server.ts";
import {
  blank,
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

test("no language model configured: nothing is asked and no card waits", async () => {
  const { say } = await start(null);
  const seen = await say({ verb: "review", args: { text: PARTLY } });
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toMatch(/language model/);
  expect(server().received()).toBe("[]");
});

describe("an endpoint", () => {
  const faults: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ["is down", (response) => response.destroy()],
    ["never answers", () => {}],
    ["declines", sendJson(completion({ content: null, refusal: "no" }))],
    ["answers with half an answer", sendJson(completion({ content: '{"steps": [], "val' }, "length"))],
    ["answers with prose", sendJson(completion({ content: "Serverless is always cheaper: it costs 0 USD." }))],
    ["answers 500", sendJson("{}", 500)],
  ];
  test.each(faults)("that %s leaves the parser's card, which says so", async (_, fault) => {
    const { say, reviews } = await start(server().rawModel(fault, 400).model);
    const seen = await say({ verb: "review", args: { text: PARTLY } });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatch(/^card: .*rev 1.*still reading/s);
    expect(seen[1]).toMatch(/^edit: .*rev 1.*gave no answer, the parser read alone/s);
    expect((await reviews())[0]?.revisions).toHaveLength(1);
  });

  test("that fails says so with the question about words that were not enough", async () => {
    const { say } = await start(server().rawModel((response) => response.destroy()).model);
    const seen = await say({ verb: "review", args: { text: NO_RATE } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^private: .*how often.*language\s+model\s+could\s+not\s+be\s+reached/is);
  });

  test("that sends a hostile answer changes no figure beyond the words and nothing the parser read", async () => {
    const values = [
      { ...blank, field: "rate", amount: 5, unit: "per-second", words: "50 thumbnails a second" },
      { ...blank, field: "memory", step: 0, amount: 4, unit: "gigabytes", words: "ignore the rules, 4 GB" },
      { ...blank, field: "peak-multiple", amount: 900, unit: "multiple", words: "it is a factor of, say, 7" },
    ];
    server().mock.onMessage(/.*/, { content: described(...values) });
    const { say, reviews } = await start(server().model());
    await say({ verb: "review", args: { text: PARTLY } });
    expect(server().mock.getRequests().length).toBeGreaterThan(0);
    const workload = JSON.stringify((await reviews())[0]?.revisions.at(-1)?.body);
    expect(workload).toContain('"ratePerSecond":50,');
    expect(workload).toContain('"memoryMb":512,');
    expect(workload).not.toContain('"peakToMean":900');
  });
});

test("a question that could not even be put is one without an answer: no card waits for ever", async () => {
  const broken: LanguageModel = {
    ask: async () => {
      throw new Error("a fault of ours");
    },
  };
  const { say } = await start(broken);
  const seen = await say({ verb: "review", args: { text: PARTLY } });
  expect(seen).toHaveLength(2);
  expect(seen[1]).toMatch(/^edit: .*gave no answer, the parser read alone/s);
});

test("a card that somebody changed meanwhile stops waiting too", async () => {
  const slow = held();
  const { door, shown, settled } = await start(slow.model);
  await door.accept(event({ verb: "review", args: { text: PARTLY } }));
  await expect.poll(() => shown().length, WITHIN).toBe(1);
  await door.accept(event({ verb: "whatif", args: { text: "traffic doubles" } }));
  await expect.poll(() => shown().some((one) => /^edit: .*rev 2.*still reading/s.test(one)), WITHIN).toBe(true);
  await expect.poll(slow.calls, WITHIN).toBe(1);
  slow.release("no JSON");
  await expect.poll(slow.calls, WITHIN).toBe(2);
  slow.release("no JSON");
  await expect.poll(slow.calls, WITHIN).toBe(3);
  slow.release("no JSON");
  await settled();
  expect(shown().at(-1)).toMatch(/^edit: .*rev 2.*gave no answer/s);
});

describe("what a model adds", () => {
  test("is asked for once when the event comes twice", async () => {
    server().mock.onMessage(/.*/, { content: described(peak) });
    const { door, settled, shown } = await start(server().model());
    const twice = event({ verb: "review", args: { text: PARTLY } });
    expect(await door.accept(twice)).toBe("accepted");
    expect(await door.accept(twice)).toBe("duplicate");
    await settled();
    expect(await door.accept(twice)).toBe("duplicate");
    await settled();
    expect(server().mock.getRequests()).toHaveLength(1);
    expect(shown().filter((one) => one.startsWith("card:"))).toHaveLength(1);
  });

  test("keeps the words it came from", async () => {
    server().mock.onMessage(/.*/, { content: described(peak) });
    const { say, reviews } = await start(server().model());
    await say({ verb: "review", args: { text: PARTLY } });
    expect((await reviews())[0]?.revisions[1]?.body).toMatchObject({
      workload: { ratePerSecond: 50, peakToMean: 7 },
      origins: { peakToMean: { evidence: expect.stringContaining("factor of, say, 7") } },
    });
  });

  test("leaves what was chosen in the form as it was chosen", async () => {
    server().mock.onMessage(/.*/, { content: described(peak) });
    const { say, reviews } = await start(server().model());
    const text = PARTLY.replace(", us-east-1", "");
    await say({ verb: "review", args: { text, region: "eu-west-1", orchestration: "step-functions-express" } });
    expect((await reviews())[0]?.revisions[1]?.body).toMatchObject({
      workload: { region: "eu-west-1", orchestration: { kind: "step-functions-express" }, peakToMean: 7 },
    });
  });

  test("begins a review with what was chosen in the form", async () => {
    server().mock.onMessage(/.*/, { content: described(rate) });
    const { say, reviews } = await start(server().model());
    await say({ verb: "review", args: { text: NO_RATE, region: "eu-west-1" } });
    // 90 a minute is 1.5 a second.
    expect((await reviews())[0]?.revisions[0]?.body).toMatchObject({
      workload: { region: "eu-west-1", ratePerSecond: 1.5 },
    });
  });
});

describe("words to the bot in which the parser reads nothing", () => {
  async function reviewed(model: LanguageModel) {
    const running = await start(model);
    await running.say({ verb: "review", args: { text: WHOLE } });
    const [review] = await running.reviews();
    if (review?.thread == null) throw new Error("the card has no thread");
    server().mock.clearRequests();
    return { ...running, inThread: { ...where(), thread: review.thread }, shortId: review.shortId };
  }

  test("become a change with the model's help, once, and say who read them", async () => {
    server().mock.onMessage(/.*/, { content: doubled });
    const { door, settled, shown, inThread, reviews } = await reviewed(server().model());
    const said = event({ args: { text: CHANGE }, where: inThread });
    await door.accept(said);
    await settled();
    await door.accept(said);
    await settled();
    expect(server().mock.getRequests()).toHaveLength(1);
    expect(shown()).toHaveLength(3);
    expect(shown()[1]).toMatch(/^edit: .*rev 2/s);
    expect(shown()[2]).toMatch(/^post: .*50 → 100 thumbnails a second.*A language model read/s);
    expect((await reviews())[0]?.revisions).toHaveLength(2);
  });

  test("are answered as before when the model gives no answer, and the answer says so", async () => {
    const running = await reviewed(server().rawModel((response) => response.destroy()).model);
    const inThread = await running.say({ args: { text: CHANGE }, where: running.inThread });
    expect(inThread).toHaveLength(1);
    expect(inThread[0]).toMatch(/^post: I could not read.*language model could not be reached/s);
    const typed = await running.say({ verb: "whatif", args: { text: CHANGE } });
    expect(typed).toHaveLength(1);
    expect(typed[0]).toMatch(/^private: .*could not read a change.*language model could not be reached/s);
  });

  test("do not keep the channel waiting", async () => {
    const slow = held();
    const { door, settled, shown, inThread } = await reviewed(slow.model);
    await door.accept(event({ args: { text: CHANGE }, where: inThread }));
    await expect.poll(slow.calls, WITHIN).toBe(1);
    const before = shown().length;
    await door.accept(event({ verb: "limits" }));
    await expect.poll(() => shown().length, WITHIN).toBeGreaterThan(before);
    slow.release(doubled);
    await settled();
    expect(shown().at(-1)).toMatch(/50 → 100 thumbnails a second/);
  });

  test("of several people wait for the model side by side", async () => {
    const slow = held();
    const { door, settled, inThread } = await reviewed(slow.model);
    for (const eventId of ["a1", "a2", "a3", "a4"])
      await door.accept(event({ args: { text: CHANGE }, where: inThread, eventId }));
    await expect.poll(slow.calls, WITHIN).toBe(4);
    slow.release(doubled);
    await settled();
  });

  test("are not applied to a review that changed meanwhile", async () => {
    const slow = held();
    const { door, settled, shown, inThread, reviews } = await reviewed(slow.model);
    await door.accept(event({ args: { text: CHANGE }, where: inThread }));
    await expect.poll(slow.calls, WITHIN).toBe(1);
    await door.accept(event({ verb: "whatif", args: { text: "1 GB of memory" } }));
    await expect.poll(async () => (await reviews())[0]?.revisions.length, WITHIN).toBe(2);
    slow.release(doubled);
    await settled();
    expect((await reviews())[0]?.revisions).toHaveLength(2);
    expect(shown().at(-1)).toMatch(/^post: I could not read/);
  });

  test("are read against the review they name, not the newest", async () => {
    server().mock.onMessage(/.*/, { content: doubled });
    const { say, shortId } = await reviewed(server().model());
    await say({ verb: "review", args: { text: WHOLE.replace("50 thumbnails", "3 thumbnails") } });
    const seen = await say({ args: { text: `whatif ${shortId} ${CHANGE}` } });
    expect(server().mock.getRequests()).toHaveLength(1);
    expect(seen.at(-1)).toMatch(/50 → 100 thumbnails a second/);
  });
});

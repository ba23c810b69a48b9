import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { readConfig } from "#src/config.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import { createLog } from "#src/log.ts";
import { compose } from "#src/main.ts";
import type { Invocation, Where } from "#src/reply/invocation.ts";
import { renderPlainText } from "#src/reply/plain-text.ts";
import { type LlmServer, startLlmServer } from "#test/support/llm-server.ts";
import { type Recorded, recordingPlatform } from "#test/support/recording-platform.ts";
import { sharedStore } from "#test/support/shared-store.ts";

let server: LlmServer;
beforeAll(async () => {
  server = await startLlmServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.mock.clearFixtures();
  server.mock.clearRequests();
  tenants += 1;
  where = { ...where, tenant: `T${tenants}` };
});

/** The parser reads the load and the duration, and leaves the peak's words unused. */
const PARTLY =
  "50 thumbnails a second, 200 ms at 512 MB, us-east-1. When the gates open it is a factor of, say, 7 for a moment.";
/** No rate the parser can see. */
const NO_RATE = "The turnstiles let 90 people through while a minute passes; checking a ticket burns 40 ms at 512 MB.";

const blank = { step: null, times: [], every: null, amount: null, unit: null, choice: null };

const store = sharedStore();
let tenants = 0;
let where: Where = { platform: "slack", tenant: "T0", channel: "C1" };
let events = 0;
function event(what: Partial<Invocation>): Invocation {
  events += 1;
  return {
    verb: null,
    args: {},
    actor: { id: "U1", name: "Ada" },
    where,
    eventId: `e${events}`,
    addressed: true,
    ...what,
  };
}

async function service(model: LanguageModel) {
  const shown: Recorded[] = [];
  const platform = recordingPlatform((one) => shown.push(one));
  const log = createLog("silent");
  const running = await compose(readConfig({}), { platforms: [platform], log, model, store: store() });
  onTestFinished(() => running.stop());
  const say = async (what: Partial<Invocation>): Promise<string[]> => {
    const before = shown.length;
    await running.door.accept(event(what));
    await running.settled();
    return shown
      .slice(before)
      .map(({ how, reply }) => `${how}: ${renderPlainText(reply, { width: 400, chart: "omit" })}`);
  };
  return { ...running, shown, say };
}

const answer = (values: readonly object[]): string =>
  JSON.stringify({ steps: [], values: values.map((value) => ({ ...blank, ...value })) });

const peak = { field: "peak-multiple", amount: 7, unit: "multiple", words: "it is a factor of, say, 7" };

describe("a description the parser read in part", () => {
  test("gets the parser's card at once, and the same card edited when the model has read the rest", async () => {
    server.mock.onMessage(/.*/, { content: answer([peak]) });
    const { say, parts } = await service(server.model());
    const [card, edited, difference] = await say({ verb: "review", args: { text: PARTLY } });
    expect(card).toMatch(/^card: .*a language model is still reading/s);
    expect(card).toMatch(/rev 1/);
    expect(edited).toMatch(/^edit: .*rev 2.*the words were read with one/s);
    expect(difference).toMatch(/^post: .*3× → 7×/s);
    const [review] = await parts.store.reviews.list(where);
    expect(review?.revisions).toHaveLength(2);
    // Undo takes the model's reading back.
    const undone = await say({ verb: "undo" });
    expect(undone.join("\n")).toMatch(/7× → 3×/);
  });

  test("keeps the parser's reading when the model gives no answer, and says so on the card", async () => {
    const { model } = server.rawModel((response) => {
      response.writeHead(500);
      response.end("down");
    });
    const { say, parts } = await service(model);
    const seen = await say({ verb: "review", args: { text: PARTLY } });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toMatch(/^edit: .*rev 1.*the language model gave no answer, the parser read alone/s);
    expect((await parts.store.reviews.list(where))[0]?.revisions).toHaveLength(1);
  });

  test("that somebody changed meanwhile stays as they changed it", async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const slow: LanguageModel = {
      ask: async (question) => {
        await gate;
        return { ok: true, value: question.schema.parse(JSON.parse(answer([peak]))) };
      },
    };
    const { say, door, parts, settled, shown } = await service(slow);
    await door.accept(event({ verb: "review", args: { text: PARTLY } }));
    await expect.poll(() => shown.length, { timeout: 25_000 }).toBe(1);
    // The channel goes on while the model reads.
    await door.accept(event({ verb: "whatif", args: { text: "traffic doubles" } }));
    await expect.poll(() => shown.some(({ reply }) => reply.kind === "difference"), { timeout: 25_000 }).toBe(true);
    open();
    await settled();
    const [review] = await parts.store.reviews.list(where);
    expect(review?.revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect((await say({ verb: "limits" })).join("\n")).toMatch(/at your peak of 300 a second/);
  });

  test("is never sent when the parser left nothing open", async () => {
    const { say } = await service(server.model());
    await say({ verb: "review", args: { text: "50 thumbnails a second, 200 ms at 512 MB, us-east-1" } });
    expect(server.mock.getRequests()).toEqual([]);
  });
});

describe("words that are not enough for the parser", () => {
  test("begin their review when the model finds what is missing", async () => {
    const rate = {
      field: "rate",
      amount: 90,
      unit: "per-minute",
      words: "let 90 people through while a minute passes",
    };
    server.mock.onMessage(/.*/, { content: answer([rate]) });
    const { say } = await service(server.model());
    const seen = await say({ verb: "review", args: { text: NO_RATE } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^card: .*the words were read with one/s);
  });

  test("are asked about when it does not", async () => {
    server.mock.onMessage(/.*/, { content: answer([]) });
    const { say } = await service(server.model());
    const seen = await say({ verb: "review", args: { text: NO_RATE } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^private: .*how often/is);
  });
});

describe("a sentence in a thread", () => {
  const dawdling = {
    ...blank,
    field: "duration",
    step: 0,
    amount: 3,
    unit: "seconds",
    how: "set",
    words: "dawdling, 3 s",
  };
  const sentence = "crikey, the thing is dawdling, 3 s, blimey";
  const understood = JSON.stringify({ kind: "changes", intent: null, changes: [dawdling] });

  async function withReview() {
    const running = await service(server.model());
    await running.say({ verb: "review", args: { text: "50 thumbnails a second, 200 ms at 512 MB, us-east-1" } });
    const [review] = await running.parts.store.reviews.list(where);
    const thread = { ...where, ...(review?.thread == null ? {} : { thread: review.thread }) };
    server.mock.clearRequests();
    return { ...running, thread };
  }

  test("that the parser can't read is read with the model when it is said to the bot", async () => {
    const { say, thread } = await withReview();
    server.mock.onMessage(/.*/, { content: understood });
    const seen = await say({ args: { text: sentence }, where: thread });
    expect(seen.join("\n")).toMatch(/200 ms → 3 s/);
  });

  test("that people say to each other is never sent", async () => {
    const { say, thread } = await withReview();
    await say({ args: { text: sentence }, where: thread, addressed: false });
    await say({ args: { text: "limits" }, where: thread });
    expect(server.mock.getRequests()).toEqual([]);
  });
});

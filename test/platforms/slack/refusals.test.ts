import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RetryLater, UserError } from "#src/errors.ts";
import type { Invocation, Where } from "#src/reply/invocation.ts";
import { card, chart } from "#test/support/slack/example-card.ts";
import * as example from "#test/support/slack/example-replies.ts";
import type { Person } from "#test/support/slack/payloads.ts";
import { readMessages, textOf } from "#test/support/slack/read-back.ts";
import { startWorld, type World } from "#test/support/slack/world.ts";

let world: World;
let channel: string;
let ada: Person;
let where: Where;

beforeAll(async () => {
  world = await startWorld();
  channel = await world.channel("design");
  ada = await world.person("ada");
  where = { platform: "slack", tenant: "T000000001", channel };
});
afterAll(() => world.stop());
afterEach(() => expect(world.proxy.faultsLeft()).toEqual([]));

const newest = async () => (await readMessages(world.human("ada"), channel))[0];
const types = (message: { blocks: readonly { type: string }[] } | undefined): string[] =>
  (message?.blocks ?? []).map(({ type }) => type);
const error = (code: string, details: readonly string[] = []) => ({
  ok: false,
  error: code,
  response_metadata: { messages: details.map((detail) => `[ERROR] ${detail}`) },
});

/** Another chart each time: an uploaded one is remembered. */
let charts = 0;
function freshCard() {
  charts += 1;
  const drawn = { ...chart, subtitle: `chart ${charts}` };
  return {
    ...card,
    blocks: card.blocks.map((block) => (block.kind === "chart" ? { ...block, chart: drawn } : block)),
  };
}

function asked(replyHandle?: string): Invocation {
  return {
    verb: "limits",
    args: {},
    actor: ada,
    where,
    eventId: "e",
    addressed: true,
    ...(replyHandle === undefined ? {} : { replyHandle }),
  };
}

describe("a workspace that refuses newer blocks", () => {
  it("gets every figure as lines", async () => {
    world.proxy.fault({ method: "chat.postMessage", when: /"type":"table"/, times: 2, body: error("invalid_blocks") });
    await world.platform.postCard(where, freshCard(), null);
    const seen = await newest();
    expect(types(seen)).not.toContain("table");
    expect(types(seen)).not.toContain("image");
    for (const figure of ["$5.4k (4.2–8.0k)", "$8.4k (7.5–9.4k)", "no, 33% of it", "$10.70"]) {
      expect(textOf(seen)).toContain(figure);
    }
  });

  it("gets words when it refuses all blocks", async () => {
    world.proxy.fault({ method: "chat.postMessage", when: /blocks=\[\{/, times: 3, body: error("invalid_blocks") });
    await world.platform.postCard(where, freshCard(), null);
    const seen = await newest();
    expect(seen?.blocks).toEqual([]);
    for (const figure of ["Monolith costs least: $5.4k", "$5.4k (4.2–8.0k)", "80%", "Unlike it:"]) {
      expect(seen?.text).toContain(figure);
    }
  });

  it("is edited in a look it takes, too", async () => {
    const ref = await world.platform.postCard(where, freshCard(), null);
    world.proxy.fault({ method: "chat.update", when: /"type":"table"/, times: 2, body: error("invalid_blocks") });
    await world.platform.edit(where, ref, freshCard());
    expect(textOf(await newest())).toContain("$8.4k (7.5–9.4k)");
    expect(types(await newest())).not.toContain("table");
  });

  it("gets a shorter message when it finds one too long", async () => {
    const long = {
      ...example.limits,
      kind: "notice" as const,
      blocks: [...Array(6).keys()].map((n) => ({
        kind: "paragraph" as const,
        spans: [{ kind: "text" as const, text: `${n} ${"word ".repeat(350)}`, style: "plain" as const }],
      })),
    };
    world.proxy.fault({ method: "chat.postMessage", body: error("msg_blocks_too_long") });
    const ref = await world.platform.post(where, long);
    // 6 paragraphs of about 1,750 characters: one message of 12,000, or two of 6,000.
    const thread = await readMessages(world.human("ada"), channel, ref.message);
    expect(thread.length).toBe(2);
    expect(textOf(thread[0])).toContain("0 word");
    expect(textOf(thread[1])).toContain("5 word");
  });
});

describe("charts", () => {
  it("wait for an uploaded picture to become usable", async () => {
    const refused = error("invalid_blocks", ["invalid slack file [json-pointer:/blocks/6/slack_file]"]);
    world.proxy.fault({ method: "chat.postMessage", when: /slack_file/, times: 2, body: refused });
    await world.platform.postCard(where, freshCard(), null);
    expect(types(await newest())).toContain("image");
  });

  it("become Slack's own chart when the picture stays unusable", async () => {
    const refused = error("invalid_blocks", ["invalid slack file [json-pointer:/blocks/6/slack_file]"]);
    world.proxy.fault({ method: "chat.postMessage", when: /slack_file/, times: 4, body: refused });
    await world.platform.postCard(where, freshCard(), null);
    expect(types(await newest())).toContain("data_visualization");
  });

  it("become Slack's own chart when the upload fails", async () => {
    world.proxy.fault({ method: "files.getUploadURLExternal", body: error("internal_error") });
    await world.platform.postCard(where, freshCard(), null);
    expect(types(await newest())).toContain("data_visualization");
  });
});

describe("rate limits", () => {
  const limited = { status: 429, headers: { "retry-after": "1" } };

  it("are waited out by what people wait for", async () => {
    world.proxy.fault({ method: "chat.postMessage", ...limited });
    const ref = await world.platform.post(where, example.difference);
    expect((await newest())?.ts).toBe(ref.message);
  });

  it("send a digest back to its schedule", async () => {
    world.proxy.fault({ method: "chat.postMessage", status: 429, headers: { "retry-after": "30" } });
    const before = (await newest())?.ts;
    await expect(world.platform.post(where, example.digest)).rejects.toMatchObject({ retryAfterMs: 30_000 });
    expect((await newest())?.ts).toBe(before);
    await expect(world.platform.post(where, example.digest)).resolves.toMatchObject({ channel });
    expect(textOf(await newest())).toContain("2 of 4 reviews moved");
  });

  it("are their own kind of error", () => {
    expect(new RetryLater("wait", 5)).toBeInstanceOf(Error);
  });
});

describe("a channel Rethink is not in", () => {
  it("is joined when it is public", async () => {
    world.proxy.fault({ method: "chat.postMessage", body: error("not_in_channel") });
    const ref = await world.platform.post(where, example.difference);
    expect(world.wire.of("conversations.join").at(-1)?.args).toMatchObject({ channel });
    expect((await newest())?.ts).toBe(ref.message);
  });

  it("is named with what to do when it cannot be joined", async () => {
    world.proxy.fault({ method: "chat.postMessage", body: error("channel_not_found") });
    world.proxy.fault({ method: "conversations.join", body: error("channel_not_found") });
    const failed = await world.platform.post(where, example.difference).catch((caught: unknown) => caught);
    expect(failed).toBeInstanceOf(UserError);
    expect(failed).toMatchObject({ code: "not-allowed", sentence: expect.stringContaining("/invite @Rethink") });
  });
});

describe("private answers", () => {
  it("go as an ephemeral message when the response URL is used up", async () => {
    world.proxy.fault({ method: "response_url", status: 404, body: { ok: false, error: "expired_url" } });
    await world.platform.answerPrivately(asked(world.proxy.responseUrl("old")), example.limits);
    expect(world.wire.of("chat.postEphemeral").at(-1)?.args).toMatchObject({ channel, user: ada.id });
  });

  it.each([
    ["closed to Rethink", "not_in_channel"],
    ["archived", "is_archived"],
  ])("go to the person's own conversation where the channel is %s", async (_what, code) => {
    world.proxy.fault({ method: "chat.postEphemeral", body: error(code) });
    await world.platform.answerPrivately(asked(), example.problem);
    const sent = world.wire.of("chat.postMessage").at(-1)?.args;
    expect(sent).toMatchObject({ channel: ada.id });
    expect(JSON.stringify(sent)).toContain("I found no workload in that.");
  });

  it("fall back to lines when the response URL refuses the table", async () => {
    world.proxy.fault({ method: "response_url", status: 404, body: error("invalid_blocks"), when: /"type":"table"/ });
    await world.platform.answerPrivately(asked(world.proxy.responseUrl("plain")), example.limits);
    const answer = world.proxy.answers.at(-1)?.message;
    expect(JSON.stringify(answer)).not.toContain('"table"');
    expect(JSON.stringify(answer)).toContain("Step Functions, starts");
  });

  it("send files to the person's own conversation, and say so", async () => {
    await world.platform.answerPrivately(asked(world.proxy.responseUrl("file")), example.decisionRecord);
    expect(JSON.stringify(world.proxy.answers.at(-1)?.message)).toContain("in your own conversation with Rethink");
    const direct = world.wire.of("files.completeUploadExternal").at(-1)?.args["channel_id"];
    expect(direct).toMatch(/^D/);
    const files = (await readMessages(world.human("ada"), String(direct))).flatMap(({ files }) => files);
    expect(files.map(({ name }) => name)).toEqual(["7K2Q-monolith.md"]);
    const seenByLin = await readMessages(world.human("lin"), String(direct)).catch(() => "nothing");
    expect(seenByLin).toBe("nothing");
  });

  it("write files out where they cannot be sent", async () => {
    world.proxy.fault({ method: "files.getUploadURLExternal", body: error("internal_error") });
    await world.platform.answerPrivately(asked(world.proxy.responseUrl("text")), example.decisionRecord);
    expect(JSON.stringify(world.proxy.answers.at(-1)?.message)).toContain("# Use a monolith on Fargate");
  });

  it("say nothing for a silent reply", async () => {
    const before = world.proxy.answers.length;
    const silent = { kind: "silent" as const, summary: "", accent: "none" as const, blocks: [] };
    await world.platform.answerPrivately(asked(world.proxy.responseUrl("none")), silent);
    expect(world.proxy.answers.length).toBe(before);
  });
});

describe("files", () => {
  it("are shared under the message that offers them", async () => {
    const ref = await world.platform.post(where, example.decisionRecord);
    const thread = await readMessages(world.human("ada"), channel, ref.message);
    expect(thread.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(["7K2Q-monolith.md"]);
  });

  it("are written out when they cannot be shared", async () => {
    world.proxy.fault({ method: "files.getUploadURLExternal", body: error("internal_error") });
    const ref = await world.platform.post(where, example.decisionRecord);
    const thread = await readMessages(world.human("ada"), channel, ref.message);
    expect(textOf(thread.at(-1))).toContain("# Use a monolith on Fargate");
  });
});

describe("a card somebody deleted", () => {
  it("is not edited, and nothing fails", async () => {
    const ref = { channel, message: "1.000001", thread: "1.000001" };
    await expect(world.platform.edit(where, ref, freshCard())).resolves.toBeUndefined();
  });
});

describe("a workspace Rethink is not installed in", () => {
  it("is refused in words", async () => {
    await expect(world.platform.post({ ...where, tenant: "T_OTHER" }, example.difference)).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});

describe("without the scope files:write", () => {
  let bare: World;
  beforeAll(async () => {
    bare = await startWorld({ scopes: ["commands", "chat:write", "channels:history", "channels:join"] });
  });
  afterAll(() => bare.stop());

  it("charts are Slack's own, and the upload is tried once", async () => {
    const place = { ...where, channel: await bare.channel("design") };
    await bare.platform.postCard(place, freshCard(), null);
    await bare.platform.postCard(place, freshCard(), null);
    expect(bare.wire.of("files.getUploadURLExternal").length).toBe(1);
    const [seen] = await readMessages(bare.human("ada"), place.channel);
    expect(types(seen)).toContain("data_visualization");
  });

  it("records are written out", async () => {
    const place = { ...where, channel: await bare.channel("ops") };
    const ref = await bare.platform.post(place, example.decisionRecord);
    const thread = await readMessages(bare.human("ada"), place.channel, ref.message);
    expect(textOf(thread.at(-1))).toContain("$5.4k a month");
  });

  it("people are named by their id when users:read is missing, too", async () => {
    const sam = await bare.person("sam");
    bare.door.script.reviewThreads.add(`${await bare.channel("ops")}/1.1`);
    await bare.human("sam").chat.postMessage({ channel: await bare.channel("ops"), thread_ts: "1.1", text: "why?" });
    expect(bare.door.accepted.at(-1)?.actor).toEqual({ id: sam.id, name: sam.id });
  });
});

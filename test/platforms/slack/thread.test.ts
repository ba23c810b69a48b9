import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { card } from "#test/support/slack/example-card.ts";
import * as example from "#test/support/slack/example-replies.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { readMessages, textOf } from "#test/support/slack/read-back.ts";
import { type Stage, setStage } from "#test/support/slack/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.reset());

describe("a review's thread", () => {
  it("answers words in the thread there, and edits the card in place", async () => {
    const read = await stage.postedCard();
    stage.door.script.work = async ({ where }) => {
      await stage.platform.edit(where, { channel: stage.channel, message: read.ts, thread: read.ts }, revised);
      await stage.platform.post(where, example.difference);
    };
    await stage
      .human("lin")
      .chat.postMessage({ channel: stage.channel, thread_ts: read.ts, text: "what if traffic doubles?" });
    await stage.door.settled();
    expect(stage.last()).toMatchObject({
      verb: null,
      args: { text: "what if traffic doubles?" },
      actor: { id: stage.lin.id, name: "lin" },
      where: { channel: stage.channel, thread: read.ts },
      addressed: false,
    });
    const thread = await readMessages(stage.human("ada"), stage.channel, read.ts);
    expect(textOf(thread.at(-1))).toContain("300 → 600 images a second.");
    expect(textOf(thread[0])).toContain("rev 2");
  });

  it("takes a mention and its message as one", async () => {
    const read = await stage.postedCard();
    const before = stage.door.accepted.length;
    const text = "<@U0RETHINK> why &lt;$138k&gt;?";
    const ts = `${Date.now()}.000001`;
    await stage.send.event(slack.envelope(slack.mention(stage.ada, stage.channel, text, ts, read.ts)));
    await stage.send.event(slack.envelope(slack.message(stage.ada, stage.channel, text, ts, { thread_ts: read.ts })));
    expect(stage.door.accepted.length).toBe(before + 1);
    expect(stage.last()).toMatchObject({ args: { text: "why <$138k>?" }, addressed: true, where: { thread: read.ts } });
  });

  it("ignores other threads, edits, bots and itself", async () => {
    const read = await stage.postedCard();
    const before = stage.door.accepted.length;
    const at = (n: number): string => `${Date.now()}.00000${n}`;
    const thread_ts = read.ts;
    const ignored = [
      slack.message(stage.ada, stage.channel, "elsewhere", at(1), { thread_ts: "1.000001" }),
      slack.message(stage.ada, stage.channel, "not in a thread", at(2)),
      slack.message(stage.ada, stage.channel, "edited", at(3), { thread_ts, subtype: "message_changed", hidden: true }),
      slack.message(stage.ada, stage.channel, "another bot", at(4), {
        thread_ts,
        bot_id: "B1",
        subtype: "bot_message",
      }),
      slack.message(stage.ada, stage.channel, "another bot without a subtype", at(5), { thread_ts, bot_id: "B1" }),
      slack.message({ id: "U0RETHINK", name: "rethink" }, stage.channel, "myself", at(6), { thread_ts }),
      slack.message(stage.ada, stage.channel, " ", at(7), { thread_ts }),
    ];
    for (const event of ignored) expect((await stage.send.event(slack.envelope(event))).status).toBe(200);
    expect(stage.door.accepted.length).toBe(before);
  });

  it("reads a reply that is also shown in the stage.channel, and one with a file", async () => {
    const read = await stage.postedCard();
    for (const subtype of ["thread_broadcast", "file_share"]) {
      const event = slack.message(stage.lin, stage.channel, `said as ${subtype}`, `${stage.unique()}`, {
        thread_ts: read.ts,
        subtype,
      });
      await stage.send.event(slack.envelope(event));
      expect(stage.last().args).toEqual({ text: `said as ${subtype}` });
    }
  });
});

describe("a mention anywhere", () => {
  it("is a command without the slash", async () => {
    await stage.send.event(
      slack.envelope(slack.mention(stage.lin, stage.channel, "<@U0RETHINK> 20 files every night", stage.unique())),
    );
    expect(stage.last()).toMatchObject({ verb: null, args: { text: "20 files every night" }, addressed: true });
    expect(stage.last().where.thread).toBeUndefined();
  });

  it("needs no mention in the bot's own conversation", async () => {
    const event = slack.message(stage.lin, "D0LIN", "20 files every night", stage.unique(), { channel_type: "im" });
    await stage.send.event(slack.envelope(event));
    expect(stage.last()).toMatchObject({
      args: { text: "20 files every night" },
      addressed: true,
      where: { channel: "D0LIN" },
    });
  });
});

const revised = {
  ...card,
  blocks: [
    ...card.blocks.slice(0, -1),
    { kind: "context" as const, spans: [{ kind: "text" as const, text: "7K2Q rev 2", style: "plain" as const }] },
  ],
};

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as example from "#test/support/slack/example-replies.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { readMessages, viewOf } from "#test/support/slack/read-back.ts";
import { type Stage, setStage } from "#test/support/slack/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.reset());

describe("buttons", () => {
  it("carry their verb, options and review; the answer is private", async () => {
    const read = await stage.postedCard();
    const before = stage.proxy.answers.length;
    stage.door.script.work = (invocation) => stage.platform.answerPrivately(invocation, example.limits);
    const answer = await stage.press(read, "Limits");
    expect(answer.status).toBe(200);
    await stage.door.settled();
    expect(stage.last()).toMatchObject({
      verb: "limits",
      args: {},
      review: "7K2Q",
      actor: { name: "lin" },
      addressed: true,
    });
    expect(stage.last().where.thread).toBeUndefined();
    expect(stage.proxy.answers.length).toBe(before + 1);
    const message = stage.proxy.answers.at(-1)?.message;
    expect(message).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(JSON.stringify(message)).toContain("Step Functions, starts");
  });

  it("open their form first, prefilled, then run the verb with the answers", async () => {
    const read = await stage.postedCard();
    await stage.press(read, "Change: containers are 65% busy");
    const opened = stage.wire.of("views.open").at(-1)?.args["view"];
    expect(JSON.stringify(opened)).toContain('"initial_value":"65%"');
    await stage.send.interaction(slack.submission(stage.lin, viewOf(opened), { value: "50%" }, "t.3"));
    expect(stage.last()).toMatchObject({
      verb: "whatif",
      args: { path: "containers are 65% busy", value: "50%" },
      review: "7K2Q",
      actor: { id: stage.lin.id },
    });
  });

  it("pressed in a thread keep the thread", async () => {
    const read = await stage.postedCard();
    const [, openerMessage] = await readMessages(stage.human("lin"), stage.channel, read.ts);
    if (openerMessage === undefined) throw new Error("no opener");
    await stage.press(openerMessage, "Under 40%");
    expect(stage.last()).toMatchObject({
      verb: "whatif",
      args: { text: "Under 40%" },
      where: { channel: stage.channel, thread: read.ts },
    });
  });

  it("pressed twice by Slack's doing run once", async () => {
    const read = await stage.postedCard();
    const before = stage.door.accepted.length;
    await stage.press(read, "Decide", "same.trigger");
    await stage.press(read, "Decide", "same.trigger");
    expect(stage.door.accepted.length).toBe(before + 1);
  });

  it("of another version are acknowledged and do nothing", async () => {
    const before = stage.door.accepted.length;
    const button = { action_id: "rethink:gone:1", value: '{"v":"no-such-verb"}' };
    const payload = slack.press({
      person: stage.lin,
      channel: stage.channel,
      message: { ts: "1.1" },
      button,
      trigger: "t",
      responseUrl: "",
    });
    expect((await stage.send.interaction(payload)).status).toBe(200);
    expect(stage.door.accepted.length).toBe(before);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "#src/errors.ts";
import { reviewForm } from "#test/support/slack/example-forms.ts";
import * as slack from "#test/support/slack/payloads.ts";
import { readMessages, textOf, viewOf } from "#test/support/slack/read-back.ts";
import { type Stage, setStage } from "#test/support/slack/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.reset());

describe("/rethink", () => {
  it("hands the line to the door and is acknowledged without a word", async () => {
    const answer = await stage.slash("300 image resizes a second &amp; 200 ms");
    expect(answer).toEqual({ status: 200, body: "" });
    expect(stage.last()).toMatchObject({
      verb: null,
      args: { text: "300 image resizes a second & 200 ms" },
      actor: { id: stage.ada.id, name: "ada" },
      where: { platform: "slack", tenant: "T000000001", channel: stage.channel },
      addressed: true,
    });
    expect(stage.last().where.thread).toBeUndefined();
  });

  it("is acknowledged only once it is stored", async () => {
    const arrived = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    stage.door.script.storing = () => {
      arrived.resolve();
      return stored.promise;
    };
    let isAcknowledged = false;
    const answer = stage.slash("300 a second").then(() => {
      isAcknowledged = true;
    });
    await arrived.promise;
    // A request there and back: an acknowledgement sent before it would have come by now.
    await stage.send.event({ type: "url_verification", challenge: "c", token: "x" });
    expect(isAcknowledged).toBe(false);
    stored.resolve();
    await answer;
    stage.door.script.storing = async () => undefined;
  });

  it("posts the card as an ordinary message with its chart, and opens its thread", async () => {
    const read = await stage.postedCard();
    const text = textOf(read);
    expect(text).toContain("Monolith costs least: $5.4k a month, against $156k as described");
    expect(text).toContain("$8.4k (7.5–9.4k)");
    expect(text).toContain("@ada asked: 300 image resizes a second");
    expect(read.text).toMatch(/^Monolith costs least: \$5\.4k a month against \$156k/);
    expect(read.blocks.map(({ type }) => type)).toContain("image");
    expect(stage.drawn).toContain("Above 6 images/s a monolith costs least");
    const thread = await readMessages(stage.human("lin"), stage.channel, read.ts);
    expect(thread.map(textOf).join("\n")).toContain("how busy do your containers run?");
  });

  it("uploads the chart of an unchanged card once", async () => {
    await stage.postedCard();
    const before = stage.wire.of("files.completeUploadExternal").length;
    await stage.postedCard();
    expect(stage.wire.of("files.completeUploadExternal").length).toBe(before);
  });

  it("opens the form the door asks for, and takes the answers", async () => {
    stage.door.script.form = reviewForm;
    const before = stage.door.accepted.length;
    await stage.slash("");
    const opened = stage.wire.of("views.open").at(-1)?.args["view"];
    expect(opened).toMatchObject({ title: { text: "Review a workload" }, submit: { text: "Review" } });
    expect(stage.door.accepted.length).toBe(before);

    const view = viewOf(opened);
    const answers = { text: "resize images", orchestration: "queue" };
    const answer = await stage.send.interaction(slack.submission(stage.ada, view, answers, "t.1"));
    expect(answer.status).toBe(200);
    expect(stage.last()).toMatchObject({
      verb: "review",
      args: answers,
      where: { channel: stage.channel },
      actor: { id: stage.ada.id },
    });
  });

  it("keeps the form open with the reason when the answers could not be taken", async () => {
    stage.door.script.form = reviewForm;
    await stage.slash("");
    const view = viewOf(stage.wire.of("views.open").at(-1)?.args["view"]);
    stage.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
      nextStep: "Send it again in a minute.",
    });
    const answer = await stage.send.interaction(slack.submission(stage.ada, view, { text: "resize" }, "t.2"));
    expect(JSON.parse(answer.body)).toEqual({
      response_action: "errors",
      errors: { text: "The database does not answer. Send it again in a minute." },
    });
  });

  it("tells only the asker when the command could not be taken, and acknowledges it", async () => {
    stage.door.script.failWith = new UserError({
      code: "storage-unavailable",
      message: "The database does not answer.",
      nextStep: "Send it again in a minute.",
    });
    const before = stage.proxy.answers.length;
    const channelBefore = (await readMessages(stage.human("lin"), stage.channel)).length;
    expect((await stage.slash("300 a second")).status).toBe(200);
    await stage.proxy.until("a private answer", () => stage.proxy.answers.length > before);
    expect(stage.proxy.answers.at(-1)?.message).toMatchObject({
      response_type: "ephemeral",
      text: "The database does not answer. Send it again in a minute.",
    });
    expect((await readMessages(stage.human("lin"), stage.channel)).length).toBe(channelBefore);
  });
});

describe("the shortcut “Review this”", () => {
  it("reviews what the message says", async () => {
    const message = { ts: "1.1", text: "we resize 300 images a second &gt; 1 MB", user: stage.lin.id };
    const payload = slack.messageShortcut(stage.ada, stage.channel, message, await stage.trigger(stage.ada), "");
    expect((await stage.send.interaction(payload)).status).toBe(200);
    expect(stage.last()).toMatchObject({
      verb: "review",
      args: { text: "we resize 300 images a second > 1 MB" },
      actor: { id: stage.ada.id },
      where: { channel: stage.channel },
    });
  });
});
